import {dateTags, layStretch, PointNodes} from './add-roads.ts';
import type {OsmXml} from './osm-xml.ts';
import {RAILWAYS} from './railways.ts';
import type {Point} from './types.ts';

/** Adds the railways; stations are nodes of the track. */
export function addRailways(osm: OsmXml, points: ReadonlyMap<string, Point>): void {
  const named = new PointNodes(osm, points, (name) =>
    name.startsWith('·') ? {} : {railway: 'station', name},
  );
  for (const line of RAILWAYS)
    for (const stretch of line.stretches)
      osm.way(layStretch(osm, named, stretch, 'rail'), {
        ...(stretch.construction === undefined
          ? {railway: 'rail'}
          : {railway: 'construction', construction: 'rail'}),
        name: line.name,
        ...(line.highspeed ? {highspeed: 'yes'} : {}),
        ...dateTags(stretch),
      });
}

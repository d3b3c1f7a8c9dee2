import {addBorders} from './add-borders.ts';
import {addRailways} from './add-railways.ts';
import {addRoads} from './add-roads.ts';
import {OsmXml} from './osm-xml.ts';
import {POPULATIONS} from './places.ts';
import {readPlaces, readPoints, type SamplePlace} from './points.ts';

/** The whole sample as OSM XML: same tables in, same bytes out. */
export function buildSample(): string {
  const osm = new OsmXml();
  const places = readPlaces();
  const points = readPoints(places);
  for (const place of places) osm.node(place, placeTags(place));
  addRoads(osm, points.expressway, points.road);
  addRailways(osm, points.rail);
  addBorders(osm, new Map([...points.corner, ...points.road, ...points.expressway]));
  return osm.toString();
}

/** A county is part of the figure of its prefecture; that of 南平 is not in the sample, only its two centres are. */
function countsWithin({name, prefecture}: SamplePlace): boolean {
  return name !== prefecture && POPULATIONS[prefecture] !== undefined;
}

function placeTags(place: SamplePlace): Record<string, string> {
  const isCity = place.prefecture === place.name || place.name.startsWith('南平市');
  return {
    place: isCity ? 'city' : 'town',
    name: place.name,
    'name:en': place.english,
    ...(place.seat === '' ? {} : {alt_name: place.seat}),
    ...(place.population === undefined
      ? {}
      : {
          population: String(place.population[0]),
          'population:date': place.population[1],
          'population:kind': 'resident',
          ...(countsWithin(place) && {'population:within': place.prefecture}),
        }),
    'is_in:province': place.province,
    'is_in:prefecture': place.prefecture,
    'source:geometry': place.origin,
  };
}

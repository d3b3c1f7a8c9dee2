import {BORDER_ARCS, PREFECTURES} from './borders.ts';
import type {OsmXml, Tags} from './osm-xml.ts';
import {lonLat} from './points.ts';
import type {Point} from './types.ts';

/** Adds border lines and the six prefectures as boundary relations over shared ways. */
export function addBorders(osm: OsmXml, points: ReadonlyMap<string, Point>): void {
  const corners = new Map<string, number>();
  const ways = new Map<string, number>();
  for (const arc of BORDER_ARCS) {
    const tokens = arc.line.split(' ');
    const nodes = tokens.map((token, i) => {
      if (token.includes(',')) return osm.node(lonLat(token));
      const point = points.get(token);
      if (point === undefined) throw new Error(`border ${arc.id}: no point is called "${token}"`);
      const isEnd = i === 0 || i === tokens.length - 1;
      const known = corners.get(token);
      if (isEnd && known !== undefined) return known;
      const id = osm.node(point);
      if (isEnd) corners.set(token, id);
      return id;
    });
    ways.set(arc.id, osm.way(nodes, arcTags(arc.level, arc.name)));
  }
  for (const unit of PREFECTURES)
    osm.relation(
      unit.arcs.split(' ').map((id) => {
        const way = ways.get(id);
        if (way === undefined) throw new Error(`${unit.name}: no border arc "${id}"`);
        return way;
      }),
      {
        type: 'boundary',
        boundary: 'administrative',
        admin_level: '5',
        name: unit.name,
        'name:en': unit.en,
        'is_in:province': unit.province,
      },
    );
}

function arcTags(level: number, name: string): Tags {
  return level === 0
    ? {natural: 'coastline', name}
    : {boundary: 'administrative', admin_level: String(level), name};
}

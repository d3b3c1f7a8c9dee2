import type {LonLat} from '../geo/line.ts';
import type {BorderLine} from '../graph/network.ts';
import type {RawNodes} from './osm/node-store.ts';
import {adminLevelOf, nameOf, type RawRelation} from './osm/osm-store.ts';
import type {RawWays} from './osm/way-store.ts';

/** Levels that separate what a planner compares: 2 country … 6 county. */
const MIN_LEVEL = 2;
const MAX_LEVEL = 6;

/**
 * Border lines: ways tagged `boundary=administrative`, or members of boundary relations, of level
 * 2–6, one line per stretch whose nodes are present. A line belongs to its highest level (lowest
 * number); its sides are the relations of that level. Rows of the ways used go into `used`.
 */
export function readBorders(
  boundaries: readonly RawRelation[],
  ways: RawWays,
  refRows: Float64Array,
  nodes: RawNodes,
  used: Set<number>,
): BorderLine[] {
  const levels = new Map<number, {level: number; sides: Set<string>}>();
  const meet = (place: number, level: number, side: string): void => {
    if (level < MIN_LEVEL || level > MAX_LEVEL) return;
    const known = levels.get(place);
    if (!known || level < known.level) {
      levels.set(place, {level, sides: new Set(side === '' ? [] : [side])});
    } else if (level === known.level && side !== '') known.sides.add(side);
  };
  ways.order.forEach((row, place) => {
    meet(place, ways.adminLevel[row]!, '');
  });
  for (const {tags, members} of boundaries) {
    for (const {type, ref, role} of members) {
      if (type !== 'way' || !isOutline(role)) continue;
      const place = ways.place(ref);
      if (place >= 0) meet(place, adminLevelOf(tags), nameOf(tags));
    }
  }
  const borders: BorderLine[] = [];
  for (const [place, {level, sides}] of [...levels].sort(([a], [b]) => a - b)) {
    const row = ways.order[place]!;
    for (const line of stretches(ways, row, refRows, nodes)) {
      used.add(row);
      borders.push({level, sides: [...sides].sort(), osmWayIds: [ways.id[row]!], line});
    }
  }
  return borders;
}

/** Roles of ways that draw the outline of a boundary relation (others are labels and capitals). */
export function isOutline(role: string): boolean {
  return role === '' || role === 'outer' || role === 'inner' || role === 'exclave';
}

function stretches(ways: RawWays, row: number, refRows: Float64Array, nodes: RawNodes): LonLat[][] {
  const lines: LonLat[][] = [];
  let line: LonLat[] = [];
  for (let i = ways.firstRef[row]!; i < ways.firstRef[row + 1]!; i++) {
    const node = refRows[i]!;
    if (node >= 0) line.push([nodes.lonE7[node]! / 1e7, nodes.latE7[node]! / 1e7]);
    if (node < 0 || i + 1 === ways.firstRef[row + 1]!) {
      if (line.length > 1) lines.push(line);
      line = [];
    }
  }
  return lines;
}

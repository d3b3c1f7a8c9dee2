import type {LonLat} from '../../geo/line.ts';
import {adminLevelOf, type RawRelation} from '../osm/osm-store.ts';
import {WAY_BIT} from '../osm/way-store.ts';
import {isOutline, type RawShapes} from './assemble.ts';
import {coastOf} from './coast.ts';
import {MAX_BORDER_LEVEL, MIN_LEVEL, type Stretch} from './model.ts';

/**
 * Outline ways as stretches: ways tagged `boundary=administrative`, or members of boundary relations,
 * of level 2–6, one per run of nodes that are present. A way in relations of several levels comes
 * once, at the highest. Runs along the coastline, and ways tagged `maritime=yes`, are no borders.
 * Rows of the ways go into `used`. `unitsOf` holds, by place in `ways.order`, the rows of units.
 */
export function readStretches(
  boundaries: readonly RawRelation[],
  unitsOf: ReadonlyMap<number, readonly number[]>,
  shapes: RawShapes,
  skipLevels: ReadonlySet<number>,
  used: Set<number>,
): Stretch[] {
  const {ways} = shapes;
  const levels = new Map<number, number>();
  const meet = (place: number, level: number): void => {
    if (level < MIN_LEVEL || level > MAX_BORDER_LEVEL || skipLevels.has(level)) return;
    levels.set(place, Math.min(level, levels.get(place) ?? level));
  };
  ways.order.forEach((row, place) => {
    meet(place, ways.adminLevel[row]!);
  });
  for (const {tags, members} of boundaries) {
    for (const {type, ref, role} of members) {
      if (type !== 'way' || !isOutline(role)) continue;
      const place = ways.place(ref);
      if (place >= 0) meet(place, adminLevelOf(tags));
    }
  }
  const isCoast = coastOf(shapes);
  const stretches: Stretch[] = [];
  for (const [place, level] of [...levels].sort(([a], [b]) => a - b)) {
    const row = ways.order[place]!;
    const maritime = (ways.bits[row]! & WAY_BIT.maritime) !== 0;
    for (const {line, coast} of runsOf(row, shapes, isCoast)) {
      used.add(row);
      stretches.push({
        level,
        line,
        border: !coast && !maritime,
        wayId: ways.id[row]!,
        units: unitsOf.get(place) ?? [],
      });
    }
  }
  return stretches;
}

/** The way in runs of present nodes, cut where it meets or leaves the coastline. */
function runsOf(
  row: number,
  {ways, refRows, nodes}: RawShapes,
  isCoast: (a: number, b: number) => boolean,
): {line: LonLat[]; coast: boolean}[] {
  const runs: {line: LonLat[]; coast: boolean}[] = [];
  let before = -1;
  let open: {line: LonLat[]; coast: boolean} | null = null;
  const at = (node: number): LonLat => [nodes.lonE7[node]! / 1e7, nodes.latE7[node]! / 1e7];
  for (let i = ways.firstRef[row]!; i < ways.firstRef[row + 1]!; i++) {
    const node = refRows[i]!;
    if (node >= 0 && before >= 0 && node !== before) {
      const coast = isCoast(before, node);
      if (open === null || open.coast !== coast) {
        open = {line: [at(before)], coast};
        runs.push(open);
      }
      open.line.push(at(node));
    }
    if (node < 0) open = null;
    before = node;
  }
  return runs;
}

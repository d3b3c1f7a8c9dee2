import type {Extract} from '../extract.ts';
import {type Pt, road} from '../plan.ts';
import {apartM, type Xy} from '../plane.ts';
import type {Plant, Planted} from '../plant.ts';
import type {Draw} from '../random.ts';
import {blankSheet, type Put} from './sheet.ts';

const ROWS = 9;
/** Height of a county; the way round by the next crossing is more than twice the straight line between seats. */
const ROW_M = 16_000;
const WIDTH_M = 30_000;
const EDGE_M = 40_000;
/** Neighbours in truth without a near way: by road this many times the straight line at least; fewer = joined. */
const FAR = 2.2;
const JOINED = 1.8;

/**
 * Two columns of counties with a mountain between them: a road through the seats of either column, and a road over
 * the mountain in some rows only. No road ends anywhere. Neighbours over the mountain without a road of their
 * own are what rule R7 speaks of; those with one, and those along a column, are decoys.
 */
export function dividedRegion(seed: number): Planted {
  const {draw, extract, plane, put, data} = blankSheet(seed);
  const names = (column: number, row: number): string => `${'东西'[column]}${row}`;
  addCounties(extract, put, draw, (column, row) => `${names(column, row)}县`);
  const seats = [1, -1].map((hand) =>
    Array.from({length: ROWS}, (_, row): Xy => {
      return {
        x: hand * draw.between(7000, 9000),
        y: (row + 0.5) * ROW_M + draw.between(-1500, 1500),
      };
    }),
  );
  const ids = seats.map((column, c) =>
    column.map((xy, row) => {
      put({x: xy.x + 100, y: xy.y + 100}, {place: 'town', name: names(c, row)});
      return put(xy);
    }),
  );
  const tags = {highway: draw.pick(['primary', 'secondary', 'trunk'])};
  const join = (a: readonly [number, number], b: readonly [number, number]): number => {
    const path: Pt[] = road(draw, seats[a[0]]![a[1]]!, seats[b[0]]![b[1]]!, 300);
    const inner = path.slice(1, -1).map((xy) => put(xy));
    extract.way([ids[a[0]]![a[1]]!, ...inner, ids[b[0]]![b[1]]!], tags);
    return path.slice(1).reduce((sum, p, i) => sum + apartM(path[i]!, p), 0);
  };
  const along = [0, 1].map((c) =>
    Array.from({length: ROWS - 1}, (_, row) => join([c, row], [c, row + 1])),
  );
  const over = new Map<number, number>();
  for (let row = 0; row < ROWS; row++) {
    // The outermost rows always, so that no road ends.
    if (row % (ROWS - 1) === 0 || draw.chance(0.4)) over.set(row, join([0, row], [1, row]));
  }
  const marks = (xy: Xy): Plant['marks'] => [plane.lonLat(xy)];
  const plants: Plant[] = [];
  for (let row = 0; row < ROWS; row++) {
    const [a, b] = [seats[0]![row]!, seats[1]![row]!];
    const ratio = wayM(row, along, over) / apartM(a, b);
    if (ratio > JOINED && ratio < FAR) throw new Error(`row ${row} of seed ${seed} is in doubt`);
    plants.push({
      kind: ratio >= FAR ? 'neighbours without a near way' : 'neighbours with a road',
      truth: ratio >= FAR ? 'missing-link' : 'decoy',
      marks: marks({x: 0, y: (a.y + b.y) / 2}),
    });
    for (const column of seats.filter(() => row > 0)) {
      const x = (column[row - 1]!.x + column[row]!.x) / 2;
      plants.push({
        kind: 'neighbours with a road',
        truth: 'decoy',
        marks: marks({x, y: row * ROW_M}),
      });
    }
  }
  const low = {x: -WIDTH_M - EDGE_M, y: -EDGE_M};
  const high = {x: WIDTH_M + EDGE_M, y: ROWS * ROW_M + EDGE_M};
  return {data: data(low, high), plants};
}

/** By the nearest road over: up or down one column, over, and back along the other. */
function wayM(
  row: number,
  along: readonly (readonly number[])[],
  over: ReadonlyMap<number, number>,
): number {
  const ways = [...over].map(([other, overM]) => {
    const [from, to] = [Math.min(row, other), Math.max(row, other)];
    return along.reduce((sum, c) => sum + c.slice(from, to).reduce((s, m) => s + m, 0), overM);
  });
  return Math.min(...ways);
}

/** Counties as relations of border ways, each way between two of them or on the rim. */
function addCounties(
  extract: Extract,
  put: Put,
  draw: Draw,
  name: (column: number, row: number) => string,
): void {
  const X = [WIDTH_M, 0, -WIDTH_M];
  const corner = X.map((x) => Array.from({length: ROWS + 1}, (_, row) => put({x, y: row * ROW_M})));
  const members = new Map<string, number[]>();
  const side = (
    from: number,
    to: number,
    inner: readonly Xy[],
    counties: readonly string[],
  ): void => {
    const way = extract.way([from, ...inner.map((xy) => put(xy)), to], {
      boundary: 'administrative',
      admin_level: '6',
    });
    for (const county of counties) members.set(county, [...(members.get(county) ?? []), way]);
  };
  const winding = (a: Xy, b: Xy): Xy[] =>
    Array.from({length: 9}, (_, i) => {
      const share = (i + 1) / 10;
      return {
        x: a.x + (b.x - a.x) * share + draw.between(-120, 120),
        y: a.y + (b.y - a.y) * share + draw.between(-120, 120),
      };
    });
  X.forEach((x, column) => {
    for (let row = 0; row < ROWS; row++) {
      const beside = [column - 1, column].filter((c) => c >= 0 && c < 2).map((c) => name(c, row));
      const [a, b] = [
        {x, y: row * ROW_M},
        {x, y: (row + 1) * ROW_M},
      ];
      side(corner[column]![row]!, corner[column]![row + 1]!, winding(a, b), beside);
    }
  });
  for (let column = 0; column < 2; column++) {
    for (let row = 0; row <= ROWS; row++) {
      const beside = [row - 1, row].filter((r) => r >= 0 && r < ROWS).map((r) => name(column, r));
      const [a, b] = [
        {x: X[column]!, y: row * ROW_M},
        {x: X[column + 1]!, y: row * ROW_M},
      ];
      side(corner[column]![row]!, corner[column + 1]![row]!, winding(a, b), beside);
    }
  }
  let id = 0;
  for (const [county, refs] of members) {
    extract.relations.push({
      id: ++id,
      members: refs.map((ref) => ({type: 'way' as const, ref, role: 'outer'})),
      tags: {type: 'boundary', boundary: 'administrative', admin_level: '6', name: county},
    });
  }
}

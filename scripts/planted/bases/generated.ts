import type {OsmData, OsmTags} from '../../../test/support/osm-data.ts';
import type {Extract} from '../extract.ts';
import type {Xy} from '../plane.ts';
import type {Draw} from '../random.ts';
import {blankSheet, type Put} from './sheet.ts';

/** Counties by rows and columns; pairs of columns make a prefecture, halves of the map a province. */
const COUNTIES = 4;
const COUNTY_M = 42_000;
/** Main roads, about so far apart, in both directions. */
const ROADS = 12;
const EDGE_M = 40_000;

/**
 * A made-up region: 16 counties, 8 prefectures and 2 provinces with winding borders, and a mesh of main
 * roads that runs over them all. It has no dead end.
 */
export function generatedRegion(seed: number): OsmData {
  const {draw, extract, put, data} = blankSheet(seed);
  addBorders(extract, put, draw);
  addRoads(extract, put, draw);
  const size = COUNTIES * COUNTY_M;
  return data({x: -EDGE_M, y: -EDGE_M}, {x: size + EDGE_M, y: size + EDGE_M});
}

/** Level of the border between two counties by what they belong to; the map's rim is provincial. */
function levelBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const isIn = ([x, y]: readonly [number, number]): boolean =>
    x >= 0 && y >= 0 && x < COUNTIES && y < COUNTIES;
  if (!isIn(a) || !isIn(b) || province(a) !== province(b)) return 4;
  return prefecture(a) === prefecture(b) ? 6 : 5;
}

const province = ([x]: readonly [number, number]): string => (x < COUNTIES / 2 ? '东省' : '西省');
const prefecture = (at: readonly [number, number]): string =>
  `${province(at)}${'甲乙丙丁'[at[1]]!}市`;
const county = (at: readonly [number, number]): string => `${prefecture(at)}${at[0] % 2}县`;

function addBorders(extract: Extract, put: Put, draw: Draw): void {
  const corner: number[][] = [];
  const place: Xy[][] = [];
  for (let x = 0; x <= COUNTIES; x++) {
    place.push([]);
    corner.push([]);
    for (let y = 0; y <= COUNTIES; y++) {
      const rim = x % COUNTIES === 0 || y % COUNTIES === 0 ? 0 : 5000;
      const xy = {
        x: x * COUNTY_M + draw.between(-rim, rim),
        y: y * COUNTY_M + draw.between(-rim, rim),
      };
      place[x]!.push(xy);
      corner[x]!.push(put(xy));
    }
  }
  const members = new Map<string, number[]>();
  const side = (
    [ax, ay]: readonly [number, number],
    [bx, by]: readonly [number, number],
    left: readonly [number, number],
    right: readonly [number, number],
  ): void => {
    const inner = winding(draw, place[ax]![ay]!, place[bx]![by]!).map((xy) => put(xy));
    const level = levelBetween(left, right);
    const way = extract.way([corner[ax]![ay]!, ...inner, corner[bx]![by]!], {
      boundary: 'administrative',
      admin_level: String(level),
    });
    for (const nameOf of [province, prefecture, county]) {
      const names = [left, right].map((at) =>
        at[0] < 0 || at[1] < 0 || at[0] >= COUNTIES || at[1] >= COUNTIES ? '' : nameOf(at),
      );
      if (names[0] === names[1]) continue;
      for (const name of names) {
        if (name !== '') members.set(name, [...(members.get(name) ?? []), way]);
      }
    }
  };
  for (let x = 0; x <= COUNTIES; x++) {
    for (let y = 0; y < COUNTIES; y++) side([x, y], [x, y + 1], [x - 1, y], [x, y]);
  }
  for (let y = 0; y <= COUNTIES; y++) {
    for (let x = 0; x < COUNTIES; x++) side([x, y], [x + 1, y], [x, y], [x, y - 1]);
  }
  let id = 0;
  for (const [name, refs] of members) {
    extract.relations.push({
      id: ++id,
      members: refs.map((ref) => ({type: 'way' as const, ref, role: 'outer'})),
      tags: {
        type: 'boundary',
        boundary: 'administrative',
        admin_level: name.endsWith('省') ? '4' : name.endsWith('市') ? '5' : '6',
        name,
      },
    });
  }
}

/** Points between two corners that swing about the straight line. */
function winding(draw: Draw, a: Xy, b: Xy): Xy[] {
  const steps = 60;
  const [p, q] = [draw.between(0, 6.28), draw.between(0, 6.28)];
  const lengthM = Math.hypot(b.x - a.x, b.y - a.y);
  const [nx, ny] = [-(b.y - a.y) / lengthM, (b.x - a.x) / lengthM];
  return Array.from({length: steps - 1}, (_, i) => {
    const share = (i + 1) / steps;
    const aside =
      Math.sin(Math.PI * share) * (1500 * Math.sin(p + share * 9) + 150 * Math.sin(q + share * 60));
    return {
      x: a.x + (b.x - a.x) * share + nx * aside,
      y: a.y + (b.y - a.y) * share + ny * aside,
    };
  });
}

/** A mesh whose outermost roads run round the map: every road joins another at both ends. */
function addRoads(extract: Extract, put: Put, draw: Draw): void {
  const span = COUNTIES * COUNTY_M + 10_000;
  const step = span / (ROADS - 1);
  const place: Xy[][] = [];
  const node: number[][] = [];
  for (let i = 0; i < ROADS; i++) {
    place.push([]);
    node.push([]);
    for (let j = 0; j < ROADS; j++) {
      const xy = {
        x: i * step - 5000 + draw.between(-2500, 2500),
        y: j * step - 5000 + draw.between(-2500, 2500),
      };
      place[i]!.push(xy);
      node[i]!.push(put(xy));
    }
  }
  const piece = (i: number, j: number, k: number, l: number, tags: OsmTags): void => {
    const [a, b] = [place[i]![j]!, place[k]![l]!];
    const inner = Array.from({length: 19}, (_, s) => {
      const share = (s + 1) / 20;
      const aside = 400 * Math.sin(share * 9 + i + j) * Math.sin(Math.PI * share);
      return {
        x: a.x + (b.x - a.x) * share + (i === k ? aside : 0),
        y: a.y + (b.y - a.y) * share + (i === k ? 0 : aside),
      };
    });
    extract.way([node[i]![j]!, ...inner.map((xy) => put(xy)), node[k]![l]!], tags);
  };
  for (let line = 0; line < ROADS; line++) {
    for (const across of [true, false]) {
      const highway = line % 3 === 0 ? 'primary' : 'secondary';
      const tags = {
        highway,
        ref: `${highway === 'primary' ? 'G' : 'S'}${300 + 2 * line + Number(across)}`,
      };
      for (let s = 0; s + 1 < ROADS; s++) {
        if (across) piece(s, line, s + 1, line, tags);
        else piece(line, s, line, s + 1, tags);
      }
    }
  }
}

import {greatCircleM} from '../../src/geo/distance.ts';
import type {LonLat} from '../../src/geo/line.ts';
import type {BorderLine, Network} from '../../src/graph/network.ts';
import {type EdgeInput, NetworkBuilder} from '../../src/graph/network-builder.ts';

/** Degrees of a cell: one character is 1 km wide, one line 1 km high (at the map's place, 28° N). */
const ORIGIN: LonLat = [119, 28];
const CELL_LAT = 1000 / greatCircleM(119, 28, 119, 29);
const CELL_LON = 1000 / greatCircleM(119, 28, 120, 28);

export interface AsciiNetwork {
  readonly network: Network;
  /** Node row of a letter. */
  readonly at: (letter: string) => number;
  /** WGS84 position of a letter. */
  readonly lonLat: (letter: string) => LonLat;
}

export type EdgeTags = Omit<EdgeInput, 'from' | 'to' | 'between'>;

export interface AsciiOptions {
  /** Tags of the edge between two letters, e.g. `{AB: {class: 'motorway'}}`; order = direction. */
  readonly edges?: Readonly<Record<string, Partial<EdgeTags>>>;
  /** Tags of every edge not named above. */
  readonly default?: Partial<EdgeTags>;
  /** Node flags by letter. */
  readonly flags?: Readonly<Record<string, number>>;
  /** Level of the border drawn with `:` columns (top to bottom) – default 4. */
  readonly borderLevel?: number;
  readonly borderSides?: readonly string[];
  readonly rest?: Parameters<NetworkBuilder['finish']>[0];
}

/**
 * Draws a network: letters are nodes, `-` and `|` join them in a straight line (`=` likewise; a `+`
 * is a bend where two strokes meet), `:` marks the cells of one border line, joined top to bottom.
 * One cell is 1 km. Edges are `secondary`, two-way, open unless `edges` says otherwise.
 */
export function asciiNetwork(map: string, options: AsciiOptions = {}): AsciiNetwork {
  const rows = trim(map);
  const builder = new NetworkBuilder();
  const at = new Map<string, number>();
  const border: LonLat[] = [];
  rows.forEach((row, y) => {
    [...row].forEach((cell, x) => {
      if (/[A-Za-z0-9]/.test(cell)) {
        const [lon, lat] = position(x, y);
        at.set(cell, builder.addNode(lon, lat, at.size + 1, options.flags?.[cell] ?? 0));
      } else if (cell === ':') border.push(position(x, y));
    });
  });
  let wayId = 100;
  for (const stroke of strokes(rows)) {
    const named = options.edges?.[stroke.from + stroke.to];
    const back = options.edges?.[stroke.to + stroke.from];
    const [from, to] = back && !named ? [stroke.to, stroke.from] : [stroke.from, stroke.to];
    const between = back && !named ? [...stroke.between].reverse() : stroke.between;
    builder.addEdge({
      class: 'secondary',
      wayIds: [wayId++],
      ...options.default,
      ...(named ?? back),
      from: at.get(from)!,
      to: at.get(to)!,
      between,
    });
  }
  const borders: BorderLine[] =
    border.length >= 2
      ? [
          {
            level: options.borderLevel ?? 4,
            sides: options.borderSides ?? [],
            osmWayIds: [1],
            line: border,
          },
        ]
      : [];
  const network = builder.finish({borders, ...options.rest});
  const row = (letter: string): number => {
    const found = at.get(letter);
    if (found === undefined) throw new Error(`no node ${letter} on the map`);
    return found;
  };
  return {
    network,
    at: row,
    lonLat: (letter) => [network.nodes.lon[row(letter)]!, network.nodes.lat[row(letter)]!],
  };
}

function trim(map: string): string[] {
  const rows = map.split('\n').filter((row) => row.trim() !== '');
  const indent = Math.min(...rows.map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent).trimEnd());
}

function position(x: number, y: number): LonLat {
  return [ORIGIN[0] + x * CELL_LON, ORIGIN[1] - y * CELL_LAT];
}

interface Stroke {
  readonly from: string;
  readonly to: string;
  readonly between: LonLat[];
}

/** Follows every stroke right and down from each letter; a `+` turns it, a `:` is crossed. */
function strokes(rows: readonly string[]): Stroke[] {
  const cell = (x: number, y: number): string => rows[y]?.[x] ?? ' ';
  const found = new Map<string, Stroke>();
  const letter = (c: string): boolean => /[A-Za-z0-9]/.test(c);
  rows.forEach((row, y0) => {
    [...row].forEach((from, x0) => {
      if (!letter(from)) return;
      for (const [dx0, dy0] of [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ] as const) {
        let [x, y, dx, dy] = [x0 + dx0, y0 + dy0, dx0 as number, dy0 as number];
        const between: LonLat[] = [];
        const path = [`${x0},${y0}`];
        for (;;) {
          const c = cell(x, y);
          path.push(`${x},${y}`);
          if (letter(c)) break;
          if (c === '+') {
            between.push(position(x, y));
            const turns =
              dx !== 0
                ? [
                    [0, 1],
                    [0, -1],
                  ]
                : [
                    [1, 0],
                    [-1, 0],
                  ];
            const turn = turns.find(([tx, ty]) => runs(cell(x + tx!, y + ty!), tx!));
            if (!turn) break;
            [dx, dy] = turn as [number, number];
          } else if (!runs(c, dx)) break;
          x += dx;
          y += dy;
        }
        const to = cell(x, y);
        if (!letter(to) || path.length < 2) continue;
        const key = [path.join(' '), [...path].reverse().join(' ')].sort()[0]!;
        if (!found.has(key)) found.set(key, {from, to, between});
      }
    });
  });
  return [...found.values()];
}

function runs(c: string, dx: number): boolean {
  return (
    c === '+' ||
    c === ':' ||
    /[A-Za-z0-9]/.test(c) ||
    (dx !== 0 ? c === '-' || c === '=' : c === '|')
  );
}

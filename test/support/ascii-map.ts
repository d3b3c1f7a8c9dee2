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
  /** Metres of a cell; 1 km when not given. */
  readonly cellM?: number;
  /** Node flags by letter. */
  readonly flags?: Readonly<Record<string, number>>;
  /** Level of the border drawn with `:` columns (top to bottom) – default 4. */
  readonly borderLevel?: number;
  readonly borderSides?: readonly string[];
  readonly rest?: Parameters<NetworkBuilder['finish']>[0];
}

/**
 * Draws a network: letters are nodes, `-` and `|` join them in a straight line (`=` likewise; a `+`
 * is a bend where two strokes meet, at a `#` two cross without a common node), `:` marks the cells of one border line, joined top to bottom.
 * One cell is 1 km unless `cellM` says otherwise. Edges are `secondary`, two-way, open unless `edges` says
 * otherwise. A stroke that runs in a ring without a letter is a fault of the map and throws.
 */
export function asciiNetwork(map: string, options: AsciiOptions = {}): AsciiNetwork {
  const rows = trim(map);
  const builder = new NetworkBuilder();
  const at = new Map<string, number>();
  const border: LonLat[] = [];
  const share = (options.cellM ?? 1000) / 1000;
  const position = (x: number, y: number): LonLat => [
    ORIGIN[0] + x * share * CELL_LON,
    ORIGIN[1] - y * share * CELL_LAT,
  ];
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
    const bends = back && !named ? [...stroke.bends].reverse() : stroke.bends;
    builder.addEdge({
      class: 'secondary',
      wayIds: [wayId++],
      ...options.default,
      ...(named ?? back),
      from: at.get(from)!,
      to: at.get(to)!,
      between: bends.map(([x, y]) => position(x, y)),
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

type Cell = readonly [x: number, y: number];

interface Stroke {
  readonly from: string;
  readonly to: string;
  /** Cells of its `+`, in order. */
  readonly bends: readonly Cell[];
}

const HEADINGS: readonly Cell[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** Follows every stroke from each letter; a `+` turns it, a `:` is crossed. */
function strokes(rows: readonly string[]): Stroke[] {
  const found = new Map<string, Stroke>();
  rows.forEach((row, y) => {
    [...row].forEach((from, x) => {
      if (!isLetter(from)) return;
      for (const heading of HEADINGS) {
        const walked = walk(rows, [x, y], heading);
        if (walked === null) continue;
        const path = walked.path.map((cell) => cell.join());
        const key = [path.join(' '), [...path].reverse().join(' ')].sort()[0]!;
        if (!found.has(key)) found.set(key, {from, to: walked.to, bends: walked.bends});
      }
    });
  });
  return [...found.values()];
}

/** From a letter as far as the next; `null` when the stroke ends without one. */
function walk(rows: readonly string[], start: Cell, heading: Cell) {
  const cell = (x: number, y: number): string => rows[y]?.[x] ?? ' ';
  let [[x, y], [dx, dy]] = [start, heading];
  const bends: Cell[] = [];
  const path: Cell[] = [start];
  for (;;) {
    x += dx;
    y += dy;
    const c = cell(x, y);
    path.push([x, y]);
    if (isLetter(c)) return {to: c, bends, path};
    if (!runs(c, dx)) return null;
    if (c !== '+') continue;
    if (bends.some(([bx, by]) => bx === x && by === y)) {
      throw new Error(`the stroke from ${cell(...start)} runs in a ring of + without a letter`);
    }
    bends.push([x, y]);
    const turns: readonly Cell[] =
      dx !== 0 ? [HEADINGS[1]!, HEADINGS[3]!] : [HEADINGS[0]!, HEADINGS[2]!];
    const turn = turns.find(([tx, ty]) => runs(cell(x + tx, y + ty), tx));
    if (!turn) return null;
    [dx, dy] = turn;
  }
}

function isLetter(c: string): boolean {
  return /[A-Za-z0-9]/.test(c);
}

function runs(c: string, dx: number): boolean {
  return /[+:#]/.test(c) || isLetter(c) || (dx !== 0 ? c === '-' || c === '=' : c === '|');
}

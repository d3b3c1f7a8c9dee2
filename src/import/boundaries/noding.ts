import Flatbush from 'flatbush';

/** A straight piece in whole 1e-7 degrees with the label of the line it belongs to. */
export interface Piece {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly label: number;
}

/** A graph drawn in the plane: no two edges cross or overlap, they meet in nodes alone. */
export interface PlaneGraph {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Node rows per edge; every edge once. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Labels of the pieces that run along each edge. */
  readonly labels: readonly (readonly number[])[];
}

/** Box in whole 1e-7 degrees. */
export type BoxE7 = readonly [west: number, south: number, east: number, north: number];

interface Split {
  readonly t: number;
  readonly x: number;
  readonly y: number;
}

/** Rounds of noding: a cut is rounded to the grain, and may then touch what it did not before. */
const MAX_ROUNDS = 16;

/**
 * Nodes pieces against each other and cuts off what lies outside the box: pieces that cross, touch or
 * overlap are cut there (to 1e-7 degrees, about a centimetre), and what is drawn twice stands once.
 */
export function nodePieces(pieces: readonly Piece[], box: BoxE7): PlaneGraph {
  let cut = pieces;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const splits = findSplits(cut);
    if (splits.size === 0) break;
    cut = cut.flatMap((piece, row) => cutAt(piece, splits.get(row)));
  }
  return collect(cut, box);
}

function findSplits(pieces: readonly Piece[]): Map<number, Split[]> {
  const splits = new Map<number, Split[]>();
  const split = (row: number, x: number, y: number): void => {
    const {ax, ay, bx, by} = pieces[row]!;
    if ((x === ax && y === ay) || (x === bx && y === by)) return;
    const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const list = splits.get(row);
    if (list) list.push({t, x, y});
    else splits.set(row, [{t, x, y}]);
  };
  for (const [i, j] of neighbours(pieces)) {
    const [p, q] = [pieces[i]!, pieces[j]!];
    const sideA = side(p, q.ax, q.ay);
    const sideB = side(p, q.bx, q.by);
    const sideC = side(q, p.ax, p.ay);
    const sideD = side(q, p.bx, p.by);
    if (sideA === 0 && within(p, q.ax, q.ay)) split(i, q.ax, q.ay);
    if (sideB === 0 && within(p, q.bx, q.by)) split(i, q.bx, q.by);
    if (sideC === 0 && within(q, p.ax, p.ay)) split(j, p.ax, p.ay);
    if (sideD === 0 && within(q, p.bx, p.by)) split(j, p.bx, p.by);
    if (sideA * sideB < 0 && sideC * sideD < 0) {
      const t = sideC / (sideC - sideD);
      const x = Math.round(p.ax + t * (p.bx - p.ax));
      const y = Math.round(p.ay + t * (p.by - p.ay));
      split(i, x, y);
      split(j, x, y);
    }
  }
  return splits;
}

function cutAt(piece: Piece, splits: Split[] | undefined): Piece[] {
  if (!splits) return [piece];
  const parts: Piece[] = [];
  let [ax, ay] = [piece.ax, piece.ay];
  for (const {x, y} of [...splits.sort((a, b) => a.t - b.t), {x: piece.bx, y: piece.by}]) {
    if (x !== ax || y !== ay) parts.push({ax, ay, bx: x, by: y, label: piece.label});
    [ax, ay] = [x, y];
  }
  return parts;
}

/** Pairs of pieces whose boxes meet, each once. */
function* neighbours(pieces: readonly Piece[]): Generator<[number, number]> {
  if (pieces.length < 2) return;
  const tree = new Flatbush(pieces.length);
  const boxOf = ({ax, ay, bx, by}: Piece): [number, number, number, number] => [
    Math.min(ax, bx),
    Math.min(ay, by),
    Math.max(ax, bx),
    Math.max(ay, by),
  ];
  for (const piece of pieces) tree.add(...boxOf(piece));
  tree.finish();
  for (let i = 0; i < pieces.length; i++) {
    for (const j of tree.search(...boxOf(pieces[i]!), (row) => row > i)) yield [i, j];
  }
}

/** Above 0 left of the piece, below 0 right of it; exact for pieces up to some 9 degrees long. */
function side({ax, ay, bx, by}: Piece, x: number, y: number): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

function within({ax, ay, bx, by}: Piece, x: number, y: number): boolean {
  return (
    x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
  );
}

function collect(pieces: readonly Piece[], [west, south, east, north]: BoxE7): PlaneGraph {
  const graph = {x: [] as number[], y: [] as number[], from: [] as number[], to: [] as number[]};
  const labels: number[][] = [];
  const nodes = new Map<string, number>();
  const edges = new Map<string, number>();
  const node = (x: number, y: number): number => {
    const key = `${x},${y}`;
    let row = nodes.get(key);
    if (row === undefined) {
      row = graph.x.push(x) - 1;
      graph.y.push(y);
      nodes.set(key, row);
    }
    return row;
  };
  for (const {ax, ay, bx, by, label} of pieces) {
    const [midX, midY] = [(ax + bx) / 2, (ay + by) / 2];
    if (midX < west || midX > east || midY < south || midY > north) continue;
    const [a, b] = [node(ax, ay), node(bx, by)];
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const known = edges.get(key);
    if (known === undefined) {
      edges.set(key, graph.from.push(a) - 1);
      graph.to.push(b);
      labels.push([label]);
    } else if (!labels[known]!.includes(label)) labels[known]!.push(label);
  }
  return {...graph, labels};
}

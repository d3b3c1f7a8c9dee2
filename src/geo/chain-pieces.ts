/**
 * Pieces strung together end to end: chain `k` is `pieces[first[k]] ..< pieces[first[k + 1]]`, each by its
 * number, or `~number` where it is run from its end to its start.
 */
export interface Chains {
  readonly pieces: Int32Array;
  readonly first: readonly number[];
}

/**
 * Strings pieces, given by the points (numbered from 0) at which they start and end, where two of them
 * meet and no third one does. Every piece is in one chain; a ring of pieces is opened at one of its joints.
 */
export function chainPieces(start: Int32Array, end: Int32Array, pointCount: number): Chains {
  const count = start.length;
  const met = new Uint8Array(pointCount);
  const one = new Int32Array(pointCount);
  const other = new Int32Array(pointCount);
  const meet = (point: number, piece: number): void => {
    if (met[point] === 0) one[point] = piece;
    else other[point] = piece;
    if (met[point]! < 3) met[point]!++;
  };
  for (let i = 0; i < count; i++) {
    meet(start[i]!, i);
    meet(end[i]!, i);
  }
  const used = new Uint8Array(count);
  const pieces = new Int32Array(count);
  const first = [0];
  let length = 0;
  const extend = (from: number): void => {
    let point = from;
    while (met[point] === 2) {
      const next = used[one[point]!] === 0 ? one[point]! : other[point]!;
      if (used[next] === 1) return;
      used[next] = 1;
      const ahead = start[next] === point;
      pieces[length++] = ahead ? next : ~next;
      point = ahead ? end[next]! : start[next]!;
    }
  };
  for (let i = 0; i < count; i++) {
    if (used[i] === 1) continue;
    used[i] = 1;
    const begin = length;
    pieces[length++] = i;
    extend(end[i]!);
    turn(pieces, begin, length);
    extend(start[i]!);
    first.push(length);
  }
  return {pieces, first};
}

/** Turns a chain round in place. */
function turn(pieces: Int32Array, begin: number, end: number): void {
  for (let i = begin, j = end - 1; i <= j; i++, j--) {
    const last = ~pieces[j]!;
    pieces[j] = ~pieces[i]!;
    pieces[i] = last;
  }
}

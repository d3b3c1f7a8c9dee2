import type {LonLat} from './line.ts';

/**
 * Joins pieces that meet end to end where no third piece meets them, so that a road drawn edge by
 * edge is one line: it can be thinned as a whole and takes a fraction of the bytes. Draws the same
 * picture; direction is lost. Closed rings of pieces are opened at one of their joints.
 */
export function joinLines(lines: readonly (readonly LonLat[])[]): LonLat[][] {
  const pieces = lines.filter((line) => line.length > 1);
  const ends = new Map<string, number[]>();
  const key = (p: LonLat) => `${p[0]},${p[1]}`;
  for (const [i, piece] of pieces.entries()) {
    for (const end of [piece[0]!, piece[piece.length - 1]!]) {
      const list = ends.get(key(end));
      if (list === undefined) ends.set(key(end), [i]);
      else list.push(i);
    }
  }
  const used = new Uint8Array(pieces.length);
  const nextAt = (end: LonLat): number | undefined => {
    const here = ends.get(key(end))!;
    return here.length === 2 ? here.find((i) => used[i] === 0) : undefined;
  };
  const extend = (line: LonLat[]): void => {
    for (;;) {
      const end = line[line.length - 1]!;
      const next = nextAt(end);
      if (next === undefined) return;
      used[next] = 1;
      const piece = pieces[next]!;
      const onward = key(piece[0]!) === key(end) ? piece : piece.toReversed();
      for (let i = 1; i < onward.length; i++) line.push(onward[i]!);
    }
  };
  const joined: LonLat[][] = [];
  for (const [i, piece] of pieces.entries()) {
    if (used[i] === 1) continue;
    used[i] = 1;
    const line = piece.slice();
    extend(line);
    line.reverse();
    extend(line);
    joined.push(line);
  }
  return joined;
}

import {joinLines} from '../../geo/join-lines.ts';
import type {Px} from './frame.ts';

/** Half a stroke of a background line, px: what lies nearer together prints as one line anyway. */
const GRID_PX = 0.8;

/**
 * Background lines for a drawing: points are moved to a grid finer than the stroke, steps that fall
 * together (dual carriageways, parallel tracks) are kept once, and what is left is joined end to end.
 * No point moves by more than 0.6 px; a dense network takes a fraction of the bytes.
 */
export function generalise(lines: readonly (readonly Px[])[]): Px[][] {
  const steps = new Map<string, [Px, Px]>();
  for (const line of lines) {
    let from: Px | null = null;
    for (const point of line) {
      const to: Px = [Math.round(point[0] / GRID_PX), Math.round(point[1] / GRID_PX)];
      if (from !== null && (from[0] !== to[0] || from[1] !== to[1])) {
        const ahead = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
        const [a, b]: [Px, Px] = ahead ? [from, to] : [to, from];
        steps.set(`${a[0]},${a[1]} ${b[0]},${b[1]}`, [a, b]);
      }
      from = to;
    }
  }
  return joinLines([...steps.values()]).map((line) =>
    line.map(([x, y]): Px => [x * GRID_PX, y * GRID_PX]),
  );
}

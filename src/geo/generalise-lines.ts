import {joinLines} from './join-lines.ts';
import type {LonLat} from './line.ts';

/**
 * Lines for a drawing: points are moved to a grid finer than what is drawn, steps that fall together (dual
 * carriageways, parallel tracks) are kept once, and what is left is joined end to end. No point moves by
 * more than 0.71 of a step of the grid; direction is lost.
 */
export function generaliseLines(
  lines: readonly (readonly (readonly [number, number])[])[],
  stepX: number,
  stepY: number,
): [number, number][][] {
  const steps = new Map<string, [LonLat, LonLat]>();
  for (const line of lines) {
    let from: LonLat | null = null;
    for (const point of line) {
      const to: LonLat = [Math.round(point[0] / stepX), Math.round(point[1] / stepY)];
      if (from !== null && (from[0] !== to[0] || from[1] !== to[1])) {
        const ahead = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
        const [a, b]: [LonLat, LonLat] = ahead ? [from, to] : [to, from];
        steps.set(`${a[0]},${a[1]} ${b[0]},${b[1]}`, [a, b]);
      }
      from = to;
    }
  }
  return joinLines([...steps.values()]).map((line) =>
    line.map(([x, y]): [number, number] => [x * stepX, y * stepY]),
  );
}

import {chainPieces} from './chain-pieces.ts';
import {PointIds} from './point-ids.ts';

type Line = readonly (readonly [number, number])[];

/**
 * Lines for a drawing: points are moved to a grid finer than what is drawn, steps that fall together (dual
 * carriageways, parallel tracks) are kept once, and what is left is joined end to end. No point moves by
 * more than 0.71 of a step of the grid; direction is lost.
 */
export function generaliseLines(
  lines: readonly Line[],
  stepX: number,
  stepY: number,
): [number, number][][] {
  const points = new PointIds(lines.length);
  const {start, end} = stepsOf(lines, stepX, stepY, points);
  const {pieces, first} = chainPieces(start, end, points.count);
  const at = (point: number): [number, number] => [
    points.x[point]! * stepX,
    points.y[point]! * stepY,
  ];
  const joined: [number, number][][] = [];
  for (let k = 0; k + 1 < first.length; k++) {
    const begin = pieces[first[k]!]!;
    const line = [at(begin < 0 ? end[~begin]! : start[begin]!)];
    for (let i = first[k]!; i < first[k + 1]!; i++) {
      const piece = pieces[i]!;
      line.push(at(piece < 0 ? start[~piece]! : end[piece]!));
    }
    joined.push(line);
  }
  return joined;
}

/** Different steps from point to point of the grid, each once, from its western (or southern) end. */
function stepsOf(lines: readonly Line[], stepX: number, stepY: number, points: PointIds) {
  const steps = new PointIds(lines.length);
  for (const line of lines) {
    let from = -1;
    for (let i = 0; i < line.length; i++) {
      const to = points.idOf(Math.round(line[i]![0] / stepX), Math.round(line[i]![1] / stepY));
      if (from >= 0 && from !== to) {
        const [dx, dy] = [points.x[to]! - points.x[from]!, points.y[to]! - points.y[from]!];
        if (dx > 0 || (dx === 0 && dy > 0)) steps.idOf(from, to);
        else steps.idOf(to, from);
      }
      from = to;
    }
  }
  return {
    start: new Int32Array(steps.x.subarray(0, steps.count)),
    end: new Int32Array(steps.y.subarray(0, steps.count)),
  };
}

import {anyRoad, at, type PlanLine, type Pt, road, ways} from '../plan.ts';
import type {Draw} from '../random.ts';

/** Two carriageways side by side from a root to `atM` before the border, both towards the border. */
export function carriageways(
  draw: Draw,
  root: Pt,
  atM: number,
  halfM: number,
): {readonly out: Pt[]; readonly back: Pt[]} {
  const out: Pt[] = [root];
  const back: Pt[] = [root];
  const step = draw.between(300, 600);
  const lengthM = Math.hypot(root.x, root.y);
  for (let m = lengthM - 400; m > atM + step / 2; m -= step) {
    out.push(at(root, m, halfM));
    back.push(at(root, m, -halfM));
  }
  out.push(at(root, atM, halfM));
  back.push(at(root, atM, -halfM));
  return {out, back};
}

/**
 * A road that passes across, `beyondM` from the border on the side of `root`; both its ends run back to
 * the root, so that it has none of its own.
 */
export function roadAcross(
  draw: Draw,
  root: Pt,
  beyondM: number,
  via: readonly Pt[] = [],
): PlanLine[] {
  const tags = anyRoad(draw);
  const lengthM = Math.hypot(root.x, root.y);
  const points = [
    root,
    at(root, (lengthM + beyondM) / 2, -1800),
    at(root, beyondM + 500, -1200),
    ...(via.length > 0 ? via : [at(root, beyondM)]),
    at(root, beyondM + 500, 1200),
    at(root, (lengthM + beyondM) / 2, 1800),
    root,
  ];
  return points.slice(1).flatMap((to, i) => ways(draw, road(draw, points[i]!, to, 40), tags));
}

import {generaliseLines} from '../../geo/generalise-lines.ts';
import type {Px} from './frame.ts';

/** Half a stroke of a background line, px: what lies nearer together prints as one line anyway. */
const GRID_PX = 0.8;

/** Background lines for a drawing, on a grid finer than the stroke: a dense network takes a fraction of the bytes. */
export function generalise(lines: readonly (readonly Px[])[]): Px[][] {
  return generaliseLines(lines, GRID_PX, GRID_PX);
}

import type {Bbox} from '../geo/line.ts';

/**
 * A box that a file gives for its extent, or `undefined` when it is none on Earth (west of its own
 * west side, beyond a pole, not a number): then the file has stated nothing, and the envelope of its
 * nodes stands in.
 */
export function statedBox(box: Bbox): Bbox | undefined {
  const [west, south, east, north] = box;
  const onEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return onEarth && west <= east && south <= north ? box : undefined;
}

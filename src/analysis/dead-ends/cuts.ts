import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {indexPoints} from '../../geo/point-index.ts';
import type {Network} from '../../graph/network.ts';
import {NODE_FLAG} from '../../graph/vocabulary.ts';

/**
 * Where the extract was cut: nodes that its edge made, and traces of ways that were left out whole. What
 * stands near one may look as it does only because a road is not in the file.
 */
export interface Cuts {
  /** Metres to the nearest node that the extract's edge made, `null` when none is within. */
  readonly clipM: (at: LonLat, withinM: number) => number | null;
  /** Whether such a node or a trace of a lost way is within. */
  readonly isNear: (at: LonLat, withinM: number) => boolean;
  /**
   * Whether a road of at most `lengthM` from `a` to `b` could leave the file on its way, and so not be known:
   * it would pass a node or trace that lies no farther from both, together, than that.
   */
  readonly mayHide: (a: LonLat, b: LonLat, lengthM: number) => boolean;
  /** Whether the node was made by the extract's edge. */
  readonly isClip: (node: number) => boolean;
  /** All of them. */
  readonly points: readonly LonLat[];
}

/** Collects and indexes what a network tells of its cuts. */
export function cutsOf({nodes, lostWays = []}: Network): Cuts {
  const isClip = (node: number): boolean => (nodes.flags[node]! & NODE_FLAG.clip) !== 0;
  const clips: LonLat[] = [];
  for (let node = 0; node < nodes.count; node++)
    if (isClip(node)) clips.push([nodes.lon[node]!, nodes.lat[node]!]);
  const points = [...clips, ...lostWays];
  const [clipIndex, index] = [indexPoints(clips), indexPoints(points)];
  return {
    clipM: (at, withinM) => {
      const near = clipIndex.around(at, withinM).map((row) => greatCircleM(...at, ...clips[row]!));
      return near.length === 0 ? null : Math.min(...near);
    },
    isNear: (at, withinM) => index.around(at, withinM).length > 0,
    mayHide: (a, b, lengthM) => {
      const middle: LonLat = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      // Whatever is so near to both, together, lies within half of that round their middle, or nearly.
      return index
        .around(middle, 0.51 * lengthM)
        .map((row) => points[row]!)
        .some((at) => greatCircleM(...a, ...at) + greatCircleM(...at, ...b) < lengthM);
    },
    isClip,
    points,
  };
}

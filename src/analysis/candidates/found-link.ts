import type {LonLat} from '../../geo/line.ts';
import type {EdgeClass} from '../../graph/vocabulary.ts';
import type {RoadPoints} from './points.ts';
import type {Between} from './sides.ts';

/** A missing link: two points of one layer, what lies between, and how far round one drives today. */
export interface FoundLink {
  readonly points: RoadPoints;
  /** Rows of the points; `p` is the western one. */
  readonly p: number;
  readonly q: number;
  readonly between: Between;
  readonly gapM: number;
  readonly linkClass: EdgeClass;
  readonly linkKph: number;
  readonly linkMs: number;
  /** Whole milliseconds by the quicker direction, `UNREACHED` = no way in either. */
  readonly todayMs: number;
  /** Far pairs of the same corridor, this one included. */
  readonly pairs: number;
}

/** The middle of the gap. */
export function middleOf({points, p, q}: FoundLink): LonLat {
  return [(points.lon[p]! + points.lon[q]!) / 2, (points.lat[p]! + points.lat[q]!) / 2];
}

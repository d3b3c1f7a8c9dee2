/** A modelled trip at factor 1, seconds by what its time depends on, and the published time. */
export interface Split {
  readonly expresswayS: number;
  readonly otherRoadsS: number;
  /** Ferries and whatever else takes no factor. */
  readonly fixedS: number;
  readonly publishedS: number;
}

export interface Factors {
  readonly expressway: number;
  readonly otherRoads: number;
}

export const UNIT: Factors = {expressway: 1, otherRoads: 1};

/** Time of a split under factors, seconds. */
export function modelledS(split: Split, {expressway, otherRoads}: Factors): number {
  return split.expresswayS / expressway + split.otherRoadsS / otherRoads + split.fixedS;
}

/** Modelled ÷ published − 1. */
export function errorOf(split: Split, factors: Factors): number {
  return modelledS(split, factors) / split.publishedS - 1;
}

/**
 * One factor for all roads: least squares of the relative errors. With u = (time with factor) ÷
 * published and v = 1 − fixed ÷ published it minimises Σ(u·x − v)², x = 1 ÷ factor = Σuv ÷ Σu².
 * `null` without a trip, or when no positive factor comes out.
 */
export function fitOne(splits: readonly Split[]): Factors | null {
  let uu = 0;
  let uv = 0;
  for (const {expresswayS, otherRoadsS, fixedS, publishedS} of splits) {
    const u = (expresswayS + otherRoadsS) / publishedS;
    uu += u * u;
    uv += u * (1 - fixedS / publishedS);
  }
  const factor = uu / uv;
  return Number.isFinite(factor) && factor > 0 ? {expressway: factor, otherRoads: factor} : null;
}

/**
 * A factor for expressways and one for other roads, the same squares: the two normal equations.
 * `null` with fewer than three trips (two factors would fit two trips whatever they say), when all
 * trips share one mix of roads, or when a factor comes out that is not positive.
 */
export function fitTwo(splits: readonly Split[]): Factors | null {
  if (splits.length < 3) return null;
  let [aa, ab, bb, av, bv] = [0, 0, 0, 0, 0];
  for (const {expresswayS, otherRoadsS, fixedS, publishedS} of splits) {
    const a = expresswayS / publishedS;
    const b = otherRoadsS / publishedS;
    const v = 1 - fixedS / publishedS;
    aa += a * a;
    ab += a * b;
    bb += b * b;
    av += a * v;
    bv += b * v;
  }
  const det = aa * bb - ab * ab;
  if (!(det > 1e-9 * aa * bb)) return null;
  const expressway = det / (av * bb - bv * ab);
  const otherRoads = det / (bv * aa - av * ab);
  return expressway > 0 && otherRoads > 0 ? {expressway, otherRoads} : null;
}

import type {LonLat} from '../../geo/line.ts';

/** Whole 1e-7 degrees of a coordinate: the grain of OSM, and of what counts as the same point. */
export function e7(degrees: number): number {
  return Math.round(degrees * 1e7);
}

/** Key of a position: equal for positions that agree to 1e-7 degrees. */
export function pointKey([lon, lat]: LonLat): string {
  return `${e7(lon)},${e7(lat)}`;
}

/** Key of a segment, whichever way it runs. */
export function segmentKey(a: LonLat, b: LonLat): string {
  const [p, q] = [pointKey(a), pointKey(b)];
  return p < q ? `${p} ${q}` : `${q} ${p}`;
}

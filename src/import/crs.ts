import gcoord from 'gcoord';
import type {LonLat} from '../geo/line.ts';

/**
 * Coordinates as files have them: WGS84 (GPS, OSM, and within a metre CGCS2000), GCJ-02 (the shifted
 * one that maps in China must use: AutoNavi, Tencent) or BD-09 (Baidu). Inside all is WGS84.
 */
export const CRS_NAMES = ['wgs84', 'gcj02', 'bd09'] as const;
export type Crs = (typeof CRS_NAMES)[number];

// Its types say that the default export is the whole module; in Node it is what they call `default`.
const {transform, GCJ02, WGS84, BD09} = gcoord as unknown as typeof gcoord.default;

/** A step of the iteration moves by the error of the last; it shrinks some thousandfold each time. */
const MAX_STEPS = 10;
const EXACT_DEG = 1e-9;

/**
 * A position in WGS84. GCJ-02 is undone by iteration to less than a millimetre (the library's own
 * inverse stops at a tenth of a metre and need not end at the edge of its China box); outside that box
 * GCJ-02 is WGS84. BD-09 becomes GCJ-02 by the library's closed formula.
 */
export function toWgs84(crs: Crs, lon: number, lat: number): LonLat {
  if (crs === 'wgs84') return [lon, lat];
  const [x, y] = crs === 'bd09' ? transform([lon, lat], BD09, GCJ02) : [lon, lat];
  let [guessLon, guessLat] = [x, y];
  for (let step = 0; step < MAX_STEPS; step++) {
    const [shiftedLon, shiftedLat] = transform([guessLon, guessLat], WGS84, GCJ02);
    const [dLon, dLat] = [shiftedLon - x, shiftedLat - y];
    guessLon -= dLon;
    guessLat -= dLat;
    if (Math.abs(dLon) < EXACT_DEG && Math.abs(dLat) < EXACT_DEG) break;
  }
  return [guessLon, guessLat];
}

export function isCrs(text: string): text is Crs {
  return (CRS_NAMES as readonly string[]).includes(text);
}

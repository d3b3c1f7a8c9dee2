/** IUGG mean Earth radius, metres (METHODS.md §E.1 uses 6371.0088 km). */
export const EARTH_RADIUS_M = 6_371_008.8;

const RAD = Math.PI / 180;

/**
 * Great-circle distance in metres between two WGS84 points given in degrees (haversine on the mean
 * sphere; within 0.6 % of the geodesic on the ellipsoid). Equal points give 0.
 */
export function greatCircleM(lonA: number, latA: number, lonB: number, latB: number): number {
  const x = ((latB - latA) * RAD) / 2;
  const y = ((lonB - lonA) * RAD) / 2;
  if (x < SHORT && x > -SHORT && y < SHORT && y > -SHORT) {
    return shortM(x, y, (latA + latB) * RAD);
  }
  const sinLat = Math.sin(((latB - latA) * RAD) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RAD) / 2);
  const h = sinLat * sinLat + Math.cos(latA * RAD) * Math.cos(latB * RAD) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Half the angle of 6 km: up to here the series agree with the full formula to 1e-11 m. */
const SHORT = 5e-4;

/**
 * The same for short distances, of which an import measures millions: sin and asin by their series,
 * and cos a · cos b = (cos(a − b) + cos(a + b)) / 2, where cos(a − b) = 1 − 2 sin²((a − b) / 2).
 */
function shortM(x: number, y: number, latSum: number): number {
  const sinLat = x * (1 - (x * x * (1 - (x * x) / 20)) / 6);
  const sinLon = y * (1 - (y * y * (1 - (y * y) / 20)) / 6);
  const cosCos = (1 - 2 * sinLat * sinLat + Math.cos(latSum)) / 2;
  const h = sinLat * sinLat + cosCos * sinLon * sinLon;
  const root = Math.sqrt(h);
  return 2 * EARTH_RADIUS_M * root * (1 + (h * (1 + (9 * h) / 20)) / 6);
}

/** Initial bearing from A to B, degrees clockwise from north in [0, 360). Equal points give 0. */
export function bearingDeg(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLon = (lonB - lonA) * RAD;
  const y = Math.sin(dLon) * Math.cos(latB * RAD);
  const x =
    Math.cos(latA * RAD) * Math.sin(latB * RAD) -
    Math.sin(latA * RAD) * Math.cos(latB * RAD) * Math.cos(dLon);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

/** Smallest angle between two bearings, degrees in [0, 180]. */
export function bearingGapDeg(a: number, b: number): number {
  const gap = Math.abs(a - b) % 360;
  return gap > 180 ? 360 - gap : gap;
}

import {EARTH_RADIUS_M} from './distance.ts';

/**
 * Equirectangular plane in metres round a point: x east, y north. Good to 0.1 % within some 100 km
 * of the centre; used for nearest points and bearings, never for lengths that are reported.
 */
export interface LocalPlane {
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
  readonly lon: (x: number) => number;
  readonly lat: (y: number) => number;
}

/** The local plane centred at a WGS84 point in degrees. */
export function localPlane(lon0: number, lat0: number): LocalPlane {
  const perLat = (EARTH_RADIUS_M * Math.PI) / 180;
  const perLon = perLat * Math.cos((lat0 * Math.PI) / 180);
  return {
    x: (lon) => (lon - lon0) * perLon,
    y: (lat) => (lat - lat0) * perLat,
    lon: (x) => lon0 + x / perLon,
    lat: (y) => lat0 + y / perLat,
  };
}

/** Where a point falls on a segment: `t` in [0, 1] along it and the squared distance to it. */
export function projectOnSegment(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): {readonly t: number; readonly distance2: number} {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const raw = length2 === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length2;
  const t = raw < 0 ? 0 : raw > 1 ? 1 : raw;
  const ex = ax + t * dx - px;
  const ey = ay + t * dy - py;
  return {t, distance2: ex * ex + ey * ey};
}

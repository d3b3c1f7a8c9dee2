import {EARTH_RADIUS_M} from './distance.ts';
import type {LonLat} from './line.ts';

const RAD = Math.PI / 180;

type Vector = readonly [x: number, y: number, z: number];

/** How far points lie from the shorter great-circle arc between two points. */
export interface ArcDistance {
  readonly distanceM: number;
  /** The nearest point of the arc. */
  readonly foot: LonLat;
}

/**
 * Distance to the shorter great-circle arc from A to B on the mean sphere. Beyond its ends the distance is
 * that to the nearer end; equal ends give the distance to that point.
 */
export function arcDistance(a: LonLat, b: LonLat): (point: LonLat) => ArcDistance {
  const from = vectorOf(a);
  const to = vectorOf(b);
  const pole = cross(from, to);
  const poleLength = Math.hypot(...pole);
  const toEnd = (point: Vector): ArcDistance => {
    const [toA, toB] = [angle(point, from), angle(point, to)];
    return {distanceM: Math.min(toA, toB) * EARTH_RADIUS_M, foot: toA <= toB ? a : b};
  };
  return (at) => {
    const point = vectorOf(at);
    if (poleLength === 0) return toEnd(point);
    const normal = scaled(pole, 1 / poleLength);
    const off = dot(point, normal);
    const flat: Vector = [
      point[0] - off * normal[0],
      point[1] - off * normal[1],
      point[2] - off * normal[2],
    ];
    // the foot lies on the arc when it is ahead of A and short of B
    const inside = dot(cross(from, flat), normal) > 0 && dot(cross(flat, to), normal) > 0;
    if (!inside) return toEnd(point);
    return {
      distanceM: Math.asin(Math.min(1, Math.abs(off))) * EARTH_RADIUS_M,
      foot: lonLatOf(flat),
    };
  };
}

function vectorOf([lon, lat]: LonLat): Vector {
  const cosLat = Math.cos(lat * RAD);
  return [cosLat * Math.cos(lon * RAD), cosLat * Math.sin(lon * RAD), Math.sin(lat * RAD)];
}

function lonLatOf([x, y, z]: Vector): LonLat {
  return [Math.atan2(y, x) / RAD, Math.atan2(z, Math.hypot(x, y)) / RAD];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function scaled(v: Vector, factor: number): Vector {
  return [v[0] * factor, v[1] * factor, v[2] * factor];
}

/** Angle between two unit vectors, exact for near ones too. */
function angle(a: Vector, b: Vector): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

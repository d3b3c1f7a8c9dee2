import type {Bbox, LonLat} from '../../geo/line.ts';
import {localPlane} from '../../geo/local-plane.ts';

/** Where a straight line from a position inside the box, in a bearing, leaves the box. */
export function rayToBox(from: LonLat, bearingDeg: number, bbox: Bbox): LonLat {
  const [west, south, east, north] = bbox;
  const plane = localPlane(from[0], from[1]);
  const angle = (bearingDeg * Math.PI) / 180;
  // Metres east and north per metre of way, turned into degrees on the plane round the start.
  const dLon = plane.lon(Math.sin(angle)) - from[0];
  const dLat = plane.lat(Math.cos(angle)) - from[1];
  const steps = [
    dLon > 0 ? (east - from[0]) / dLon : Infinity,
    dLon < 0 ? (west - from[0]) / dLon : Infinity,
    dLat > 0 ? (north - from[1]) / dLat : Infinity,
    dLat < 0 ? (south - from[1]) / dLat : Infinity,
  ];
  const step = Math.min(...steps);
  const clamp = (value: number, low: number, high: number): number =>
    Math.min(high, Math.max(low, value));
  return [clamp(from[0] + step * dLon, west, east), clamp(from[1] + step * dLat, south, north)];
}

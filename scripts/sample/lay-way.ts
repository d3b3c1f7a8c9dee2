import type {Point} from './types.ts';

const EARTH_RADIUS_M = 6371008.8;
const RAD = Math.PI / 180;

/** Great-circle distance in metres (haversine, mean earth radius). */
export function distanceM(a: Point, b: Point): number {
  const s1 = Math.sin(((b.lat - a.lat) * RAD) / 2);
  const s2 = Math.sin(((b.lon - a.lon) * RAD) / 2);
  const h = s1 * s1 + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * s2 * s2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}

/** Length of a polyline in metres; 0 for fewer than two points. */
export function lengthM(line: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distanceM(line[i - 1]!, line[i]!);
  return sum;
}

/** Coordinates as the file carries them: six decimals, about 0.1 m. */
export function rounded(p: Point): Point {
  return {lon: Math.round(p.lon * 1e6) / 1e6, lat: Math.round(p.lat * 1e6) / 1e6};
}

/**
 * Points strictly between `a` and `b` so that the leg winds like a road: a sine wave about the
 * straight line, one half wave per `halfWaveM`, three points each, its height chosen so that the
 * drawn length is `sinuosity` times the straight one. Empty when the leg is straight.
 */
export function windingLeg(a: Point, b: Point, sinuosity: number, halfWaveM: number): Point[] {
  const straightM = distanceM(a, b);
  if (sinuosity <= 1.002 || straightM < 500) return [];
  const waves = Math.max(1, Math.round(straightM / halfWaveM));
  let low = 0;
  let high = straightM;
  for (let i = 0; i < 40; i++) {
    const heightM = (low + high) / 2;
    const drawnM = lengthM([a, ...wave(a, b, waves, heightM), b]);
    if (drawnM < sinuosity * straightM) low = heightM;
    else high = heightM;
  }
  return wave(a, b, waves, (low + high) / 2).map(rounded);
}

function wave(a: Point, b: Point, waves: number, heightM: number): Point[] {
  const kLon = EARTH_RADIUS_M * RAD * Math.cos(((a.lat + b.lat) / 2) * RAD);
  const kLat = EARTH_RADIUS_M * RAD;
  const dx = (b.lon - a.lon) * kLon;
  const dy = (b.lat - a.lat) * kLat;
  const d = Math.hypot(dx, dy);
  const steps = waves * 3;
  const points: Point[] = [];
  for (let i = 1; i < steps; i++) {
    const t = i / steps;
    const off = heightM * Math.sin(t * waves * Math.PI);
    points.push({
      lon: a.lon + (dx * t - (dy / d) * off) / kLon,
      lat: a.lat + (dy * t + (dx / d) * off) / kLat,
    });
  }
  return points;
}

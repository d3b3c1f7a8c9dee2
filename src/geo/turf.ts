import {area, multiPolygon} from '@turf/turf';
import type {LonLat} from './line.ts';

/** GeoJSON MultiPolygon coordinates, read-only. */
export type MultiPolygonLonLat = readonly (readonly (readonly LonLat[])[])[];

/** The one door to Turf: its own types stay inside. Ground that an area covers, km², on the mean sphere (within 0.6 % of the ellipsoid); holes are out. */
export function areaKm2(coordinates: MultiPolygonLonLat): number {
  const copy = coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
  return area(multiPolygon(copy)) / 1e6;
}

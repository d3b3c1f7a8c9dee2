import {booleanPointInPolygon, multiPolygon} from '@turf/turf';
import type {LonLat} from './line.ts';

/** GeoJSON MultiPolygon coordinates, read-only. */
export type MultiPolygonLonLat = readonly (readonly (readonly LonLat[])[])[];

/** Whether a point lies in an area or on its edge. The one door to Turf: its own types stay inside. */
export function pointInArea(lon: number, lat: number, area: MultiPolygonLonLat): boolean {
  const coordinates = area.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
  return booleanPointInPolygon([lon, lat], multiPolygon(coordinates));
}

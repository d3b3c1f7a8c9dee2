import {booleanPointInPolygon, multiPolygon} from '@turf/turf';
import type {MultiPolygonLonLat} from '../../src/geo/turf.ts';

/** Whether a point lies in an area or on its edge, by Turf: a reader of polygons that is not ours. */
export function pointInArea(lon: number, lat: number, area: MultiPolygonLonLat): boolean {
  const coordinates = area.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
  return booleanPointInPolygon([lon, lat], multiPolygon(coordinates));
}

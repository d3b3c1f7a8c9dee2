import type {Map as MapView} from 'maplibre-gl';
import type {Point} from '../point.ts';
import {POINT_ZOOMS} from './style.ts';

const REACH_PX = 12;

/** What a point of the map may be put on besides roads. */
export interface SnapPoints {
  readonly places: readonly {readonly lon: number; readonly lat: number; readonly kind: string}[];
  readonly stations: readonly {readonly lon: number; readonly lat: number}[];
}

/**
 * The point of the network nearest to a point of the map, within 12 pixels: a place or a station first,
 * else a drawn point of a road. Places and stations are those that are shown at this zoom, whether their
 * tile has come and their name found room or not; roads are taken from what the tiles show.
 */
export function snapTo(
  map: MapView,
  {places, stations}: SnapPoints,
  lon: number,
  lat: number,
): Point | undefined {
  const at = map.project([lon, lat]);
  const zoom = map.getZoom();
  const named = [
    ...places.filter(({kind}) => zoom >= POINT_ZOOMS[kind === 'city' ? 'city' : 'town']),
    ...(zoom >= POINT_ZOOMS.station ? stations : []),
  ];
  const pxOf = (point: Point): number => map.project(point).dist(at);
  return (
    // A name stands for more than the road that passes it.
    nearest(
      named.map((point): Point => [point.lon, point.lat]),
      pxOf,
    ) ?? nearest(roadPoints(map, at), pxOf)
  );
}

function nearest(points: readonly Point[], pxOf: (point: Point) => number): Point | undefined {
  let best: Point | undefined;
  let bestPx: number = REACH_PX;
  for (const point of points) {
    const px = pxOf(point);
    if (px <= bestPx) {
      bestPx = px;
      best = point;
    }
  }
  return best;
}

function roadPoints(map: MapView, at: {readonly x: number; readonly y: number}): Point[] {
  const layers = map
    .getStyle()
    .layers.filter(({id}) => id.startsWith('road-') || id === 'rail')
    .map(({id}) => id);
  const features = map.queryRenderedFeatures(
    [
      [at.x - REACH_PX, at.y - REACH_PX],
      [at.x + REACH_PX, at.y + REACH_PX],
    ],
    {layers},
  );
  return features.flatMap(({geometry}) => positions(geometry));
}

function positions(geometry: GeoJSON.Geometry): Point[] {
  if (geometry.type === 'LineString') return geometry.coordinates.map(pair);
  if (geometry.type === 'MultiLineString') return geometry.coordinates.flat().map(pair);
  return [];
}

function pair([lon, lat]: readonly number[]): Point {
  return [lon!, lat!];
}

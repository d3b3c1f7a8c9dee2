import type {Map as MapView} from 'maplibre-gl';
import type {Point} from '../point.ts';

const REACH_PX = 12;

/**
 * The point of the network nearest to a point of the map, within 12 pixels: a place or a station first,
 * else a drawn point of a road. Taken from what the tiles show, so it is what the planner sees.
 */
export function snapTo(map: MapView, lon: number, lat: number): Point | undefined {
  const at = map.project([lon, lat]);
  const box: [[number, number], [number, number]] = [
    [at.x - REACH_PX, at.y - REACH_PX],
    [at.x + REACH_PX, at.y + REACH_PX],
  ];
  const layers = map
    .getStyle()
    .layers.filter(
      ({id}) =>
        id.startsWith('road-') || id.startsWith('place-') || id === 'rail' || id === 'station',
    )
    .map(({id}) => id);
  let best: Point | undefined;
  let bestPx = Infinity;
  for (const {geometry} of map.queryRenderedFeatures(box, {layers})) {
    const point = geometry.type === 'Point';
    for (const position of positions(geometry)) {
      const px = map.project(position).dist(at);
      // A name stands for more than the road that passes it.
      const weighed = point ? px - REACH_PX : px;
      if (px <= REACH_PX && weighed < bestPx) {
        bestPx = weighed;
        best = position;
      }
    }
  }
  return best;
}

function positions(geometry: GeoJSON.Geometry): Point[] {
  if (geometry.type === 'Point') return [pair(geometry.coordinates)];
  if (geometry.type === 'LineString') return geometry.coordinates.map(pair);
  if (geometry.type === 'MultiLineString') return geometry.coordinates.flat().map(pair);
  return [];
}

function pair([lon, lat]: readonly number[]): Point {
  return [lon!, lat!];
}

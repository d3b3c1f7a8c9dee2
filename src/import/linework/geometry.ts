import type {LonLat} from '../../geo/line.ts';

/** What could not be read of a geometry; the place in the file is the caller's to name. */
export type GeometryFault = 'malformed' | 'projected';

/** The lines and points of a GeoJSON geometry, whatever it is nested in. */
export interface Shapes {
  readonly lines: LonLat[][];
  readonly points: LonLat[];
  /** Geometry types that are neither, e.g. `Polygon`. */
  readonly others: string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Takes a geometry apart. `MultiLineString`, `MultiPoint` and collections give all their parts.
 * Returns a fault when a position is no pair of numbers, or lies outside ±180°, ±90°.
 */
export function shapesOf(geometry: unknown): Shapes | GeometryFault {
  const shapes: Shapes = {lines: [], points: [], others: []};
  return collect(geometry, shapes, 0) ?? shapes;
}

/** Collections in collections are allowed by the standard and made by nobody. */
const MAX_DEPTH = 4;

function collect(geometry: unknown, shapes: Shapes, depth: number): GeometryFault | undefined {
  if (geometry === null) {
    shapes.others.push('null');
    return undefined;
  }
  if (!isObject(geometry) || depth > MAX_DEPTH) return 'malformed';
  const {type, coordinates} = geometry;
  switch (type) {
    case 'Point':
      return points([coordinates], shapes);
    case 'MultiPoint':
      return points(coordinates, shapes);
    case 'LineString':
      return lines([coordinates], shapes);
    case 'MultiLineString':
      return lines(coordinates, shapes);
    case 'GeometryCollection': {
      const parts = geometry['geometries'];
      if (!Array.isArray(parts)) return 'malformed';
      for (const part of parts) {
        const fault = collect(part, shapes, depth + 1);
        if (fault) return fault;
      }
      return undefined;
    }
    default:
      if (typeof type !== 'string') return 'malformed';
      shapes.others.push(type);
      return undefined;
  }
}

function points(list: unknown, shapes: Shapes): GeometryFault | undefined {
  if (!Array.isArray(list)) return 'malformed';
  for (const item of list) {
    const at = position(item);
    if (typeof at === 'string') return at;
    shapes.points.push(at);
  }
  return undefined;
}

function lines(list: unknown, shapes: Shapes): GeometryFault | undefined {
  if (!Array.isArray(list)) return 'malformed';
  for (const part of list) {
    if (!Array.isArray(part)) return 'malformed';
    const line: LonLat[] = [];
    for (const item of part) {
      const at = position(item);
      if (typeof at === 'string') return at;
      line.push(at);
    }
    shapes.lines.push(line);
  }
  return undefined;
}

function position(item: unknown): LonLat | GeometryFault {
  if (!Array.isArray(item)) return 'malformed';
  const [lon, lat] = item as readonly unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') return 'malformed';
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return 'malformed';
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : 'projected';
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

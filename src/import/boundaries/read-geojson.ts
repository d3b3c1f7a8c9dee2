import {UserError} from '../../errors.ts';
import type {LonLat} from '../../geo/line.ts';
import {MAX_BORDER_LEVEL, MIN_LEVEL, type Polygons} from './model.ts';

/** A boundary of the user's file: an area with its name, or a line that parts two areas. */
export interface FileBoundary {
  readonly level: number;
  readonly name: string;
  readonly province: string | null;
  readonly area: Polygons | null;
  readonly lines: readonly (readonly LonLat[])[];
  /** `false`: coast or maritime line. */
  readonly border: boolean;
  readonly left: string | null;
  readonly right: string | null;
}

/** A file of borders as the user gave it. */
export interface BorderFile {
  /** Name of the file, for messages. */
  readonly name: string;
  /** Its content. */
  readonly text: string;
}

const HINT =
  'Give a GeoJSON FeatureCollection in WGS84 of (Multi)Polygons with "admin_level" (4 省, 5 市, 6 县) and "name", or (Multi)LineStrings with "admin_level".';
const WGS84 = /CRS84|EPSG:+4326$/i;

/**
 * Boundaries of a GeoJSON file. Polygons need `admin_level` (or `level`) 2–6 and `name`, may have
 * `province`; lines need the level, may have `left` and `right` (names of the units on either hand) and
 * `maritime` or `natural=coastline` (then they are no border). Anything else is refused: throws
 * `UserError` with the number of the feature (from 1) and what is wrong with it.
 */
export function readBorderFile({name, text}: BorderFile): FileBoundary[] {
  const fault = (message: string): UserError =>
    new UserError('E_INPUT', `${name}: ${message}.`, {hint: HINT});
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw fault(`this is no JSON, ${(cause as Error).message}`);
  }
  if (!isRecord(root)) throw fault('this is no GeoJSON object');
  const crs = root['crs'] ?? null;
  if (crs !== null && !WGS84.test(crsName(crs))) {
    throw fault(`coordinates are in ${crsName(crs).slice(0, 80)}, not in WGS84`);
  }
  const features = root['type'] === 'FeatureCollection' ? root['features'] : [root];
  if (!Array.isArray(features)) throw fault('"features" is no list');
  if (features.length === 0) throw fault('there is no boundary in it');
  return features.map((feature: unknown, i) =>
    readFeature(feature, (message) => fault(`feature ${i + 1} ${message}`)),
  );
}

type Fault = (message: string) => UserError;

function readFeature(feature: unknown, fault: Fault): FileBoundary {
  if (!isRecord(feature) || feature['type'] !== 'Feature') throw fault('is no GeoJSON Feature');
  const tags = isRecord(feature['properties']) ? feature['properties'] : {};
  const geometry = feature['geometry'];
  if (!isRecord(geometry)) throw fault('has no geometry');
  const level = levelOf(tags['admin_level'] ?? tags['level'], fault);
  const name = textOf(tags['name'], 'name', fault);
  const {area, lines} = shapeOf(geometry, fault);
  if (area !== null && name === null) throw fault('is an area without a "name"');
  const maritime = tags['maritime'];
  return {
    level,
    name: name ?? '',
    province: textOf(tags['province'] ?? tags['is_in:province'], 'province', fault),
    area,
    lines,
    border:
      !(maritime === 1 || maritime === true || maritime === 'yes' || maritime === '1') &&
      tags['natural'] !== 'coastline',
    left: textOf(tags['left'], 'left', fault),
    right: textOf(tags['right'], 'right', fault),
  };
}

function levelOf(value: unknown, fault: Fault): number {
  if (value === undefined || value === null) throw fault('has no "admin_level"');
  const level = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
  if (typeof level === 'number' && Number.isInteger(level)) {
    if (level >= MIN_LEVEL && level <= MAX_BORDER_LEVEL) return level;
  }
  throw fault(
    `has "admin_level" ${shown(value)}, which is not one of ${MIN_LEVEL} to ${MAX_BORDER_LEVEL}`,
  );
}

function textOf(value: unknown, key: string, fault: Fault): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw fault(`has a "${key}" that is no text`);
  return value.trim() === '' ? null : value.trim();
}

function shapeOf(
  geometry: Record<string, unknown>,
  fault: Fault,
): {area: Polygons | null; lines: LonLat[][]} {
  const {type, coordinates} = geometry as {type: unknown; coordinates: unknown};
  const list = (value: unknown): unknown[] => {
    if (!Array.isArray(value) || value.length === 0) {
      throw fault(`has coordinates that are no ${shown(type)}`);
    }
    return value;
  };
  const line = (value: unknown): LonLat[] => {
    const points = list(value).map((position) => pointOf(position, fault));
    if (points.length < 2) throw fault('has a line of one point');
    return points;
  };
  const ring = (value: unknown): LonLat[] => {
    const points = list(value).map((position) => pointOf(position, fault));
    const [first, last] = [points[0]!, points.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) throw fault('has a ring that does not close');
    if (points.length < 4) throw fault('has a ring of fewer than four positions');
    return points;
  };
  const polygon = (value: unknown): LonLat[][] => list(value).map(ring);
  switch (type) {
    case 'LineString':
      return {area: null, lines: [line(coordinates)]};
    case 'MultiLineString':
      return {area: null, lines: list(coordinates).map(line)};
    case 'Polygon':
      return {area: [polygon(coordinates)], lines: []};
    case 'MultiPolygon':
      return {area: list(coordinates).map(polygon), lines: []};
    default:
      throw fault(`is a ${shown(type)}, not an area or a line`);
  }
}

function pointOf(position: unknown, fault: Fault): LonLat {
  const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof lon !== 'number' || typeof lat !== 'number') {
    throw fault(`has a position [${shown(lon)}, ${shown(lat)}] that is no lon, lat`);
  }
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    throw fault(`has a position ${lon}, ${lat}, which is not on Earth in degrees`);
  }
  return [lon, lat];
}

/** A value for a message: never more than a few letters of it, whatever hides in it. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

function crsName(crs: unknown): string {
  const properties = isRecord(crs) ? crs['properties'] : undefined;
  const name = isRecord(properties) ? properties['name'] : undefined;
  return typeof name === 'string' ? name : 'a system without a name';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

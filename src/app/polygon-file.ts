import {UserError} from '../errors.ts';
import type {LonLat} from '../geo/line.ts';
import {readWhole} from './files.ts';

/**
 * Rings of the polygon that an extract was cut with, from an Osmosis `.poly` or a GeoJSON with one or
 * several (multi)polygons. Throws `UserError` naming the file (and, for `.poly`, the line).
 */
export async function readPolygon(path: string): Promise<readonly (readonly LonLat[])[]> {
  const text = new TextDecoder().decode(await readWhole(path));
  const rings = path.toLowerCase().endsWith('.poly')
    ? polyRings(text, path)
    : jsonRings(text, path);
  if (rings.some((ring) => ring.length >= 3)) return rings.filter((ring) => ring.length >= 3);
  throw bad(path, 'holds no polygon');
}

/** A name, then for each ring its name, `lon lat` lines and `END`; the last `END` closes the file. */
function polyRings(text: string, path: string): LonLat[][] {
  const rings: LonLat[][] = [];
  let ring: LonLat[] | null = null;
  text.split(/\r?\n/).forEach((line, at) => {
    const words = line.trim().split(/\s+/);
    if (at === 0 || words[0] === '') return;
    if (ring === null) {
      if (words[0] !== 'END') ring = [];
      return;
    }
    if (words[0] === 'END') {
      rings.push(ring);
      ring = null;
      return;
    }
    ring.push(position(words.slice(0, 2).map(Number), `${path}, line ${at + 1}`));
  });
  if (ring !== null) throw bad(path, 'ends inside a ring: an END is missing');
  return rings;
}

function jsonRings(text: string, path: string): LonLat[][] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw bad(path, 'is neither a .poly file nor JSON', cause);
  }
  const rings: LonLat[][] = [];
  const take = (polygon: unknown): void => {
    if (!Array.isArray(polygon)) throw bad(path, 'has a polygon without coordinates');
    for (const ring of polygon) {
      if (!Array.isArray(ring)) throw bad(path, 'has a polygon without rings');
      rings.push(ring.map((point: unknown) => position(point, path)));
    }
  };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const {type, coordinates, geometry, features, geometries} = value as Record<string, unknown>;
    if (type === 'Polygon') take(coordinates);
    else if (type === 'MultiPolygon' && Array.isArray(coordinates)) coordinates.forEach(take);
    else if (type === 'Feature') visit(geometry);
    else if (type === 'FeatureCollection' && Array.isArray(features)) features.forEach(visit);
    else if (type === 'GeometryCollection' && Array.isArray(geometries)) geometries.forEach(visit);
  };
  visit(json);
  return rings;
}

function position(point: unknown, place: string): LonLat {
  const [lon, lat] = Array.isArray(point) ? (point as unknown[]) : [];
  if (
    typeof lon === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90
  ) {
    return [lon, lat];
  }
  throw bad(place, 'has a point that is no longitude and latitude');
}

function bad(place: string, what: string, cause?: unknown): UserError {
  return new UserError('E_INPUT', `${place} ${what}.`, {
    hint: 'Give the .poly file or the GeoJSON that the extract was cut with.',
    cause,
  });
}

import {UserError} from '../../errors.ts';
import type {FeatureFile} from './feature.ts';
import {isObject} from './geometry.ts';
import {type RawFeature, readFeatures} from './read-features.ts';

/** Coordinate systems that are degrees of WGS84, or within a metre of it (CGCS2000, ETRS89 not). */
const DEGREES = /(:|\/)(CRS84|4326|4490)$/i;

/**
 * Reads GeoJSON text: a FeatureCollection, one Feature, or a bare geometry. Throws `UserError` for
 * what is not JSON, not GeoJSON, empty, or in a projected coordinate system.
 */
export function readGeoJson(data: Uint8Array, name: string): FeatureFile {
  const json = parse(data, name);
  const crs = crsOf(json);
  if (crs !== null && !DEGREES.test(crs)) {
    throw new UserError('E_INPUT', `${name} is in the coordinate system ${crs.slice(0, 60)}.`, {
      hint: 'Reproject the layer to WGS84 (EPSG:4326) in a GIS and export it again.',
    });
  }
  return readFeatures(rawFeatures(json, name), name, 'no "crs" is given');
}

function parse(data: Uint8Array, name: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(data));
  } catch (cause) {
    const why =
      cause instanceof SyntaxError ? cause.message.slice(0, 100) : 'it is not text in UTF-8';
    throw new UserError('E_INPUT', `${name} is not JSON: ${why}.`, {
      hint: 'Check that the file is whole and saved as UTF-8.',
      cause,
    });
  }
  if (isObject(value) && typeof value['type'] === 'string') return value;
  throw new UserError('E_INPUT', `${name} is JSON but not GeoJSON: it has no "type".`, {
    hint: 'Export the layer as GeoJSON (RFC 7946); an Overpass answer must end in .json.',
  });
}

function crsOf(json: Readonly<Record<string, unknown>>): string | null {
  const crs = json['crs'];
  if (!isObject(crs) || !isObject(crs['properties'])) return null;
  const {name} = crs['properties'];
  return typeof name === 'string' ? name.replace(/::/g, ':') : null;
}

function rawFeatures(json: Readonly<Record<string, unknown>>, name: string): RawFeature[] {
  if (json['type'] === 'Feature') return [rawFeature(json, 1, name)];
  if (json['type'] !== 'FeatureCollection') return [{geometry: json, properties: {}}];
  const {features} = json;
  if (!Array.isArray(features)) {
    throw new UserError('E_INPUT', `${name}: the FeatureCollection has no "features" list.`, {
      hint: 'The file may have been cut short; export it again.',
    });
  }
  return features.map((feature: unknown, i) => rawFeature(feature, i + 1, name));
}

function rawFeature(feature: unknown, number: number, name: string): RawFeature {
  if (isObject(feature) && feature['type'] === 'Feature') {
    const {properties, geometry} = feature;
    return {geometry: geometry ?? null, properties: isObject(properties) ? properties : {}};
  }
  throw new UserError('E_INPUT', `${name}: entry ${number} of "features" is not a Feature.`, {
    hint: 'Export the layer again; every entry needs "type": "Feature".',
  });
}

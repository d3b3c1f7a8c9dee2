import {isRecord} from './json-record.ts';
import {PROJECTS_SCHEMA} from './project-schema.ts';

type Json = Readonly<Record<string, unknown>>;

export function isGeojson(json: unknown): json is Json {
  return isRecord(json) && json['type'] === 'FeatureCollection';
}

/**
 * A file of projects from GeoJSON: each feature is a project, its properties are the keys of
 * docs/project-format.md, its line is the geometry. A road drawn without stops is entered and left at
 * its two ends. What is not as it should be is left for the schema to complain about.
 */
export function projectsOfGeojson(json: Json): Json {
  const features = Array.isArray(json['features']) ? json['features'] : [];
  const {title = 'GeoJSON', note} = json;
  return {
    schema: PROJECTS_SCHEMA,
    title,
    ...(note === undefined ? {} : {note}),
    projects: features.map(projectOf),
  };
}

function projectOf(feature: unknown): unknown {
  if (!isRecord(feature) || !isRecord(feature['properties'])) return feature;
  const {geometry, properties} = {geometry: feature['geometry'], properties: feature['properties']};
  if (geometry === null || geometry === undefined) return properties;
  const line = lineOf(geometry);
  const known = properties['stops'] ?? properties['corridor'];
  const drawnRoad = known === undefined && properties['mode'] === 'road';
  const stops = drawnRoad ? endsOf(line) : undefined;
  return {...properties, geometry: line, ...(stops && {stops})};
}

/** Positions without heights; anything but a line as it stands, which the schema will not take. */
function lineOf(geometry: unknown): unknown {
  if (!isRecord(geometry) || geometry['type'] !== 'LineString') {
    return isRecord(geometry) ? String(geometry['type']) : geometry;
  }
  const {coordinates} = geometry;
  if (!Array.isArray(coordinates)) return coordinates;
  return coordinates.map((at: unknown) => (Array.isArray(at) ? at.slice(0, 2) : at));
}

function endsOf(line: unknown): readonly Json[] | undefined {
  if (!Array.isArray(line) || line.length < 2) return undefined;
  const stop = (name: string, at: unknown): Json => {
    const [lon, lat] = Array.isArray(at) ? at : [];
    return {name, lon, lat};
  };
  return [stop('起点', line[0]), stop('终点', line[line.length - 1])];
}

import type {Geometry, Position} from 'geojson';
import type {LonLat} from '../geo/line.ts';
import type {CsvColumn, CsvValue} from './csv-values.ts';
import {cleanText} from './escape.ts';

/** A GeoJSON feature before it is written. */
export interface Feature {
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, CsvValue>>;
}

/** A layer of a report before it is written as GeoJSON or GeoPackage. */
export interface ReportLayer {
  /** Name of its file without the ending, and of its table. */
  readonly id: string;
  readonly features: readonly Feature[];
}

/** 1e-6 degrees is a tenth of a metre: finer than any source. */
function position(lon: number, lat: number): Position {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

const positions = (line: readonly LonLat[]): Position[] =>
  line.map(([lon, lat]) => position(lon, lat));

export function pointGeometry(lon: number, lat: number): Geometry {
  return {type: 'Point', coordinates: position(lon, lat)};
}

/** `null` for a line of fewer than two points, which RFC 7946 does not allow. */
export function lineGeometry(line: readonly LonLat[]): Geometry | null {
  return line.length < 2 ? null : {type: 'LineString', coordinates: positions(line)};
}

export function linesGeometry(lines: readonly (readonly LonLat[])[]): Geometry | null {
  const drawn = lines.filter((line) => line.length > 1);
  if (drawn.length === 0) return null;
  return {type: 'MultiLineString', coordinates: drawn.map(positions)};
}

/**
 * Polygons with their rings closed and wound after RFC 7946: outer rings counter-clockwise, holes
 * clockwise. Rings of fewer than three different points are left out; `null` when none is left.
 */
export function polygonGeometry(
  polygons: readonly (readonly (readonly LonLat[])[])[],
): Geometry | null {
  const kept = polygons
    .map((rings) =>
      rings.map((ring, i) => closed(positions(ring), i === 0)).filter((r) => r.length > 3),
    )
    .filter((rings) => rings.length > 0);
  return kept.length === 0 ? null : {type: 'MultiPolygon', coordinates: kept};
}

function closed(ring: Position[], outer: boolean): Position[] {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first === undefined || last === undefined) return [];
  const whole = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
  let twice = 0;
  for (let i = 1; i < whole.length; i++) {
    const [a, b] = [whole[i - 1]!, whole[i]!];
    twice += a[0]! * b[1]! - b[0]! * a[1]!;
  }
  return twice > 0 === outer ? whole : whole.toReversed();
}

/** Flat attributes from the columns of a table. */
export function propertiesOf<Row>(
  row: Row,
  columns: readonly CsvColumn<Row>[],
): Record<string, CsvValue> {
  return Object.fromEntries(columns.map((c) => [c.key, clean(c.value(row))]));
}

function clean(value: CsvValue): CsvValue {
  return typeof value === 'string' ? cleanText(value) : value;
}

/** A FeatureCollection as text, one feature a line; extra members say where the data come from. */
export function featureCollection(
  name: string,
  features: readonly Feature[],
  notes: Readonly<Record<string, string | boolean>> = {},
): string {
  const origin = Object.fromEntries(Object.entries(notes).map(([k, v]) => [k, clean(v)]));
  const head = JSON.stringify({type: 'FeatureCollection', name, ...origin}).slice(0, -1);
  const lines = features.map((f) => {
    const properties = Object.fromEntries(
      Object.entries(f.properties).map(([key, value]) => [key, clean(value)]),
    );
    return JSON.stringify({type: 'Feature', properties, geometry: f.geometry});
  });
  return `${head},"features":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`;
}

import {UserError} from '../../errors.ts';
import type {LonLat} from '../../geo/line.ts';
import type {PopulationCells, Vintage} from '../../geo/population-cells.ts';
import {innerPoint} from '../boundaries/inner-point.ts';
import type {ByteReader} from '../byte-reader.ts';
import {readJsonList} from '../json-list.ts';
import {CellList} from './cell-list.ts';
import {vintageOf} from './vintage.ts';

const HINT =
  'give a FeatureCollection of points or grid squares with a number "population" (and "date", "kind" where they differ), degrees WGS84';

/**
 * Population cells from a GeoJSON FeatureCollection of points or polygons with a number `population`;
 * a polygon counts at a point well inside it. Read as a stream. Throws `UserError` with all complaints.
 */
export async function readPopulationGeoJson(
  bytes: ByteReader,
  name: string,
  ofFile: Vintage,
): Promise<PopulationCells> {
  const list = new CellList(name);
  const opening = await readJsonList(bytes, name, 'features', {
    member: () => {},
    item: (value, at) => addFeature(list, value, `feature ${at + 1}`, ofFile),
  });
  if (opening !== 'object') {
    throw new UserError('E_INPUT', `${name} is no GeoJSON FeatureCollection`, {hint: HINT});
  }
  return list.finish(HINT);
}

function addFeature(list: CellList, value: unknown, where: string, ofFile: Vintage): void {
  const feature = asObject(value);
  const properties = asObject(feature['properties']);
  const at = positionOf(asObject(feature['geometry']));
  if (at === null) {
    list.fault(`${where}: its geometry is neither a point nor a polygon`);
    return;
  }
  const vintage = vintageOf(properties, ofFile, (text) => list.fault(`${where}: ${text}`));
  const {population} = properties;
  const persons = typeof population === 'number' ? population : Number.NaN;
  list.add(at[0], at[1], persons, vintage, where);
}

function positionOf({type, coordinates}: Readonly<Record<string, unknown>>): LonLat | null {
  if (type === 'Point') return isPosition(coordinates) ? coordinates : null;
  const polygons =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons) || polygons.length === 0) return null;
  const whole = polygons.every(
    (polygon) =>
      Array.isArray(polygon) &&
      polygon.length > 0 &&
      polygon.every((ring) => Array.isArray(ring) && ring.length > 3 && ring.every(isPosition)),
  );
  return whole ? innerPoint(polygons) : null;
}

function isPosition(value: unknown): value is LonLat {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

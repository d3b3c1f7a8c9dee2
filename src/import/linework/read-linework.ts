import {UserError} from '../../errors.ts';
import type {LonLat} from '../../geo/line.ts';
import type {ByteReader} from '../byte-reader.ts';
import {type Crs, toWgs84} from '../crs.ts';
import type {FeatureFile} from './feature.ts';
import type {Linework} from './linework.ts';
import {readGeoJson} from './read-geojson.ts';
import {requireHeap} from './require-heap.ts';
import {readShapefiles} from './shapefile/read-shapefile.ts';

/** GeoJSON is parsed as one text, and a JavaScript string holds no more than this. */
const MAX_BYTES = 512 * 1024 * 1024 - 1024;

/**
 * Reads a GeoJSON file or a zip of shapefiles (at most 512 MB) into `linework`, turned into WGS84.
 * Throws `UserError` for what cannot be read.
 */
export async function readLinework(
  bytes: ByteReader,
  name: string,
  format: 'geojson' | 'shapefile-zip',
  linework: Linework,
  crs: Crs = 'wgs84',
): Promise<void> {
  const data = await bytes.take(MAX_BYTES + 1);
  if (data.length > MAX_BYTES) {
    throw new UserError('E_INPUT', `${name} is larger than 512 MB, too large to read at once.`, {
      hint: 'Split the layer, or turn it into an .osm.pbf extract.',
    });
  }
  if (format === 'geojson') requireHeap(data.length, name);
  const files = format === 'geojson' ? [readGeoJson(data, name)] : readShapefiles(data, name);
  for (const file of files) linework.add(crs === 'wgs84' ? file : converted(file, crs));
}

function converted(file: FeatureFile, crs: Crs): FeatureFile {
  const turn = ([lon, lat]: LonLat): LonLat => toWgs84(crs, lon, lat);
  return {
    ...file,
    features: file.features.map((feature) => ({
      ...feature,
      lines: feature.lines.map((line) => line.map(turn)),
      points: feature.points.map(turn),
    })),
  };
}

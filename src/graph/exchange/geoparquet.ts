import type {BasicType, Writer} from 'hyparquet-writer';
import type {Bbox, LonLat} from '../../geo/line.ts';
import {graphAttributes} from '../graphology.ts';
import type {Network} from '../network.ts';
import {EDGE_FIELDS, type EdgeRecord, edgeRecords, type FieldType} from './edge-records.ts';

const PARQUET_TYPES: Readonly<Record<FieldType, BasicType>> = {
  text: 'STRING',
  whole: 'INT32',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
};

/**
 * Writes the edges as GeoParquet 1.1 (geoparquet.org/releases/v1.1.0): one row an edge, its line as WKB
 * in `geometry`, longitude first, WGS84. Where the data comes from is in the file's key-value metadata.
 * Holds one group of rows at a time.
 */
export async function writeGeoparquet(
  network: Network,
  status: 'open' | 'all',
  writer: Writer,
): Promise<void> {
  const {parquetWriteRows} = await import('hyparquet-writer');
  const keys = Object.keys(EDGE_FIELDS) as (keyof typeof EDGE_FIELDS)[];
  await parquetWriteRows({
    writer,
    rows: rows(network, status, keys),
    columns: [
      ...keys.map((name) => ({name, type: PARQUET_TYPES[EDGE_FIELDS[name]]})),
      {name: 'geometry', type: 'BYTE_ARRAY' as const, statistics: false, nullable: false},
    ],
    rowGroupSize: 50_000,
    createdBy: 'guantong',
    kvMetadata: [
      {key: 'geo', value: JSON.stringify(geoMetadata(network, status))},
      ...Object.entries(graphAttributes(network)).map(([key, value]) => ({
        key,
        value: String(value),
      })),
    ],
  });
}

function* rows(
  network: Network,
  status: 'open' | 'all',
  keys: readonly (keyof typeof EDGE_FIELDS)[],
): Generator<Record<string, unknown>> {
  for (const edge of edgeRecords(network, status)) {
    const row: Record<string, unknown> = {};
    for (const key of keys) row[key] = (edge as EdgeRecord)[key] ?? null;
    row['geometry'] = wkbLine(edge.line);
    yield row;
  }
}

function geoMetadata(network: Network, status: 'open' | 'all') {
  const bbox = boxOf(network, status);
  return {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      // No `crs` means OGC:CRS84: longitude and latitude on WGS84.
      geometry: {encoding: 'WKB', geometry_types: ['LineString'], ...(bbox && {bbox})},
    },
  };
}

function boxOf(network: Network, status: 'open' | 'all'): Bbox | null {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const {line} of edgeRecords(network, status)) {
    for (const [lon, lat] of line) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return west > east ? null : [west, south, east, north];
}

const LINE_STRING = 2;

/** A line as little-endian well-known binary (OGC 06-103r4). */
export function wkbLine(line: readonly LonLat[]): Uint8Array {
  const bytes = new Uint8Array(9 + 16 * line.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, LINE_STRING, true);
  view.setUint32(5, line.length, true);
  line.forEach(([lon, lat], i) => {
    view.setFloat64(9 + 16 * i, lon, true);
    view.setFloat64(17 + 16 * i, lat, true);
  });
  return bytes;
}

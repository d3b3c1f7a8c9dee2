import type {Geometry, Position} from 'geojson';
import {ByteWriter} from './byte-writer.ts';

/** WKB numbers of the geometries that layers have. */
const TYPES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const;

type Drawn = Extract<Geometry, {readonly type: keyof typeof TYPES}>;

export interface Extent {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The box round a geometry; `null` round nothing. */
export function extentOf({coordinates}: Drawn): Extent | null {
  const box = {minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity};
  widen(box, coordinates);
  return box.minX <= box.maxX ? box : null;
}

type Nested = Position | readonly Nested[];

function widen(box: {-readonly [side in keyof Extent]: number}, coordinates: Nested): void {
  if (typeof coordinates[0] !== 'number') {
    for (let i = 0; i < coordinates.length; i++) widen(box, coordinates[i] as Nested);
    return;
  }
  const x = coordinates[0];
  const y = (coordinates as Position)[1]!;
  if (x < box.minX) box.minX = x;
  if (x > box.maxX) box.maxX = x;
  if (y < box.minY) box.minY = y;
  if (y > box.maxY) box.maxY = y;
}

export function isDrawn(geometry: Geometry | null): geometry is Drawn {
  return geometry !== null && Object.hasOwn(TYPES, geometry.type);
}

const WGS84 = 4326;
/** Little-endian, not empty, with an envelope of x and y. */
const FLAGS = 0b0000_0011;

/**
 * A geometry as OGC 12-128 writes it: `GP`, version, flags, reference system, envelope, then WKB. `box` is
 * its extent, for who knows it already.
 */
export function geometryBlob(geometry: Drawn, box = extentOf(geometry)): Uint8Array {
  if (box === null) throw new Error(`a ${geometry.type} without a position has no blob`);
  const out = new ByteWriter();
  for (const byte of [0x47, 0x50, 0, FLAGS]) out.byte(byte);
  out.uint32(WGS84);
  for (const side of [box.minX, box.maxX, box.minY, box.maxY]) out.float64(side);
  writeWkb(out, geometry);
  return out.bytes();
}

function writeWkb(out: ByteWriter, {type, coordinates}: Drawn): void {
  // Byte order, type and – but for a point – how many parts follow.
  out.byte(1);
  out.uint32(TYPES[type]);
  if (type !== 'Point') out.uint32(coordinates.length);
  switch (type) {
    case 'Point':
      writePosition(out, coordinates);
      break;
    case 'LineString':
      for (const position of coordinates) writePosition(out, position);
      break;
    case 'Polygon':
      for (const ring of coordinates) {
        out.uint32(ring.length);
        for (const position of ring) writePosition(out, position);
      }
      break;
    case 'MultiPoint':
      for (const part of coordinates) writeWkb(out, {type: 'Point', coordinates: part});
      break;
    case 'MultiLineString':
      for (const part of coordinates) writeWkb(out, {type: 'LineString', coordinates: part});
      break;
    default:
      for (const part of coordinates) writeWkb(out, {type: 'Polygon', coordinates: part});
  }
}

function writePosition(out: ByteWriter, position: Position): void {
  out.float64(position[0]!);
  out.float64(position[1]!);
}

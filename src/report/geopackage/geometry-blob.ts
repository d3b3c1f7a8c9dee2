import type {Geometry, Position} from 'geojson';

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
export function extentOf(geometry: Drawn): Extent | null {
  let box: Extent | null = null;
  for (const [x, y] of positionsOf(geometry.coordinates)) {
    box =
      box === null
        ? {minX: x!, minY: y!, maxX: x!, maxY: y!}
        : {
            minX: Math.min(box.minX, x!),
            minY: Math.min(box.minY, y!),
            maxX: Math.max(box.maxX, x!),
            maxY: Math.max(box.maxY, y!),
          };
  }
  return box;
}

export function isDrawn(geometry: Geometry | null): geometry is Drawn {
  return geometry !== null && Object.hasOwn(TYPES, geometry.type);
}

const WGS84 = 4326;
/** Little-endian, not empty, with an envelope of x and y. */
const FLAGS = 0b0000_0011;

/** A geometry as OGC 12-128 writes it: `GP`, version, flags, reference system, envelope, then WKB. */
export function geometryBlob(geometry: Drawn): Uint8Array {
  const box = extentOf(geometry);
  if (box === null) throw new Error(`a ${geometry.type} without a position has no blob`);
  const head = new DataView(new ArrayBuffer(40));
  head.setUint8(0, 0x47);
  head.setUint8(1, 0x50);
  head.setUint8(3, FLAGS);
  head.setInt32(4, WGS84, true);
  [box.minX, box.maxX, box.minY, box.maxY].forEach((value, i) => {
    head.setFloat64(8 + 8 * i, value, true);
  });
  return Buffer.concat([new Uint8Array(head.buffer), ...wkb(geometry)]);
}

function* wkb({type, coordinates}: Drawn): Generator<Uint8Array> {
  switch (type) {
    case 'Point':
      yield prefix(type);
      yield doubles([coordinates]);
      break;
    case 'LineString':
      yield prefix(type, coordinates.length);
      yield doubles(coordinates);
      break;
    case 'Polygon':
      yield prefix(type, coordinates.length);
      for (const ring of coordinates) {
        yield count(ring.length);
        yield doubles(ring);
      }
      break;
    case 'MultiPoint':
      yield prefix(type, coordinates.length);
      for (const part of coordinates) yield* wkb({type: 'Point', coordinates: part});
      break;
    case 'MultiLineString':
      yield prefix(type, coordinates.length);
      for (const part of coordinates) yield* wkb({type: 'LineString', coordinates: part});
      break;
    default:
      yield prefix(type, coordinates.length);
      for (const part of coordinates) yield* wkb({type: 'Polygon', coordinates: part});
  }
}

/** Byte order, type and – but for a point – how many parts follow. */
function prefix(type: keyof typeof TYPES, parts?: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(parts === undefined ? 5 : 9));
  view.setUint8(0, 1);
  view.setUint32(1, TYPES[type], true);
  if (parts !== undefined) view.setUint32(5, parts, true);
  return new Uint8Array(view.buffer);
}

function count(parts: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, parts, true);
  return new Uint8Array(view.buffer);
}

function doubles(positions: readonly Position[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(16 * positions.length));
  positions.forEach(([x, y], i) => {
    view.setFloat64(16 * i, x!, true);
    view.setFloat64(16 * i + 8, y!, true);
  });
  return new Uint8Array(view.buffer);
}

type Nested = Position | readonly Nested[];

function* positionsOf(coordinates: Nested): Generator<Position> {
  if (typeof coordinates[0] === 'number') yield coordinates as Position;
  else for (const part of coordinates as readonly Nested[]) yield* positionsOf(part);
}

/**
 * The byte layout of a `.gtn` file; docs/network-file.md is the same in words.
 *
 *     0  4  magic "GTN1"
 *     4  4  version, u32
 *     8  4  length of the JSON header in bytes, u32
 *    12  4  reserved, 0
 *    16  8  length of the whole file in bytes, u64
 *    24 32  SHA-256 of bytes 0–23 followed by bytes 56–end
 *    56     JSON header, UTF-8; zero bytes up to the next multiple of 8; then the columns
 *
 * All numbers little-endian. SHA-256 rather than a CRC: a 32-bit sum misses one damaged file in four
 * billion and is easily matched on purpose; with a cryptographic sum a file that passes is what some
 * encoder wrote. Node's implementation uses the processor's SHA instructions, so it costs about as
 * much time as reading the file.
 */
export const MAGIC = 'GTN1';

/** Raised when a reader of the version before would misread the file; new optional sections do not. */
export const VERSION = 1;

export const VERSION_AT = 4;
export const HEADER_LENGTH_AT = 8;
export const FILE_LENGTH_AT = 16;
export const CHECKSUM_AT = 24;
export const HEADER_AT = 56;

/** Columns start at multiples of this, so that every type can be a view on the file's bytes. */
export const ALIGN = 8;

/** The typed arrays a section can hold, by the word in the section directory. */
export const COLUMN_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;
export type ColumnType = keyof typeof COLUMN_TYPES;

/** Typed array of a column type. */
export interface ColumnOf {
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}
export type Column = ColumnOf[ColumnType];

/** A named column of the file, e.g. `edges.lengthM`. */
export interface Section {
  readonly name: string;
  readonly column: Column;
}

/** One line of the section directory; `offset` counts from the first byte after the padded header. */
export interface DirectoryEntry {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly byteLength: number;
}

/** The word for a typed array in the section directory. */
export function columnType(column: Column): ColumnType {
  const types = Object.keys(COLUMN_TYPES) as ColumnType[];
  return types.find((type) => column instanceof COLUMN_TYPES[type])!;
}

/** The next multiple of `ALIGN` at or after `offset`. */
export function aligned(offset: number): number {
  return Math.ceil(offset / ALIGN) * ALIGN;
}

/** Columns are stored as the machine holds them; no machine Node runs on today is big-endian but s390x. */
export function assertLittleEndian(): void {
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1) {
    throw new Error('.gtn files can be read and written on little-endian machines only');
  }
}

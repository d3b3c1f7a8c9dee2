import {badFile} from './bad-file.ts';
import {fileChecksum} from './file-checksum.ts';
import {
  ALIGN,
  aligned,
  assertLittleEndian,
  CHECKSUM_AT,
  COLUMN_TYPES,
  type Column,
  type ColumnType,
  FILE_LENGTH_AT,
  HEADER_AT,
  HEADER_LENGTH_AT,
  MAGIC,
  VERSION,
  VERSION_AT,
} from './layout.ts';

/** A `.gtn` file taken apart: its JSON header, not yet judged, and its columns by name. */
export interface UnpackedFile {
  readonly header: Readonly<Record<string, unknown>>;
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * Takes a `.gtn` file apart. Columns are views on `bytes` (copied once when `bytes` does not start at
 * a multiple of 8 in its buffer). Columns of a type this version does not know are left out.
 * Throws `UserError('E_INPUT')` for everything that is not an undamaged file of this version.
 */
export function unpackFile(bytes: Uint8Array, fileName: string): UnpackedFile {
  assertLittleEndian();
  checkPreamble(bytes, fileName);
  const whole = bytes.byteOffset % ALIGN === 0 ? bytes : new Uint8Array(bytes);
  const headerLength = viewOf(whole).getUint32(HEADER_LENGTH_AT, true);
  const bodyAt = aligned(HEADER_AT + headerLength);
  if (bodyAt > whole.length) throw badFile(fileName, 'has a header longer than the file.');
  const header = parseHeader(whole.subarray(HEADER_AT, HEADER_AT + headerLength), fileName);
  return {header, columns: readColumns(whole, bodyAt, header['sections'], fileName)};
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function checkPreamble(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0) throw badFile(fileName, 'is empty.');
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) {
    throw badFile(fileName, 'is not a .gtn network file.', {
      hint: 'Make a network of an extract first: guantong import <extract> -o <file>.gtn',
    });
  }
  if (bytes.length < HEADER_AT) {
    throw badFile(fileName, `is cut off: it ends after ${bytes.length} bytes, inside its header.`);
  }
  const view = viewOf(bytes);
  const version = view.getUint32(VERSION_AT, true);
  if (version > VERSION) {
    throw badFile(
      fileName,
      `was made by a newer guantong (file version ${version}, this one reads ${VERSION}).`,
      {hint: 'Update guantong, or import the extract again with this version.'},
    );
  }
  if (version < 1) throw badFile(fileName, `has no valid version number (${version}).`);
  const length = view.getBigUint64(FILE_LENGTH_AT, true);
  if (length > BigInt(bytes.length)) {
    throw badFile(fileName, `is cut off: it ends after ${bytes.length} of ${length} bytes.`);
  }
  if (length < BigInt(bytes.length)) {
    const extra = BigInt(bytes.length) - length;
    throw badFile(fileName, `is damaged: ${extra} bytes follow its end at byte ${length}.`);
  }
  const stored = bytes.subarray(CHECKSUM_AT, HEADER_AT);
  if (!fileChecksum(bytes).every((byte, i) => byte === stored[i])) {
    throw badFile(fileName, 'is damaged: its checksum does not match its content.');
  }
}

function parseHeader(utf8: Uint8Array, fileName: string): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(utf8));
  } catch (cause) {
    throw badFile(fileName, 'has a header that is not JSON.', {cause});
  }
  if (!isRecord(header)) throw badFile(fileName, 'has a header that is not a JSON object.');
  return header;
}

function readColumns(
  bytes: Uint8Array,
  bodyAt: number,
  directory: unknown,
  fileName: string,
): Map<string, Column> {
  if (!Array.isArray(directory)) throw badFile(fileName, 'has no section directory.');
  const columns = new Map<string, Column>();
  for (const entry of directory as readonly unknown[]) {
    if (!isRecord(entry)) throw badFile(fileName, 'has a section directory with a bad entry.');
    const {name, type, offset, byteLength} = entry;
    if (typeof name !== 'string' || typeof type !== 'string') {
      throw badFile(fileName, 'has a section without name or type.');
    }
    if (!isSize(offset) || !isSize(byteLength) || bodyAt + offset + byteLength > bytes.length) {
      throw badFile(fileName, `has a section ${name} that reaches outside the file.`);
    }
    if (columns.has(name)) throw badFile(fileName, `has two sections called ${name}.`);
    if (!Object.hasOwn(COLUMN_TYPES, type)) continue; // of a later version: not ours to read
    const make = COLUMN_TYPES[type as ColumnType];
    const size = make.BYTES_PER_ELEMENT;
    if (offset % ALIGN !== 0 || byteLength % size !== 0) {
      throw badFile(fileName, `has a section ${name} that is not aligned.`);
    }
    columns.set(
      name,
      new make(bytes.buffer as ArrayBuffer, bytes.byteOffset + bodyAt + offset, byteLength / size),
    );
  }
  return columns;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

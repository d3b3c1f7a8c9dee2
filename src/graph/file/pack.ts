import {fileChecksum} from './file-checksum.ts';
import {
  aligned,
  assertLittleEndian,
  CHECKSUM_AT,
  columnType,
  type DirectoryEntry,
  FILE_LENGTH_AT,
  HEADER_AT,
  HEADER_LENGTH_AT,
  MAGIC,
  type Section,
  VERSION,
  VERSION_AT,
} from './layout.ts';

/**
 * The bytes of a `.gtn` file with these sections, in this order; `header` must be plain JSON and gets
 * the section directory as its last key. Same input → same bytes.
 */
export function packFile(
  header: Readonly<Record<string, unknown>>,
  sections: readonly Section[],
): Uint8Array {
  assertLittleEndian();
  const directory = directoryOf(sections);
  const headerBytes = new TextEncoder().encode(JSON.stringify({...header, sections: directory}));
  const bodyAt = aligned(HEADER_AT + headerBytes.length);
  const last = directory.at(-1);
  const length = bodyAt + (last ? last.offset + last.byteLength : 0);

  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  new TextEncoder().encodeInto(MAGIC, bytes);
  view.setUint32(VERSION_AT, VERSION, true);
  view.setUint32(HEADER_LENGTH_AT, headerBytes.length, true);
  view.setBigUint64(FILE_LENGTH_AT, BigInt(length), true);
  bytes.set(headerBytes, HEADER_AT);
  sections.forEach(({column}, i) => {
    const raw = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    bytes.set(raw, bodyAt + directory[i]!.offset);
  });
  bytes.set(fileChecksum(bytes), CHECKSUM_AT);
  return bytes;
}

function directoryOf(sections: readonly Section[]): DirectoryEntry[] {
  const names = new Set<string>();
  let offset = 0;
  return sections.map(({name, column}) => {
    if (names.has(name)) throw new Error(`two sections of a .gtn file are called ${name}`);
    names.add(name);
    const entry = {name, type: columnType(column), offset, byteLength: column.byteLength};
    offset = aligned(offset + column.byteLength);
    return entry;
  });
}

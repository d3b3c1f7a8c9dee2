import {createHash} from 'node:crypto';

/**
 * A second writer of the layout in docs/network-file.md, written from that page alone, to make files
 * that the real encoder never would: right checksum, wrong content.
 */
export interface ForgedHeader {
  meta: Record<string, unknown>;
  counts: Record<'nodes' | 'edges' | 'points' | 'wayIds' | 'strings', number>;
  places: Record<string, unknown>[];
  stations: Record<string, unknown>[];
  borders: Record<string, unknown>[];
  areas: Record<string, unknown>[];
  ledger: Record<string, unknown>[];
  sections: ForgedSection[];
}

export interface ForgedSection {
  name: string;
  type: string;
  offset: number;
  byteLength: number;
}

/** The directory entry of a section. */
export function sectionOf(header: ForgedHeader, name: string): ForgedSection {
  return header.sections.find((section) => section.name === name)!;
}

export interface FileParts {
  readonly header: ForgedHeader;
  readonly body: Uint8Array;
}

export function takeApart(bytes: Uint8Array): FileParts {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const bodyAt = Math.ceil((56 + headerLength) / 8) * 8;
  const header = JSON.parse(Buffer.from(bytes.subarray(56, 56 + headerLength)).toString('utf8'));
  return {header, body: bytes.slice(bodyAt)};
}

export function assemble(header: unknown, body: Uint8Array, headerText?: Buffer): Uint8Array {
  const text = headerText ?? Buffer.from(JSON.stringify(header), 'utf8');
  const padding = Buffer.alloc((8 - ((56 + text.length) % 8)) % 8);
  const file = Buffer.concat([Buffer.alloc(56), text, padding, body]);
  file.write('GTN1', 0, 'latin1');
  file.writeUInt32LE(1, 4);
  file.writeUInt32LE(text.length, 8);
  file.writeBigUInt64LE(BigInt(file.length), 16);
  return sign(new Uint8Array(file));
}

/** Puts the right checksum on changed bytes, in place. */
export function sign(bytes: Uint8Array): Uint8Array {
  const hashed = Buffer.concat([bytes.subarray(0, 24), bytes.subarray(56)]);
  bytes.set(createHash('sha256').update(hashed).digest(), 24);
  return bytes;
}

/** The file with its header changed by `edit`. */
export function withHeader(bytes: Uint8Array, edit: (header: ForgedHeader) => void): Uint8Array {
  const {header, body} = takeApart(bytes);
  edit(header);
  return assemble(header, body);
}

/** The file with the bytes of one section changed by `edit`. */
export function withSection(
  bytes: Uint8Array,
  name: string,
  edit: (section: DataView) => void,
): Uint8Array {
  const {header, body} = takeApart(bytes);
  const entry = sectionOf(header, name);
  edit(new DataView(body.buffer, body.byteOffset + entry.offset, entry.byteLength));
  return assemble(header, body);
}

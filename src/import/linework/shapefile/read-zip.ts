import {inflateRawSync} from 'node:zlib';
import {UserError} from '../../../errors.ts';

/** An entry of a zip archive, not yet unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly read: () => Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
/** The comment behind the end record is no longer than this. */
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 10_000;
const ZIP64 = 0xffffffff;

/**
 * Lists a zip archive. `maxBytes` bounds what all entries unpack to, by what the archive says of them;
 * an entry that unpacks to more than it said is refused when it is read. Throws `UserError` for an
 * archive that is broken, encrypted, of the zip64 kind, or too large.
 */
export function readZip(data: Uint8Array, archive: string, maxBytes: number): ZipEntry[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  try {
    const entries = directory(view, archive);
    const total = entries.reduce((sum, {size}) => sum + size, 0);
    if (total > maxBytes) {
      throw new UserError(
        'E_INPUT',
        `${archive} unpacks to ${mb(total)}, more than the ${mb(maxBytes)} that are allowed.`,
        {hint: 'Split the layer, or give it as an .osm.pbf extract.'},
      );
    }
    return entries;
  } catch (cause) {
    // DataView reads past the end of a broken archive throw this.
    if (cause instanceof RangeError) throw broken(archive, 'its list of files is cut short', cause);
    throw cause;
  }
}

function directory(view: DataView, archive: string): ZipEntry[] {
  const end = findEnd(view);
  if (end < 0) throw broken(archive, 'it has no list of files at its end');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === ZIP64) throw zip64(archive);
  if (count > MAX_ENTRIES) throw broken(archive, `it lists ${count} files`);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw broken(archive, 'its list of files is damaged');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const skip = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    const name = nameText(bytes(view, at + 46, nameLength));
    if (size === ZIP64 || packed === ZIP64 || local === ZIP64) throw zip64(archive);
    at += 46 + nameLength + skip;
    if (name.endsWith('/')) continue;
    const read = (): Uint8Array =>
      unpack(view, {archive, name, flags, method, packed, size, local});
    entries.push({name, size, read});
  }
  return entries;
}

interface Packed {
  readonly archive: string;
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
}

function unpack(view: DataView, entry: Packed): Uint8Array {
  const {archive, name, flags, method, packed, size, local} = entry;
  if (flags & 1) {
    throw new UserError('E_INPUT', `${archive}: ${name} is encrypted.`, {
      hint: 'Pack the layer again without a password.',
    });
  }
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) {
    throw broken(archive, `${name} is not where the list says`);
  }
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) throw broken(archive, `${name} is cut short`);
  const data = bytes(view, start, packed);
  if (method === 0) {
    if (packed !== size) throw broken(archive, `${name} has not the size that the list says`);
    return data;
  }
  if (method !== 8) {
    throw new UserError('E_INPUT', `${archive}: ${name} is packed in an unusual way (${method}).`, {
      hint: 'Pack the layer again as an ordinary zip (deflate).',
    });
  }
  let out: Uint8Array;
  try {
    out = inflateRawSync(data, {maxOutputLength: Math.max(1, size)});
  } catch (cause) {
    const longer = (cause as {code?: string}).code === 'ERR_BUFFER_TOO_LARGE';
    throw broken(
      archive,
      `${name} ${longer ? 'unpacks to more than it says' : 'is damaged'}`,
      cause,
    );
  }
  if (out.length !== size) throw broken(archive, `${name} unpacks to less than it says`);
  return out;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function bytes(view: DataView, at: number, length: number): Uint8Array {
  if (at + length > view.byteLength) throw new RangeError('past the end');
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

/** Names are UTF-8, or in what Windows uses where the archive was made: in China GBK. */
function nameText(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

function broken(archive: string, why: string, cause?: unknown): UserError {
  return new UserError('E_INPUT', `${archive} is not a whole zip archive: ${why}.`, {
    hint: 'Download or pack the archive again.',
    cause,
  });
}

function zip64(archive: string): UserError {
  return new UserError('E_INPUT', `${archive} is a zip64 archive, made for files over 4 GB.`, {
    hint: 'Pack the one layer alone.',
  });
}

function mb(size: number): string {
  return `${Math.round(size / 1024 / 1024)} MB`;
}

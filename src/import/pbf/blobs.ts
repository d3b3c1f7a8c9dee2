import {promisify} from 'node:util';
import {inflate} from 'node:zlib';
import {PbfReader} from 'pbf';
import {UserError} from '../../errors.ts';
import type {ByteReader} from '../byte-reader.ts';

/** Limits of the format (wiki.openstreetmap.org/wiki/PBF_Format): larger is not a PBF file. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;
/**
 * What a file may unpack to: real extracts grow two- to fourfold, zlib can do a thousandfold. A small
 * file may do as it likes, a larger one that grows more than this was made to fill the memory.
 */
const MAX_GROWTH = 100;
const FREE_GROWTH_BYTES = 64 * 1024 * 1024;
const MIN_CHUNK_BYTES = 64 * 1024;
/** Blobs unpacked ahead of the one being read, on zlib's own threads. */
const LOOKAHEAD = 4;

/** One unpacked block of the file. */
export interface Block {
  readonly type: string;
  /** Byte offset in the file where the blob starts, for messages. */
  readonly offset: number;
  readonly data: Uint8Array;
}

/** Compressions a blob may name (field number → name) that we do not unpack. */
const UNREADABLE: Readonly<Record<number, string>> = {4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd'};

const unzip = promisify(inflate) as (
  data: Uint8Array,
  options: {maxOutputLength: number; chunkSize: number},
) => Promise<Uint8Array>;

/**
 * The unpacked blocks of a PBF stream in order.
 * Throws `UserError` for a file that is cut short, packed otherwise than with zlib, or not a PBF.
 */
export async function* readBlocks(bytes: ByteReader, name: string): AsyncGenerator<Block> {
  const ahead: Promise<Block>[] = [];
  let unpackedBytes = 0;
  const grown = ({offset, data}: Block): void => {
    unpackedBytes += data.length;
    const most = Math.max(FREE_GROWTH_BYTES, MAX_GROWTH * bytes.position);
    if (unpackedBytes > most) throw tooGrown(name, offset);
  };
  for await (const packed of frames(bytes, name)) {
    const block = unpack(packed, name);
    // Its failure is reported when its turn comes, not as an unhandled rejection before.
    block.catch(() => {});
    ahead.push(block);
    if (ahead.length <= LOOKAHEAD) continue;
    const next = await ahead.shift()!;
    grown(next);
    yield next;
  }
  for (const block of ahead) {
    const next = await block;
    grown(next);
    yield next;
  }
}

async function* frames(bytes: ByteReader, name: string): AsyncGenerator<Block> {
  for (;;) {
    const offset = bytes.position;
    const prefix = await bytes.take(4);
    if (prefix.length === 0) {
      if (offset === 0) throw notPbf(name, 'the file is empty');
      return;
    }
    if (prefix.length < 4) throw offset === 0 ? notPbf(name, 'too short') : cut(name, offset);
    const size = new DataView(prefix.buffer, prefix.byteOffset, 4).getUint32(0);
    if (size === 0 || size > MAX_HEADER_BYTES) throw lost(name, offset);
    const header = blobHeader(await exactly(bytes, size, name, offset));
    if (header === null || (offset === 0 && header.type !== 'OSMHeader')) throw lost(name, offset);
    if (header.size > MAX_BLOB_BYTES) throw lost(name, offset);
    const data = await exactly(bytes, header.size, name, offset);
    if (header.type === 'OSMHeader' || header.type === 'OSMData') {
      yield {type: header.type, offset, data};
    }
  }
}

async function exactly(
  bytes: ByteReader,
  size: number,
  name: string,
  offset: number,
): Promise<Uint8Array> {
  const data = await bytes.take(size);
  if (data.length < size) throw cut(name, offset);
  return data;
}

function blobHeader(data: Uint8Array): {type: string; size: number} | null {
  let type = '';
  let size = -1;
  try {
    const pbf = new PbfReader(data);
    for (let field = pbf.nextField(); field; field = pbf.nextField()) {
      if (field === 1) type = pbf.readString();
      else if (field === 3) size = pbf.readVarint();
    }
    return type === '' || !(size >= 0) || pbf.pos > pbf.length ? null : {type, size};
  } catch {
    return null;
  }
}

async function unpack(packed: Block, name: string): Promise<Block> {
  const {type, offset} = packed;
  let raw: Uint8Array | undefined;
  let zipped: Uint8Array | undefined;
  let unreadable: string | undefined;
  let rawBytes: number | undefined;
  try {
    const pbf = new PbfReader(packed.data);
    for (let field = pbf.nextField(); field; field = pbf.nextField()) {
      if (field === 1) raw = pbf.readBytes();
      else if (field === 2) rawBytes = pbf.readVarint();
      else if (field === 3) zipped = pbf.readBytes();
      else if (UNREADABLE[field] !== undefined) unreadable = UNREADABLE[field];
    }
    if (pbf.pos > pbf.length) throw new Error('a field runs past the end of its blob');
    if (raw) return {type, offset, data: raw};
    if (zipped) {
      const most = Math.min(MAX_BLOB_BYTES, Math.max(1, rawBytes ?? MAX_BLOB_BYTES));
      // One chunk of the stated size: else zlib hands out 16 kB at a time, for us to join. And one byte
      // more: zlib goes on with another such chunk when the first is full to the last byte.
      const chunkSize = Math.max(MIN_CHUNK_BYTES, Math.min(most, rawBytes ?? 0) + 1);
      const data = await unzip(zipped, {maxOutputLength: most, chunkSize});
      if (data.length === (rawBytes ?? data.length)) return {type, offset, data};
      throw new Error(`it unpacks to ${data.length} bytes where it says ${rawBytes}`);
    }
  } catch (cause) {
    throw damaged(name, offset, cause);
  }
  throw new UserError(
    'E_INPUT',
    `${name}: the block at byte ${offset} is packed with ${unreadable ?? 'an unknown compression'}, which cannot be read here.`,
    {hint: `Rewrite it with zlib: osmium cat "${name}" -o rewritten.osm.pbf`},
  );
}

/** A block whose content does not decode. */
export function damaged(name: string, offset: number, cause: unknown): UserError {
  return new UserError('E_INPUT', `${name}: the block at byte ${offset} is damaged.`, {
    hint: 'Download the file again and compare its checksum.',
    cause,
  });
}

function tooGrown(name: string, offset: number): UserError {
  return new UserError(
    'E_INPUT',
    `${name}: the blocks up to byte ${offset} unpack to more than ${MAX_GROWTH} times the size of the file, as those of no map do.`,
    {
      hint: `If you trust the file, unpack it first: osmium cat "${name}" -o plain.osm.pbf -f pbf,pbf_compression=none`,
    },
  );
}

function lost(name: string, offset: number): UserError {
  return offset === 0
    ? notPbf(name, 'it does not start with an OSMHeader block')
    : damaged(name, offset, undefined);
}

function cut(name: string, offset: number): UserError {
  return new UserError(
    'E_INPUT',
    `${name}: the file ends in the middle of the block that starts at byte ${offset}.`,
    {hint: 'The download was cut short; fetch the file again.'},
  );
}

function notPbf(name: string, why: string): UserError {
  return new UserError('E_INPUT', `${name} is not an OSM PBF file: ${why}.`, {
    hint: 'Give an .osm.pbf, .osm, .osm.gz or Overpass .json file.',
  });
}

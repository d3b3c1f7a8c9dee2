import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream';
import {createGunzip} from 'node:zlib';
import {UserError} from '../errors.ts';
import type {DetectedFormat} from '../import/import-network.ts';

/**
 * What a packed file may unpack to: map data grows ten- to twentyfold, gzip can do a thousandfold. A
 * small file may do as it likes, a larger one that grows more than this was made to fill the memory.
 */
const MAX_GROWTH = 100;
const FREE_GROWTH_BYTES = 256 * 1024 * 1024;

/**
 * The bytes of an extract, unpacked. `onBytes` gets those read of the file as it is, so that the size
 * of the file says what is left. Throws `UserError` for a packed file that is damaged, cut short, or
 * unpacks to more than a map does.
 */
export async function* bytesOf(
  path: string,
  {gzipped, bzipped = false}: Pick<DetectedFormat, 'gzipped' | 'bzipped'>,
  onBytes: (read: number) => void,
): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, {highWaterMark: 1 << 18});
  try {
    const packed = counted(file, onBytes);
    if (gzipped) yield* unpacked(path, 'gzip', gunzip(packed), () => file.bytesRead);
    else if (bzipped) yield* unpacked(path, 'bzip2', bunzip(packed), () => file.bytesRead);
    else yield* packed;
  } finally {
    file.destroy();
  }
}

async function* counted(
  file: AsyncIterable<Uint8Array>,
  onBytes: (read: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of file) {
    read += chunk.length;
    onBytes(read);
    yield chunk;
  }
}

async function* unpacked(
  path: string,
  packing: 'gzip' | 'bzip2',
  chunks: AsyncIterable<Uint8Array>,
  packedBytes: () => number,
): AsyncGenerator<Uint8Array> {
  const tool = packing === 'gzip' ? 'gunzip' : 'bunzip2';
  let unpackedBytes = 0;
  try {
    for await (const chunk of chunks) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > Math.max(FREE_GROWTH_BYTES, MAX_GROWTH * packedBytes())) {
        throw new UserError(
          'E_INPUT',
          `${path} unpacks to more than ${MAX_GROWTH} times its size, as no map does`,
          {hint: `if you trust the file, unpack it with ${tool} and import what comes out`},
        );
      }
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      'E_INPUT',
      `${path} is not a whole ${packing} file: ${(cause as Error).message}`,
      {
        hint: `download the file again, or unpack it with ${tool} to see where it breaks`,
        cause,
      },
    );
  }
}

function gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(packed, createGunzip(), () => {}); // a fault reaches whoever reads the stream
}

/** The package hands out what it unpacks while it is written to: so nothing queues up. */
async function* bunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const opened = (await import('unbzip2-stream')).default();
  const out: Uint8Array[] = [];
  let fault: Error | undefined;
  opened.on('data', (chunk) => out.push(chunk));
  opened.on('error', (error) => {
    fault ??= error;
  });
  let bytes = 0;
  for await (const chunk of packed) {
    bytes += chunk.length;
    opened.write(chunk);
    if (fault) throw broken(fault, bytes);
    yield* out.splice(0);
  }
  opened.end();
  if (fault) throw broken(fault, bytes);
  if (bytes === 0) throw new Error('it is empty');
  yield* out.splice(0);
}

/** At a cut file's end the package fails on bytes that are not there, with a message of no use. */
function broken(fault: Error, bytes: number): Error {
  const isCut = fault instanceof TypeError || /prematurely/.test(fault.message);
  const why = isCut ? `it ends too soon, after ${bytes} bytes` : `damaged before byte ${bytes}`;
  return new Error(why, {cause: fault});
}

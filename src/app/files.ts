import {createHash, randomBytes} from 'node:crypto';
import {createReadStream, existsSync, rmSync} from 'node:fs';
import {type FileHandle, mkdir, open, readFile, rename, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {UserError} from '../errors.ts';

export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Half-written files of this process: removed when it ends before they are whole. */
const unfinished = new Set<string>();

/** Removes what is half-written; for the handlers of Ctrl-C and of the end of the process. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, {force: true});
  unfinished.clear();
}

/** Writes a file whole or not at all: beside it first, then moved into place. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await moveIntoPlace(path, (beside) => writeFile(beside, content));
}

const BATCH_CHARS = 1 << 18;

/**
 * Writes a file piece by piece, whole or not at all: for what is larger than one string can be. What
 * the source of the pieces throws passes through. Gives the bytes written.
 */
export async function writePieces(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string | Uint8Array>,
): Promise<number> {
  let bytes = 0;
  let fault: {readonly cause: unknown} | undefined;
  await moveIntoPlace(path, async (beside) => {
    const file = await open(beside, 'w');
    try {
      bytes = await writeBatches(file, pieces, (cause) => {
        fault = {cause};
      });
    } finally {
      await file.close();
    }
  }).catch((error: unknown) => {
    throw fault ? fault.cause : error;
  });
  return bytes;
}

async function writeBatches(
  file: FileHandle,
  pieces: Iterable<string> | AsyncIterable<string | Uint8Array>,
  onFault: (cause: unknown) => void,
): Promise<number> {
  let bytes = 0;
  let text = '';
  const put = async (data: Uint8Array): Promise<void> => {
    await file.writeFile(data);
    bytes += data.length;
  };
  const flush = async (): Promise<void> => {
    if (text !== '') await put(Buffer.from(text));
    text = '';
  };
  for await (const piece of guarded(pieces, onFault)) {
    if (typeof piece === 'string') {
      text += piece;
      if (text.length >= BATCH_CHARS) await flush();
    } else {
      await flush();
      await put(piece);
    }
  }
  await flush();
  return bytes;
}

async function* guarded(
  pieces: Iterable<string> | AsyncIterable<string | Uint8Array>,
  onFault: (cause: unknown) => void,
): AsyncGenerator<string | Uint8Array> {
  try {
    yield* pieces;
  } catch (cause) {
    onFault(cause);
    throw cause;
  }
}

/** Has a file written beside its place and moves it there when it is whole. */
export async function moveIntoPlace(
  path: string,
  write: (beside: string) => Promise<void>,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await mkdir(dirname(path), {recursive: true});
    unfinished.add(beside);
    await write(beside);
    await rename(beside, path);
  } catch (cause) {
    throw new UserError('E_INPUT', `cannot write ${path}: ${reason(cause)}`, {
      hint: 'choose another place with -o',
      cause,
    });
  } finally {
    if (existsSync(beside)) rmSync(beside);
    unfinished.delete(beside);
  }
}

/** Reads a file; a missing or unreadable one is a `UserError`. */
export async function readWhole(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Lists of places and of projects have some kilobytes; JSON takes tenfold when it is parsed. */
const MAX_JSON_BYTES = 64 * 1024 * 1024;

/** Parses a JSON file of at most 64 MB; a fault is a `UserError` that names the file. */
export async function readJson(path: string): Promise<{json: unknown; facts: FileFacts}> {
  const bytes = await readWhole(path);
  if (bytes.length > MAX_JSON_BYTES) {
    throw new UserError('E_INPUT', `${path} is larger than 64 MB, too large for a list`, {
      hint: 'give a list of places or of projects, not a map',
    });
  }
  const facts = {name: basename(path), bytes: bytes.length, sha256: sha256(bytes)};
  try {
    return {json: JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)), facts};
  } catch (cause) {
    throw new UserError('E_INPUT', `${path} is not JSON: ${reason(cause)}`, {
      hint: 'check that the file is whole and saved as UTF-8',
      cause,
    });
  }
}

/** Size and hash of a file, read as a stream. */
export async function factsOf(path: string): Promise<FileFacts> {
  try {
    const {size} = await stat(path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    return {name: basename(path), bytes: size, sha256: hash.digest('hex')};
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unreadable(path: string, cause: unknown): UserError {
  return new UserError('E_INPUT', `cannot read ${path}: ${reason(cause)}`, {
    hint: 'check the path and the rights of the file',
    cause,
  });
}

function reason(cause: unknown): string {
  const {code, message} = cause as {code?: string; message?: string};
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is a file',
    ENOSPC: 'the disk is full',
  };
  return (code && known[code]) ?? message ?? String(cause);
}

import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {createReadStream, createWriteStream, type WriteStream} from 'node:fs';
import {readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {finished} from 'node:stream/promises';

/** What the server said of the file when its download began. */
export interface PartState {
  readonly url: string;
  /** A strong ETag or, failing that, the time of the last change: names this content of the file. */
  readonly validator: string;
  readonly bytes: number;
}

/**
 * A download on its way: `<target>.part`, and `<target>.part.json` with what it belongs to. Both stay
 * when the download stops, and go when it is whole.
 */
export class PartFile {
  readonly target: string;
  readonly path: string;
  readonly #statePath: string;

  constructor(target: string) {
    this.target = target;
    this.path = `${target}.part`;
    this.#statePath = `${target}.part.json`;
  }

  /** Bytes that are there. */
  async size(): Promise<number> {
    try {
      return (await stat(this.path)).size;
    } catch {
      return 0;
    }
  }

  /** What the part belongs to; `null` when that is not known, so that it is of no use. */
  async state(url: string): Promise<PartState | null> {
    try {
      const state = JSON.parse(await readFile(this.#statePath, 'utf8')) as PartState;
      const isSound = typeof state.validator === 'string' && Number.isSafeInteger(state.bytes);
      return isSound && state.url === url ? state : null;
    } catch {
      return null;
    }
  }

  /** Begins anew, or goes on from byte `from`. */
  async open(from: number, state: PartState | null): Promise<WriteStream> {
    if (state) await writeFile(this.#statePath, `${JSON.stringify(state)}\n`);
    else await rm(this.#statePath, {force: true});
    const file = createWriteStream(this.path, from > 0 ? {flags: 'r+', start: from} : {flags: 'w'});
    await once(file, 'open');
    return file;
  }

  async discard(): Promise<void> {
    await rm(this.path, {force: true});
    await rm(this.#statePath, {force: true});
  }

  /** Moves the whole file into place. */
  async complete(): Promise<void> {
    await rename(this.path, this.target);
    await rm(this.#statePath, {force: true});
  }
}

/** Writes chunks into an open part; what came before a failure stays. Gives the bytes written. */
export async function append(
  file: WriteStream,
  body: AsyncIterable<Uint8Array>,
  onBytes: (written: number) => void,
): Promise<number> {
  let written = 0;
  try {
    for await (const chunk of body) {
      if (!file.write(chunk)) await once(file, 'drain');
      written += chunk.length;
      onBytes(written);
    }
  } finally {
    file.end();
    await finished(file);
  }
  return written;
}

/** MD5 of a file, as download servers publish it: against damage on the way, not against malice. */
export async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Cuts a stream of chunks into pieces of asked-for size, and knows how far it has read. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #onBytes: (total: number) => void;
  #chunk: Uint8Array = new Uint8Array(0);
  #used = 0;
  #position = 0;
  #received = 0;

  constructor(bytes: AsyncIterable<Uint8Array>, onBytes: (total: number) => void = () => {}) {
    this.#chunks = bytes[Symbol.asyncIterator]();
    this.#onBytes = onBytes;
  }

  /** Bytes handed out so far, i.e. the offset in the file of the next one. */
  get position(): number {
    return this.#position;
  }

  /** The next `size` bytes; shorter (possibly empty) only at the end of the stream. */
  async take(size: number): Promise<Uint8Array> {
    if (this.#chunk.length - this.#used < size && !(await this.#gather(size))) {
      size = this.#chunk.length - this.#used;
    }
    const piece = this.#chunk.subarray(this.#used, this.#used + size);
    this.#used += size;
    this.#position += size;
    return piece;
  }

  /** Tells the source that nothing more is wanted. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #gather(size: number): Promise<boolean> {
    const parts = [this.#chunk.subarray(this.#used)];
    let length = parts[0]!.length;
    while (length < size) {
      const next = await this.#chunks.next();
      if (next.done) break;
      parts.push(next.value);
      length += next.value.length;
      this.#received += next.value.length;
      this.#onBytes(this.#received);
    }
    const joined = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    this.#chunk = joined;
    this.#used = 0;
    return length >= size;
  }
}

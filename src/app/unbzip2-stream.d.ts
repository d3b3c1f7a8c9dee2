declare module 'unbzip2-stream' {
  /** An old-style stream: what it unpacks is emitted while `write` and `end` run. */
  interface Unbzip2Stream {
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    write(chunk: Uint8Array): boolean;
    end(): void;
  }
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default function unbzip2Stream(): Unbzip2Stream;
}

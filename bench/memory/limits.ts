import {compileKernel} from '../../scripts/wasm/compile-kernel.ts';

/** The loops of ../assembly/limits.ts over a memory of their own. */
export interface LimitLoops {
  readonly readAll: (from: number, bytes: number) => number;
  readonly readWords: (table: number, mask: number, count: number) => number;
  readonly readLines: (table: number, mask: number, count: number) => number;
  readonly makeRing: (table: number, lines: number) => void;
  readonly chase: (table: number, steps: number) => number;
}

/** The few parts of the WebAssembly interface in use; the standard library types leave it out. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => {readonly exports: LimitLoops};
  readonly Memory: new (pages: {initial: number}) => object;
}

export function compileLimits(): Promise<Uint8Array> {
  return compileKernel(new URL('../assembly/limits.ts', import.meta.url));
}

let compiled: object | undefined;

/** The loops over a fresh memory of so many bytes, every page of it touched. */
export function limitLoops(wasm: Uint8Array, bytes: number): LimitLoops {
  const api = (globalThis as unknown as {WebAssembly: WebAssemblyApi}).WebAssembly;
  const memory = new api.Memory({initial: Math.ceil(bytes / 65_536)});
  // One module for all memories: a fresh one would be slow again until the runtime has optimised it.
  compiled ??= new api.Module(wasm);
  const loops = new api.Instance(compiled, {env: {memory}}).exports;
  loops.makeRing(0, bytes / 64);
  return loops;
}

/**
 * Bytes read per second, in order: the best of windows of 0.1 s over `seconds`, since whatever else
 * runs on the machine only takes away.
 */
export function readRate(loops: LimitLoops, bytes: number, seconds: number): number {
  loops.readAll(0, bytes);
  let best = 0;
  const begin = performance.now();
  while (performance.now() - begin < seconds * 1000) {
    const start = performance.now();
    let read = 0;
    for (; performance.now() - start < 100; read += bytes) loops.readAll(0, bytes);
    best = Math.max(best, (1000 * read) / (performance.now() - start));
  }
  return best;
}

/** Nanoseconds a step of a loop takes, the best of five rounds after one that does not count. */
export function stepNs(steps: number, loop: (steps: number) => void): number {
  loop(steps);
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    loop(steps);
    best = Math.min(best, (1e6 * (performance.now() - start)) / steps);
  }
  return best;
}

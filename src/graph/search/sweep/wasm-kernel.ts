import type {SweepKernel} from './kernel.ts';
import {KERNEL_BASE64} from './kernel-bytes.ts';
import {PLAIN_KERNEL} from './plain-kernel.ts';

/** The few parts of the WebAssembly interface in use; the standard library types leave it out. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => {readonly exports: KernelExports};
  readonly Memory: new (pages: {initial: number}) => {readonly buffer: ArrayBuffer};
}

/** See assembly/kernel.ts: as `SweepMemory`, but places are byte addresses. */
interface KernelExports {
  readonly sweep: (count: number, first: number, arcs: number, cost: number) => void;
  readonly sweepAlong: (
    count: number,
    first: number,
    arcs: number,
    arcAlong: number,
    cost: number,
    along: number,
  ) => void;
}

const PAGE_WORDS = 16_384;

let known: SweepKernel | undefined;

/** The WebAssembly kernel, or the plain one where WebAssembly or its SIMD is missing. */
export function bestKernel(): SweepKernel {
  known ??= wasmKernel() ?? PLAIN_KERNEL;
  return known;
}

/** The kernel with 128-bit SIMD, `null` where the machine has none. Up to 4 GiB a memory. */
export function wasmKernel(): SweepKernel | null {
  const api = (globalThis as {WebAssembly?: WebAssemblyApi}).WebAssembly;
  if (!api) return null;
  let module: object;
  try {
    module = new api.Module(Uint8Array.from(atob(KERNEL_BASE64), (char) => char.charCodeAt(0)));
  } catch {
    return null; // an engine without SIMD refuses the module
  }
  return {
    name: 'wasm',
    memory: (words) => {
      const memory = new api.Memory({initial: Math.ceil(words / PAGE_WORDS)});
      const {exports} = new api.Instance(module, {env: {memory}});
      return {
        words: new Uint32Array(memory.buffer),
        sweep: (count, first, arcs, cost) => exports.sweep(count, 4 * first, 4 * arcs, 4 * cost),
        sweepAlong: (count, first, arcs, arcAlong, cost, along) =>
          exports.sweepAlong(count, 4 * first, 4 * arcs, 4 * arcAlong, 4 * cost, 4 * along),
      };
    },
  };
}

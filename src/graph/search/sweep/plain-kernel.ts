import {LANES, type SweepKernel} from './kernel.ts';

/**
 * The sweep in plain TypeScript: what the WebAssembly one is tested against, and what runs where
 * there is no WebAssembly with SIMD. About fifteen times slower.
 */
export const PLAIN_KERNEL: SweepKernel = {
  name: 'plain',
  memory: (length) => {
    const words = new Uint32Array(length);
    return {
      words,
      sweep: (count, first, arcs, cost) => {
        for (let r = 0; r < count; r++) {
          const row = cost + LANES * r;
          for (let i = words[first + r]!, stop = words[first + r + 1]!; i < stop; i++) {
            const from = cost + LANES * words[arcs + 2 * i]!;
            const more = words[arcs + 2 * i + 1]!;
            for (let lane = 0; lane < LANES; lane++) {
              const over = (words[from + lane]! + more) >>> 0;
              if (over < words[row + lane]!) words[row + lane] = over;
            }
          }
        }
      },
      sweepAlong: (count, first, arcs, arcAlong, cost, along) => {
        for (let r = 0; r < count; r++) {
          for (let i = words[first + r]!, stop = words[first + r + 1]!; i < stop; i++) {
            const from = LANES * words[arcs + 2 * i]!;
            const more = words[arcs + 2 * i + 1]!;
            const moreAlong = words[arcAlong + i]!;
            for (let lane = 0; lane < LANES; lane++) {
              const to = LANES * r + lane;
              const over = (words[cost + from + lane]! + more) >>> 0;
              const overAlong = (words[along + from + lane]! + moreAlong) >>> 0;
              const known = words[cost + to]!;
              if (over > known || (over === known && overAlong >= words[along + to]!)) continue;
              words[cost + to] = over;
              words[along + to] = overAlong;
            }
          }
        }
      },
    };
  },
};

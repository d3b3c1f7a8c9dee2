import {getHeapStatistics} from 'node:v8';
import {UserError} from '../../errors.ts';

/** Measured: 240 MB of GeoJSON with twenty points a line took 2.6 GB until they were joined. */
const HEAP_PER_BYTE = 10;
const MB = 2 ** 20;

/**
 * Refuses drawn lines that this process has no room for: running out of it would end the program without a
 * word. `bytes`: of the text or of the shapes, unpacked.
 */
export function requireHeap(
  bytes: number,
  name: string,
  heapBytes = getHeapStatistics().heap_size_limit,
): void {
  const needBytes = bytes * HEAP_PER_BYTE;
  if (needBytes <= heapBytes) return;
  const [size, need, heap] = [bytes, needBytes, heapBytes].map((n) => Math.ceil(n / MB));
  throw new UserError(
    'E_INPUT',
    `${name} has ${size} MB: joining its lines takes some ${need} MB of memory, and Node.js is allowed ${heap} MB.`,
    {
      hint: `Allow it more, NODE_OPTIONS=--max-old-space-size=${need}, if the machine has it; or leave out what is not needed, or split the layer by region.`,
    },
  );
}

/**
 * A number from 1 to 2^52 made of whole numbers: the same for the same numbers, on every machine, and
 * different for others but for a chance of one in 10^15 a pair. Two 32-bit FNV-1a sums, the second
 * over other bits, with a final mix.
 */
export function stableId(numbers: Iterable<number>): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const number of numbers) {
    const low = number | 0;
    const high = Math.floor(number / 4294967296) | 0;
    a = Math.imul(a ^ low, 0x01000193);
    a = Math.imul(a ^ (low >>> 13) ^ high, 0x85ebca6b);
    b = Math.imul(b ^ (low >>> 16) ^ Math.imul(high, 31), 0xc2b2ae35);
    b = Math.imul(b ^ low, 0x27d4eb2f) + 0x165667b1;
    b ^= b >>> 15;
  }
  a ^= a >>> 16;
  a = Math.imul(a, 0x7feb352d);
  a ^= a >>> 15;
  b = Math.imul(b ^ (b >>> 13), 0x846ca68b);
  b ^= b >>> 16;
  return (a >>> 0) + ((b >>> 0) & 0xfffff) * 4294967296 + 1;
}

/** Id of the way that a drawn line becomes: below 0, as of what no map has yet. */
export function wayIdOf(lineId: number): number {
  return -lineId;
}

// What the memory gives at most, in AssemblyScript: compiled by bench/memory/limits.ts in each run.
// Arguments are byte addresses and counts; what is returned only keeps the loads from being dropped.

/** Reads `bytes` (a multiple of 64) in order. */
export function readAll(from: usize, bytes: usize): i32 {
  let a = i32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (const stop = from + bytes; from < stop; from += 64) {
    a = v128.xor(a, v128.load(from));
    b = v128.xor(b, v128.load(from, 16));
    c = v128.xor(c, v128.load(from, 32));
    d = v128.xor(d, v128.load(from, 48));
  }
  return i32x4.extract_lane(v128.xor(v128.xor(a, b), v128.xor(c, d)), 0);
}

/** Loads one word of each of `count` lines of 64 bytes, drawn by a generator: no load waits for another. */
export function readWords(table: usize, mask: u32, count: u32): i32 {
  let sum = 0;
  let state: u32 = 1;
  for (let i: u32 = 0; i < count; i++) {
    state = state * 1664525 + 1013904223;
    sum += load<i32>(table + (<usize>((state ^ (state >> 15)) & mask) << 6));
  }
  return sum;
}

/** The same with all 64 bytes of each line, as a sweep does for an arc. */
export function readLines(table: usize, mask: u32, count: u32): i32 {
  let a = i32x4.splat(-1);
  let b = a;
  let c = a;
  let d = a;
  let state: u32 = 1;
  for (let i: u32 = 0; i < count; i++) {
    state = state * 1664525 + 1013904223;
    const from = table + (<usize>((state ^ (state >> 15)) & mask) << 6);
    a = i32x4.min_u(a, v128.load(from));
    b = i32x4.min_u(b, v128.load(from, 16));
    c = i32x4.min_u(c, v128.load(from, 32));
    d = i32x4.min_u(d, v128.load(from, 48));
  }
  return i32x4.extract_lane(v128.xor(v128.xor(a, b), v128.xor(c, d)), 0);
}

/** Makes all lines one ring in random order (Sattolo): the first word of a line names the next. */
export function makeRing(table: usize, lines: u32): void {
  for (let i: u32 = 0; i < lines; i++) store<u32>(table + (<usize>i << 6), i);
  let state: u32 = 7;
  for (let i: u32 = lines - 1; i > 0; i--) {
    state = state * 1664525 + 1013904223;
    const j = <u32>((<u64>state * <u64>i) >> 32);
    const left = table + (<usize>i << 6);
    const right = table + (<usize>j << 6);
    const kept = load<u32>(left);
    store<u32>(left, load<u32>(right));
    store<u32>(right, kept);
  }
}

/** Follows the ring: each load waits for the one before. */
export function chase(table: usize, steps: u32): u32 {
  let at: u32 = 0;
  for (let i: u32 = 0; i < steps; i++) at = load<u32>(table + (<usize>at << 6));
  return at;
}

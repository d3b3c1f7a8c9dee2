// The inner loops of the sweeps, in AssemblyScript: `npm run build:wasm` makes
// src/graph/search/sweep/kernel-bytes.ts of it. plain-kernel.ts is the same in TypeScript.
//
// A row is 16 costs side by side, one a lane, 64 bytes. The arcs into row r are
// first[r] ..< first[r + 1], each (row it comes from, cost), two words. All arcs come from rows
// before, so one pass in order makes every row final. Costs and arc costs are at most 2^31 - 1: the
// sum of two stays within 32 unsigned bits. Arguments are byte addresses.

const ROW: usize = 64;

export function sweep(count: u32, first: usize, arcs: usize, cost: usize): void {
  let row = cost;
  let arc = arcs + (<usize>load<u32>(first) << 3);
  for (let r: u32 = 1; r <= count; r++) {
    const stop = arcs + (<usize>load<u32>(first + (<usize>r << 2)) << 3);
    let a = v128.load(row);
    let b = v128.load(row, 16);
    let c = v128.load(row, 32);
    let d = v128.load(row, 48);
    for (; arc < stop; arc += 8) {
      const from = cost + (<usize>load<u32>(arc) << 6);
      const over = i32x4.splat(load<i32>(arc, 4));
      a = i32x4.min_u(a, i32x4.add(v128.load(from), over));
      b = i32x4.min_u(b, i32x4.add(v128.load(from, 16), over));
      c = i32x4.min_u(c, i32x4.add(v128.load(from, 32), over));
      d = i32x4.min_u(d, i32x4.add(v128.load(from, 48), over));
    }
    v128.store(row, a);
    v128.store(row, b, 16);
    v128.store(row, c, 32);
    v128.store(row, d, 48);
    row += ROW;
  }
}

// The same with a second number along: of equal costs the one with less of it stays. `arcAlong` has
// one word an arc, `along` rows like `cost`.
export function sweepAlong(
  count: u32,
  first: usize,
  arcs: usize,
  arcAlong: usize,
  cost: usize,
  along: usize,
): void {
  for (let r: u32 = 0; r < count; r++) {
    const start = load<u32>(first + (<usize>r << 2));
    const stop = load<u32>(first + (<usize>r << 2), 4);
    const row = <usize>r << 6;
    for (let i = start; i < stop; i++) {
      const from = <usize>load<u32>(arcs + (<usize>i << 3)) << 6;
      const over = i32x4.splat(load<i32>(arcs + (<usize>i << 3), 4));
      const more = i32x4.splat(load<i32>(arcAlong + (<usize>i << 2)));
      for (let quarter: usize = 0; quarter < ROW; quarter += 16) {
        const known = v128.load(cost + row + quarter);
        const knownAlong = v128.load(along + row + quarter);
        const found = i32x4.add(v128.load(cost + from + quarter), over);
        const foundAlong = i32x4.add(v128.load(along + from + quarter), more);
        const better = v128.or(
          i32x4.lt_u(found, known),
          v128.and(i32x4.eq(found, known), i32x4.lt_u(foundAlong, knownAlong)),
        );
        v128.store(cost + row + quarter, v128.bitselect(found, known, better));
        v128.store(along + row + quarter, v128.bitselect(foundAlong, knownAlong, better));
      }
    }
  }
}

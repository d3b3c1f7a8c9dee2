/** Numbers 0–1 from a seed (mulberry32): the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How often each of `count` things is drawn in `count` draws with replacement. */
export function drawn(count: number, random: () => number): number[] {
  const times = Array<number>(count).fill(0);
  for (let i = 0; i < count; i++) times[Math.floor(random() * count)]!++;
  return times;
}

/** The value below which a share of some values lies (nearest rank); the list is not empty. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

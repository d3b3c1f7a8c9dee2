/** Numbers from a seed (mulberry32): the same seed gives the same case on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Whole, 0 … end − 1; 0 when there is nothing to choose from. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** Mostly 1, sometimes more: how many faults to put into one case. */
  few(): number {
    return this.chance(0.6) ? 1 : 2 + this.below(6);
  }
}

/** A seed of its own for each case of a run. */
export function caseSeed(runSeed: number, index: number): number {
  return (Math.imul(runSeed, 0x9e3779b1) + Math.imul(index + 1, 0x85ebca6b)) >>> 0;
}

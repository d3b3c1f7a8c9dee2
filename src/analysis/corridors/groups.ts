/** Sets of numbers that are joined two by two (union-find); the first `count` are nodes. */
export class Groups {
  readonly #parent: number[];
  readonly #nodeCount: number;
  #members: Map<number, number[]> | undefined;

  constructor(count: number) {
    this.#parent = Array.from({length: count}, (_, i) => i);
    this.#nodeCount = count;
  }

  /** A new number, alone. */
  add(): number {
    return this.#parent.push(this.#parent.length) - 1;
  }

  /** What stands for the set of a number: its least. */
  of(number: number): number {
    const parent = this.#parent;
    let at = number;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.#parent[Math.max(x, y)] = Math.min(x, y);
    this.#members = undefined;
  }

  /** The node of a set whose key comes first; every set holds a node. */
  leastNode(set: number, keyOf: (node: number) => readonly [number, number]): number {
    if (this.#members === undefined) {
      this.#members = new Map();
      for (let node = 0; node < this.#nodeCount; node++) {
        const root = this.of(node);
        if (root === node) continue; // least of its set, and alone in most
        const members = this.#members.get(root);
        if (members) members.push(node);
        else this.#members.set(root, [root, node]);
      }
    }
    return (this.#members.get(set) ?? [set]).reduce((least, node) => {
      const [a, b] = [keyOf(node), keyOf(least)];
      return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? node : least;
    });
  }
}

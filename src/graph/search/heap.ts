/**
 * A 4-ary min-heap of node rows keyed by cost, with decrease-key: each node is in it at most once.
 * All storage is allocated once, for `capacity` nodes; `clear()` costs only what is still inside.
 */
export class NodeHeap {
  readonly #node: Uint32Array;
  readonly #cost: Float64Array;
  /** Place of a node in the heap + 1; 0 = not inside. */
  readonly #place: Uint32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#node = new Uint32Array(capacity);
    this.#cost = new Float64Array(capacity);
    this.#place = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** Smallest cost inside; the heap must not be empty. */
  get minCost(): number {
    return this.#cost[0]!;
  }

  /** Puts a node in, or lowers its cost when it is inside with a higher one. */
  pushOrLower(node: number, cost: number): void {
    let i = this.#place[node]!;
    if (i === 0) i = ++this.#length;
    else if (this.#cost[i - 1]! <= cost) return;
    this.#siftUp(i - 1, node, cost);
  }

  /** Takes out the node of the smallest cost; the heap must not be empty. */
  pop(): number {
    const top = this.#node[0]!;
    this.#place[top] = 0;
    const last = --this.#length;
    if (last > 0) this.#siftDown(this.#node[last]!, this.#cost[last]!);
    return top;
  }

  clear(): void {
    for (let i = 0; i < this.#length; i++) this.#place[this.#node[i]!] = 0;
    this.#length = 0;
  }

  #siftUp(start: number, node: number, cost: number): void {
    const nodes = this.#node;
    const costs = this.#cost;
    const place = this.#place;
    let i = start;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const above = costs[parent]!;
      if (above <= cost) break;
      const moved = nodes[parent]!;
      nodes[i] = moved;
      costs[i] = above;
      place[moved] = i + 1;
      i = parent;
    }
    nodes[i] = node;
    costs[i] = cost;
    place[node] = i + 1;
  }

  #siftDown(node: number, cost: number): void {
    const nodes = this.#node;
    const costs = this.#cost;
    const place = this.#place;
    const length = this.#length;
    let i = 0;
    for (;;) {
      const first = (i << 2) + 1;
      if (first >= length) break;
      let best = first;
      let least = costs[first]!;
      const end = Math.min(first + 4, length);
      for (let c = first + 1; c < end; c++) {
        if (costs[c]! < least) {
          least = costs[c]!;
          best = c;
        }
      }
      if (least >= cost) break;
      const moved = nodes[best]!;
      nodes[i] = moved;
      costs[i] = least;
      place[moved] = i + 1;
      i = best;
    }
    nodes[i] = node;
    costs[i] = cost;
    place[node] = i + 1;
  }
}

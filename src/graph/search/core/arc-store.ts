import {type Digraph, FAR, NONE} from './digraph.ts';

/**
 * Arcs put in place of two others, numbered on from the arcs of a graph: shortcut `i` is arc
 * `base + i` and stands for `first[i]` followed by `second[i]`, each an arc or an earlier shortcut.
 */
export interface Shortcuts {
  readonly base: number;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** Costs of the arcs of a graph and of the shortcuts made on it so far. */
export class ArcStore {
  readonly base: number;
  #count: number;
  #cost: Uint32Array;
  #along: Uint32Array;
  #first: Uint32Array;
  #second: Uint32Array;

  constructor(graph: Digraph, room: number) {
    this.base = graph.head.length;
    this.#count = this.base;
    this.#cost = new Uint32Array(this.base + room);
    this.#cost.set(graph.cost);
    this.#along = new Uint32Array(this.base + room);
    if (graph.along) this.#along.set(graph.along);
    this.#first = new Uint32Array(room);
    this.#second = new Uint32Array(room);
  }

  get count(): number {
    return this.#count;
  }

  cost(arc: number): number {
    return arc === NONE ? FAR : this.#cost[arc]!;
  }

  along(arc: number): number {
    return arc === NONE ? 0 : this.#along[arc]!;
  }

  /** Whether arc `a` is better than arc `b`: cheaper, or as cheap with less along it. */
  better(a: number, b: number): boolean {
    const [costA, costB] = [this.cost(a), this.cost(b)];
    return costA < costB || (costA === costB && this.along(a) < this.along(b));
  }

  /**
   * The better of `known` (or `NONE`) and a shortcut for `first` + `second`; the shortcut is only
   * made when it is better and within `FAR`.
   */
  join(first: number, second: number, known: number): number {
    if (first === NONE || second === NONE) return known;
    const cost = this.#cost[first]! + this.#cost[second]!;
    const along = this.#along[first]! + this.#along[second]!;
    const least = this.cost(known);
    if (cost > least || cost >= FAR || (cost === least && along >= this.along(known))) return known;
    return this.add(first, second, cost, along);
  }

  /** A new shortcut, whatever else there is. */
  add(first: number, second: number, cost: number, along: number): number {
    const arc = this.#count++;
    const i = arc - this.base;
    if (i === this.#first.length) this.#grow();
    this.#cost[arc] = cost;
    this.#along[arc] = along;
    this.#first[i] = first;
    this.#second[i] = second;
    return arc;
  }

  shortcuts(): Shortcuts {
    const made = this.#count - this.base;
    return {
      base: this.base,
      first: this.#first.slice(0, made),
      second: this.#second.slice(0, made),
    };
  }

  #grow(): void {
    const room = Math.max(1024, Math.ceil(this.#first.length * 1.5));
    const longer = (old: Uint32Array, length: number): Uint32Array => {
      const more = new Uint32Array(length);
      more.set(old);
      return more;
    };
    this.#cost = longer(this.#cost, this.base + room);
    this.#along = longer(this.#along, this.base + room);
    this.#first = longer(this.#first, room);
    this.#second = longer(this.#second, room);
  }
}

/** Appends to `into` the plain arcs that an arc or shortcut stands for, in order of travel. */
export function unpackArc(shortcuts: Shortcuts, arc: number, into: number[]): void {
  const stack = [arc];
  for (let a = stack.pop(); a !== undefined; a = stack.pop()) {
    if (a < shortcuts.base) into.push(a);
    else stack.push(shortcuts.second[a - shortcuts.base]!, shortcuts.first[a - shortcuts.base]!);
  }
}

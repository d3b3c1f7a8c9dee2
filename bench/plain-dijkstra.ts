import {type Digraph, FAR} from '../src/graph/search/core/digraph.ts';

/**
 * The yardstick: Dijkstra's algorithm with a plain 4-ary heap of (cost, node) entries that are left
 * in place when bettered, on the arrays as they are. One array of costs out, no parents.
 */
export function plainDijkstra(graph: Digraph): (source: number) => Uint32Array {
  const {nodeCount, firstOut, head, cost} = graph;
  const keys = new Int32Array(head.length + 1);
  const nodes = new Int32Array(head.length + 1);
  return (source) => {
    const least = new Uint32Array(nodeCount).fill(FAR);
    least[source] = 0;
    keys[0] = 0;
    nodes[0] = source;
    let length = 1;
    while (length > 0) {
      const key = keys[0]!;
      const u: number = nodes[0]!;
      length--;
      if (length > 0) {
        const k = keys[length]!;
        const n = nodes[length]!;
        let i = 0;
        for (;;) {
          const child = (i << 2) + 1;
          if (child >= length) break;
          let best = child;
          let small = keys[child]!;
          const stop = child + 4 < length ? child + 4 : length;
          for (let c = child + 1; c < stop; c++) {
            if (keys[c]! < small) {
              small = keys[c]!;
              best = c;
            }
          }
          if (small >= k) break;
          keys[i] = small;
          nodes[i] = nodes[best]!;
          i = best;
        }
        keys[i] = k;
        nodes[i] = n;
      }
      if (key !== least[u]!) continue;
      for (let a: number = firstOut[u]!, stop = firstOut[u + 1]!; a < stop; a++) {
        const v = head[a]!;
        const over = (key + cost[a]!) >>> 0;
        if (over >= least[v]!) continue;
        least[v] = over;
        let i = length++;
        while (i > 0) {
          const parent = (i - 1) >> 2;
          if (keys[parent]! <= over) break;
          keys[i] = keys[parent]!;
          nodes[i] = nodes[parent]!;
          i = parent;
        }
        keys[i] = over;
        nodes[i] = v;
      }
    }
    return least;
  };
}

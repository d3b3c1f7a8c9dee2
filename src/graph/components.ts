import type {CompiledNetwork} from './compile.ts';

/** Component labels of all nodes, 0 ..< count, in order of their first node row. */
export interface Components {
  readonly label: Uint32Array; // [nodeCount]
  readonly count: number;
}

/** Sets of nodes joined by arcs regardless of direction. A node without arcs is one of its own. */
export function weakComponents(net: CompiledNetwork): Components {
  const parent = new Uint32Array(net.nodeCount);
  for (let u = 0; u < net.nodeCount; u++) parent[u] = u;
  const root = (start: number): number => {
    let u = start;
    while (parent[u] !== u) {
      parent[u] = parent[parent[u]!]!;
      u = parent[u]!;
    }
    return u;
  };
  for (let a = 0; a < net.arcCount; a++) {
    const u = root(net.tail[a]!);
    const v = root(net.head[a]!);
    if (u !== v) parent[Math.max(u, v)] = Math.min(u, v);
  }
  return relabel(net.nodeCount, (u) => root(u));
}

/**
 * Sets of nodes from each of which every other can be reached by travelling along the arcs (Tarjan
 * 1972, with an explicit stack: a country's chain of nodes is deeper than the call stack).
 */
export function strongComponents(net: CompiledNetwork): Components {
  const {nodeCount, firstOut, head} = net;
  const order = new Uint32Array(nodeCount); // 0 = not seen yet
  const low = new Uint32Array(nodeCount);
  const done = new Uint8Array(nodeCount);
  const component = new Uint32Array(nodeCount);
  const nextArc = firstOut.slice(0, nodeCount);
  const path: number[] = [];
  const stack: number[] = [];
  let seen = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (order[start] !== 0) continue;
    order[start] = low[start] = ++seen;
    path.push(start);
    stack.push(start);
    while (path.length > 0) {
      const u = path[path.length - 1]!;
      const a = nextArc[u]!;
      if (a < firstOut[u + 1]!) {
        nextArc[u] = a + 1;
        const v = head[a]!;
        if (order[v] === 0) {
          order[v] = low[v] = ++seen;
          path.push(v);
          stack.push(v);
        } else if (done[v] === 0) low[u] = Math.min(low[u]!, order[v]!);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above !== undefined) low[above] = Math.min(low[above]!, low[u]!);
      if (low[u] !== order[u]) continue;
      for (;;) {
        const v = stack.pop()!;
        done[v] = 1;
        component[v] = u;
        if (v === u) break;
      }
    }
  }
  return relabel(nodeCount, (u) => component[u]!);
}

/** Metres of arcs inside each component (a two-way edge counts twice). */
export function componentLengthM(net: CompiledNetwork, components: Components): Float64Array {
  const sum = new Float64Array(components.count);
  for (let a = 0; a < net.arcCount; a++) {
    const label = components.label[net.tail[a]!]!;
    if (label === components.label[net.head[a]!]) sum[label]! += net.lengthCm[a]! / 100;
  }
  return sum;
}

/** Label of the component with the most metres, the first of equals; `null` without any arc. */
export function mainComponent(net: CompiledNetwork, components: Components): number | null {
  let main: number | null = null;
  let most = 0;
  componentLengthM(net, components).forEach((m, label) => {
    if (m > most) [main, most] = [label, m];
  });
  return main;
}

function relabel(nodeCount: number, rootOf: (node: number) => number): Components {
  const labelOf = new Map<number, number>();
  const label = new Uint32Array(nodeCount);
  for (let u = 0; u < nodeCount; u++) {
    const root = rootOf(u);
    let known = labelOf.get(root);
    if (known === undefined) {
      known = labelOf.size;
      labelOf.set(root, known);
    }
    label[u] = known;
  }
  return {label, count: labelOf.size};
}

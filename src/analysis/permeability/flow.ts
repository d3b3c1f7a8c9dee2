/** An undirected multigraph of numbered ends. */
export interface Links {
  readonly nodeCount: number;
  readonly ends: readonly (readonly [number, number])[];
}

/** Rows of links by node; a loop stands once. */
function linksAt({nodeCount, ends}: Links): number[][] {
  const at: number[][] = Array.from({length: nodeCount}, () => []);
  ends.forEach(([a, b], row) => {
    at[a]!.push(row);
    if (b !== a) at[b]!.push(row);
  });
  return at;
}

/**
 * Links whose removal parts their component in two (Tarjan 1974, with an explicit stack). Parallel
 * links are no bridges, nor are loops.
 */
export function bridgesOf(links: Links): Set<number> {
  const at = linksAt(links);
  const order = new Int32Array(links.nodeCount).fill(-1);
  const low = new Int32Array(links.nodeCount);
  const bridges = new Set<number>();
  let seen = 0;
  for (let root = 0; root < links.nodeCount; root++) {
    if (order[root] !== -1) continue;
    const stack = [{node: root, by: -1, next: 0}];
    order[root] = low[root] = seen++;
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const link = at[top.node]![top.next++];
      if (link === undefined) {
        stack.pop();
        const above = stack[stack.length - 1];
        if (above === undefined) continue;
        low[above.node] = Math.min(low[above.node]!, low[top.node]!);
        if (low[top.node]! > order[above.node]!) bridges.add(top.by);
        continue;
      }
      if (link === top.by) continue;
      const [a, b] = links.ends[link]!;
      const other = a === top.node ? b : a;
      if (order[other] === -1) {
        order[other] = low[other] = seen++;
        stack.push({node: other, by: link, next: 0});
      } else low[top.node] = Math.min(low[top.node]!, order[other]!);
    }
  }
  return bridges;
}

/**
 * The least number of links to remove so that no way leads from `source` to `target`: as many as there are
 * ways without a common link (Menger), found by augmenting paths of unit capacity in both directions. With
 * it, when it is one, every link that does it alone.
 */
export function leastCut(
  links: Links,
  source: number,
  target: number,
): {readonly count: number; readonly alone: readonly number[]} {
  const at = linksAt(links);
  /** Net flow from the first end to the second: −1, 0, 1. */
  const flow = new Int8Array(links.ends.length);
  let count = 0;
  let path = augment(links, at, flow, source, target);
  const first = path;
  while (path !== null) {
    count++;
    for (const {link, forward} of path) flow[link] = flow[link]! + (forward ? 1 : -1);
    path = augment(links, at, flow, source, target);
  }
  if (count !== 1) return {count, alone: []};
  const alone = first!
    .map(({link}) => link)
    .filter((link) => {
      const without = new Int8Array(links.ends.length);
      return augment(links, at, without, source, target, link) === null;
    });
  return {count, alone};
}

interface Step {
  readonly link: number;
  readonly forward: boolean;
}

/** A shortest way with room on every link, `null` = none; `closed` is not taken. */
function augment(
  links: Links,
  at: readonly (readonly number[])[],
  flow: Int8Array,
  source: number,
  target: number,
  closed = -1,
): Step[] | null {
  const by = new Map<number, Step & {readonly from: number}>();
  const queue = [source];
  const reached = new Set(queue);
  for (let i = 0; i < queue.length && !reached.has(target); i++) {
    const node = queue[i]!;
    for (const link of at[node]!) {
      if (link === closed) continue;
      const [a, b] = links.ends[link]!;
      const forward = a === node;
      const other = forward ? b : a;
      if (reached.has(other) || flow[link] === (forward ? 1 : -1)) continue;
      reached.add(other);
      by.set(other, {link, forward, from: node});
      queue.push(other);
    }
  }
  if (!reached.has(target)) return null;
  const path: Step[] = [];
  for (let node = target; node !== source; ) {
    const step = by.get(node)!;
    path.push(step);
    node = step.from;
  }
  return path;
}

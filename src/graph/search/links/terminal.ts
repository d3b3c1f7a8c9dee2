import type {Seed} from '../dijkstra.ts';

/** A place or stop as the search sees it: where trips leave it and where they come to it. */
export interface Terminal {
  readonly out: readonly Seed[];
  readonly in: readonly Seed[];
}

/** A terminal that is a node. */
export function nodeTerminal(node: number): Terminal {
  const here = [{node, cost: 0}];
  return {out: here, in: here};
}

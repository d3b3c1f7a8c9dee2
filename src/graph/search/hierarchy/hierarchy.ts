import type {Shortcuts} from '../core/arc-store.ts';

/**
 * A contraction hierarchy (Geisberger et al. 2008) of a graph. Nodes are numbered by *rank*: rank 0
 * stands on top, and every node comes after all its neighbours above it, so that a pass in order of
 * ranks is a sweep downwards (PHAST, Delling et al. 2011). A node's entries
 * `first[r] ..< first[r + 1]` are its neighbours above, each with the way up to it and the way down
 * from it; `FAR` = no such way. An arc is an arc of the graph or a shortcut.
 */
export interface Hierarchy {
  readonly nodeCount: number;
  /** Node of the graph by rank, and back. */
  readonly nodeAt: Uint32Array;
  readonly rankOf: Uint32Array;
  readonly first: Uint32Array; // [nodeCount + 1]
  /** Rank of the neighbour above; less than the node's own. */
  readonly above: Uint32Array;
  readonly upCost: Uint32Array;
  readonly downCost: Uint32Array;
  readonly upArc: Uint32Array;
  readonly downArc: Uint32Array;
  readonly upAlong: Uint32Array;
  readonly downAlong: Uint32Array;
  readonly shortcuts: Shortcuts;
}

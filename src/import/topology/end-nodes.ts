import type {Chains} from './chains.ts';

/** The nodes at the ends of chains: they become the nodes of the network, in the order of the chains. */
export interface EndNodes {
  readonly count: number;
  /** Row in the network per raw node row, -1 where the raw node is no end. */
  readonly rowOf: Int32Array;
  /** Raw node row per row in the network. */
  readonly rawOf: Uint32Array;
  /** Rows in the network of the two ends of each chain. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Numbers the ends of chains: columns over them are a fraction of those over all raw nodes. */
export function endNodes(chains: Chains, rawCount: number): EndNodes {
  const rowOf = new Int32Array(rawCount).fill(-1);
  const rawOf = new Uint32Array(2 * chains.count);
  const from = new Uint32Array(chains.count);
  const to = new Uint32Array(chains.count);
  let count = 0;
  const row = (raw: number): number => {
    if (rowOf[raw] === -1) {
      rawOf[count] = raw;
      rowOf[raw] = count++;
    }
    return rowOf[raw]!;
  };
  for (let c = 0; c < chains.count; c++) {
    from[c] = row(chains.from[c]!);
    to[c] = row(chains.to[c]!);
  }
  return {count, rowOf, rawOf: rawOf.subarray(0, count), from, to};
}

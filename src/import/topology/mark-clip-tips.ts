import {NODE_FLAG} from '../../graph/vocabulary.ts';
import type {Ledger} from '../ledger.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {Chains} from './chains.ts';
import type {ClipRule} from './clip-rule.ts';

/**
 * Marks as clip nodes the tips that lie at the extract's edge: nodes from which edges lead to one
 * other node at most (so that two carriageways cut together count as one tip).
 */
export function markClipTips(
  chains: Chains,
  nodes: RawNodes,
  clip: ClipRule,
  flags: Uint8Array,
  ledger: Ledger,
): void {
  /** Node near the edge → its only neighbour so far, -1 = none but itself, -2 = several. */
  const neighbour = new Map<number, number>();
  const meet = (node: number, other: number): void => {
    let known = neighbour.get(node);
    if (known === undefined) {
      if (!clip.nearEdge(nodes.lonE7[node]!, nodes.latE7[node]!)) return;
      known = -1;
    }
    if (other !== node && other !== known) known = known === -1 ? other : -2;
    neighbour.set(node, known);
  };
  for (let c = 0; c < chains.count; c++) {
    meet(chains.from[c]!, chains.to[c]!);
    meet(chains.to[c]!, chains.from[c]!);
  }
  const reason = clip.inferred ? 'clip-inferred' : 'clip-at-bbox';
  for (const [node, only] of neighbour) {
    if (only === -2 || (flags[node]! & NODE_FLAG.clip) !== 0) continue;
    flags[node]! |= NODE_FLAG.clip;
    ledger.add('noted', reason, {nodes: 1, example: `node/${nodes.id[node]}`});
  }
}

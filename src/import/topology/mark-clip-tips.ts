import {EDGE_CLASSES, FIRST_RAIL_CLASS, NODE_FLAG, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {Ledger} from '../ledger.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {EdgeAttributes} from '../tags/way-attributes.ts';
import type {Chains} from './chains.ts';
import type {ClipRule} from './clip-rule.ts';

type Kind = Pick<EdgeAttributes, 'class' | 'status'>;
type Layer = (kind: Kind) => boolean;

const isRail: Layer = (kind) => EDGE_CLASSES.indexOf(kind.class) >= FIRST_RAIL_CLASS;
/** Open roads, all roads, railways: a road that ends under a planned one ends all the same. */
const LAYERS: readonly Layer[] = [
  (kind) => kind.status === 'open' && !isRail(kind),
  (kind) => !isRail(kind),
  isRail,
];
const NONE = -1;
const SEVERAL = -2;

export interface ClipTipInput {
  readonly chains: Chains;
  readonly nodes: RawNodes;
  readonly clip: ClipRule;
  readonly kindOf: (chain: number) => Kind;
  /** Node rows at which a relation names a way that is missing. */
  readonly suspects: ReadonlySet<number>;
  /** Bits of `NODE_FLAG` per node; clip bits are added. */
  readonly flags: Uint8Array;
  readonly ledger: Ledger;
}

/**
 * Marks as clip nodes all ends of edges outside of what the extract covers, and the tips at its edge.
 * A tip is a node from which the edges of the highest class that meets there lead to one other node
 * at most: two carriageways cut together are one tip, and a main road that was cut at a crossing with
 * a lane is one too. Roads and railways are looked at apart, and what is
 * open also for itself.
 */
export function markClipTips(input: ClipTipInput): void {
  const {chains, nodes, clip, flags, ledger, suspects} = input;
  const mark = (node: number, reason: string): void => {
    if ((flags[node]! & NODE_FLAG.clip) !== 0) return;
    flags[node]! |= NODE_FLAG.clip;
    ledger.add('noted', reason, {nodes: 1, example: `node/${nodes.id[node]}`});
  };
  const ends = new Set<number>();
  for (let c = 0; c < chains.count; c++) {
    ends.add(chains.from[c]!);
    ends.add(chains.to[c]!);
  }
  const sorted = Uint32Array.from(ends).sort();
  for (const node of sorted) {
    const why = clip.outside(nodes.lonE7[node]!, nodes.latE7[node]!);
    if (why !== null) mark(node, why);
  }
  for (const layer of LAYERS) {
    const tips = tipsOf(input, layer);
    for (const node of sorted) {
      if (!tips.has(node)) continue;
      const why = clip.cut(nodes.lonE7[node]!, nodes.latE7[node]!);
      if (why !== null) mark(node, why);
      else if (suspects.has(node)) mark(node, 'clip-missing-member');
    }
  }
}

function tipsOf({chains, kindOf}: ClipTipInput, layer: Layer): Set<number> {
  /** Node → highest class met so far (lowest rank), and its only neighbour over that class. */
  const met = new Map<number, {rank: number; neighbour: number}>();
  const meet = (node: number, other: number, rank: number): void => {
    const known = met.get(node);
    if (known === undefined || rank < known.rank) {
      met.set(node, {rank, neighbour: other === node ? NONE : other});
    } else if (rank === known.rank && other !== node && other !== known.neighbour) {
      known.neighbour = known.neighbour === NONE ? other : SEVERAL;
    }
  };
  for (let c = 0; c < chains.count; c++) {
    const kind = kindOf(c);
    if (!layer(kind)) continue;
    meet(chains.from[c]!, chains.to[c]!, ROAD_RANK[kind.class]);
    meet(chains.to[c]!, chains.from[c]!, ROAD_RANK[kind.class]);
  }
  const tips = new Set<number>();
  for (const [node, {neighbour}] of met) if (neighbour !== SEVERAL) tips.add(node);
  return tips;
}

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
  const {nodes, clip, flags, ledger, suspects} = input;
  const mark = (node: number, reason: string): void => {
    if ((flags[node]! & NODE_FLAG.clip) !== 0) return;
    flags[node]! |= NODE_FLAG.clip;
    ledger.add('noted', reason, {nodes: 1, example: `node/${nodes.id[node]}`});
  };
  const meetings = meetingsOf(input);
  const {ends} = meetings;
  for (let i = 0; i < ends.length; i++) {
    const node = ends[i]!;
    const why = clip.outside(nodes.lonE7[node]!, nodes.latE7[node]!);
    if (why !== null) mark(node, why);
  }
  const tips = new Tips(nodes.count);
  for (let layer = 0; layer < LAYERS.length; layer++) {
    tips.find(input, meetings, layer);
    for (let i = 0; i < ends.length; i++) {
      const node = ends[i]!;
      if (!tips.isTip(node)) continue;
      const why = clip.cut(nodes.lonE7[node]!, nodes.latE7[node]!);
      if (why !== null) mark(node, why);
      else if (suspects.has(node)) mark(node, 'clip-missing-member');
    }
  }
}

/** What the layers ask of nodes and chains, in columns: a country has millions of both. */
interface Meetings {
  /** Nodes at which an edge ends, in ascending order. */
  readonly ends: Uint32Array;
  /** Per chain: rank of its class, and a bit for each layer that it is in. */
  readonly rank: Uint8Array;
  readonly layers: Uint8Array;
}

function meetingsOf({chains, nodes, kindOf}: ClipTipInput): Meetings {
  const isEnd = new Uint8Array(nodes.count);
  const rank = new Uint8Array(chains.count);
  const layers = new Uint8Array(chains.count);
  const layersOf = new Map<Kind, number>();
  for (let c = 0; c < chains.count; c++) {
    const kind = kindOf(c);
    let bits = layersOf.get(kind);
    if (bits === undefined) {
      bits = LAYERS.reduce((sum, layer, i) => sum | (layer(kind) ? 1 << i : 0), 0);
      layersOf.set(kind, bits);
    }
    isEnd[chains.from[c]!] = isEnd[chains.to[c]!] = 1;
    rank[c] = ROAD_RANK[kind.class];
    layers[c] = bits;
  }
  let count = 0;
  for (let node = 0; node < isEnd.length; node++) count += isEnd[node]!;
  const ends = new Uint32Array(count);
  for (let node = 0, i = 0; node < isEnd.length; node++) if (isEnd[node]) ends[i++] = node;
  return {ends, rank, layers};
}

const NOT_MET = 255;

/** The tips of one layer at a time. */
class Tips {
  /** Per node: highest class met (lowest rank), and the only neighbour over that class. */
  readonly #rank: Uint8Array;
  readonly #neighbour: Int32Array;

  constructor(nodeCount: number) {
    this.#rank = new Uint8Array(nodeCount);
    this.#neighbour = new Int32Array(nodeCount);
  }

  isTip(node: number): boolean {
    return this.#rank[node] !== NOT_MET && this.#neighbour[node] !== SEVERAL;
  }

  find({chains}: ClipTipInput, {rank, layers}: Meetings, layer: number): void {
    this.#rank.fill(NOT_MET);
    for (let c = 0; c < chains.count; c++) {
      if ((layers[c]! & (1 << layer)) === 0) continue;
      this.#meet(chains.from[c]!, chains.to[c]!, rank[c]!);
      this.#meet(chains.to[c]!, chains.from[c]!, rank[c]!);
    }
  }

  #meet(node: number, other: number, rank: number): void {
    const known = this.#rank[node]!;
    if (rank < known) {
      this.#rank[node] = rank;
      this.#neighbour[node] = other === node ? NONE : other;
    } else if (rank === known && other !== node && other !== this.#neighbour[node]) {
      this.#neighbour[node] = this.#neighbour[node] === NONE ? other : SEVERAL;
    }
  }
}

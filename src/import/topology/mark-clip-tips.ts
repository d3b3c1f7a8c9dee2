import {EDGE_CLASSES, FIRST_RAIL_CLASS, NODE_FLAG, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {Ledger} from '../ledger.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {EdgeAttributes} from '../tags/way-attributes.ts';
import type {Chains} from './chains.ts';
import type {ClipRule} from './clip-rule.ts';
import type {EndNodes} from './end-nodes.ts';
import type {Runs} from './runs.ts';

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
  readonly ends: EndNodes;
  readonly nodes: RawNodes;
  readonly clip: ClipRule;
  /** Kinds of edges, and which of them each chain is. */
  readonly kinds: readonly Kind[];
  readonly kindRow: Uint32Array;
  /** Node rows at which a relation names a way that is missing. */
  readonly suspects: ReadonlySet<number>;
  /** Bits of `NODE_FLAG` per node; clip bits are added. */
  readonly flags: Uint8Array;
  readonly ledger: Ledger;
}

/**
 * Marks as clip nodes, before edges are joined, the ends of ways outside of what the extract covers: a road that
 * turned off there is not in the file, and two ways that meet are no proof that nothing else did.
 */
export function markWayEndsOutside(
  {rows, first, way}: Runs,
  {nodes, clip, flags, ledger}: Pick<ClipTipInput, 'nodes' | 'clip' | 'flags' | 'ledger'>,
): void {
  const isEnd = new Uint8Array(nodes.count);
  for (let run = 0; run < way.length; run++)
    isEnd[rows[first[run]!]!] = isEnd[rows[first[run + 1]! - 1]!] = 1;
  const mark = marker(nodes, flags, ledger);
  for (let node = 0; node < nodes.count; node++) {
    if (isEnd[node] === 0) continue;
    const why = clip.outside(nodes.lonE7[node]!, nodes.latE7[node]!);
    if (why !== null) mark(node, why);
  }
}

/** Marks a node as made by the extract's edge, once, with its line of the ledger. */
function marker(nodes: RawNodes, flags: Uint8Array, ledger: Ledger) {
  return (node: number, reason: string): void => {
    if ((flags[node]! & NODE_FLAG.clip) !== 0) return;
    flags[node]! |= NODE_FLAG.clip;
    ledger.add('noted', reason, {nodes: 1, example: `node/${nodes.id[node]}`});
  };
}

/**
 * Marks as clip nodes all ends of edges outside of what the extract covers, and the tips at its edge.
 * A tip is a node from which the edges of the highest class that meets there lead to one other node
 * at most: two carriageways cut together are one tip, and a main road that was cut at a crossing with
 * a lane is one too. Roads and railways are looked at apart, and what is
 * open also for itself.
 */
export function markClipTips(input: ClipTipInput): void {
  const {nodes, clip, ends, flags, ledger, suspects} = input;
  const mark = marker(nodes, flags, ledger);
  const {rowOf} = ends;
  // In the order of raw nodes, so that the ledger's examples do not depend on the order of ways.
  for (let node = 0; node < rowOf.length; node++) {
    if (rowOf[node] === -1) continue;
    const why = clip.outside(nodes.lonE7[node]!, nodes.latE7[node]!);
    if (why !== null) mark(node, why);
  }
  const meetings = meetingsOf(input);
  const tips = new Tips(ends.count);
  // Why a tip was cut depends on where it is and not on the layer: it is asked once.
  const asked = new Uint8Array(ends.count);
  for (const layer of layersToFind(meetings)) {
    tips.find(input, meetings, layer);
    for (let node = 0; node < rowOf.length; node++) {
      const row = rowOf[node]!;
      if (row === -1 || asked[row] === 1 || !tips.isTip(row)) continue;
      asked[row] = 1;
      if ((flags[node]! & NODE_FLAG.clip) !== 0) continue;
      const why = clip.cut(nodes.lonE7[node]!, nodes.latE7[node]!);
      if (why !== null) mark(node, why);
      else if (suspects.has(node)) mark(node, 'clip-missing-member');
    }
  }
}

/** The layers that have an edge, and not the same ones as the layer before. */
function layersToFind({layers}: Meetings): number[] {
  let [any, differ] = [0, 0];
  for (let c = 0; c < layers.length; c++) {
    any |= layers[c]!;
    differ |= layers[c]! ^ (layers[c]! >> 1);
  }
  return LAYERS.map((_, layer) => layer).filter(
    (layer) => any & (1 << layer) && (layer === 0 || differ & (1 << (layer - 1))),
  );
}

/** What the layers ask of chains, in columns: a country has millions. */
interface Meetings {
  /** Rank of its class, and a bit for each layer that it is in. */
  readonly rank: Uint8Array;
  readonly layers: Uint8Array;
}

function meetingsOf({chains, kinds, kindRow}: ClipTipInput): Meetings {
  const rank = new Uint8Array(chains.count);
  const layers = new Uint8Array(chains.count);
  const rankOf = Uint8Array.from(kinds, (kind) => ROAD_RANK[kind.class]);
  const layersOf = Uint8Array.from(kinds, (kind) =>
    LAYERS.reduce((sum, layer, i) => sum | (layer(kind) ? 1 << i : 0), 0),
  );
  for (let c = 0; c < chains.count; c++) {
    rank[c] = rankOf[kindRow[c]!]!;
    layers[c] = layersOf[kindRow[c]!]!;
  }
  return {rank, layers};
}

const NOT_MET = 255;

/** The tips of one layer at a time; nodes are rows of the network. */
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

  find({ends}: ClipTipInput, {rank, layers}: Meetings, layer: number): void {
    this.#rank.fill(NOT_MET);
    const {from, to} = ends;
    for (let c = 0; c < rank.length; c++) {
      if ((layers[c]! & (1 << layer)) === 0) continue;
      this.#meet(from[c]!, to[c]!, rank[c]!);
      this.#meet(to[c]!, from[c]!, rank[c]!);
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

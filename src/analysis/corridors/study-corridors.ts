import {isSearched} from '../../graph/compile.ts';
import {EDGE_CLASSES, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {Study} from '../study.ts';
import {type CorridorGraph, corridorGraph} from './corridor-graph.ts';
import {type Pairing, pairCarriageways} from './pairing.ts';

/**
 * Corridors of the open roads of a study. Densities of every level and the permeability of borders ask for
 * the same ones: carriageways are paired once, and a corridor graph is made once for each lowest class.
 */
interface Known {
  readonly pairing: Pairing;
  readonly graphs: Map<number, CorridorGraph>;
}
const known = new WeakMap<Study, Known>();

function knownOf(study: Study): Known {
  const own = known.get(study) ?? {
    // of all roads: carriageways of one class pair only, so that it serves every choice of classes
    pairing: pairCarriageways(study.network, roadsTo(study, ROAD_RANK.track)),
    graphs: new Map<number, CorridorGraph>(),
  };
  known.set(study, own);
  return own;
}

/** Whether an edge is an open road of a rank or better. */
export function roadsTo({network, road}: Study, maxRank: number): (edge: number) => boolean {
  return (edge) =>
    isSearched(network, edge, road.options) &&
    ROAD_RANK[EDGE_CLASSES[network.edges.class[edge]!]!] <= maxRank;
}

/** Second carriageways among all open roads. */
export function pairingOf(study: Study): Pairing {
  return knownOf(study).pairing;
}

/** The corridor graph of the open roads of a rank or better. */
export function corridorsOf(study: Study, maxRank: number): CorridorGraph {
  const {pairing, graphs} = knownOf(study);
  const graph =
    graphs.get(maxRank) ?? corridorGraph(study.network, roadsTo(study, maxRank), pairing);
  graphs.set(maxRank, graph);
  return graph;
}

import type {CompiledNetwork} from '../compile.ts';
import {edgeSpeed} from '../speed.ts';
import {NODE_FLAG} from '../vocabulary.ts';
import {type Hub, trainTracks} from './hubs.ts';
import type {RailProfile} from './rail-profile.ts';
import {splitEdges} from './split-edges.ts';

/** A piece of track between two nodes, run both ways. */
export interface TrackPiece {
  readonly from: number;
  readonly to: number;
  readonly lengthM: number;
  /** Operating speed: line speed times the factor of the profile. */
  readonly kph: number;
}

/** The tracks of trains, cut where stations lie on them, with nodes numbered from 0. */
export interface TrainGraph {
  readonly nodeCount: number;
  readonly pieces: readonly TrackPiece[];
  /** By hub: the nodes at which its trains stand, each with the operating speed of its track. */
  readonly platforms: readonly (readonly {readonly node: number; readonly kph: number}[])[];
  /** Nodes at which the extract's edge cut a track. */
  readonly cuts: readonly number[];
}

/** Cuts the tracks at the stations. Every station on every track of it: through trains take any. */
export function trainGraph(
  rail: CompiledNetwork,
  hubs: readonly Hub[],
  profile: RailProfile,
): TrainGraph {
  const {edges, nodes} = rail.network;
  const rowOf = new Map<number, number>();
  const row = (node: number): number => {
    const known = rowOf.get(node) ?? rowOf.size;
    rowOf.set(node, known);
    return known;
  };
  const tracks = trainTracks(rail);
  for (const edge of tracks) {
    row(edges.from[edge]!);
    row(edges.to[edge]!);
  }
  const ends = (edge: number) => [row(edges.from[edge]!), row(edges.to[edge]!)] as const;
  const cut = splitEdges(
    hubs.flatMap(({tracks}) => tracks),
    rowOf.size,
  );
  const kphOf = (edge: number): number => lineKph(rail, edge, profile) * profile.lineSpeedFactor;
  const pieces = tracks.flatMap((edge): TrackPiece[] => {
    const [from, to] = ends(edge);
    const stations = [{share: 0, node: from}, ...cut.cutsOn(edge), {share: 1, node: to}];
    const kph = kphOf(edge);
    return stations.slice(1).map((end, i) => {
      const start = stations[i]!;
      const lengthM = edges.lengthM[edge]! * (end.share - start.share);
      return {from: start.node, to: end.node, lengthM, kph};
    });
  });
  const platforms = hubs.map(({tracks}) => {
    const fastest = new Map<number, number>();
    for (const point of tracks) {
      const node = cut.nodeOf(point);
      fastest.set(node, Math.max(fastest.get(node) ?? 0, kphOf(point.edge)));
    }
    return [...fastest].map(([node, kph]) => ({node, kph}));
  });
  const cuts = [...rowOf].flatMap(([node, row]) =>
    (nodes.flags[node]! & NODE_FLAG.clip) === 0 ? [] : [row],
  );
  return {nodeCount: rowOf.size + cut.count, pieces, platforms, cuts};
}

/** Tagged, else by the name of the line, else by the speed profile. */
function lineKph({network, options}: CompiledNetwork, edge: number, profile: RailProfile): number {
  const {kph, rung} = edgeSpeed(network.edges, edge, options.profile);
  if (rung !== 'class') return kph;
  return profile.lineKph.get(network.strings[network.edges.name[edge]!]!) ?? kph;
}

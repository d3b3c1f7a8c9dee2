import type {CompiledNetwork} from '../compile.ts';
import {alongEdge, edgeEnds} from '../search/attach.ts';
import {type OneToAll, oneToAllOnCore} from '../search/core/one-to-all.ts';
import type {Seed} from '../search/dijkstra.ts';
import {EngineStages} from '../search/engine-stages.ts';
import type {Terminal} from '../search/links/terminal.ts';
import type {EdgePoint, Snap} from '../snap.ts';
import {addArc, emptyArcs, joinedDigraph, type KindedDigraph, roadArcKind} from './arc-list.ts';
import type {Hub} from './hubs.ts';
import type {RailProfile} from './rail-profile.ts';
import {splitEdges} from './split-edges.ts';
import type {Timetable} from './timetable.ts';
import {trainGraph} from './train-graph.ts';
import {type Doors, msOf, spacedTrains, stoppingTrains, timetableTrains} from './trains.ts';

/**
 * Roads and trains in one digraph: the nodes of the roads, then points of roads where stations join,
 * then the concourses of the stations (hubs), then trains. Costs are whole milliseconds, centimetres
 * lie along. A trip from door to door by the better of road and rail is a way in it.
 */
export interface RailNetwork {
  readonly road: CompiledNetwork;
  readonly profile: RailProfile;
  /** Made when first asked for: who only wants to know the stations does not wait for it. */
  readonly graph: () => KindedDigraph;
  readonly hubs: readonly Hub[];
  readonly hubNode: (hub: number) => number;
  readonly doors: Doors;
  /** Where a trip leaves a snapped place or a hub, or comes to it. */
  readonly terminal: (snap: Snap) => Terminal;
  /** Milliseconds from the road to the concourse of a hub, and from there to the road. */
  readonly enterMs: (hub: number) => number;
  readonly leaveMs: (hub: number) => number;
  /** Trains: nodes from here on. */
  readonly firstTrain: number;
  /** The engine of the graph, as far as it stands. */
  readonly stages: EngineStages;
  /** Times from or to seeds, by node of the graph. The core is built when first asked. */
  readonly search: OneToAll;
}

/** What trains run, and where they stop. */
export interface RailParts {
  /** The network compiled for rail. */
  readonly rail: CompiledNetwork;
  readonly hubs: readonly Hub[];
  readonly profile: RailProfile;
  /** Trains run as it says, not as tracks and profile let them; `hubOf` gives the hub of each of its stops. */
  readonly timetable?: {readonly table: Timetable; readonly hubOf: readonly number[]} | null;
}

/** Puts trains on top of compiled roads. */
export function railNetwork(
  road: CompiledNetwork,
  {rail, hubs, profile, timetable = null}: RailParts,
): RailNetwork {
  const arcs = emptyArcs();
  const cut = splitEdges(
    hubs.flatMap(({road}) => road?.points ?? []),
    road.nodeCount,
  );
  for (const edge of cut.edges) addCutEdge(road, edge, cut.cutsOn(edge), arcs);
  const firstHub = road.nodeCount + cut.count;
  const connectorMs = (hub: number): number =>
    msOf(((hubs[hub]!.road?.distanceM ?? 0) * 3.6) / profile.connectorKph);
  const enterMs = (hub: number): number => connectorMs(hub) + msOf(profile.stationS);
  const leaveMs = (hub: number): number => connectorMs(hub) + msOf(profile.leaveS);
  hubs.forEach(({road}, hub) => {
    for (const point of road?.points ?? []) {
      addArc(arcs, cut.nodeOf(point), firstHub + hub, enterMs(hub), 'station');
      addArc(arcs, firstHub + hub, cut.nodeOf(point), leaveMs(hub), 'station');
    }
  });
  const firstTrain = firstHub + hubs.length;
  const doors = timetable
    ? timetableTrains(timetable.table, timetable.hubOf, profile, firstTrain, arcs)
    : (profile.stopPattern === 'all' ? stoppingTrains : spacedTrains)(
        trainGraph(rail, hubs, profile),
        profile,
        firstTrain,
        arcs,
      );
  for (const {hub, node, rideMs, stationMs} of doors.board) {
    addArc(arcs, firstHub + hub, node, stationMs + rideMs, 'wait');
  }
  for (const {hub, node, rideMs, stationMs} of doors.alight) {
    addArc(arcs, node, firstHub + hub, rideMs + stationMs, 'station');
  }
  let joined: KindedDigraph | undefined;
  const graph = (): KindedDigraph => {
    joined ??= joinedDigraph(firstTrain + doors.nodeCount, road, arcs);
    return joined;
  };
  const stages = new EngineStages(graph);
  let search: OneToAll | undefined;
  return {
    road,
    profile,
    graph,
    hubs,
    hubNode: (hub) => firstHub + hub,
    doors,
    firstTrain,
    terminal: (snap) => {
      if (snap.onCutTracks) return withCuts(roadTerminal(road, snap, cut.cutsOn), doors);
      if (snap.hub === undefined) return roadTerminal(road, snap, cut.cutsOn);
      const here = [{node: firstHub + snap.hub, cost: 0}];
      return {out: here, in: here};
    },
    enterMs,
    leaveMs,
    stages,
    search: (seeds, options) => {
      search ??= oneToAllOnCore(stages.core());
      return search(seeds, options);
    },
  };
}

type Cut = {readonly share: number; readonly node: number};

/** The pieces of a road edge beside the edge itself: their times add up to its own. */
function addCutEdge(
  road: CompiledNetwork,
  edge: number,
  cuts: readonly Cut[],
  arcs: ReturnType<typeof emptyArcs>,
): void {
  const {edges} = road.network;
  const kind = roadArcKind(road, edge);
  const stations: Cut[] = [
    {share: 0, node: edges.from[edge]!},
    ...cuts,
    {share: 1, node: edges.to[edge]!},
  ];
  const [start, end] = [
    {edge, share: 0},
    {edge, share: 1},
  ];
  const forward = alongEdge(road, start, end, 'time') !== null;
  const back = alongEdge(road, end, start, 'time') !== null;
  for (let i = 1; i < stations.length; i++) {
    const [a, b] = [stations[i - 1]!, stations[i]!];
    const [from, to] = [
      {edge, share: a.share},
      {edge, share: b.share},
    ];
    const add = (tail: number, head: number, first: EdgePoint, last: EdgePoint): void => {
      const ms = alongEdge(road, first, last, 'time') ?? 0;
      addArc(arcs, tail, head, ms, kind, alongEdge(road, first, last, 'length') ?? 0);
    };
    if (forward) add(a.node, b.node, from, to);
    if (back) add(b.node, a.node, to, from);
  }
}

/** With the cut ends of tracks: trips begin where trains come in there, and end where they leave. */
function withCuts(ends: Terminal, {cuts}: Doors): Terminal {
  return {
    out: [...ends.out, ...cuts.map(({into}) => ({node: into, cost: 0}))],
    in: [...ends.in, ...cuts.map(({out}) => ({node: out, cost: 0}))],
  };
}

/** The ends of a place's edges, and the stations that lie on them. */
function roadTerminal(
  road: CompiledNetwork,
  {points}: Snap,
  cutsOn: (edge: number) => readonly Cut[],
): Terminal {
  const seeds = (direction: 'out' | 'in'): Seed[] =>
    points.flatMap((point) => [
      ...edgeEnds(road, point, 'time', direction).map(({node, cost}) => ({node, cost})),
      ...cutsOn(point.edge).flatMap(({share, node}): Seed[] => {
        const station: EdgePoint = {edge: point.edge, share};
        const [from, to] = direction === 'out' ? [point, station] : [station, point];
        const cost = alongEdge(road, from, to, 'time');
        return cost === null ? [] : [{node, cost}];
      }),
    ]);
  return {out: seeds('out'), in: seeds('in')};
}

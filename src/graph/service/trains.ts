import {type ArcList, addArc} from './arc-list.ts';
import {commonServices} from './common-lines.ts';
import {type RailProfile, waitS} from './rail-profile.ts';
import {startLossS, stopLossS} from './running-time.ts';
import {runsToCuts, stopGraph} from './stop-graph.ts';
import type {Timetable} from './timetable.ts';
import type {TrainGraph} from './train-graph.ts';

/** A way between a hub and a train: the node at which one is on it, and the milliseconds there or back. */
export interface Door {
  readonly hub: number;
  readonly node: number;
  /** On board: gathering speed, or braking; it is part of the ride. */
  readonly rideMs: number;
  /** Off the train: waiting, or walking to the concourse. */
  readonly stationMs: number;
}

/** A cut end of a track: the node at which a train leaves the data, and the one at which it comes in. */
export interface CutDoor {
  readonly out: number;
  readonly into: number;
}

/** Where passengers get on trains and off them. */
export interface Doors {
  readonly board: readonly Door[];
  readonly alight: readonly Door[];
  /** Where the extract's edge cut a track; none with a timetable, which no such edge cuts. */
  readonly cuts: readonly CutDoor[];
  /** Nodes taken, from the first one on. */
  readonly nodeCount: number;
}

export const msOf = (seconds: number): number => Math.round(seconds * 1000);

/**
 * Trains of which no timetable is known, pattern `spaced`: from any station a direct train runs to any
 * other on connected tracks and stops on its way every `kmBetweenStops`. What these stops cost is
 * spread evenly over the way.
 */
export function spacedTrains(
  graph: TrainGraph,
  profile: RailProfile,
  firstNode: number,
  arcs: ArcList,
): Doors {
  for (const {from, to, lengthM, kph} of graph.pieces) {
    const stopS = profile.dwellS + startLossS(kph, profile) + stopLossS(kph, profile);
    const stops = lengthM / (profile.kmBetweenStops * 1000);
    const ms = msOf((lengthM * 3.6) / kph + stops * stopS);
    const cm = Math.round(lengthM * 100);
    addArc(arcs, firstNode + from, firstNode + to, ms, 'train', cm);
    addArc(arcs, firstNode + to, firstNode + from, ms, 'train', cm);
  }
  const board = graph.platforms.flatMap((platforms, hub) =>
    platforms.map(({node, kph}): Door => {
      const rideMs = msOf(startLossS(kph, profile));
      return {hub, node: firstNode + node, rideMs, stationMs: msOf(waitS(profile, null))};
    }),
  );
  const alight = graph.platforms.flatMap((platforms, hub) =>
    platforms.map(({node, kph}): Door => {
      const rideMs = msOf(stopLossS(kph, profile));
      return {hub, node: firstNode + node, rideMs, stationMs: msOf(profile.alightS)};
    }),
  );
  const cuts = graph.cuts.map((node) => ({out: firstNode + node, into: firstNode + node}));
  return {board, alight, cuts, nodeCount: graph.nodeCount};
}

/** Trains of which no timetable is known, pattern `all`: each stops at every station it comes to. */
export function stoppingTrains(
  graph: TrainGraph,
  profile: RailProfile,
  firstNode: number,
  arcs: ArcList,
): Doors {
  const hubs = graph.platforms
    .map((_, hub) => hub)
    .filter((hub) => graph.platforms[hub]!.length > 0);
  const arrived = (hub: number): number => firstNode + 2 * hub;
  const leaving = (hub: number): number => firstNode + 2 * hub + 1;
  for (const {from, to, runS, lengthM} of stopGraph(graph, hubs, profile)) {
    addArc(arcs, leaving(from), arrived(to), msOf(runS), 'train', Math.round(lengthM * 100));
  }
  for (const hub of hubs) addArc(arcs, arrived(hub), leaving(hub), msOf(profile.dwellS), 'train');
  const firstCut = firstNode + 2 * graph.platforms.length;
  // two nodes each: no ride leads on through a cut past the stations beside it
  const cuts = graph.cuts.map((_, row) => ({
    out: firstCut + 2 * row,
    into: firstCut + 2 * row + 1,
  }));
  for (const {hub, cut, runS} of runsToCuts(graph, hubs)) {
    const {out, into} = cuts[cut]!;
    addArc(arcs, leaving(hub), out, msOf(runS), 'train');
    addArc(arcs, into, arrived(hub), msOf(runS), 'train');
  }
  const door = (node: (hub: number) => number, seconds: number) =>
    hubs.map((hub): Door => ({hub, node: node(hub), rideMs: 0, stationMs: msOf(seconds)}));
  return {
    board: door(leaving, waitS(profile, null)),
    alight: door(arrived, profile.alightS),
    cuts,
    nodeCount: 2 * (graph.platforms.length + cuts.length),
  };
}

/**
 * Trains of a timetable, line by line, and where several lines join two stations whichever comes first;
 * `hubOf` gives the hub of each of its stops.
 */
export function timetableTrains(
  {lines}: Timetable,
  hubOf: readonly number[],
  profile: RailProfile,
  firstNode: number,
  arcs: ArcList,
): Doors {
  const board: Door[] = [];
  const alight: Door[] = [];
  let node = firstNode;
  for (const {stops, runS, dwellS, trainsPerDay} of lines) {
    const wait = msOf(waitS(profile, profile.serviceDayS / trainsPerDay));
    stops.forEach((stop, i) => {
      const hub = hubOf[stop]!;
      const [arrived, leaving] = [node, node + 1];
      node += 2;
      if (i > 0) alight.push({hub, node: arrived, rideMs: 0, stationMs: msOf(profile.alightS)});
      if (i === stops.length - 1) return;
      board.push({hub, node: leaving, rideMs: 0, stationMs: wait});
      if (i > 0) addArc(arcs, arrived, leaving, msOf(dwellS[i]!), 'train');
      addArc(arcs, leaving, node, msOf(runS[i]!), 'train');
    });
  }
  for (const {fromHub, toHub, waitS: wait, rideS} of commonServices(lines, hubOf, profile)) {
    board.push({hub: fromHub, node, rideMs: 0, stationMs: msOf(wait)});
    addArc(arcs, node, node + 1, msOf(rideS), 'train');
    alight.push({hub: toHub, node: node + 1, rideMs: 0, stationMs: msOf(profile.alightS)});
    node += 2;
  }
  return {board, alight, cuts: [], nodeCount: node - firstNode};
}

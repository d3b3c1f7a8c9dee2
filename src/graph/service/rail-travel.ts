import {greatCircleM} from '../../geo/distance.ts';
import type {CompiledNetwork} from '../compile.ts';
import {type Seed, UNREACHED} from '../search/dijkstra.ts';
import {oneEdgeTrip} from '../search/links/one-edge.ts';
import {snapCosts} from '../search/snap-costs.ts';
import type {Travel} from '../search/travel.ts';
import {costTo, type Start} from '../search/trip.ts';
import type {Snap} from '../snap.ts';
import {firstRide} from './first-ride.ts';
import type {RailNetwork} from './rail-network.ts';
import type {Door} from './trains.ts';

/** `from`: times of trips that begin at the starts; `to`: of trips that end there. */
type Direction = 'from' | 'to';

/** Station to station, a place has every station within this straight distance: an assumption. */
export const STATION_REACH_M = 20_000;

/** Door to door by the better of road and rail; changes between trains, and between both, are free to make. */
export function bestTravel(rail: RailNetwork, direction: Direction): Travel {
  const [leave, arrive, way] = sides(direction);
  return {
    from: (starts) => {
      const seeds = starts.flatMap(({snap, cost}) => later(rail.terminal(snap)[leave], cost));
      const cost = rail.search(seeds, {direction: way});
      const onOneEdge = alongRoads(rail.road, starts, direction);
      return {
        to: (snap) => least(bestOf(cost, rail.terminal(snap)[arrive]), onOneEdge(snap)),
        nodeMs: () => cost.subarray(0, rail.road.nodeCount),
      };
    },
  };
}

/**
 * Door to door with at least one ride on a train: the road to a station, a train to another one, and
 * from there on the better of rail and road. `roads` are those of the rail network in the direction.
 */
export function railTravel(
  rail: RailNetwork,
  roads: CompiledNetwork,
  direction: Direction,
): Travel {
  const [, arrive, way] = sides(direction);
  const onRoads = snapCosts(roads);
  const {board, alight} = rail.doors;
  const [on, off] = direction === 'from' ? [board, alight] : [alight, board];
  const ride = firstRide(rail.graph(), rail.firstTrain, direction);
  const walkMs = direction === 'from' ? rail.enterMs : rail.leaveMs;
  return {
    from: (starts) => {
      const drive = onRoads(starts);
      const atHub = rail.hubs.map(({road}, hub): number | null => {
        const driven = road && costTo(roads, drive, road);
        const inside = starts.flatMap(({snap, cost}) => (snap.hub === hub ? [cost] : []));
        return inside.reduce<number | null>(least, driven === null ? null : driven + walkMs(hub));
      });
      const seeds = ride(on, off, atHub).flatMap((cost, hub): Seed[] =>
        cost === null ? [] : [{node: rail.hubNode(hub), cost}],
      );
      const cost = rail.search(seeds, {direction: way});
      return {
        to: (snap) => bestOf(cost, rail.terminal(snap)[arrive]),
        nodeMs: () => cost.subarray(0, rail.road.nodeCount),
      };
    },
  };
}

/**
 * Station to station: time on trains and for changes between them, without the ways to and from the
 * stations, without the checks, the wait for the first train and the way out. A place has the
 * stations within `STATION_REACH_M`; a stop of a new line, which is on no road and in no station of
 * today, is met by those that have it within the same reach. Node times are those of no node.
 */
export function stationTravel(rail: RailNetwork, direction: Direction): Travel {
  const [leave, arrive, way] = sides(direction);
  const {board, alight} = rail.doors;
  const [first, last] = direction === 'from' ? [board, alight] : [alight, board];
  const hubsNear = (snap: Snap): ReadonlySet<number> =>
    new Set(isPlace(snap) ? rail.hubs.flatMap((hub, row) => (near(snap, hub) ? [row] : [])) : []);
  return {
    from: (starts) => {
      const seeds = starts.flatMap(({snap, cost}): Seed[] => {
        if (snap.hub !== undefined) return [{node: rail.hubNode(snap.hub), cost}];
        if (snap.onCutTracks) return later(rail.terminal(snap)[leave], cost);
        const own = hubsNear(snap);
        return first.flatMap(({hub, node, rideMs}) =>
          own.has(hub) ? [{node, cost: cost + rideMs}] : [],
        );
      });
      const cost = rail.search(seeds, {direction: way});
      const there = (snap: Snap): number | null => {
        if (snap.hub !== undefined) return bestOf(cost, [{node: rail.hubNode(snap.hub), cost: 0}]);
        if (snap.onCutTracks) return bestOf(cost, rail.terminal(snap)[arrive]);
        const own = hubsNear(snap);
        const ends = last.flatMap(({hub, node, rideMs}) =>
          own.has(hub) ? [{node, cost: rideMs}] : [],
        );
        return bestOf(cost, ends);
      };
      return {
        to: (snap) =>
          starts.reduce<number | null>(
            (best, start) => (meets(start.snap, snap) ? least(best, start.cost) : best),
            there(snap),
          ),
        nodeMs: () => new Uint32Array(rail.road.nodeCount).fill(UNREACHED),
      };
    },
  };
}

/** Milliseconds on trains, changes included, from boarding at a station to getting off at another. */
export function stationRideMs(rail: RailNetwork, from: number, to: number): number | null {
  const {board, alight} = rail.doors;
  return bestOf(rail.search(doorSeeds(board, from)), doorSeeds(alight, to));
}

/**
 * The same out of the data over a cut end of a track and in again over any: trains that are not in the
 * data take longer than that. `null` = none leads there.
 */
export function stationRideOutsideMs(rail: RailNetwork, from: number, to: number): number | null {
  const {board, alight, cuts} = rail.doors;
  const out = cuts.map((cut): Seed => ({node: cut.out, cost: 0}));
  const leaveMs = bestOf(rail.search(doorSeeds(board, from)), out);
  if (leaveMs === null) return null;
  const into = cuts.map((cut): Seed => ({node: cut.into, cost: leaveMs}));
  return bestOf(rail.search(into), doorSeeds(alight, to));
}

function doorSeeds(doors: readonly Door[], station: number): Seed[] {
  return doors.flatMap(({hub, node, rideMs}) => (hub === station ? [{node, cost: rideMs}] : []));
}

/** A place of the map, not the inside of a station nor the platform of a line that is not there. */
function isPlace({points}: Snap): boolean {
  return points.length > 0;
}

/** Whether a place and the platform of a new line are within reach of each other; each meets itself. */
function meets(a: Snap, b: Snap): boolean {
  if (a === b) return true;
  if (a.hub !== undefined || b.hub !== undefined || isPlace(a) === isPlace(b)) return false;
  return near(a, b);
}

type Position = {readonly lon: number; readonly lat: number};

function near(a: Position, b: Position): boolean {
  return greatCircleM(a.lon, a.lat, b.lon, b.lat) <= STATION_REACH_M;
}

function sides(direction: Direction) {
  return direction === 'from' ? (['out', 'in', 'out'] as const) : (['in', 'out', 'in'] as const);
}

function later(seeds: readonly Seed[], ms: number): Seed[] {
  return seeds.map(({node, cost}) => ({node, cost: cost + ms}));
}

function least(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function bestOf(cost: Uint32Array, ends: readonly Seed[]): number | null {
  let best: number | null = null;
  for (const end of ends) {
    const there = cost[end.node]!;
    if (there !== UNREACHED) best = least(best, there + end.cost);
  }
  return best;
}

/** Trips that stay on the edge of a start. */
function alongRoads(
  road: CompiledNetwork,
  starts: readonly Start[],
  direction: Direction,
): (snap: Snap) => number | null {
  return (snap) =>
    starts.reduce<number | null>((best, start) => {
      const [from, to] = direction === 'from' ? [start.snap, snap] : [snap, start.snap];
      const trip = oneEdgeTrip(road, from, to, 'time');
      return trip === null ? best : least(best, start.cost + trip.cost);
    }, null);
}

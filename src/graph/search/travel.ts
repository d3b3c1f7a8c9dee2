import type {CompiledNetwork} from '../compile.ts';
import type {Snap} from '../snap.ts';
import {snapCosts} from './snap-costs.ts';
import {costTo, type SnapCosts, type Start} from './trip.ts';

/** Travel times in whole milliseconds from one or several starts. */
export interface TimesFrom {
  /** To a snapped point; `null` = no way. */
  readonly to: (snap: Snap) => number | null;
  /** To every road node, `UNREACHED` where there is no way. */
  readonly nodeMs: () => Uint32Array;
}

/** A way to get about on a frozen baseline: by road, by rail with road legs, or the better of both. */
export interface Travel {
  readonly from: (starts: readonly Start[]) => TimesFrom;
}

/** A station that joins the road network to the tracks. */
export interface StationLink {
  readonly name: string;
  readonly road: Snap;
  readonly track: Snap;
}

/** What a train ride costs besides running at line speed. None has a published value: assumptions. */
export interface RailParameters {
  /** From the station's forecourt to the train: walking, checks. */
  readonly stationS: number;
  /** Waiting for the train. */
  readonly waitS: number;
  /** From the train to the forecourt. */
  readonly egressS: number;
  /** Lost by speeding up and braking, once a ride. */
  readonly accelerationLossS: number;
}

/** Assumptions, to be fitted on published times. */
export const RAIL_ASSUMPTIONS: RailParameters = {
  stationS: 900,
  waitS: 900,
  egressS: 300,
  accelerationLossS: 180,
};

/** Remembers the search from each single snap, so that many projects share one baseline. */
export function rememberTravel(travel: Travel): Travel {
  const known = new Map<Snap, TimesFrom>();
  return {
    from: (starts) => {
      const [only, ...more] = starts;
      if (only === undefined || more.length > 0 || only.cost !== 0) return travel.from(starts);
      const times = known.get(only.snap) ?? travel.from(starts);
      known.set(only.snap, times);
      return times;
    },
  };
}

/** By road all the way. */
export function roadTravel(road: CompiledNetwork): Travel {
  const search = snapCosts(road);
  return {from: (starts) => timesOf(road, search(starts))};
}

/**
 * Road to a station, one train ride without intermediate stops at line speed, road from a station.
 * `withRoad` takes the better of that and the road all the way (mode `best`).
 */
export function railTravel(
  road: CompiledNetwork,
  rail: CompiledNetwork,
  stations: readonly StationLink[],
  parameters: RailParameters,
  withRoad: boolean,
): Travel {
  const boardMs = (parameters.stationS + parameters.waitS + parameters.accelerationLossS) * 1000;
  const alightMs = parameters.egressS * 1000;
  const byRoad = snapCosts(road);
  const byRail = snapCosts(rail);
  return {
    from: (starts) => {
      const access = byRoad(starts);
      const boarded = startsAt(stations, (station) => costTo(road, access, station.road), boardMs);
      const ride = byRail(boarded.map(({station, cost}) => ({snap: station.track, cost})));
      const alighted = startsAt(stations, (station) => costTo(rail, ride, station.track), alightMs);
      const leaving = alighted.map(({station, cost}) => ({snap: station.road, cost}));
      const all = withRoad ? [...starts, ...leaving] : leaving;
      return timesOf(road, byRoad(all));
    },
  };
}

function startsAt(
  stations: readonly StationLink[],
  reachedMs: (station: StationLink) => number | null,
  extraMs: number,
): {readonly station: StationLink; readonly cost: number}[] {
  return stations.flatMap((station) => {
    const ms = reachedMs(station);
    return ms === null ? [] : [{station, cost: ms + extraMs}];
  });
}

function timesOf(net: CompiledNetwork, tree: SnapCosts): TimesFrom {
  return {to: (snap) => costTo(net, tree, snap), nodeMs: () => tree.tree.cost};
}

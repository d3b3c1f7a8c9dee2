import {type RailProfile, waitS} from './rail-profile.ts';
import type {TimetableLine} from './timetable.ts';

/** Two stations that several lines join directly, as one service: whichever of them comes first is taken. */
export interface CommonService {
  readonly fromHub: number;
  readonly toHub: number;
  /** For the first of them to come: by the sum of their trains. */
  readonly waitS: number;
  /** Mean of their rides, each by its share of the trains. */
  readonly rideS: number;
  /** Rows of the lines, the quickest first; at least two. */
  readonly lines: readonly number[];
}

interface Ride {
  readonly line: number;
  readonly rideS: number;
  readonly trainsPerDay: number;
}

/**
 * The common lines of Chriqui and Robillard (1975): of all lines between two stations those are worth
 * waiting for together whose wait by their joint frequency and mean ride add up to least; a slow line that
 * one would rather let pass is left out. Only pairs where several together beat every one alone.
 */
export function commonServices(
  lines: readonly TimetableLine[],
  hubOf: readonly number[],
  profile: RailProfile,
): CommonService[] {
  const found: CommonService[] = [];
  for (const [fromHub, byEnd] of directRides(lines, hubOf)) {
    for (const [toHub, rides] of byEnd) {
      const joint = worthWaitingFor(rides, profile);
      if (joint !== null) found.push({fromHub, toHub, ...joint});
    }
  }
  return found;
}

type ByPair<T> = Map<number, Map<number, T>>;

/** Of every pair of stations the quickest ride of each line that runs from one to the other. */
function directRides(lines: readonly TimetableLine[], hubOf: readonly number[]): ByPair<Ride[]> {
  const all: ByPair<Ride[]> = new Map();
  for (const [line, {stops, runS, dwellS, trainsPerDay}] of lines.entries()) {
    for (const [from, ends] of quickestRides({stops, runS, dwellS}, hubOf)) {
      const known = all.get(from) ?? new Map<number, Ride[]>();
      all.set(from, known);
      for (const [to, rideS] of ends) {
        known.set(to, [...(known.get(to) ?? []), {line, rideS, trainsPerDay}]);
      }
    }
  }
  return all;
}

function quickestRides(
  {stops, runS, dwellS}: Pick<TimetableLine, 'stops' | 'runS' | 'dwellS'>,
  hubOf: readonly number[],
): ByPair<number> {
  const quickest: ByPair<number> = new Map();
  for (let i = 0; i < stops.length - 1; i++) {
    const from = hubOf[stops[i]!]!;
    const ends = quickest.get(from) ?? new Map<number, number>();
    quickest.set(from, ends);
    let seconds = 0;
    for (let j = i + 1; j < stops.length; j++) {
      seconds += runS[j - 1]! + (j - 1 > i ? dwellS[j - 1]! : 0);
      const to = hubOf[stops[j]!]!;
      if (to !== from) ends.set(to, Math.min(ends.get(to) ?? Infinity, seconds));
    }
  }
  return quickest;
}

function worthWaitingFor(
  rides: readonly Ride[],
  profile: RailProfile,
): Pick<CommonService, 'waitS' | 'rideS' | 'lines'> | null {
  if (rides.length < 2) return null;
  const wait = (trains: number): number => waitS(profile, profile.serviceDayS / trains);
  const sorted = rides.toSorted((a, b) => a.rideS - b.rideS || a.line - b.line);
  // The best set is the quickest so many lines: whatever is worth taking makes all that is quicker so.
  let best: {waitS: number; rideS: number; count: number} | null = null;
  let [trains, weighted] = [0, 0];
  for (const [row, {rideS, trainsPerDay}] of sorted.entries()) {
    trains += trainsPerDay;
    weighted += trainsPerDay * rideS;
    const joint = {waitS: wait(trains), rideS: weighted / trains, count: row + 1};
    if (best === null || joint.waitS + joint.rideS < best.waitS + best.rideS) best = joint;
  }
  const alone = Math.min(...rides.map(({rideS, trainsPerDay}) => wait(trainsPerDay) + rideS));
  if (best === null || best.count < 2 || best.waitS + best.rideS >= alone) return null;
  const lines = sorted.slice(0, best.count).map(({line}) => line);
  return {waitS: best.waitS, rideS: best.rideS, lines};
}

import type {Snap} from '../snap.ts';
import type {TimesFrom, Travel} from './travel.ts';
import type {Start} from './trip.ts';

/**
 * A planned connection on top of a baseline: stops joined to it, and the time in whole milliseconds
 * to go from stop i to stop j by the project itself, joining and leaving included (`null` = not
 * served).
 */
export interface PlannedService {
  readonly stops: readonly Snap[];
  readonly rideMs: readonly (readonly (number | null)[])[];
}

/**
 * What-if by closure (DESIGN.md §5): one search from every stop on the untouched baseline, then the
 * quickest way between every two stops by services and baseline together, then
 *   t¹(s,t) = min(t⁰(s,t), min over i, j of t⁰(s,pᵢ) + D(pᵢ,pⱼ) + t⁰(pⱼ,t)).
 * A trip may enter and leave any service any number of times. Exact, without rebuilding anything;
 * adding a service can only shorten. Without services the baseline itself is given back.
 */
export function whatIf(baseline: Travel, services: readonly PlannedService[]): Travel {
  const stops = services.flatMap((service) => service.stops);
  if (stops.length === 0) return baseline;
  const fromStop = stops.map((snap) => baseline.from([{snap, cost: 0}]));
  const between = closure(directTimes(services, stops, fromStop));
  return {
    from: (starts) => {
      const plain = baseline.from(starts);
      const toStop = stops.map((stop) => plain.to(stop));
      const atStop = stops.map((_, j) => quickest(toStop, between, j));
      return {
        to: (snap) => {
          let best = plain.to(snap);
          atStop.forEach((ms, j) => {
            const onward = ms === null ? null : fromStop[j]!.to(snap);
            if (onward !== null && (best === null || ms! + onward < best)) best = ms! + onward;
          });
          return best;
        },
        nodeMs: () => {
          const joined = stops.flatMap((snap, j): Start[] => {
            const cost = atStop[j] ?? null;
            return cost === null ? [] : [{snap, cost}];
          });
          return baseline.from([...starts, ...joined]).nodeMs();
        },
      };
    },
  };
}

/** Quickest time from the start to stop j, having used the services on the way. */
function quickest(
  toStop: readonly (number | null)[],
  between: readonly Float64Array[],
  j: number,
): number | null {
  let best = Infinity;
  toStop.forEach((ms, i) => {
    if (ms !== null) best = Math.min(best, ms + between[i]![j]!);
  });
  return best === Infinity ? null : best;
}

function directTimes(
  services: readonly PlannedService[],
  stops: readonly Snap[],
  fromStop: readonly TimesFrom[],
): Float64Array[] {
  const times = stops.map((_, i) =>
    Float64Array.from(stops, (to, j) => (i === j ? 0 : (fromStop[i]!.to(to) ?? Infinity))),
  );
  let first = 0;
  for (const {stops: own, rideMs} of services) {
    for (let i = 0; i < own.length; i++) {
      for (let j = 0; j < own.length; j++) {
        const ms = rideMs[i]![j];
        if (ms === null || ms === undefined) continue;
        const row = times[first + i]!;
        row[first + j] = Math.min(row[first + j]!, ms);
      }
    }
    first += own.length;
  }
  return times;
}

/** Floyd–Warshall in place: least times over any number of intermediate stops. */
function closure(times: Float64Array[]): Float64Array[] {
  for (let k = 0; k < times.length; k++) {
    for (const row of times) {
      const toK = row[k]!;
      for (let j = 0; j < row.length; j++) {
        const over = toK + times[k]![j]!;
        if (over < row[j]!) row[j] = over;
      }
    }
  }
  return times;
}

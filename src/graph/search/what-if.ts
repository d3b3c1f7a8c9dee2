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

/** The same service run backwards: for travel in which every way is turned round. */
export function turnedService({stops, rideMs}: PlannedService): PlannedService {
  return {stops, rideMs: stops.map((_, i) => stops.map((__, j) => rideMs[j]![i] ?? null))};
}

/**
 * What-if by closure (DESIGN.md §5): one search from every stop on the untouched baseline, then the
 * quickest way between every two stops by services and baseline together, then
 *   t¹(s,t) = min(t⁰(s,t), min over i, j of t⁰(s,pᵢ) + D(pᵢ,pⱼ) + t⁰(pⱼ,t)),
 * where D begins and ends with a ride: who only drives past a stop gets nothing from it, even where
 * the stop joins both carriageways. A trip may enter and leave any service any number of times.
 * Exact, without rebuilding anything; adding a service can only shorten. Without services the
 * baseline itself is given back.
 *
 * `direct` is what counts without any service, when that is narrower than the ways to and from the
 * stops: of trips by rail, those by today's trains, while one drives to the stations of a new line.
 */
export function whatIf(
  baseline: Travel,
  services: readonly PlannedService[],
  direct: Travel = baseline,
): Travel {
  const stops = services.flatMap((service) => service.stops);
  if (stops.length === 0) return direct;
  const fromStop = stops.map((snap) => baseline.from([{snap, cost: 0}]));
  const ride = rideTimes(services, stops.length);
  const onward = closure(driveAndRide(ride, stops, fromStop));
  return {
    from: (starts) => {
      const plain = direct.from(starts);
      const access = direct === baseline ? plain : baseline.from(starts);
      const toStop = stops.map((stop) => access.to(stop) ?? Infinity);
      const atStop = through(through(toStop, ride), onward);
      return {
        to: (snap) => {
          let best = plain.to(snap);
          for (let j = 0; j < atStop.length; j++) {
            const ms = atStop[j]!;
            // A stop that is farther off than the place is already is of no use to it.
            if (ms === Infinity || (best !== null && ms >= best)) continue;
            const rest = fromStop[j]!.to(snap);
            if (rest !== null && (best === null || ms + rest < best)) best = ms + rest;
          }
          return best;
        },
        nodeMs: () => {
          const joined = stops.flatMap((snap, j): Start[] => {
            const cost = atStop[j]!;
            return cost === Infinity ? [] : [{snap, cost}];
          });
          if (direct === baseline) return baseline.from([...starts, ...joined]).nodeMs();
          const onService = baseline.from(joined).nodeMs();
          return plain.nodeMs().map((ms, node) => Math.min(ms, onService[node]!));
        },
      };
    },
  };
}

/** Quickest time to every stop j: to some stop i, and from there by the table. */
function through(toStop: readonly number[], table: readonly Float64Array[]): number[] {
  return toStop.map((_, j) => {
    let best = Infinity;
    for (let i = 0; i < toStop.length; i++) best = Math.min(best, toStop[i]! + table[i]![j]!);
    return best;
  });
}

/** Rides from stop to stop, all services in one table; `Infinity` where none runs. */
function rideTimes(services: readonly PlannedService[], stopCount: number): Float64Array[] {
  const times = Array.from({length: stopCount}, () => new Float64Array(stopCount).fill(Infinity));
  let first = 0;
  for (const {stops, rideMs} of services) {
    for (let i = 0; i < stops.length; i++) {
      for (let j = 0; j < stops.length; j++) {
        times[first + i]![first + j] = rideMs[i]![j] ?? Infinity;
      }
    }
    first += stops.length;
  }
  return times;
}

/** From stop to stop by one ride, with a way on the baseline to where it starts; 0 for staying. */
function driveAndRide(
  ride: readonly Float64Array[],
  stops: readonly Snap[],
  fromStop: readonly TimesFrom[],
): Float64Array[] {
  return stops.map((_, i) => {
    const drive = stops.map((to, k) => (i === k ? 0 : (fromStop[i]!.to(to) ?? Infinity)));
    const times = Float64Array.from(through(drive, ride));
    times[i] = 0;
    return times;
  });
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

import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {SearchEngine} from '../../graph/search/engine.ts';
import {engineWhatIf} from '../../graph/search/links/engine-what-if.ts';
import {snapTerminal} from '../../graph/search/links/snap-terminal.ts';
import {snapMatrix} from '../../graph/search/links/snapped.ts';
import type {PlannedService} from '../../graph/search/what-if.ts';
import type {Snap} from '../../graph/snap.ts';
import {benefitPersonS, type PairTimes, pairWeights} from '../benefit.ts';
import type {Study, StudyPlace} from '../study.ts';

/** What one link alone would do for the trips between the places. */
export interface LinkBenefit {
  /** METHODS.md §D.7, the same as `guantong score` gives. */
  readonly benefitPersonS: number;
  /** Unordered pairs of places that become faster or newly joined. */
  readonly pairs: number;
}

/**
 * Scores links, each alone on the roads as they are: one matrix between all places and all stops,
 * then min-plus on small tables. Exact. `null` = none of the places carries a population.
 */
export function linkBenefits(
  study: Study,
  listed: readonly StudyPlace[],
  services: readonly PlannedService[],
): LinkBenefit[] | null {
  const places = listed.filter(({snap, population}) => snap !== null && (population ?? 0) > 0);
  if (places.length < 2) return null;
  const engine = study.engine('time');
  const placeSnaps = places.map(({snap}) => snap!);
  const stops = services.flatMap((service) => service.stops);
  const all = [...placeSnaps, ...stops];
  const {cost} = snapMatrix(engine, study.road, 'time', all, all);
  const weight = pairWeights(listed, 0);
  // Weights are of the whole list; rows of the list by rows of those that take part.
  const rowInList = places.map((place) => listed.indexOf(place));
  let first = places.length;
  return services.map((service) => {
    const rows = [...places.keys(), ...service.stops.map((_, i) => first + i)];
    first += service.stops.length;
    const pairs = timesWith(study, engine, placeSnaps, service, cutOut(cost, all.length, rows));
    const changed = pairs.filter(
      ({from, to, beforeMs, afterMs}) => from < to && beforeMs !== afterMs,
    );
    const inList = pairs.map((pair) => ({
      ...pair,
      from: rowInList[pair.from]!,
      to: rowInList[pair.to]!,
    }));
    return {benefitPersonS: Math.round(benefitPersonS(inList, weight)), pairs: changed.length};
  });
}

/** The rows and columns asked for, of a square table. */
function cutOut(cost: Uint32Array, size: number, rows: readonly number[]): Uint32Array {
  const part = new Uint32Array(rows.length * rows.length);
  rows.forEach((row, i) => {
    rows.forEach((column, j) => {
      part[i * rows.length + j] = cost[row * size + column]!;
    });
  });
  return part;
}

function timesWith(
  study: Study,
  engine: SearchEngine,
  places: readonly Snap[],
  service: PlannedService,
  today: Uint32Array,
): PairTimes[] {
  const terminal = (snap: Snap) => snapTerminal(study.road, snap, 'time');
  const {before, after} = engineWhatIf(
    engine,
    places.map(terminal),
    [{stops: service.stops.map(terminal), ride: service.rideMs}],
    {today},
  );
  const ms = (value: number): number | null => (value === UNREACHED ? null : value);
  return places.flatMap((_, from) =>
    places.flatMap((__, to): PairTimes[] => {
      if (from === to) return [];
      const at = from * places.length + to;
      return [{from, to, beforeMs: ms(before.cost[at]!), afterMs: ms(after.cost[at]!)}];
    }),
  );
}

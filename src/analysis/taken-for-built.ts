import type {Place} from '../graph/network.ts';
import type {TimesFrom} from '../graph/search/travel.ts';
import {type PlannedService, whatIf} from '../graph/search/what-if.ts';
import {benefitPersonS, pairWeights, savedS, secondsAt} from './benefit.ts';
import {type JoinedProject, serviceOf} from './join-project.ts';
import type {CentreTime, NewRoute, PairChange, TakenForBuilt} from './rows.ts';
import {baselineOf} from './score/baseline.ts';
import {newRoutes} from './score/new-route.ts';
import {pick} from './score/project-set.ts';
import {afterService, projectTables} from './score/project-tables.ts';
import {setBasis, setChange} from './score/set-values.ts';
import type {Study, TravelMode} from './study.ts';

export interface TakenOptions {
  /** Places whose trips count, weighted by their population. */
  readonly places: readonly Place[];
  readonly mode: TravelMode;
  readonly taken: readonly JoinedProject[];
  /** The projects that are not: each is valued on top of those that are. */
  readonly others: readonly JoinedProject[];
  readonly pairs: readonly (readonly [Place, Place])[];
  /** Where the times of `fromCentre` start; `null` = none are asked for. */
  readonly centre: Place | null;
}

/**
 * What projects that are taken for built save together, and what each of the others would add to
 * them. Exact: the times are those of a network rebuilt with the set; the order of building plays no part.
 */
export function takenForBuilt(study: Study, options: TakenOptions): TakenForBuilt {
  const {taken, others} = options;
  const places = options.places.map((place) => study.place(place));
  const points = places.map(({snap}) => snap);
  const services = [...taken, ...others].map(serviceOf);
  const baseline = baselineOf(study, options.mode === 'road' ? 'road' : 'best');
  const basis = setBasis(baseline, points, services, new Float64Array(0));
  const rows = [...places.keys()];
  const weight = pairWeights(places, pick(basis.times, rows, rows), 0);
  const worth = (set: readonly number[]): number => benefitPersonS(setChange(basis, set), weight);
  const built = [...taken.keys()];
  const together = worth(built);
  const onTop = others.map(({project}, k) => ({
    projectId: project.id,
    benefitPersonS: Math.round(worth([...built, taken.length + k]) - together),
  }));
  return {
    projects: taken.map(({project}) => project.name),
    benefitPersonS: Math.round(together),
    pairs: changes(study, options, options.pairs),
    fromCentre: fromCentre(study, options),
    onTop: onTop.sort(
      (a, b) => b.benefitPersonS - a.benefitPersonS || (a.projectId < b.projectId ? -1 : 1),
    ),
  };
}

function fromCentre(study: Study, options: TakenOptions): CentreTime[] {
  const {centre} = options;
  if (centre === null) return [];
  const others = options.places.filter(({name}) => name !== centre.name);
  const pairs = others.map((place) => [centre, place] as const);
  return changes(study, options, pairs).map(({beforeS, afterS}, i): CentreTime => {
    const {name, lon, lat} = others[i]!;
    return {place: name, lon, lat, beforeS, afterS};
  });
}

/** Times of pairs today and with the projects. */
function changes(
  study: Study,
  {mode, taken}: TakenOptions,
  pairs: TakenOptions['pairs'],
): PairChange[] {
  if (mode === 'rail') return byRail(study, taken, pairs);
  const all = [...new Map(pairs.flat().map((place) => [place.name, place])).values()];
  const trips = tripsWith(study, mode, taken, all);
  const row = ({name}: Place): number => all.findIndex((place) => place.name === name);
  return pairs.map(([from, to]) => trips.change(row(from), row(to)));
}

export interface TripsWith {
  readonly change: (from: number, to: number) => PairChange;
  /** The new way, `null` where today's is as quick. */
  readonly way: (from: number, to: number) => NewRoute | null;
}

/** Trips between places today and with projects that are taken for built. */
export function tripsWith(
  study: Study,
  mode: 'road' | 'best',
  taken: readonly JoinedProject[],
  places: readonly Place[],
): TripsWith {
  const all = places.map((place) => study.place(place));
  const {before, stopCosts} = projectTables(
    baselineOf(study, mode),
    all.map(({snap}) => snap),
    [together(taken)],
  );
  const costs = stopCosts(0);
  const after = afterService(before, costs);
  const at = (from: number, to: number): number => from * all.length + to;
  let ways: ReturnType<typeof newRoutes> | undefined;
  return {
    change: (from, to) => ({
      from: all[from]!.name,
      to: all[to]!.name,
      beforeS: secondsAt(before, at(from, to)),
      afterS: secondsAt(after, at(from, to)),
      savedS: savedS({before, after}, at(from, to)),
    }),
    way: (from, to) => {
      if (after.cost[at(from, to)]! >= before.cost[at(from, to)]!) return null;
      ways ??= newRoutes(study, taken, costs, all);
      return ways(from, to);
    },
  };
}

/** Trips by rail: today's trains alone, then with the new lines, to whose stations one may drive. */
export function byRail(
  study: Study,
  taken: readonly JoinedProject[],
  pairs: TakenOptions['pairs'],
): PairChange[] {
  const today = study.travel('rail');
  const later = whatIf(study.accessTo('rail'), taken.map(serviceOf), today);
  const starts = new Map<Place, readonly [TimesFrom, TimesFrom] | null>();
  const startOf = (from: Place): readonly [TimesFrom, TimesFrom] | null => {
    const {snap} = study.place(from);
    const at = snap && [{snap, cost: 0}];
    return at && [today.from(at), later.from(at)];
  };
  return pairs.map(([from, to]): PairChange => {
    if (!starts.has(from)) starts.set(from, startOf(from));
    const {snap} = study.place(to);
    const seconds = starts.get(from)?.map((times) => {
      const ms = snap && times.to(snap);
      return ms === null ? null : ms / 1000;
    });
    const [beforeS, afterS] = [seconds?.[0] ?? null, seconds?.[1] ?? null];
    const savedS = beforeS === null || afterS === null ? 0 : beforeS - afterS;
    return {from: from.name, to: to.name, beforeS, afterS, savedS};
  });
}

/** Several services as one: nobody rides from a stop of one to a stop of another without changing. */
function together(projects: readonly JoinedProject[]): PlannedService {
  const services = projects.map(serviceOf);
  const stops = services.flatMap((service) => service.stops);
  const rideMs = services.flatMap((service, k) =>
    service.rideMs.map((own) =>
      services.flatMap((other, l) => (l === k ? own : other.stops.map(() => null))),
    ),
  );
  return {stops, rideMs};
}

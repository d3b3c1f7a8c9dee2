import type {Place} from '../graph/network.ts';
import {UNREACHED} from '../graph/search/dijkstra.ts';
import type {CostTable} from '../graph/search/links/closure.ts';
import {servicesOn} from '../graph/search/links/engine-what-if.ts';
import {endOf, type Point} from '../graph/search/links/snap-times.ts';
import {type PlannedService, whatIf} from '../graph/search/what-if.ts';
import {pairWeights, savedS, secondsAt, type TimeChange} from './benefit.ts';
import {brief} from './circle-reach.ts';
import {circleShape} from './circle-shape.ts';
import {type JoinedProject, serviceOf} from './join-project.ts';
import {courseClipWatch, NEAR_CLIP} from './near-clip.ts';
import {populationBasis, populationOf} from './population-basis.ts';
import {type ProvinceNames, provinceNames} from './province-names.ts';
import type {CentreTime, CircleChange, DrawnRow, PairChange} from './rows.ts';
import {baselineOf, searchesOf} from './score/baseline.ts';
import {changedPairs, gainOf} from './score/effects.ts';
import type {Study, StudyPlace, TravelMode} from './study.ts';

export interface DrawnOptions {
  /** Places whose trips count, weighted by their population. */
  readonly places: readonly Place[];
  readonly mode: TravelMode;
  /** Projects taken for built: they stand in the before and in the after. */
  readonly given: readonly JoinedProject[];
  /** Centre of the circle; `null` = none is drawn. */
  readonly centre: Place | null;
  readonly minutes: number;
  /** Pairs that are shown whether they change or not. */
  readonly pairs: readonly (readonly [Place, Place])[];
}

/** Times between places, and from one of them to all road nodes within a cutoff. */
interface Times {
  readonly table: CostTable;
  readonly nodeMs: (place: number, cutoffMs: number) => Uint32Array;
}

/**
 * The effect of one drawn link on a baseline on which some projects may already be built. Exact: the
 * times are those of a network rebuilt with all of them. Nothing of it is remembered.
 */
export function drawnEffect(study: Study, drawn: JoinedProject, options: DrawnOptions): DrawnRow {
  const all = placesOf(study, options);
  const given = options.given.map(serviceOf);
  const {before, after} =
    options.mode === 'rail'
      ? {before: byRail(study, all, given), after: byRail(study, all, [...given, serviceOf(drawn)])}
      : onBaseline(study, options.mode, all, given, serviceOf(drawn));
  const count = new Set(options.places.map(({name}) => name)).size;
  const weighed = all.slice(0, count);
  const change: TimeChange = {before: block(before.table, count), after: block(after.table, count)};
  const weight = pairWeights(weighed, change.before, 0);
  const provinces = provinceNames(study.network, weighed);
  const {project} = drawn;
  return {
    joins: drawn.snapped.filter(({joined}) => joined).length >= 2,
    ...gainOf(project, change, weight, weighed.map(provinces.of)),
    pairs: changedPairs(weighed, change),
    headline: options.pairs.map(([from, to]) =>
      pairChange(all, from, to, before.table, after.table),
    ),
    circle:
      options.centre &&
      circleChange(study, all, provinces, options.centre, options.minutes, before, after),
    fromCentre: options.centre ? centreTimes(all, options.centre, before.table, after.table) : [],
    snapped: drawn.snapped,
    notes: courseClipWatch(study.network)(project.line) ? [...drawn.notes, NEAR_CLIP] : drawn.notes,
    geometry: project.line,
  };
}

/**
 * What the effect has to search for as long as no engine stands, a step a search: whoever asks can do
 * other work in between or stop. Nothing where the engine stands.
 */
export function drawnSearches(
  study: Study,
  drawn: JoinedProject,
  options: DrawnOptions,
): Iterable<void> {
  const {mode, given} = options;
  if (mode === 'rail') return [];
  const services = [...given, drawn].map(serviceOf);
  return searchesOf(study, mode, pointsOf(placesOf(study, options), services));
}

/** All places asked about, each once, those whose trips count first. */
function placesOf(study: Study, {places, pairs, centre}: DrawnOptions): StudyPlace[] {
  const asked = [...places, ...pairs.flat(), ...(centre ? [centre] : [])];
  return [...new Map(asked.map((place) => [place.name, study.place(place)])).values()];
}

/** By the baseline of roads, or of roads and trains: one table for the before and the after. */
function onBaseline(
  study: Study,
  mode: 'road' | 'best',
  places: readonly StudyPlace[],
  given: readonly PlannedService[],
  drawn: PlannedService,
): {readonly before: Times; readonly after: Times} {
  const end = endOf(study.snapGraph(mode));
  const points = pointsOf(places, [...given, drawn]);
  const {times, tree} = baselineOf(study, mode);
  const today = times(points, points);
  const n = places.length;
  const timesWith = (services: readonly PlannedService[]): Times => {
    const {cost} = block(today, pointsOf(places, services).length);
    const found = servicesOn(
      places.map(({snap}) => end(snap)),
      services.map(({stops, rideMs}) => ({stops: stops.map(end), ride: rideMs})),
      {cost, search: tree},
    );
    return {
      table: {rows: n, columns: n, cost: found.after.cost},
      nodeMs: (place, cutoffMs) =>
        found.treeFrom(place, cutoffMs).subarray(0, study.road.nodeCount),
    };
  };
  return {before: timesWith(given), after: timesWith([...given, drawn])};
}

function pointsOf(places: readonly StudyPlace[], services: readonly PlannedService[]): Point[] {
  return [...places.map(({snap}) => snap), ...services.flatMap(({stops}) => stops)];
}

/** By today's trains alone, then with the new lines, to whose stations one may drive. */
function byRail(
  study: Study,
  places: readonly StudyPlace[],
  services: readonly PlannedService[],
): Times {
  const travel = whatIf(study.accessTo('rail'), services, study.travel('rail'));
  const n = places.length;
  const cost = new Uint32Array(n * n).fill(UNREACHED);
  const from = (place: StudyPlace) => place.snap && travel.from([{snap: place.snap, cost: 0}]);
  places.forEach((start, i) => {
    const times = from(start);
    places.forEach((end, j) => {
      const ms = times && end.snap ? times.to(end.snap) : null;
      if (ms !== null) cost[i * n + j] = ms;
    });
  });
  return {
    table: {rows: n, columns: n, cost},
    nodeMs: (place) =>
      from(places[place]!)?.nodeMs() ?? new Uint32Array(study.road.nodeCount).fill(UNREACHED),
  };
}

function block(table: CostTable, count: number): CostTable {
  const cost = new Uint32Array(count * count);
  for (let i = 0; i < count; i++) {
    cost.set(table.cost.subarray(i * table.columns, i * table.columns + count), i * count);
  }
  return {rows: count, columns: count, cost};
}

function pairChange(
  all: readonly StudyPlace[],
  from: Place,
  to: Place,
  before: CostTable,
  after: CostTable,
): PairChange {
  const row = all.findIndex(({name}) => name === from.name);
  const at = row * all.length + all.findIndex(({name}) => name === to.name);
  return {
    from: from.name,
    to: to.name,
    beforeS: secondsAt(before, at),
    afterS: secondsAt(after, at),
    savedS: savedS({before, after}, at),
  };
}

function centreTimes(
  all: readonly StudyPlace[],
  centre: Place,
  before: CostTable,
  after: CostTable,
): CentreTime[] {
  const row = all.findIndex(({name}) => name === centre.name);
  return all.flatMap(({name, lon, lat}, to): CentreTime[] => {
    if (to === row) return [];
    const at = row * all.length + to;
    return [{place: name, lon, lat, beforeS: secondsAt(before, at), afterS: secondsAt(after, at)}];
  });
}

function circleChange(
  study: Study,
  all: readonly StudyPlace[],
  provinces: ProvinceNames,
  centre: Place,
  minutes: number,
  before: Times,
  after: Times,
): DrawnRow['circle'] {
  const row = all.findIndex(({name}) => name === centre.name);
  const cutoffMs = minutes * 60_000;
  const msTo = (table: CostTable, to: number): number =>
    to === row ? 0 : table.cost[row * all.length + to]!;
  const within = (times: Times): StudyPlace[] =>
    all.filter((_, to) => msTo(times.table, to) <= cutoffMs);
  const [then, now] = [within(before), within(after)];
  return {
    place: centre.name,
    minutes,
    before: {places: then.length, population: populationOf(populationBasis(then))},
    after: {places: now.length, population: populationOf(populationBasis(now))},
    gained: now
      .filter((place) => !then.includes(place))
      .map((place): CircleChange => {
        const to = all.indexOf(place);
        return {
          ...brief(place, provinces),
          timeS: msTo(after.table, to) / 1000,
          beforeS: secondsAt(before.table, row * all.length + to),
        };
      }),
    polygon: circleShape(study.road, all[row]!, after.nodeMs(row, cutoffMs), cutoffMs).polygon,
  };
}

import type {PopulationCells} from '../geo/population-cells.ts';
import type {Network, Place} from '../graph/network.ts';
import {turnedService, whatIf} from '../graph/search/what-if.ts';
import type {Answer} from './answer.ts';
import {projectSets} from './circle-projects.ts';
import {
  brief,
  type CircleAudience,
  type Inside,
  insideOf,
  type Reach,
  reachFrom,
  within,
} from './circle-reach.ts';
import {DRAWING_REACH_M, type LineDrawing} from './circle-shape.ts';
import {type JoinedProject, serviceOf} from './join-project.ts';
import {cutEnds} from './near-clip.ts';
import {CELL_TO_ROAD_M, cellSentences, type PlacedCells, placeCells} from './place-cells.ts';
import {SEAT_RULE} from './population-basis.ts';
import {type ProvinceNames, provinceNames} from './province-names.ts';
import {railParameters, railSentences} from './rail-assumptions.ts';
import type {CircleChange, CircleRow, Sentence} from './rows.ts';
import type {Direction, Study, StudyPlace, TravelMode} from './study.ts';
import {NO_WAY, whyUnreached} from './unreached.ts';

export interface CircleOptions {
  /** One cutoff or several: a row each, all cut out of the same times. */
  readonly minutes: number | readonly number[];
  readonly mode: TravelMode;
  /** Trips that start at the centre (default) or that end there. */
  readonly direction?: Direction;
  /** Places that may be inside; default: all of the network. */
  readonly places?: readonly Place[];
  /** Planned projects that are taken together for the `after`. */
  readonly projects?: readonly JoinedProject[];
  /** Also every project alone, variants too, in rows of their own before that of all together. */
  readonly each?: boolean;
  /** Persons by position besides those of the places. */
  readonly population?: PopulationCells;
  /** How the roads reached are drawn; default: from secondary up, as they run. */
  readonly drawing?: LineDrawing;
}

/**
 * What lies within some minutes of a place, today and with projects. A place is inside when its own
 * travel time is within the cutoff, door to door without the way from the door to the road; the
 * polygon is only a drawing. `gained` and `lost` compare the same places; projects never lose any.
 */
export function circle(study: Study, centre: Place, options: CircleOptions): Answer<CircleRow> {
  return circles(study, [centre], options);
}

/** The circles of several places: rows by centre, then by projects, then by cutoff. */
export function circles(
  study: Study,
  centres: readonly Place[],
  options: CircleOptions,
): Answer<CircleRow> {
  const {mode, direction = 'from', projects, population} = options;
  const minutes = [options.minutes].flat().sort((a, b) => a - b);
  const {sets, warnings} = projectSets(projects, mode, options.each ?? false);
  const listed = options.places ?? settlements(study.network);
  const provinces = provinceNames(study.network, listed);
  const cells = population && placedCells(study, population, provinces);
  const cuts = cutEnds(study, mode);
  const places = listed.map((p) => study.place(p));
  const starts = centres.map((p) => study.place(p));
  const rows = starts.flatMap((from) => {
    const withCentre = places.some((p) => p.name === from.name) ? places : [from, ...places];
    const audience = {places: withCentre, provinces, cells, cuts, drawing: options.drawing};
    const ask = {study, mode, direction, from, audience};
    return circlesOf(ask, minutes, sets);
  });
  const byRail = mode !== 'road' || sets.flat().some((p) => p?.project.mode === 'rail');
  const peopled = rows.some((row) => (row.after ?? row).population !== null);
  return {
    rows,
    parameters: {
      minutes: minutes.length === 1 ? minutes[0] : minutes,
      mode,
      direction,
      drawingReachM: DRAWING_REACH_M,
      projects: sets[sets.length - 1]?.map(({project}) => project.name) ?? [],
      ...(cells && {cellToRoadM: CELL_TO_ROAD_M}),
      ...(byRail && railParameters(study)),
    },
    assumptions: [
      ...(peopled ? [SEAT_RULE] : []),
      ...(cells ? cellSentences(cells) : []),
      ...(byRail ? railSentences(study) : []),
    ],
    warnings: [...warnings, ...starts.filter((p) => p.snap === null).map(centreWithoutRoad)],
  };
}

interface Ask {
  readonly study: Study;
  readonly mode: TravelMode;
  readonly direction: Direction;
  readonly from: StudyPlace;
  readonly audience: CircleAudience;
}

function circlesOf(
  ask: Ask,
  minutes: readonly number[],
  sets: readonly (readonly JoinedProject[] | undefined)[],
): CircleRow[] {
  const {study, mode, direction, from, audience} = ask;
  const [direct, access] = [study.travel(mode, direction), study.accessTo(mode, direction)];
  const today = reachFrom(direct, access, from, audience);
  const net = study.roadIn(direction);
  const cut = (reach: Reach) =>
    minutes.map((m) => insideOf(net, from, reach, audience, m * 60_000));
  const before = cut(today);
  const unreached = unreachedOf(from, audience, today);
  return sets.flatMap((projects) => {
    const later = projects && reachLater(ask, projects);
    const after = later && cut(later);
    return minutes.map((m, i): CircleRow => {
      const base = before[i]!;
      const row = {place: from.name, minutes: m, mode, direction, ...base.extent};
      const rest = {unreached, nearClip: base.nearClip, places: base.places};
      if (!later || !after) return {...row, ...rest};
      return {
        ...row,
        unreached,
        nearClip: base.nearClip || after[i]!.nearClip,
        ...changed(ask, projects, m * 60_000, base, today, later, after[i]!),
      };
    });
  });
}

function unreachedOf(from: StudyPlace, {places}: CircleAudience, today: Reach) {
  return places
    .filter((place) => !today.timeMs.has(place))
    .map((place) => ({place: place.name, reason: whyUnreached(from, place) ?? NO_WAY}));
}

/** The reach with projects, on top of today's travel. */
function reachLater(
  {study, mode, direction, from, audience}: Ask,
  projects: readonly JoinedProject[],
): Reach {
  const direct = study.travel(mode, direction);
  const access = study.accessTo(mode, direction);
  const services = projects.map(serviceOf);
  const turned = direction === 'from' ? services : services.map(turnedService);
  const travel = whatIf(access, turned, direct);
  return reachFrom(travel, direct === access ? travel : whatIf(access, turned), from, audience);
}

function changed(
  {audience}: Ask,
  projects: readonly JoinedProject[],
  cutoffMs: number,
  base: Inside,
  today: Reach,
  later: Reach,
  after: Inside,
): Pick<CircleRow, 'places' | 'projects' | 'gained' | 'lost' | 'after'> {
  const changes = (now: Reach, then: Reach): CircleChange[] =>
    audience.places
      .filter((place) => within(now, place, cutoffMs) && !within(then, place, cutoffMs))
      .map((place) => {
        const beforeMs = today.timeMs.get(place);
        return {
          ...brief(place, audience.provinces),
          timeS: (later.timeMs.get(place) ?? 0) / 1000,
          beforeS: beforeMs === undefined ? null : beforeMs / 1000,
        };
      });
  const afterMs = new Map([...later.timeMs].map(([place, ms]) => [place.name, ms]));
  return {
    places:
      projects.length === 0
        ? base.places
        : base.places.map((p) => ({...p, afterS: (afterMs.get(p.place) ?? 0) / 1000})),
    projects: projects.map(({project}) => project.name),
    gained: changes(later, today),
    lost: changes(today, later),
    after: after.extent,
  };
}

const placed = new WeakMap<Study, Map<PopulationCells, PlacedCells>>();

/** Cells meet their roads once per baseline, however many circles ask. */
function placedCells(study: Study, cells: PopulationCells, provinces: ProvinceNames): PlacedCells {
  const known = placed.get(study) ?? new Map<PopulationCells, PlacedCells>();
  placed.set(study, known);
  const made = known.get(cells) ?? placeCells(study, cells, provinces);
  known.set(cells, made);
  return made;
}

function centreWithoutRoad({name}: StudyPlace): Sentence {
  return {
    id: 'centre-without-road',
    zh: `${name} 附近没有可用道路，圈内为空`,
    en: `no road near ${name}: the circle is empty`,
  };
}

/** Cities, counties and towns of a network: what a circle lists when no list is given. */
export function settlements(network: Network): readonly Place[] {
  return network.places.filter((p) => ['city', 'town', 'county', 'district'].includes(p.kind));
}

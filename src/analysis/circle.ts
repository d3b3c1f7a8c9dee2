import type {Network, Place} from '../graph/network.ts';
import type {Travel} from '../graph/search/travel.ts';
import {whatIf} from '../graph/search/what-if.ts';
import {NODE_FLAG} from '../graph/vocabulary.ts';
import type {Answer} from './answer.ts';
import {circleShape, DRAWING_REACH_M} from './circle-shape.ts';
import {type JoinedProject, serviceOf} from './join-project.ts';
import {railSentences} from './rail-assumptions.ts';
import type {CircleChange, CirclePlace, CircleRow, Sentence} from './rows.ts';
import type {Study, StudyPlace, TravelMode} from './study.ts';

export interface CircleOptions {
  readonly minutes: number;
  readonly mode: TravelMode;
  /** Places that may be inside; default: all of the network. */
  readonly places?: readonly Place[];
  /** Planned projects that are taken together for the `after`. */
  readonly projects?: readonly JoinedProject[];
}

/**
 * What lies within some minutes of a place, today and with projects. A place is inside when its own
 * travel time is within the cutoff, door to door without the way from the door to the road; the
 * polygon is only a drawing. `gained` and `lost` compare the same places; projects never lose any.
 */
export function circle(study: Study, centre: Place, options: CircleOptions): Answer<CircleRow> {
  const {minutes, mode} = options;
  const asked = options.projects;
  const oneEach = asked?.filter((p) => !isSecondVariant(p, asked));
  const projects = oneEach?.filter((p) => mode !== 'rail' || p.project.mode === 'rail');
  const from = study.place(centre);
  const cutoffMs = minutes * 60_000;
  const listed = (options.places ?? settlements(study.network)).map((p) => study.place(p));
  const places = listed.some((p) => p.name === from.name) ? listed : [from, ...listed];
  const warnings: Sentence[] = [];
  const before = study.travel(mode);
  const base = reach(study, before, from, places, cutoffMs);
  const row: CircleRow = {
    place: from.name,
    minutes,
    mode,
    ...base.figures,
    nearClip: base.nearClip,
    places: base.inside,
    ...(projects && afterProjects(study, mode, projects, from, places, cutoffMs, base)),
  };
  if (asked && oneEach && oneEach.length < asked.length) {
    warnings.push(variantsLeftOut(asked, oneEach));
  }
  if (projects && oneEach && projects.length < oneEach.length) warnings.push(ROADS_LEFT_OUT);
  if (from.snap === null) {
    warnings.push({
      id: 'centre-without-road',
      zh: `${from.name} 附近没有可用道路，圈内为空`,
      en: `no road near ${from.name}: the circle is empty`,
    });
  }
  const byRail = mode !== 'road' || projects?.some((p) => p.project.mode === 'rail') === true;
  return {
    rows: [row],
    parameters: {minutes, mode, drawingReachM: DRAWING_REACH_M, projects: row.projects ?? []},
    assumptions: byRail ? railSentences(study) : [],
    warnings,
  };
}

interface Reach {
  readonly figures: Pick<CircleRow, 'nodes' | 'areaKm2' | 'population' | 'reached' | 'polygon'>;
  readonly inside: readonly CirclePlace[];
  /** A cut end is reached within the cutoff. */
  readonly nearClip: boolean;
  readonly timeMs: ReadonlyMap<StudyPlace, number>;
}

function reach(
  study: Study,
  travel: Travel,
  from: StudyPlace,
  places: readonly StudyPlace[],
  cutoffMs: number,
): Reach {
  const times = from.snap && travel.from([{snap: from.snap, cost: 0}]);
  const timeMs = new Map<StudyPlace, number>();
  for (const place of places) {
    const ms = place === from ? 0 : times && place.snap ? times.to(place.snap) : null;
    if (ms !== null) timeMs.set(place, ms);
  }
  const inside = places
    .filter((place) => (timeMs.get(place) ?? Infinity) <= cutoffMs)
    .map((place): CirclePlace => ({...brief(place), timeS: timeMs.get(place)! / 1000}))
    .sort((a, b) => a.timeS - b.timeS || (a.place < b.place ? -1 : 1));
  const nodeMs = times?.nodeMs();
  const shape = nodeMs
    ? circleShape(study.road, [from.lon, from.lat], nodeMs, cutoffMs)
    : {nodes: 0, areaKm2: 0, reached: [], polygon: []};
  const {flags} = study.network.nodes;
  const nearClip =
    nodeMs?.some((ms, u) => ms <= cutoffMs && (flags[u]! & NODE_FLAG.clip) !== 0) ?? false;
  return {figures: {...shape, population: populationOf(inside)}, inside, nearClip, timeMs};
}

function afterProjects(
  study: Study,
  mode: TravelMode,
  projects: readonly JoinedProject[],
  from: StudyPlace,
  places: readonly StudyPlace[],
  cutoffMs: number,
  base: Reach,
): Pick<CircleRow, 'places' | 'projects' | 'gained' | 'lost' | 'after'> {
  const before = study.travel(mode);
  const services = projects.map(serviceOf);
  // By rail means on a train: one still drives to the stations of a new line, and takes today's trains.
  const access = mode === 'rail' ? study.travel('best') : before;
  const travel = whatIf(access, services, before);
  const after = reach(study, travel, from, places, cutoffMs);
  const within = (r: Reach, place: StudyPlace): boolean =>
    (r.timeMs.get(place) ?? Infinity) <= cutoffMs;
  const changes = (now: Reach, then: Reach): CircleChange[] =>
    places
      .filter((place) => within(now, place) && !within(then, place))
      .map((place) => {
        const beforeMs = base.timeMs.get(place);
        return {
          ...brief(place),
          timeS: (after.timeMs.get(place) ?? 0) / 1000,
          beforeS: beforeMs === undefined ? null : beforeMs / 1000,
        };
      });
  const afterMs = new Map([...after.timeMs].map(([place, ms]) => [place.name, ms]));
  return {
    places:
      projects.length === 0
        ? base.inside
        : base.inside.map((place) => ({
            ...place,
            afterS: (afterMs.get(place.place) ?? 0) / 1000,
          })),
    projects: projects.map(({project}) => project.name),
    gained: changes(after, base),
    lost: changes(base, after),
    after: after.figures,
  };
}

const ROADS_LEFT_OUT: Sentence = {
  id: 'roads-left-out',
  zh: '只看铁路出行：公路项目未计入',
  en: 'trips by rail only: road projects are not counted',
};

/** Of the variants of one project only the first listed is built. */
function isSecondVariant(joined: JoinedProject, all: readonly JoinedProject[]): boolean {
  const family = ({project}: JoinedProject): string => project.variantOf ?? project.id;
  return all.find((other) => family(other) === family(joined)) !== joined;
}

function variantsLeftOut(all: readonly JoinedProject[], taken: readonly JoinedProject[]): Sentence {
  const left = all.filter((joined) => !taken.includes(joined)).map(({project}) => project);
  return {
    id: 'variants-left-out',
    zh: `同一项目只计一个方案，交通圈未计入：${left.map((p) => p.name).join('、')}`,
    en: `of the variants of one project only one is built; not in the circle: ${left.map((p) => p.nameEn).join(', ')}`,
  };
}

function brief(place: StudyPlace): Omit<CirclePlace, 'timeS'> {
  const {name, lon, lat, population, province} = place;
  return {place: name, lon, lat, population, province};
}

function populationOf(inside: readonly CirclePlace[]): number | null {
  const known = inside.flatMap((p) => (p.population === null ? [] : [p.population]));
  return known.length === 0 ? null : known.reduce((sum, n) => sum + n, 0);
}

/** Cities, counties and towns of a network: what a circle lists when no list is given. */
export function settlements(network: Network): readonly Place[] {
  return network.places.filter((p) => ['city', 'town', 'county', 'district'].includes(p.kind));
}

import type {Place} from '../graph/network.ts';
import {turnedService, whatIf} from '../graph/search/what-if.ts';
import type {Answer} from './answer.ts';
import {projectSets} from './circle-projects.ts';
import {
  type GatewayKind,
  gatesOf,
  noneOf,
  type PlannedGate,
  plannedGates,
  plannedGatesSentence,
} from './gates.ts';
import {type JoinedProject, serviceOf} from './join-project.ts';
import {clipSeconds, cutOffWatch} from './near-clip.ts';
import {populationBasis, populationOf} from './population-basis.ts';
import {provinceNames} from './province-names.ts';
import {railSentences} from './rail-assumptions.ts';
import type {CatchmentRow, GatewayRow, GatewayTime, PlaceGatewayRow, Sentence} from './rows.ts';
import type {Direction, Study, StudyPlace, TravelMode} from './study.ts';
import {NO_WAY, whyUnreached} from './unreached.ts';

export interface GatewayOptions {
  readonly kinds: readonly GatewayKind[];
  /** Places and their gateways: both are taken from here, gateways by their kind. */
  readonly places: readonly Place[];
  readonly mode: TravelMode;
  /** `to` the gateway (default) or `from` it. */
  readonly direction?: Direction;
  /** Within these minutes a place counts as served by a gateway. */
  readonly minutes: number;
  readonly projects?: readonly JoinedProject[];
}

/** Why a place has no first gateway where only projects bring one of the kind. */
const NO_GATEWAY = 'no-gateway-today';

/** A place whose second gateway is less than this behind its first could as well go there. */
export const CONTESTED_S = 900;

/**
 * Which gateway of each kind every place reaches first, how far the second is behind, and the catchment
 * of every gateway: a row per place and kind, then a row per gateway, the one of most places first.
 */
export function gateways(study: Study, options: GatewayOptions): Answer<GatewayRow> {
  const {mode, direction = 'to', minutes, kinds, places} = options;
  const {sets, warnings: leftOut} = projectSets(options.projects, mode, false);
  const warnings: Sentence[] = [...leftOut];
  const added: PlannedGate[] = [];
  const projects = sets[0];
  const people = places.filter((place) => !kinds.some((kind) => kind === place.kind));
  const served = people.map((place) => study.place(place));
  const provinces = provinceNames(study.network, places);
  const clipS = clipSeconds(study, mode, direction);
  const isCutOff = cutOffWatch(study);
  const isNear = (place: StudyPlace, first: GatewayTime | null): boolean => {
    const cutS = clipS(place);
    return isCutOff(place) || (cutS !== null && (first === null || cutS < first.timeS));
  };
  const rows = kinds.flatMap((kind): GatewayRow[] => {
    const gates = gatesOf(study, [...places, ...study.network.places], kind).map(study.place);
    const planned = plannedGates(projects ?? [], kind, gates);
    if (gates.length === 0) warnings.push(noneOf(kind));
    if (gates.length + planned.length === 0) return [];
    added.push(...planned);
    const gatesAfter = [...gates, ...planned.map(({place}) => study.place(place))];
    const today = timesOf(study, mode, direction, gates, served, undefined);
    const later = projects && timesOf(study, mode, direction, gatesAfter, served, projects);
    const placeRows = served.map((place, i) => {
      const after = later && ranked(gatesAfter, later[i]!);
      return placeRow(
        place,
        kind,
        ranked(gates, today[i]!),
        after,
        minutes,
        provinces,
        isNear,
        gates.length === 0,
      );
    });
    const catchments = gatesAfter.map((gate, i) =>
      catchment(gate, kind, placeRows, served, planned[i - gates.length]?.project),
    );
    return [...placeRows, ...catchments.sort((a, b) => b.places.length - a.places.length)];
  });
  const byRail = mode !== 'road' || projects?.some((p) => p.project.mode === 'rail') === true;
  return {
    rows,
    parameters: {
      kinds,
      mode,
      direction,
      minutes,
      contestedS: CONTESTED_S,
      ...(projects && {projects: projects.map(({project}) => project.name)}),
    },
    assumptions: [
      ...(byRail ? railSentences(study) : []),
      ...(added.length > 0 ? [plannedGatesSentence(added)] : []),
    ],
    warnings,
  };
}

/** Milliseconds between every place (first index) and every gateway, `null` = no way. */
function timesOf(
  study: Study,
  mode: TravelMode,
  direction: Direction,
  gates: readonly StudyPlace[],
  places: readonly StudyPlace[],
  projects: readonly JoinedProject[] | undefined,
): (number | null)[][] {
  // Searched from the gateways: trips to them run backwards.
  const direct = study.travel(mode, direction);
  const services = projects?.map(serviceOf);
  const travel = services
    ? whatIf(
        study.accessTo(mode, direction),
        direction === 'from' ? services : services.map(turnedService),
        direct,
      )
    : direct;
  const byGate = gates.map((gate) => {
    const times = gate.snap && travel.from([{snap: gate.snap, cost: 0}]);
    return places.map(({snap}) => (times && snap ? times.to(snap) : null));
  });
  return places.map((_, i) => byGate.map((times) => times[i] ?? null));
}

function placeRow(
  place: StudyPlace,
  kind: GatewayKind,
  order: readonly GatewayTime[],
  after: readonly GatewayTime[] | undefined,
  minutes: number,
  provinces: ReturnType<typeof provinceNames>,
  isNear: (place: StudyPlace, first: GatewayTime | null) => boolean,
  noneToday: boolean,
): PlaceGatewayRow {
  const [first = null, second = null] = order;
  const leadS = first && second ? second.timeS - first.timeS : null;
  return {
    row: 'place',
    kind,
    place: place.name,
    province: provinces.of(place),
    population: place.population,
    first,
    second,
    leadS,
    contested: leadS !== null && leadS < CONTESTED_S,
    within: order.filter(({timeS}) => timeS <= minutes * 60).map(({gateway}) => gateway),
    ...(after && {
      firstAfter: after[0] ?? null,
      withinAfter: after.filter(({timeS}) => timeS <= minutes * 60).map(({gateway}) => gateway),
    }),
    nearClip: isNear(place, first),
    reason: first ? null : (whyUnreached(place, place) ?? (noneToday ? NO_GATEWAY : NO_WAY)),
  };
}

/** The nearest in time first; of equals the one listed first. */
function ranked(gates: readonly StudyPlace[], ms: readonly (number | null)[]): GatewayTime[] {
  return gates
    .flatMap(({name}, i) => (ms[i] == null ? [] : [{gateway: name, timeS: ms[i]! / 1000}]))
    .sort((a, b) => a.timeS - b.timeS);
}

/** The places that reach a gateway first, and those that could as well go to another. */
function catchment(
  gate: StudyPlace,
  kind: GatewayKind,
  rows: readonly PlaceGatewayRow[],
  served: readonly StudyPlace[],
  project: string | undefined,
): CatchmentRow {
  const nearest = rows.filter((row) => row.first?.gateway === gate.name);
  const within = rows.filter((row) => row.within.includes(gate.name));
  const compared = rows.some((row) => row.firstAfter !== undefined);
  const after = rows.filter((row) => row.firstAfter?.gateway === gate.name);
  const peopleOf = (some: readonly PlaceGatewayRow[]): number | null => {
    const names = new Set(some.map((row) => row.place));
    return populationOf(populationBasis(served.filter(({name}) => names.has(name))));
  };
  const provinces = [...new Set(nearest.map((row) => row.province))].sort();
  return {
    row: 'catchment',
    kind,
    gateway: gate.name,
    lon: gate.lon,
    lat: gate.lat,
    snapM: gate.snap && Math.round(gate.snap.distanceM),
    ...(project !== undefined && {project}),
    places: nearest.map((row) => row.place),
    population: peopleOf(nearest),
    byProvince: Object.fromEntries(
      provinces.map((province) => {
        const own = nearest.filter((row) => row.province === province);
        return [province, {places: own.length, population: peopleOf(own)}];
      }),
    ),
    ...(compared && {
      placesAfter: after.map((row) => row.place),
      populationAfter: peopleOf(after),
    }),
    contested: nearest.filter((row) => row.contested).map((row) => row.place),
    withinPlaces: within.map((row) => row.place),
    withinPopulation: peopleOf(within),
    nearClip: nearest.some((row) => row.nearClip),
    reason: gate.snap ? null : `no-road-near:${gate.name}`,
  };
}

import {personsOf} from '../geo/population-cells.ts';
import type {CompiledNetwork} from '../graph/compile.ts';
import type {Place} from '../graph/network.ts';
import type {TimesFrom, Travel} from '../graph/search/travel.ts';
import type {Snap} from '../graph/snap.ts';
import {circleShape, type LineDrawing} from './circle-shape.ts';
import {cellTimes, type PlacedCells} from './place-cells.ts';
import {populationBasis, populationOf} from './population-basis.ts';
import {type ProvinceNames, UNKNOWN_PROVINCE} from './province-names.ts';
import type {CellSums, CircleExtent, CirclePlace, CircleShare} from './rows.ts';
import type {StudyPlace} from './study.ts';

/** Who may be inside a circle, and how their provinces are called. */
export interface CircleAudience {
  readonly places: readonly StudyPlace[];
  readonly provinces: ProvinceNames;
  readonly cells: PlacedCells | undefined;
  /** Where the extract's edge cut roads, and tracks unless by road; `null` = nowhere. */
  readonly cuts: Snap | null;
  /** How the roads reached are drawn. */
  readonly drawing?: LineDrawing | undefined;
}

/** Times from a centre to all that a circle asks about; every cutoff is cut out of the same times. */
export interface Reach {
  readonly timeMs: ReadonlyMap<StudyPlace, number>;
  readonly nodeMs: Uint32Array | undefined;
  /** To the nearest of `CircleAudience.cuts`; `null` = none is reached. */
  readonly cutMs: number | null;
  /** Of each group of cells; `null` = no way. */
  readonly groupMs: readonly (number | null)[];
}

/** Searches once from the centre; where `access`, by which cut ends are reached, differs from `travel`, twice. */
export function reachFrom(
  travel: Travel,
  access: Travel,
  from: StudyPlace,
  audience: CircleAudience,
): Reach {
  const timesBy = (by: Travel): TimesFrom | null =>
    from.snap && by.from([{snap: from.snap, cost: 0}]);
  const times = timesBy(travel);
  const {cuts} = audience;
  const toCuts = cuts && (access === travel ? times : timesBy(access));
  const timeMs = new Map<StudyPlace, number>();
  for (const place of audience.places) {
    const ms = place === from ? 0 : times && place.snap ? times.to(place.snap) : null;
    if (ms !== null) timeMs.set(place, ms);
  }
  return {
    timeMs,
    nodeMs: times?.nodeMs(),
    cutMs: (cuts && toCuts?.to(cuts)) ?? null,
    groupMs: audience.cells ? cellTimes(audience.cells, times) : [],
  };
}

/** What lies within the cutoff of a centre. */
export interface Inside {
  readonly extent: CircleExtent;
  /** The nearest first. */
  readonly places: readonly CirclePlace[];
  /** A cut end is reached within the cutoff. */
  readonly nearClip: boolean;
}

/** Cuts one circle out of the times. `net` is the road network that they were found on. */
export function insideOf(
  net: CompiledNetwork,
  from: StudyPlace,
  reach: Reach,
  audience: CircleAudience,
  cutoffMs: number,
): Inside {
  const {nodeMs} = reach;
  const inside = audience.places.filter((place) => within(reach, place, cutoffMs));
  const places = inside
    .map(
      (place): CirclePlace => ({
        ...brief(place, audience.provinces),
        timeS: reach.timeMs.get(place)! / 1000,
      }),
    )
    .sort((a, b) => a.timeS - b.timeS || (a.place < b.place ? -1 : 1));
  const {cells, ...shape} = circleShape(net, from, nodeMs, cutoffMs, audience.drawing);
  const persons = audience.cells && cellsInside(audience.cells, reach.groupMs, cutoffMs);
  const populations = populationBasis(inside);
  return {
    extent: {
      nodes: shape.nodes,
      areaKm2: shape.areaKm2,
      population: populationOf(populations),
      populationBasis: populations,
      ...(persons && {cells: persons.sums}),
      byProvince: byProvince(inside, cells, audience.provinces, persons?.byProvince),
      reached: shape.reached,
      polygon: shape.polygon,
    },
    places,
    nearClip: reach.cutMs !== null && reach.cutMs <= cutoffMs,
  };
}

/** Whether a place is inside by its own time. */
export function within(reach: Reach, place: StudyPlace, cutoffMs: number): boolean {
  return (reach.timeMs.get(place) ?? Infinity) <= cutoffMs;
}

/** A place as it stands in rows, without its time; its province as sums by province call it. */
export function brief(place: StudyPlace, provinces: ProvinceNames): Omit<CirclePlace, 'timeS'> {
  const {name, lon, lat, population, populationDate, populationKind = null} = place;
  const called = provinces.of(place);
  const province = called === UNKNOWN_PROVINCE ? null : called;
  return {place: name, lon, lat, population, populationDate, populationKind, province};
}

function cellsInside(
  placed: PlacedCells,
  groupMs: readonly (number | null)[],
  cutoffMs: number,
): {readonly sums: CellSums; readonly byProvince: ReadonlyMap<string, number>} {
  let [inside, beyond, noWay] = [0, 0, 0];
  const milli = new Map<string, number>();
  placed.groups.forEach((group, i) => {
    const ms = groupMs[i] ?? null;
    if (ms === null) noWay += group.milli;
    else if (ms > cutoffMs) beyond += group.milli;
    else {
      inside += group.milli;
      for (const [name, part] of group.byProvince) milli.set(name, (milli.get(name) ?? 0) + part);
    }
  });
  return {
    sums: {
      inside: personsOf(inside),
      beyond: personsOf(beyond),
      noWay: personsOf(noWay),
      farFromRoad: personsOf(placed.farMilli),
      total: personsOf(placed.totalMilli),
    },
    byProvince: milli,
  };
}

function byProvince(
  inside: readonly Place[],
  cells: readonly (readonly [lon: number, lat: number])[],
  provinces: ProvinceNames,
  persons: ReadonlyMap<string, number> | undefined,
): CircleExtent['byProvince'] {
  const groups = new Map<string, {places: Place[]; areaKm2: number}>();
  const groupOf = (name: string) => {
    const known = groups.get(name) ?? {places: [], areaKm2: 0};
    groups.set(name, known);
    return known;
  };
  for (const place of inside) groupOf(provinces.of(place)).places.push(place);
  // A cell of the drawing is 1 km².
  for (const [lon, lat] of cells) groupOf(provinces.at(lon, lat)).areaKm2++;
  for (const name of persons?.keys() ?? []) groupOf(name);
  const counted = countedPlaces(inside);
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, {places, areaKm2}]): [string, CircleShare] => [
        name,
        {
          places: places.length,
          population: populationOf(populationBasis(places.filter((place) => counted.has(place)))),
          areaKm2,
          ...(persons && {cellPersons: personsOf(persons.get(name) ?? 0)}),
        },
      ]),
  );
}

/** Without the places whose people another place inside counts: shares add up to the whole. */
function countedPlaces(inside: readonly Place[]): ReadonlySet<Place> {
  const names = new Set(inside.map((place) => place.name));
  return new Set(
    inside.filter(({populationWithin}) => populationWithin == null || !names.has(populationWithin)),
  );
}

import {UserError} from '../../errors.ts';
import {indexBorders} from '../../geo/border-index.ts';
import {simplifyLine} from '../../geo/simplify.ts';
import type {Network, Place} from '../../graph/network.ts';
import {type EdgeClass, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {Answer} from '../answer.ts';
import {corridorsOf, pairingOf, roadsTo} from '../corridors/study-corridors.ts';
import {studiedRank} from '../dead-ends/options.ts';
import type {Study} from '../study.ts';
import {bandShareOfGround} from './band.ts';
import type {DensityRow, RoadAmount, Zone} from './rows.ts';
import {densityAssumptions, densityWarnings} from './sentences.ts';
import {structureOf} from './structure.ts';
import {type Sums, sumsOf} from './sums.ts';
import {type LevelUnit, type LevelUnits, unitsAtLevel} from './units-at-level.ts';

export interface DensityOptions {
  /** OSM `admin_level` of the units. */
  readonly adminLevel: number;
  /** Lowest class that counts; default `unclassified`: 村道 and above, streets not. */
  readonly minClass?: EdgeClass | undefined;
  /** Lowest class of the corridor graph; default `secondary`. */
  readonly structureClass?: EdgeClass | undefined;
  /** Half-width of the border band, metres; default 10 000. */
  readonly bandM?: number | undefined;
  /** Where populations of units are looked up, by name and position, before those of the network. */
  readonly places?: readonly Place[] | undefined;
}

export const DENSITY_DEFAULTS = {
  minClass: 'unclassified',
  structureClass: 'secondary',
  bandM: 10_000,
} as const;

/** Density, grade structure and corridor graph of every unit of a level: docs/indicators.md. */
export function density(study: Study, options: DensityOptions): Answer<DensityRow> {
  const {network} = study;
  const minClass = options.minClass ?? DENSITY_DEFAULTS.minClass;
  const structureClass = options.structureClass ?? DENSITY_DEFAULTS.structureClass;
  const bandM = options.bandM ?? DENSITY_DEFAULTS.bandM;
  const [minRank, structureRank] = [studiedRank(minClass), studiedRank(structureClass)];
  if (!Number.isFinite(bandM) || bandM <= 0) {
    throw new UserError('E_USAGE', `the border band must be wider than 0, got ${bandM} metres`, {
      hint: `leave it out for ${DENSITY_DEFAULTS.bandM / 1000} km`,
    });
  }
  const units = unitsOf(network, options.adminLevel);
  const graph = corridorsOf(study, Math.min(structureRank, ROAD_RANK.track));
  const lines = network.borders.filter(({level}) => level <= options.adminLevel);
  const borders = lines.length === 0 ? null : indexBorders(lines.map(({line}) => line));
  const isRoad = roadsTo(study, Math.min(minRank, ROAD_RANK.track));
  const sums = sumsOf(network, units, isRoad, pairingOf(study), {borders, bandM});
  const places = [...(options.places ?? []), ...network.places];
  const unitOfJunction = graph.at.map(([lon, lat]) => units.at(lon, lat));
  const rows = units.units.map((unit, row) =>
    rowOf(unit, options.adminLevel, sums[row]!, {
      structure: structureOf(graph, (junction) => unitOfJunction[junction] === row),
      bandShare: borders && bandShareOfGround(units, row, borders, bandM),
      ...populationOf(unit, (lon, lat) => units.at(lon, lat) === row, places),
    }),
  );
  rows.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : b.areaKm2 - a.areaKm2));
  return {
    rows,
    parameters: {adminLevel: options.adminLevel, minClass, structureClass, bandM},
    assumptions: densityAssumptions(),
    warnings: densityWarnings(rows),
  };
}

function unitsOf(network: Network, adminLevel: number): LevelUnits {
  const units = unitsAtLevel(network, adminLevel);
  if (units.units.length > 0) return units;
  const known = [...new Set(network.areas.map(({level}) => level))].sort((a, b) => a - b);
  throw new UserError(
    'E_NETWORK',
    `The network has no area of admin_level ${adminLevel}; ${
      known.length === 0 ? 'it has no areas at all' : `it has level ${known.join(', ')}`
    }.`,
    {hint: 'Ask for another --level, or import with --borders file.geojson.'},
  );
}

/**
 * Persons of a unit: those of the first place of its name that lies in it (many a county shares its name with
 * one of another province). A unit cut by the extract's edge has none.
 */
function populationOf(
  unit: LevelUnit,
  isInside: (lon: number, lat: number) => boolean,
  places: readonly Place[],
): Pick<DensityRow, 'population' | 'populationReason'> {
  if (unit.cut) return {population: null, populationReason: 'unit-cut'};
  const named = places.filter(
    ({name, altNames, lon, lat}) =>
      unit.name !== '' &&
      (name === unit.name || altNames.includes(unit.name)) &&
      isInside(lon, lat),
  );
  if (named.length === 0) return {population: null, populationReason: 'no-place-of-that-name'};
  const population = named.find((place) => place.population !== null)?.population ?? null;
  return {population, populationReason: population === null ? 'no-population' : null};
}

function rowOf(
  unit: LevelUnit,
  adminLevel: number,
  sums: Sums,
  more: Pick<DensityRow, 'structure' | 'population' | 'populationReason'> & {
    readonly bandShare: number | null;
  },
): DensityRow {
  const {areaKm2} = unit;
  const per100 = (km: number): number | null => (areaKm2 > 0 ? tidy((km / areaKm2) * 100) : null);
  const per10k = (km: number): number | null =>
    more.population ? tidy((km / more.population) * 10_000) : null;
  const graded = [...sums.byGrade].filter(([grade]) => grade !== 'unknown');
  const gradedKm = graded.reduce((sum, [, {km}]) => sum + km, 0);
  const goodKm = graded.reduce((sum, [grade, {km}]) => sum + (Number(grade) <= 2 ? km : 0), 0);
  const {bandShare} = more;
  const band = bandShare === null ? null : zone(areaKm2 * bandShare, sums.bandKm);
  const interior =
    bandShare === null ? null : zone(areaKm2 * (1 - bandShare), sums.km - sums.bandKm);
  const structure = more.structure;
  return {
    unit: unit.label,
    adminLevel,
    province: unit.province,
    areaKm2: tidy(areaKm2),
    cut: unit.cut,
    population: more.population,
    populationReason: more.populationReason,
    km: tidy(sums.km),
    laneKm: tidy(sums.laneKm),
    lanesTaggedShare: sums.laneKm > 0 ? tidy(sums.laneKmTagged / sums.laneKm) : null,
    kmPer100Km2: per100(sums.km),
    laneKmPer100Km2: per100(sums.laneKm),
    kmPer10kPersons: per10k(sums.km),
    laneKmPer10kPersons: per10k(sums.laneKm),
    byClass: amounts(sums.byClass),
    byGrade: amounts(sums.byGrade),
    secondOrBetterShare:
      sums.km > 0
        ? {
            least: tidy(goodKm / sums.km),
            most: tidy((goodKm + sums.km - gradedKm) / sums.km),
          }
        : null,
    gradeKnownShare: sums.km > 0 ? tidy(gradedKm / sums.km) : null,
    rampKm: tidy(sums.rampKm),
    structure: {
      ...structure,
      km: tidy(structure.km),
      alpha: structure.alpha === null ? null : tidy(structure.alpha),
      beta: structure.beta === null ? null : tidy(structure.beta),
      gamma: structure.gamma === null ? null : tidy(structure.gamma),
      etaKm: structure.etaKm === null ? null : tidy(structure.etaKm),
    },
    band,
    interior,
    bandToInterior:
      band?.kmPer100Km2 != null && interior?.kmPer100Km2
        ? tidy(band.kmPer100Km2 / interior.kmPer100Km2)
        : null,
    outline: unit.coordinates.map((polygon) => polygon.map((ring) => simplifyLine(ring, 200))),
  };
}

function zone(areaKm2: number, km: number): Zone {
  const roadKm = Math.max(0, km);
  return {
    areaKm2: tidy(areaKm2),
    km: tidy(roadKm),
    kmPer100Km2: areaKm2 > 0 ? tidy((roadKm / areaKm2) * 100) : null,
  };
}

/** Keys in order: the same bytes whatever the order of the data. */
function amounts(map: ReadonlyMap<string, RoadAmount>): Record<string, RoadAmount> {
  return Object.fromEntries(
    [...map]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, {km, laneKm}]) => [key, {km: tidy(km), laneKm: tidy(laneKm)}]),
  );
}

/** To six digits behind the point: finer than anything measured. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

import type {LonLat} from '../../geo/line.ts';

/** Roads of one kind in a unit; dual carriageways counted once in `km`, lanes of both in `laneKm`. */
export interface RoadAmount {
  readonly km: number;
  readonly laneKm: number;
}

/** Measures of the corridor graph inside a unit, docs/indicators.md; `null` where the formula has no value. */
export interface Structure {
  readonly junctions: number;
  readonly corridors: number;
  readonly parts: number;
  readonly km: number;
  readonly mu: number;
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly gamma: number | null;
  readonly etaKm: number | null;
}

export interface Zone {
  readonly areaKm2: number;
  readonly km: number;
  /** `null` for a zone without ground. */
  readonly kmPer100Km2: number | null;
}

/** Density and structure of the roads of one administrative unit. */
export interface DensityRow {
  readonly unit: string;
  readonly adminLevel: number;
  /** Name of its province where the data says so. */
  readonly province: string | null;
  readonly areaKm2: number;
  /** Part of the outline is the edge of the extract: only what lies inside is counted. */
  readonly cut: boolean;
  readonly population: number | null;
  readonly populationReason: 'no-place-of-that-name' | 'no-population' | 'unit-cut' | null;
  readonly km: number;
  readonly laneKm: number;
  /** Share of `laneKm` whose lanes are tagged; the rest is assumed by grade or class. `null` without roads. */
  readonly lanesTaggedShare: number | null;
  readonly kmPer100Km2: number | null;
  readonly laneKmPer100Km2: number | null;
  readonly kmPer10kPersons: number | null;
  readonly laneKmPer10kPersons: number | null;
  readonly byClass: Readonly<Record<string, RoadAmount>>;
  /** By technical grade 0–4 of `highway:CN`, tagged or inferred; `unknown` = no evidence. */
  readonly byGrade: Readonly<Record<string, RoadAmount>>;
  /**
   * Share of km that is 二级 or better (grade 0–2): as far as grades are known, and were all others so.
   * `null` without roads.
   */
  readonly secondOrBetterShare: {readonly least: number; readonly most: number} | null;
  readonly gradeKnownShare: number | null;
  /** Ramps, not in `km`. */
  readonly rampKm: number;
  readonly structure: Structure;
  /** Within the band along borders of the unit's level or higher, and the rest. `null` without such borders. */
  readonly band: Zone | null;
  readonly interior: Zone | null;
  /** Density of the band ÷ density of the interior. */
  readonly bandToInterior: number | null;
  /** Outline, generalised for drawing. */
  readonly outline: readonly (readonly (readonly LonLat[])[])[];
}

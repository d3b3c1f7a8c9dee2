import type {LonLat} from '../../geo/line.ts';

/** GeoJSON MultiPolygon coordinates. */
export type Polygons = readonly (readonly (readonly LonLat[])[])[];

/** An administrative unit as the input describes it: a boundary relation, or a polygon of a file. */
export interface Unit {
  readonly osmId: number | null;
  readonly level: number;
  readonly name: string;
  /** Province as tagged, `null` when the data does not say. */
  readonly province: string | null;
  /** Positions that the data puts inside it: label and seat. */
  readonly inside: readonly LonLat[];
  /** `whole`: `area` is there. `cut`: members are missing. `open`: all is there, yet no ring closes. */
  readonly state: 'whole' | 'cut' | 'open';
  readonly area: Polygons | null;
}

/** A piece of outline, drawn once, of the highest level (lowest number) it belongs to. */
export interface Stretch {
  readonly level: number;
  readonly line: readonly LonLat[];
  /** `false`: coast or maritime line. It bounds areas all the same, but is no border. */
  readonly border: boolean;
  readonly wayId: number | null;
  /** Rows in the list of units of those whose outline it draws. */
  readonly units: readonly number[];
  /** Names that the input itself puts on either hand, at the stretch's level. */
  readonly left?: string;
  readonly right?: string;
}

/** A position of which the data says in which unit of a level it lies. */
export interface Witness {
  readonly lon: number;
  readonly lat: number;
  readonly level: number;
  readonly name: string;
}

/** Levels whose borders a planner compares, highest first: 4 省, 5 地级, 6 县. */
export const UNIT_LEVELS = [4, 5, 6] as const;
export const PROVINCE_LEVEL = 4;
/** Lines of country (2) down to county (6) are borders; areas are kept down to 8. */
export const MIN_LEVEL = 2;
export const MAX_BORDER_LEVEL = 6;
export const MAX_AREA_LEVEL = 8;

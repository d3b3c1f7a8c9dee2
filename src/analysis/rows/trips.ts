import type {LonLat} from '../../geo/line.ts';

export interface RouteRow {
  readonly from: string;
  readonly to: string;
  readonly reachable: boolean;
  readonly reason: string | null;
  readonly distanceM: number | null;
  readonly timeS: number | null;
  readonly straightM: number;
  readonly detourIndex: number | null;
  readonly geometry: readonly LonLat[];
  /** Road refs (or names) in order of travel, runs of one ref joined. */
  readonly via: readonly ViaLeg[];
  readonly nearClip: boolean;
}

export interface ViaLeg {
  readonly ref: string;
  readonly name: string;
  readonly class: string;
  readonly distanceM: number;
}

export interface MatrixRow {
  readonly from: string;
  readonly to: string;
  readonly timeS: number | null;
  readonly distanceM: number | null;
  readonly straightM: number;
  readonly reason: string | null;
  /** Comes within 5 km of a cut end: a better way may lie outside the extract. */
  readonly nearClip?: boolean;
}

export interface Trip {
  readonly distanceM: number;
  readonly timeS: number;
  readonly detourIndex: number | null;
}

/** The point of a way that lies farthest from the straight line between its ends. */
export interface Bend {
  readonly lon: number;
  readonly lat: number;
  /** Metres to the great-circle arc. */
  readonly distanceM: number;
  /** Nearest point of that arc. */
  readonly footLon: number;
  readonly footLat: number;
  /** The road there. */
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  /** The nearest settlement within 50 km. */
  readonly near: {readonly place: string; readonly distanceM: number} | null;
}

export interface DetourRow {
  readonly from: string;
  readonly to: string;
  readonly straightM: number;
  readonly fastest: Trip | null;
  readonly shortest: Trip | null;
  /** t ÷ (straight line at the speed of the fastest class): METHODS.md §D.1. */
  readonly timeDetour: number | null;
  readonly crossesBorder: boolean;
  readonly nearClip: boolean;
  readonly via: readonly ViaLeg[];
  /** Roads of the shortest way. */
  readonly shortestVia: readonly ViaLeg[];
  /** Where the fastest way is farthest from the straight line; `null` without a way, or nearer than 5 km. */
  readonly bend: Bend | null;
  /** Line of the fastest way, generalised for drawing. */
  readonly geometry: readonly LonLat[];
  readonly reason: string | null;
}

/** A trip between two places on two days. */
export interface OpenedRow {
  readonly from: string;
  readonly to: string;
  readonly beforeS: number | null;
  readonly afterS: number | null;
  /** Negative where something was closed; `null` without a way on one of the days. */
  readonly savedS: number | null;
  /** Today's way by road comes within 5 km of a cut end, or there is none in a cut extract. */
  readonly nearClip?: boolean;
}

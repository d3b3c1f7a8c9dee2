import type {LonLat} from '../../geo/line.ts';

export interface CirclePlace {
  readonly place: string;
  readonly lon: number;
  readonly lat: number;
  readonly timeS: number;
  readonly population: number | null;
  /** When those people were counted and whether residents (常住) or registered (户籍); `null` = not stated. */
  readonly populationDate?: string | null;
  readonly populationKind?: 'resident' | 'registered' | null;
  readonly province: string | null;
  /** With the projects; only when there are any. */
  readonly afterS?: number | null;
}

export interface CircleChange extends CirclePlace {
  readonly beforeS: number | null;
}

/** What the population of a circle's places is made of. */
export interface PopulationBasis {
  readonly parts: readonly {
    readonly date: string | null;
    readonly kind: 'resident' | 'registered' | null;
    readonly persons: number;
    readonly places: number;
  }[];
  /** Places inside that carry no population. */
  readonly without: number;
  /** Places inside whose people another place inside already counts. */
  readonly within: number;
}

/** Persons of a population file by the travel time of the road nearest to them; add up to `total`. */
export interface CellSums {
  readonly inside: number;
  /** Reached, but later. */
  readonly beyond: number;
  /** Near a road from which there is no way. */
  readonly noWay: number;
  /** No road within the stated limit. */
  readonly farFromRoad: number;
  readonly total: number;
}

export interface CircleShare {
  readonly places: number;
  /** Of the places, by the seat. */
  readonly population: number | null;
  readonly areaKm2: number;
  /** Of the population file, when one is given. */
  readonly cellPersons?: number;
}

export interface CircleExtent {
  /** Network nodes reached within the cutoff. */
  readonly nodes: number;
  /** Of the drawing polygon, for orientation only; membership comes from times. */
  readonly areaKm2: number;
  /** Sum over the places inside that carry a population; `null` when none does. */
  readonly population: number | null;
  readonly populationBasis: PopulationBasis;
  /** Persons of the population file; only when one is given. */
  readonly cells?: CellSums;
  /** By province; `unknown` = in no area of the network (at sea, or it does not say). */
  readonly byProvince: Readonly<Record<string, CircleShare>>;
  /** Pieces of road and track reached, for drawing. */
  readonly reached: readonly (readonly LonLat[])[];
  readonly polygon: readonly (readonly (readonly LonLat[])[])[];
}

export interface CircleRow extends CircleExtent {
  readonly place: string;
  readonly minutes: number;
  readonly mode: 'road' | 'rail' | 'best';
  /** `from`: trips that start at the place; `to`: trips that end there. */
  readonly direction: 'from' | 'to';
  readonly places: readonly CirclePlace[];
  /** Places without a way today, whatever the cutoff; not in old results. */
  readonly unreached?: readonly {readonly place: string; readonly reason: string}[];
  /** Reaches a cut end within the cutoff: the circle may go on outside the extract. */
  readonly nearClip?: boolean;
  /** With projects only: */
  readonly projects?: readonly string[];
  readonly gained?: readonly CircleChange[];
  readonly lost?: readonly CircleChange[];
  readonly after?: CircleExtent;
}

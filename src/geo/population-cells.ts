/** How many persons were counted when, and who counts: living there (常住) or registered (户籍). */
export interface Vintage {
  /** As the source writes it, `2020` or `2020-11-01`; `null` when it does not say. */
  readonly date: string | null;
  readonly kind: PopulationKind | null;
}

export const POPULATION_KINDS = ['resident', 'registered'] as const;
export type PopulationKind = (typeof POPULATION_KINDS)[number];

/**
 * Persons by position, from a table, a grid or a raster. They are held as whole thousandths, so that
 * sums are exact in any order and every person is found again.
 */
export interface PopulationCells {
  /** File they come from. */
  readonly name: string;
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Whole thousandths of a person. */
  readonly milli: Float64Array;
  /** Row of `vintages`. */
  readonly vintage: Uint16Array;
  readonly vintages: readonly Vintage[];
}

/** Thousandths of a person as persons. */
export function personsOf(milli: number): number {
  return milli / 1000;
}

/** Persons as whole thousandths. */
export function milliOf(persons: number): number {
  return Math.round(persons * 1000);
}

import {SCORE_MEASURES, type ScoreMeasure} from '../rows.ts';
import type {UnrankedRow} from './score-row.ts';

/** Rank of every value, 1 = highest; equals share the better rank; `null` has none. */
export function ranks(values: readonly (number | null)[]): (number | null)[] {
  const sorted = Float64Array.from(values.filter((value) => value !== null))
    .sort()
    .reverse();
  const first = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1);
  });
  return values.map((value) => (value === null ? null : first.get(value)!));
}

/** Value of a measure for ranking, higher = better; `null` = it has none for this project. */
export function rankedValue(row: UnrankedRow, measure: ScoreMeasure): number | null {
  switch (measure) {
    case 'benefit':
      return row.benefitPersonS;
    case 'perKm':
      return row.perKm;
    case 'perCost':
      return row.perCost;
    case 'gdp':
      return row.measures?.gdpWeightedS ?? null;
    case 'equity':
      return row.measures?.gini?.gain ?? null;
    default:
      return row.measures?.[measure]?.gain ?? null;
  }
}

/** Ranks of all rows by all measures, in the order of the rows. */
export function ranksByMeasure(
  rows: readonly UnrankedRow[],
): Record<ScoreMeasure, number | null>[] {
  const columns = SCORE_MEASURES.map((measure) => ({
    measure,
    rank: ranks(rows.map((row) => rankedValue(row, measure))),
  }));
  return rows.map(
    (_, i) =>
      Object.fromEntries(columns.map(({measure, rank}) => [measure, rank[i]!])) as Record<
        ScoreMeasure,
        number | null
      >,
  );
}

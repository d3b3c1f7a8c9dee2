import type {ValidateRow} from './rows.ts';

/**
 * Each time foretold without itself: all times of its mode are stretched by the one factor that fits the
 * other rows best (least squares of the relative errors), and the row is held against that. What the
 * model's own parameters were fitted on no longer flatters it. Up to ferries this is the operating factor
 * of roads fitted anew; for trains it stands for a new line speed factor (`scripts/fit-rail.ts` has the
 * true one). `null` for rows without an error, bounds, and where no other row of the mode is left.
 */
export function leftOutErrors(
  rows: readonly Pick<ValidateRow, 'mode' | 'says' | 'predictedS' | 'publishedS'>[],
): (number | null)[] {
  const ratios = rows.map(({says, predictedS, publishedS}) =>
    says === 'about' && predictedS !== null ? predictedS / publishedS : null,
  );
  return rows.map(({mode}, i) => {
    const own = ratios[i];
    if (own == null) return null;
    const others = ratios.filter(
      (u, j): u is number => u !== null && j !== i && rows[j]!.mode === mode,
    );
    if (others.length === 0) return null;
    // Σ(u·x − 1)² is least at x = Σu ÷ Σu²
    const stretch =
      others.reduce((sum, u) => sum + u, 0) / others.reduce((sum, u) => sum + u * u, 0);
    return own * stretch - 1;
  });
}

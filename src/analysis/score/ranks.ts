/** Rank of every value, 1 = highest; equals share the better rank. */
export function ranks(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort().reverse();
  const first = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1);
  });
  return values.map((value) => first.get(value)!);
}

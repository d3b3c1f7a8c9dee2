/** Levenshtein distance of two texts in code points: insertions, deletions and replacements. */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let row = right.map((_, j) => j + 1);
  for (const [i, char] of left.entries()) {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const cost = diagonal + (char === right[j] ? 0 : 1);
      diagonal = above;
      before = Math.min(before + 1, above + 1, cost);
      return before;
    });
  }
  return row.at(-1) ?? left.length;
}

/** Nothing longer is a slip of the pen, and comparing takes time by the product of the lengths. */
const MAX_LENGTH = 255;

/**
 * The up to `limit` candidates nearest to `query`, nearest first, ties in the order given. One that
 * shares nothing with the query (a distance as great as the longer of the two) is no help and left out.
 */
export function nearestNames(
  query: string,
  candidates: Iterable<string>,
  limit: number,
): readonly string[] {
  if (query.length > MAX_LENGTH) return [];
  const scored: {readonly name: string; readonly distance: number}[] = [];
  for (const name of new Set(candidates)) {
    if (name.length > MAX_LENGTH) continue;
    const distance = editDistance(query, name);
    if (distance < Math.max([...query].length, [...name].length)) scored.push({name, distance});
  }
  scored.sort((a, b) => a.distance - b.distance);
  return scored.slice(0, limit).map(({name}) => name);
}

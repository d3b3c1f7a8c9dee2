import {isAscending} from './sorted-ids.ts';

/**
 * Rows in ascending order of id, each id once: of several the newest version, of one version the one
 * with the greatest size, then the first. `again` is told of a row that was not kept beside one of
 * its version.
 */
export function newestRows(
  id: Float64Array,
  version: Uint32Array,
  again: (kept: number, other: number) => void,
  size: (row: number) => number = () => 0,
): Uint32Array {
  const rows = new Uint32Array(id.length);
  for (let i = 0; i < rows.length; i++) rows[i] = i;
  if (isAscending(id)) return rows;
  rows.sort((a, b) => id[a]! - id[b]! || version[b]! - version[a]! || size(b) - size(a) || a - b);
  let kept = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const last = kept === 0 ? -1 : rows[kept - 1]!;
    if (last < 0 || id[row] !== id[last]) rows[kept++] = row;
    else if (version[row] === version[last]) again(last, row);
  }
  return rows.slice(0, kept);
}

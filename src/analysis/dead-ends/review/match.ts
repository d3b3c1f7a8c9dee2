import {greatCircleM} from '../../../geo/distance.ts';
import type {ReviewedFinding} from '../../../scenario/review-file.ts';
import type {DeadEndRow} from '../../rows.ts';
import {isStandIn} from '../../unit-labels.ts';

/** A finding that lies farther from where it was seen is another one, metres. Ours. */
export const SAME_FINDING_M = 500;
/** What a changed attribute weighs against distance, metres. Ours. */
const REF_CHANGED_M = 150;
const CLASS_CHANGED_M = 150;
const RULE_CHANGED_M = 50;
/** Two candidates whose weights differ by less cannot be told apart, metres. Ours. */
const CLEAR_BY_M = 100;

/** What is the matter with a match, beside the distance. */
export type Change = 'rule' | 'ref' | 'class';

export interface Match {
  readonly entry: ReviewedFinding;
  readonly row: DeadEndRow;
  readonly movedM: number;
  readonly changed: readonly Change[];
}

export interface Matches {
  readonly matched: readonly Match[];
  /** Entries that might be any of several findings: none is taken. */
  readonly ambiguous: readonly {
    readonly entry: ReviewedFinding;
    readonly rows: readonly DeadEndRow[];
  }[];
  /** Entries whose place now belongs to a finding that another entry stands for. */
  readonly merged: readonly {readonly entry: ReviewedFinding; readonly row: DeadEndRow}[];
  readonly entriesLeft: readonly ReviewedFinding[];
  readonly rowsLeft: readonly DeadEndRow[];
}

interface Pair extends Match {
  readonly weightM: number;
}

/**
 * Which finding of today each reviewed finding is: by place, level, road and sides. The likeliest pairs come
 * first; a pair that has a rival almost as likely is left open and told. Internal ids play no part.
 */
export function matchReview(
  entries: readonly ReviewedFinding[],
  rows: readonly DeadEndRow[],
): Matches {
  const pairs = entries
    .flatMap((entry) => rows.map((row) => pairOf(entry, row)))
    .filter((pair) => pair !== null)
    .sort(
      (a, b) =>
        a.weightM - b.weightM || compare(a.entry.id, b.entry.id) || compare(a.row.id, b.row.id),
    );
  const matched: Match[] = [];
  const ambiguous: {entry: ReviewedFinding; rows: readonly DeadEndRow[]}[] = [];
  const doneEntries = new Set<ReviewedFinding>();
  const doneRows = new Set<DeadEndRow>();
  for (const pair of pairs) {
    if (doneEntries.has(pair.entry) || doneRows.has(pair.row)) continue;
    const rivals = pairs.filter(
      (other) =>
        other !== pair &&
        other.weightM < pair.weightM + CLEAR_BY_M &&
        ((other.entry === pair.entry && !doneRows.has(other.row)) ||
          (other.row === pair.row && !doneEntries.has(other.entry))),
    );
    // What stands unchanged at the very place needs no second thought.
    if (rivals.length === 0 || isUnchanged(pair)) {
      const {weightM: _, ...match} = pair;
      matched.push(match);
      doneEntries.add(pair.entry);
      doneRows.add(pair.row);
    } else {
      for (const entry of new Set([pair.entry, ...rivals.map((rival) => rival.entry)])) {
        const open = pairs.filter((p) => p.entry === entry && !doneRows.has(p.row));
        ambiguous.push({entry, rows: open.map(({row}) => row)});
        doneEntries.add(entry);
      }
    }
  }
  const inDoubt = new Set(ambiguous.flatMap(({rows: candidates}) => candidates));
  const left = entries.filter((entry) => !doneEntries.has(entry));
  const merged = left.flatMap((entry) => {
    const pair = pairs.find((p) => p.entry === entry);
    return pair ? [{entry, row: pair.row}] : [];
  });
  return {
    matched,
    ambiguous,
    merged,
    entriesLeft: left.filter((entry) => !merged.some((m) => m.entry === entry)),
    rowsLeft: rows.filter((row) => !doneRows.has(row) && !inDoubt.has(row)),
  };
}

function isUnchanged(pair: Pair): boolean {
  return pair.entry.id === pair.row.id && pair.movedM < 1;
}

function pairOf(entry: ReviewedFinding, row: DeadEndRow): Pair | null {
  if (entry.level !== row.level) return null;
  const [entryIsPair, rowIsPair] = [entry.rule === 'R7', row.rule === 'R7'];
  if (entryIsPair || rowIsPair) {
    // Two neighbours without a near way: known by their names, their places are seats.
    const same = entryIsPair && rowIsPair && sides(entry.sides) === sides(row.borderSides);
    return same ? {entry, row, movedM: 0, changed: [], weightM: 0} : null;
  }
  const movedM = apartM(entry, row);
  if (movedM > SAME_FINDING_M) return null;
  const changed: Change[] = [];
  if (entry.rule !== row.rule) changed.push('rule');
  if (entry.ref !== row.ref) changed.push('ref');
  if (entry.class !== row.class) changed.push('class');
  // Another road that ends near by is another finding.
  if (changed.includes('ref') && changed.includes('class')) return null;
  if (contradict(entry.sides, row.borderSides) || contradict(row.borderSides, entry.sides))
    return null;
  const weightM =
    movedM +
    (changed.includes('ref') ? REF_CHANGED_M : 0) +
    (changed.includes('class') ? CLASS_CHANGED_M : 0) +
    (changed.includes('rule') ? RULE_CHANGED_M : 0);
  return {entry, row, movedM, changed, weightM};
}

/**
 * Whether a border of these sides cannot be the one of those: it lies between units that are known by name,
 * and one of the others is none of them. What stands in for a name changes with the extract, and says nothing.
 */
function contradict(known: readonly string[], others: readonly string[]): boolean {
  if (known.length < 2 || others.length < 2 || known.some(isStandIn)) return false;
  return others.some((name) => !isStandIn(name) && !known.includes(name));
}

function sides(names: readonly string[]): string {
  return [...names].sort().join(' / ');
}

/** Metres between two findings; of two joined ends either may stand for both. */
function apartM(entry: ReviewedFinding, row: DeadEndRow): number {
  const places = [{lon: row.lon, lat: row.lat}];
  if (row.rule === 'R3' && row.counterpart !== null) places.push(row.counterpart);
  const seen = [{lon: entry.lon, lat: entry.lat}, ...(entry.far ? [entry.far] : [])];
  return Math.min(
    ...seen.flatMap((a) => places.map((b) => greatCircleM(a.lon, a.lat, b.lon, b.lat))),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

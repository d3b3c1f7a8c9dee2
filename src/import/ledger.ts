import type {LedgerEntry} from '../graph/network.ts';

type Outcome = LedgerEntry['outcome'];

const OUTCOMES: readonly Outcome[] = ['kept', 'dormant', 'dropped', 'repaired', 'noted'];
const MAX_EXAMPLES = 5;
/** The reason under which the readers' own totals stand. */
export const READ_TOTAL = 'read-total';

export interface LedgerSum {
  readonly ways: number;
  readonly km: number;
  readonly nodes: number;
}

interface Line {
  ways: number;
  lengthM: number;
  nodes: number;
  count: number;
  readonly examples: string[];
}

/** Collects what became of every way; `entries` gives one line per outcome and reason. */
export class Ledger {
  readonly #lines = new Map<string, Line>();

  add(
    outcome: Outcome,
    reason: string,
    amount: {
      readonly ways?: number;
      readonly lengthM?: number;
      readonly nodes?: number;
      readonly count?: number;
      readonly example?: string;
    },
  ): void {
    const key = `${OUTCOMES.indexOf(outcome)} ${reason}`;
    let line = this.#lines.get(key);
    if (!line) {
      line = {ways: 0, lengthM: 0, nodes: 0, count: 0, examples: []};
      this.#lines.set(key, line);
    }
    line.ways += amount.ways ?? 0;
    line.lengthM += amount.lengthM ?? 0;
    line.nodes += amount.nodes ?? 0;
    line.count += amount.count ?? 0;
    if (amount.example !== undefined && line.examples.length < MAX_EXAMPLES) {
      line.examples.push(amount.example);
    }
  }

  /**
   * One line, for amounts that come by the million: counts a way with its metres and nodes, the first
   * few as examples. Ask for it only to use it: a line asked for is written, even if nothing is added.
   */
  tally(outcome: Outcome, reason: string): (wayId: number, lengthM: number, nodes: number) => void {
    this.add(outcome, reason, {});
    const line = this.#lines.get(`${OUTCOMES.indexOf(outcome)} ${reason}`)!;
    return (wayId, lengthM, nodes) => {
      line.ways++;
      line.lengthM += lengthM;
      line.nodes += nodes;
      if (line.examples.length < MAX_EXAMPLES) line.examples.push(`way/${wayId}`);
    };
  }

  /** All lines: by outcome, then by reason, so that the order does not depend on the file's. */
  entries(): LedgerEntry[] {
    return [...this.#lines.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, line]) => ({
        outcome: OUTCOMES[Number(key[0])]!,
        reason: key.slice(2),
        ways: line.ways,
        km: line.lengthM / 1000,
        nodes: line.nodes,
        ...(line.count > 0 ? {count: line.count} : {}),
        examples: line.examples,
      }));
  }
}

/**
 * Both sides of the ledger's law: `accounted` is the sum of all kept, dormant and dropped lines,
 * `read` what the readers counted on their own; they are equal (km up to rounding). `nodes` are node
 * references of ways. `read` is `null` for a network that was not imported.
 */
export function ledgerTotals(ledger: readonly LedgerEntry[]): {
  readonly accounted: LedgerSum;
  readonly read: LedgerSum | null;
} {
  const accounted = {ways: 0, km: 0, nodes: 0};
  let read: LedgerSum | null = null;
  for (const {outcome, reason, ways, km, nodes} of ledger) {
    if (outcome === 'noted' && reason === READ_TOTAL) read = {ways, km, nodes};
    if (outcome === 'noted' || outcome === 'repaired') continue;
    accounted.ways += ways;
    accounted.km += km;
    accounted.nodes += nodes;
  }
  return {accounted, read};
}

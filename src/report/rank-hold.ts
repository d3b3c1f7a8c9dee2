import type {ScoreRow} from '../analysis/rows.ts';
import {percent} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import type {Text} from './i18n/text.ts';
import type {ProjectName} from './project-names.ts';

/** From these shares of the runs on we call a first place stable, or mostly held: choices of ours, no standard. */
const STABLE = 0.95;
const MOSTLY = 0.75;

/** The two as words, wherever they are told. */
export const HOLD_LIMITS = {stable: percent(STABLE), mostly: percent(MOSTLY)} as const;

/**
 * How far the first place of a ranking holds, as the rest of a sentence on the first project; `null` where no
 * parameters were varied, or nothing else was ranked. Told in runs: a rounded share may pass a limit that it
 * does not reach.
 */
export function rankHold(rows: readonly ScoreRow[], nameOf: ProjectName): Text | null {
  const [first, ...others] = rows.toSorted((a, b) => a.rank - b.rank);
  const share = first?.stability?.topShare['1'];
  const runs = first?.stability?.runs ?? 0;
  if (share === undefined || runs === 0 || others.length === 0) return null;
  const times = Math.round(share * runs);
  if (times === runs) return msg('rankHoldsAlways', {runs, ...HOLD_LIMITS});
  const rival = others.reduce((a, b) => (firsts(b) > firsts(a) ? b : a));
  const told = {
    runs,
    times,
    ...HOLD_LIMITS,
    rival: nameOf(rival.project),
    rivalTimes: firsts(rival),
  };
  if (share >= STABLE) return msg('rankHolds', told);
  return msg(share >= MOSTLY ? 'rankMostlyHolds' : 'rankSwaps', told);
}

/** Runs in which a project is first. */
function firsts({stability}: ScoreRow): number {
  return stability === undefined ? 0 : Math.round(stability.topShare['1'] * stability.runs);
}

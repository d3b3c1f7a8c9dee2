import {existsSync} from 'node:fs';
import {basename} from 'node:path';
import type {Answer} from '../../analysis/answer.ts';
import {lowestLevel} from '../../analysis/dead-ends/levels.ts';
import type {DeadEndRow} from '../../analysis/rows.ts';
import {isStandIn} from '../../analysis/unit-labels.ts';
import {UserError} from '../../errors.ts';
import type {EdgeClass} from '../../graph/vocabulary.ts';
import {deadEndFacts} from '../../report/dead-end-facts.ts';
import {distance} from '../../report/i18n/format.ts';
import {joinTexts, same} from '../../report/i18n/text.ts';
import {causeWord, classWord, levelWord, ruleWord, verdictWord} from '../../report/i18n/words.ts';
import {writeWhole} from '../files.ts';
import {type DeadEndAsk, reviewedDeadEnds} from '../questions.ts';
import {deadEndsIfBorders} from '../report-parts.ts';
import {askReview, reviewText} from '../review.ts';
import {readReview} from '../review-file.ts';
import {type Workbench, withReview} from '../workbench.ts';
import type {Finding, Phrase, VerdictAnswer} from './desk.ts';
import type {VerdictQuestion} from './questions.ts';
import {unitWord} from './unit-words.ts';

/** The dead ends of the page, and the file in which a planner's verdicts on them are kept. */
export interface FindingsDesk {
  /** The bench with the review as it stands. */
  readonly reviewed: (bench: Workbench) => Workbench;
  readonly list: (bench: Workbench) => Answer<DeadEndRow>;
  readonly decide: (bench: Workbench, ask: VerdictQuestion) => Promise<VerdictAnswer>;
}

/**
 * Dead ends of all levels that the network has lines of, down to a class of road. `path` is where verdicts are
 * kept; it comes from the command line, never from a request. The file may not be there yet. It is read again
 * before every verdict, so that what others wrote meanwhile stays.
 */
export async function findingsDesk(
  path: string | undefined,
  minClass: EdgeClass | undefined,
): Promise<FindingsDesk> {
  const askedOf = ({study}: Workbench): DeadEndAsk => ({
    level: lowestLevel(study.network) ?? 'province',
    class: minClass,
  });
  let review = path !== undefined && existsSync(path) ? await readReview(path) : null;
  const found = new WeakMap<Workbench['study'], Answer<DeadEndRow>>();
  const foundOn = (bench: Workbench): Answer<DeadEndRow> => {
    const known = found.get(bench.study) ?? deadEndsIfBorders({...bench, review: null}, minClass);
    found.set(bench.study, known);
    return known;
  };
  const reviewed = (bench: Workbench): Workbench =>
    review === null ? bench : withReview(bench, review);
  const list = (bench: Workbench): Answer<DeadEndRow> =>
    reviewedDeadEnds(reviewed(bench), askedOf(bench), foundOn(bench)).answer;
  const save = async (bench: Workbench, ask: VerdictQuestion): Promise<VerdictAnswer> => {
    if (path === undefined) {
      throw new UserError('E_INPUT', 'the server was not told where to keep verdicts', {
        hint: 'start it with: guantong serve net.gtn --review review.json',
      });
    }
    review = existsSync(path) ? await readReview(path) : null;
    const {file, changes} = askReview(
      reviewed(bench),
      askedOf(bench),
      [markOf(ask)],
      foundOn(bench),
    );
    const verdictOf = (id: string): Phrase | null => {
      const row = list(bench).rows.find((one) => one.id === id);
      return row?.review === undefined ? null : verdictWord(row.review.verdict);
    };
    const before = verdictOf(ask.id);
    await writeWhole(path, reviewText(file));
    review = await readReview(path);
    const change = {id: ask.id, before, now: verdictOf(ask.id)};
    return {file: basename(path), change, deadends: list(bench).rows.map(inWords), changes};
  };
  // One after another: of two verdicts at once neither may be lost.
  let last: Promise<unknown> = Promise.resolve();
  const decide: FindingsDesk['decide'] = (bench, ask) => {
    const next = last.then(() => save(bench, ask));
    last = next.catch(() => {});
    return next;
  };
  return {reviewed, list, decide};
}

function markOf({
  id,
  verdict,
  note,
  author,
  date,
}: VerdictQuestion): Parameters<typeof askReview>[2][number] {
  if (verdict === null) return {id, mark: null};
  return {id, mark: {verdict, ...(note !== undefined && note !== '' && {note}), author, date}};
}

/** In short where all units have names, else each side for itself. */
function borderWord({border, borderSides}: DeadEndRow): Phrase {
  const named = !borderSides.some(isStandIn);
  if (border !== '' && named) return same(border);
  return joinTexts(borderSides.map(unitWord), same('／'));
}

export function inWords(row: DeadEndRow): Finding {
  const {review} = row;
  return {
    ...row,
    words: {
      level: levelWord(row.level),
      border: borderWord(row),
      rule: ruleWord(row.rule),
      cause: causeWord(row.cause),
      class: classWord(row.class),
      toBorder: distance(row.distanceToBorderM),
      verdict: review === undefined ? null : verdictWord(review.verdict),
    },
    facts: deadEndFacts(row),
  };
}

import type {Answer, Question} from '../protocol.ts';
import type {EngineRun} from '../run-size.ts';

/** Answers of an engine by question. */
export function answersOf({ran}: EngineRun): Map<Question, Answer> {
  const answers = ran.lines.filter((line) => line.kind === 'answer');
  return new Map(answers.map((line) => [line.question, line]));
}

export interface Agreement {
  /** Questions with the same costs as the first engine that answered them, that one left out. */
  readonly same: readonly Question[];
  readonly different: readonly Question[];
}

/** Compares the costs an engine found with those of the first engine that answered, by question. */
export function agreementOf(engine: EngineRun, engines: readonly EngineRun[]): Agreement {
  const same: Question[] = [];
  const different: Question[] = [];
  for (const [question, answer] of answersOf(engine)) {
    const first = engines.find((other) => isComparable(answersOf(other).get(question)));
    if (!first || first === engine || !isComparable(answer)) continue;
    const known = answersOf(first).get(question)!;
    (isSame(answer, known) ? same : different).push(question);
  }
  return {same, different};
}

function isComparable(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.checksum !== undefined || answer.costs !== undefined);
}

/** Slow engines state fewer pairs: those they state must be equal. */
function isSame(a: Answer, b: Answer): boolean {
  if (a.checksum !== b.checksum) return false;
  const count = Math.min(a.costs?.length ?? 0, b.costs?.length ?? 0);
  return Array.from({length: count}, (_, i) => a.costs![i] === b.costs![i]).every(Boolean);
}

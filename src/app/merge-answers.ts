import type {Answer} from '../analysis/answer.ts';
import type {Sentence} from '../analysis/rows.ts';

/**
 * What the answers of several questions rest on, as one: parameters stay with their question (two of them
 * may have a cutoff or a mode of their own), sentences are told once.
 */
export function mergeAnswers(
  asked: Readonly<Record<string, Answer<unknown>>>,
): Omit<Answer<unknown>, 'rows'> {
  const answers = Object.values(asked);
  const once = (lists: (readonly Sentence[])[]): Sentence[] => [
    ...new Map(lists.flat().map((sentence) => [sentence.id + sentence.zh, sentence])).values(),
  ];
  return {
    parameters: {
      questions: Object.fromEntries(
        Object.entries(asked).map(([question, {parameters}]) => [question, parameters]),
      ),
    },
    assumptions: once(answers.map((answer) => answer.assumptions)),
    warnings: once(answers.map((answer) => answer.warnings)),
  };
}

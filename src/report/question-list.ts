import {msg} from './i18n/message.ts';
import {joinTexts, type Text} from './i18n/text.ts';
import {questionWord} from './i18n/words.ts';

/** The questions that a parameter belongs to; '' = all of them. */
export function questionList(questions: readonly string[]): Text {
  const words = questions.map((one) => (one === '' ? msg('allQuestions') : questionWord(one)));
  return joinTexts(words, msg('listComma'));
}

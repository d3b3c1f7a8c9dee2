import type {Text} from './text.ts';
import {same} from './text.ts';

export type Words = Readonly<Record<string, Text>>;

export const w = (zh: string, en: string): Text => ({zh, en});

/**
 * Machine words of a result in the reader's language. A word that is not in the table is shown as it
 * is: a newer analysis must not lose its word in an older report.
 */
export function lookup(words: Words, word: string): Text {
  return Object.hasOwn(words, word) ? words[word]! : same(word);
}

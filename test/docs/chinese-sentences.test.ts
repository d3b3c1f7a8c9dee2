import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** A comma, colon, semicolon or question mark of the Latin keyboard between Chinese words. */
const HALF_WIDTH =
  /\p{Script=Han}[,;:?](?!\d)|[,;:?]\p{Script=Han}|\p{Script=Han}\(|\)\p{Script=Han}/u;
const CHINESE_TEXT = /\bzh: (?:`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*')/g;

const files = readdirSync(SRC, {recursive: true, encoding: 'utf8'}).filter((name) =>
  name.endsWith('.ts'),
);

/** What a template puts in is no text of the sentence. */
const wordsOf = (literal: string): string => literal.replaceAll(/\$\{[^}]*\}/g, '…');

describe('Chinese sentences', () => {
  test('are found', () => {
    const all = files.flatMap(
      (name) => readFileSync(join(SRC, name), 'utf8').match(CHINESE_TEXT) ?? [],
    );
    expect(all.length).toBeGreaterThan(200);
  });

  test('are set with Chinese marks', () => {
    const faults = files.flatMap((name) =>
      (readFileSync(join(SRC, name), 'utf8').match(CHINESE_TEXT) ?? [])
        .map(wordsOf)
        .filter((text) => HALF_WIDTH.test(text))
        .map((text) => `${name}: ${text}`),
    );
    expect(faults).toEqual([]);
  });
});

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {statusWord} from '../../src/report/i18n/words.ts';
import {isWord, STEPS, WORDS} from '../../web/src/words.ts';

/** Source text of a folder, the table of words itself left out. */
function sourcesOf(folder: string): string {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== 'words.ts')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

const PAGE = sourcesOf('web/src');

describe('the words of the page', () => {
  test('are all used', () => {
    const unused = Object.keys(WORDS).filter((word) => !PAGE.includes(`'${word}'`));
    expect(unused).toEqual([]);
  });

  test('say everything the page asks for', () => {
    const asked = [...PAGE.matchAll(/\bt\('(\w+)'\)/g)].map((match) => match[1]!);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((word) => !isWord(word))).toEqual([]);
  });

  test('are Chinese in Chinese and have no Chinese in English, but for examples and the name', () => {
    const han = /\p{Script=Han}/u;
    for (const [word, [zh, en]] of [...Object.entries(WORDS), ...Object.entries(STEPS)]) {
      if (word === 'language' || word === 'byPlacesExample') continue;
      expect(zh, word).toMatch(han);
      expect(en, word).not.toMatch(han);
    }
  });

  test('call the status of a project what the report calls it', () => {
    for (const status of ['idea', 'proposed', 'planned', 'construction', 'open'] as const) {
      const {zh, en} = statusWord(status);
      const [ours, english] = WORDS[status];
      expect([ours, english.toLowerCase()]).toEqual([zh, en]);
    }
  });

  test('name every step of the work that the page waits for', () => {
    const desk = `${sourcesOf('src/app/desk')}\n${readFileSync('src/app/report.ts', 'utf8')}`;
    const steps = [...desk.matchAll(/\bstep\('([\w-]+)'/g)].map((match) => match[1]!);
    expect(steps).toContain('deadends');
    expect(steps.filter((step) => !(step in STEPS))).toEqual([]);
    expect(Object.keys(STEPS).filter((step) => !steps.includes(step))).toEqual([]);
  });
});

import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';

const DOC = readFileSync(new URL('../../docs/import.md', import.meta.url), 'utf8');

/** Rows of the tables whose last column names a test: `file.test.ts`: name. */
const rows = DOC.split('\n').flatMap((line) => {
  const match = /\| `([\w-]+\.test\.ts)`: (.+) \|$/.exec(line);
  return match ? [{file: match[1]!, name: match[2]!, tag: line.split('|')[1]!.trim()}] : [];
});

describe('docs/import.md', () => {
  test('has a test for every rule', () => {
    const tableRows = DOC.split('\n').filter((line) => /^\| (?!tag|case|evidence)/.test(line));
    expect(rows.length).toBe(tableRows.length);
    expect(rows.length).toBeGreaterThan(50);
  });

  test.each(rows)('$tag: $file has "$name"', ({file, name}) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    // as the source writes it: quotes and the line breaks of the formatter aside
    expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true);
  });

  test('explains every reason for a clip node that the importer gives', () => {
    for (const file of ['clip-rule.ts', 'mark-clip-tips.ts', 'runs.ts']) {
      const path = new URL(`../../src/import/topology/${file}`, import.meta.url);
      for (const [, reason] of readFileSync(path, 'utf8').matchAll(/'(clip-[a-z-]+)'/g)) {
        expect(DOC).toContain(`\`${reason}\``);
      }
    }
  });
});

import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {KNOWN_KEYS, projectSchema} from '../../src/scenario/project-schema.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';

const page = readFileSync(new URL('../../docs/project-format.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1]!);

describe('docs/project-format.md', () => {
  test('has a small and a full example', () => {
    expect(examples).toHaveLength(2);
  });

  test.each(examples.map((text, i) => [i + 1, text] as const))('example %d is read', (_, text) => {
    expect(parseProjects(JSON.parse(text), 'docs').projects.length).toBeGreaterThan(0);
  });

  test('the full example shows every key of a project and of a stop', () => {
    for (const key of [...Object.keys(projectSchema.shape), 'approximate', 'optional', 'at']) {
      expect(examples[1], key).toContain(`"${key}"`);
    }
  });

  test('every key of the format is on the page', () => {
    for (const key of KNOWN_KEYS) expect(page, key).toMatch(new RegExp(`["\`]${key}["\`]`));
  });
});

import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {projectSheet} from '../../src/analysis/project-sheet.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';

const PATH = new URL('../../data/projects/zhe-min-gan.json', import.meta.url);
const json = JSON.parse(readFileSync(PATH, 'utf8'));
const {projects} = parseProjects(json, 'zhe-min-gan.json');

/** Every `{value, source}` under an object, wherever it stands; conflicts are not facts of their own. */
function* factsIn(node: unknown): Generator<{value: unknown; source: string}> {
  if (typeof node !== 'object' || node === null) return;
  if ('value' in node && 'source' in node) yield node as {value: unknown; source: string};
  for (const [key, child] of Object.entries(node)) if (key !== 'conflicts') yield* factsIn(child);
}

test('no figure of the registry is lost, and each keeps its source and date', () => {
  expect(projects.length).toBeGreaterThan(5);
  for (const [i, project] of projects.entries()) {
    const {facts} = projectSheet(project);
    const raw = [...factsIn(json.projects[i])];
    const plain = (value: unknown) =>
      typeof value === 'object' ? (value as {minutes: number}).minutes : value;
    const mine = facts.map((f) => `${f.value} ${f.source} ${f.date}`).sort();
    const theirs = raw
      .map((f) => `${plain(f.value)} ${f.source} ${(f as {date?: string}).date ?? null}`)
      .sort();
    expect(mine).toEqual(theirs);
    for (const fact of facts)
      expect(fact.of === '').toBe(fact.kind === 'whole' && fact.key !== 'fastestTripMin');
  }
});

test('the status of the whole comes first, with the day it was found', () => {
  const sheet = projectSheet(projects.find(({id}) => id === 'wen-fu')!);
  expect(sheet.statuses[0]).toMatchObject({of: '', status: 'construction'});
  expect(sheet.statuses[0]!.source).not.toBeNull();
  expect(
    sheet.facts.find((f) => f.key === 'lengthKm' && f.kind === 'whole')!.conflicts,
  ).toHaveLength(1);
});

import {describe, expect, test} from 'vitest';
import type {Overview} from '../../src/server/contract.ts';
import {rankedOnTop} from '../../web/src/panels/ranking.ts';

const project = (id: string) => ({id, name: `${id} road`});
const worth = (projectId: string, benefitPersonS: number) => ({projectId, benefitPersonS});
const ranked = (part: object) =>
  rankedOnTop(part as Overview).map(({id, rank, benefitPersonS}) => [id, rank, benefitPersonS]);
const projects = ['a', 'b', 'c'].map(project);

describe('the ranking of the page', () => {
  test('alone: by what each does, equal ones share a rank', () => {
    const score = [worth('b', 9), worth('a', 5), worth('c', 5)];
    expect(ranked({projects, score, taken: null})).toEqual([
      ['b', 1, 9],
      ['a', 2, 5],
      ['c', 2, 5],
    ]);
  });

  test('beside projects taken for built: what the others add to them', () => {
    const score = [worth('b', 9), worth('a', 5), worth('c', 4)];
    const taken = {onTop: [worth('c', 3), worth('a', 0)]};
    expect(ranked({projects, score, taken})).toEqual([
      ['c', 1, 3],
      ['a', 2, 0],
    ]);
  });

  test('of a project that is no more in the list nothing is shown', () => {
    expect(ranked({projects: [project('a')], score: [worth('z', 9), worth('a', 5)], taken: null}))
      // It was the better one: the place it leaves stays empty.
      .toEqual([['a', 2, 5]]);
  });
});

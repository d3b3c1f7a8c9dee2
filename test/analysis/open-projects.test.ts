import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {joinProject} from '../../src/analysis/join-project.ts';
import {missingThough} from '../../src/analysis/open-projects.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';
import {resolveProjects} from '../../src/scenario/resolve-project.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

/** A and B are 20 km apart; the road round by C and D is 40 km, the direct one opened in 2020. */
const MAP = `
  A--------------------B
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  |                    |
  C--------------------D`;

function drawn(holdsIt: boolean) {
  const direct = holdsIt ? {openedOn: 20200101} : {status: 'proposed' as const};
  const {network, lonLat} = asciiNetwork(MAP, {
    default: {maxspeedKph: 60},
    edges: {AB: {class: 'trunk', ...direct}},
  });
  const places = [placeAt('甲县', lonLat('A')), placeAt('乙县', lonLat('B'))];
  const project = {
    id: 'a-b',
    name: '甲乙路',
    mode: 'road',
    status: 'open',
    source: 'x',
    corridor: '甲县—乙县',
    lengthKm: {value: 21, source: 'x'},
    designSpeedKph: {value: 60, source: 'x'},
    openedOn: {value: '2020-01-01', source: 'x'},
  };
  const file = parseProjects(
    {schema: 'guantong/projects@1', title: 't', projects: [project]},
    'p.json',
  );
  return {network, places, file};
}

const ask = (holdsIt: boolean, asOf: number) => {
  const {network, places, file} = drawn(holdsIt);
  const study = openStudy(network, {asOf, profile: FREE_FLOW});
  const {resolved, excluded} = resolveProjects(file, places, {asOf, evenIfOpen: ['a-b']});
  return {
    excluded,
    planned: resolveProjects(file, places, {asOf}).resolved.map(({id}) => id),
    sentence: missingThough(study, joinProject(study, resolved[0]!)),
  };
};

describe('a project that is open on the day', () => {
  test('and is in the data: nothing to say', () => {
    expect(ask(true, 20210101)).toMatchObject({planned: [], sentence: null});
  });

  test('but not in the data: said, with the minutes and how to score it', () => {
    const {planned, sentence} = ask(false, 20210101);
    expect(planned).toEqual([]);
    // 10 + 21 + 10 km at a km a minute against 21
    expect(sentence?.en).toContain('from end to end 41 min today, about 21 min on it');
    expect(sentence?.en).toContain('--even-if-open a-b');
  });

  test('before its day it is a plan, whatever the data', () => {
    expect(ask(true, 20191231).planned).toEqual(['a-b']);
  });
});

describe('杭温高铁, open since 2024-09-06', () => {
  const registry = parseProjects(
    JSON.parse(
      readFileSync(new URL('../../data/projects/zhe-min-gan.json', import.meta.url), 'utf8'),
    ),
    'zhe-min-gan.json',
  );
  const isPlan = (asOf: number | null, dataDate: string | null): boolean => {
    const {resolved, excluded, problems} = resolveProjects(registry, [], {asOf, dataDate});
    const open = excluded.some(({id}) => id === 'hang-wen');
    const known = resolved.some(({id}) => id === 'hang-wen');
    expect(open && known).toBe(false);
    return !open && [...problems, 'hang-wen'].some((text) => text.startsWith('hang-wen'));
  };

  test.each([
    ['network of 2020', null, '2020-11-30', true],
    ['network of the day before', null, '2024-09-05', true],
    ['network of the day', null, '2024-09-06', false],
    ['network of 2026', null, '2026-02-13', false],
    ['network of 2026 as of 2020', 20201130, '2026-02-13', true],
    ['network of 2026 as of the day', 20240906, '2026-02-13', false],
    [
      'network of 2020 as of 2026: the registry knows better than the data',
      20260213,
      '2020-11-30',
      false,
    ],
    ['undated network as of the day before', 20240905, null, true],
    ['undated network as of 2026', 20260213, null, false],
  ])('%s', (_, asOf, dataDate, plan) => {
    expect(isPlan(asOf, dataDate)).toBe(plan);
  });
});

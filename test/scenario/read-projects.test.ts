import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';

type Json = Record<string, unknown>;

const road = (more: Json = {}): Json => ({
  id: 'a-b',
  name: '甲—乙',
  mode: 'road',
  status: 'idea',
  corridor: '甲县—乙县—丙县',
  ...more,
});

const file = (...projects: unknown[]): Json => ({
  schema: 'guantong/projects@1',
  title: 'test',
  projects,
});

const fact = (value: unknown, more: Json = {}): Json => ({value, source: 'somebody', ...more});

function fault(json: unknown): UserError {
  try {
    parseProjects(json, 'p.json');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no fault was found');
}

test('reads the least that works', () => {
  expect(parseProjects(file(road()), 'p.json').projects).toEqual([road()]);
});

describe('names the fault and its path', () => {
  test.each<[string, Json, string]>([
    [
      'misspelt key',
      road({lenghtKm: fact(3)}),
      'projects[0](a-b).lenghtKm: there is no such key, did you mean lengthKm?',
    ],
    [
      'misspelt key of a fact',
      road({lengthKm: fact(3, {sourc: 'x'})}),
      'projects[0](a-b).lengthKm.sourc: there is no such key, did you mean source?',
    ],
    [
      'figure without a source',
      road({lengthKm: {value: 3}}),
      'projects[0](a-b).lengthKm.source: is missing',
    ],
    ['bare figure', road({lengthKm: 3}), 'projects[0](a-b).lengthKm: must be an object'],
    [
      'empty source',
      road({lengthKm: {value: 3, source: ' '}}),
      'projects[0](a-b).lengthKm.source: must not be empty',
    ],
    [
      'text for a number',
      road({costYi: fact('3')}),
      'projects[0](a-b).costYi.value: must be a number',
    ],
    ['length 0', road({lengthKm: fact(0)}), 'projects[0](a-b).lengthKm.value: Too small'],
    ['unknown mode', road({mode: 'ferry'}), 'projects[0](a-b).mode: must be one of road, rail'],
    [
      'unknown status',
      road({status: 'opened'}),
      'projects[0](a-b).status: must be one of open, construction',
    ],
    ['id not kebab', road({id: 'A B'}), 'projects[0](A B).id: must be kebab-case'],
    ['no name', road({name: undefined}), 'projects[0](a-b).name: is missing'],
    [
      'a day that no calendar has',
      road({status: 'open', source: 's', openedOn: fact('2023-02-29')}),
      'projects[0](a-b).openedOn.value: must be a date',
    ],
    [
      'a date with slashes',
      road({expectedOn: fact('2023/02')}),
      'projects[0](a-b).expectedOn.value: must be a date',
    ],
    [
      'neither stops nor corridor',
      road({corridor: undefined}),
      'projects[0](a-b): give either stops or corridor',
    ],
    ['both', road({stops: ['甲县', '乙县']}), 'projects[0](a-b): give either stops or corridor'],
    [
      'corridor of one',
      road({corridor: '甲县'}),
      'projects[0](a-b).corridor: place list "甲县": a link needs at least two',
    ],
    [
      'one stop',
      road({corridor: undefined, stops: ['甲县']}),
      'projects[0](a-b).stops: a link needs at least two stops',
    ],
    [
      'stop that is a number',
      road({corridor: undefined, stops: ['甲县', 7]}),
      'projects[0](a-b).stops[1]: must be a name or an object',
    ],
    [
      'misspelt key of a stop',
      road({corridor: undefined, stops: ['甲县', {name: '乙', lng: 3}]}),
      'projects[0](a-b).stops[1].lng: there is no such key',
    ],
    [
      'half a position',
      road({corridor: undefined, stops: ['甲县', {name: '乙', lon: 3}]}),
      'projects[0](a-b).stops[1]: lon and lat go together',
    ],
    [
      'lat out of range',
      road({corridor: undefined, stops: ['甲县', {name: '乙', lon: 28, lat: 120}]}),
      'projects[0](a-b).stops[1].lat: must not be above 90',
    ],
    [
      'at and a position',
      road({corridor: undefined, stops: ['甲', {name: '乙', lon: 3, lat: 3, at: '丙'}]}),
      'projects[0](a-b).stops[1]: give one of lon and lat, at, not all',
    ],
    [
      'stop given twice',
      road({corridor: '甲县—乙县—甲县'}),
      'projects[0](a-b): stop "甲县" stands twice, as number 1 and 3',
    ],
    [
      'line of one point',
      road({geometry: [[120, 28]]}),
      'projects[0](a-b).geometry: a line needs at least two points',
    ],
    [
      'section of no stop',
      road({sections: [{from: '甲县', to: '丁县'}]}),
      'projects[0](a-b).sections[0].to: "丁县" is no stop of the project',
    ],
    [
      'section backwards',
      road({sections: [{from: '丙县', to: '甲县'}]}),
      'projects[0](a-b).sections[0]: "丙县" does not come before "甲县"',
    ],
    [
      'dates reversed',
      road({constructionStartOn: fact('2022'), expectedOn: fact('2021-12')}),
      'projects[0](a-b).expectedOn: lies before constructionStartOn',
    ],
    [
      'opened but not open',
      road({openedOn: fact('2021')}),
      'projects[0](a-b).openedOn: the status is idea, not open',
    ],
    ['no source for a plan', road({status: 'planned'}), 'projects[0](a-b).source: is missing'],
    [
      'grade of a railway',
      road({mode: 'rail', grade: 'first'}),
      'projects[0](a-b).grade: belongs to roads',
    ],
    ['variant of itself', road({variantOf: 'a-b'}), 'project "a-b" is a variant of itself'],
    [
      'variant of nothing',
      road({variantOf: 'b-c'}),
      'project "a-b" is a variant of "b-c", which is not in the file',
    ],
    [
      'assumption: false',
      road({lengthKm: fact(3, {assumption: false})}),
      'projects[0](a-b).lengthKm.assumption: must be true',
    ],
  ])('%s', (_, project, sentence) => {
    const error = fault(file(project));
    expect(error.code).toBe('E_INPUT');
    expect(error.message).toContain(`p.json: ${sentence}`);
    // one fault, one complaint
    expect(error.message).not.toMatch(/and \d+ more/);
  });

  test('two projects with one id', () => {
    expect(fault(file(road(), road())).message).toBe('p.json: id "a-b" is given to two projects');
  });

  test('variant of a project that has a fault of its own is not a second fault', () => {
    const other = road({id: 'b-c', variantOf: 'a-b'});
    expect(fault(file(road({nam: 'x'}), other)).message).not.toMatch(/more/);
  });

  test.each<[string, unknown, string]>([
    [
      'another schema',
      {...file(road()), schema: 'guantong/projects@2'},
      'schema: must be "guantong/projects@1"',
    ],
    ['no projects', file(), 'projects: must hold at least one project'],
    ['a list', [], 'file: must be an object'],
    ['null', null, 'file: must be an object'],
    ['a text', 'x', 'file: must be an object'],
    ['project null', file(null), 'projects[0]: must be an object'],
    [
      'misspelt key',
      {...file(road()), titel: 'x'},
      'titel: there is no such key, did you mean title?',
    ],
  ])('file: %s', (_, json, sentence) => {
    expect(fault(json).message).toContain(`p.json: ${sentence}`);
  });
});

test('all complaints at once: the first and their number, each of them in the hint', () => {
  const bad = road({nam: 'x', mode: 'x', status: 'x', lengthKm: 3});
  const error = fault({...file(bad, road({id: 'b', sections: [{from: '甲', to: '丁'}]})), t: 1});
  // t, nam, mode, status, lengthKm, section.from, section.to
  expect(error.message).toMatch(/^p\.json: .* \(and 6 more\)$/);
  const lines = error.hint!.split('\n');
  expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(7);
});

test('a value nested without end is a fault of its project like another', () => {
  let deep: unknown = 'end';
  for (let i = 0; i < 20_000; i++) deep = [deep];
  const raw = {
    schema: 'guantong/projects@1',
    title: 't',
    projects: [{id: 'p', name: '甲', mode: 'road', status: 'planned', stops: deep, note: deep}],
  };
  expect(() => parseProjects(raw, 'p.json')).toThrow(UserError);
});

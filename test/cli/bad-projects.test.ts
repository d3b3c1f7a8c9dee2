import {describe, expect, test} from 'vitest';
import {folder, guantong, put, type Ran} from './run.ts';
import {SMALL_MAP} from './small-map.ts';

const fact = (value: unknown) => ({value, source: 'somebody'});
const idea = (id: string, more: object = {}) => ({
  id,
  name: id,
  mode: 'road',
  status: 'idea',
  stops: ['甲山市', '丙山市'],
  ...more,
});
const at = (name: string, lon: number, lat: number) => ({name, lon, lat});

async function score(projects: readonly object[], ...args: string[]): Promise<Ran> {
  const dir = folder();
  const map = put(dir, 'a.osm', SMALL_MAP);
  const json = {schema: 'guantong/projects@1', title: 't', projects};
  const file = put(dir, 'p.json', JSON.stringify(json));
  return guantong(['score', map, '--projects', file, '--lang', 'en', '-q', ...args]);
}

describe('a file of projects with every kind of fault', () => {
  test('all complaints at once, exit 1, nothing on stdout', async () => {
    const ran = await score([
      idea('misspelt', {desingSpeedKph: fact(80)}),
      idea('half-a-position', {stops: [{name: 'x', lon: 119}, '丙山市']}),
      idea('swapped', {
        geometry: [
          [28, 119],
          [28.1, 119.2],
        ],
      }),
      idea('one-point', {
        geometry: [
          [119, 28],
          [119, 28],
        ],
      }),
      idea('far-jump', {
        geometry: [
          [119, 28],
          [80, 28],
        ],
      }),
      idea('rail-without-stations', {mode: 'rail', stops: undefined, designSpeedKph: fact(200)}),
      idea('rail-without-speed', {mode: 'rail'}),
      idea('too-many', {stops: Array.from({length: 10_000}, (_, i) => `站${i}`)}),
      idea('too-many-names', {
        stops: undefined,
        corridor: Array.from({length: 900}, (_, i) => `站甲${i}`).join('—'),
      }),
      idea('cycle', {
        stops: ['甲山市', '乙山市', '丙山市'],
        sections: [
          {from: '甲山市', to: '丙山市'},
          {from: '丙山市', to: '甲山市'},
          {from: '乙山市', to: '丙山市'},
        ],
      }),
      idea('dates', {constructionStartOn: fact('2025'), expectedOn: fact('2024-05')}),
      idea('no-day', {expectedOn: fact('2024-02-30')}),
      idea('in-the-sea', {stops: ['甲山市', at('海上', 120.9, 27.1)]}),
      idea('nowhere', {stops: ['甲山市', '无此地']}),
      idea('twice', {stops: ['甲山市', '甲山市']}),
      idea('too-fast', {designSpeedKph: fact(900)}),
      idea('against-its-order', {
        stops: [at('a', 119, 28), at('b', 119.2, 28), at('c', 119.1, 28)],
        geometry: [
          [119, 28],
          [119.2, 28],
        ],
      }),
      idea('off-its-line', {
        stops: ['甲山市', at('远', 119.2, 28.5)],
        geometry: [
          [119, 28],
          [119.2, 28],
        ],
      }),
      idea('too-short', {lengthKm: fact(3)}),
      idea('variant', {variantOf: 'nothing'}),
    ]);
    expect(ran).toMatchObject({code: 1, stdout: ''});
    for (const sentence of [
      /misspelt.*desingSpeedKph: there is no such key, did you mean designSpeedKph/,
      /half-a-position.*lon and lat go together/,
      /swapped.*geometry\[0\]\[1\].*longitude, latitude/,
      /one-point.*all its points are one and the same/,
      /far-jump.*geometry\[1\]: lies \d+ km from the point before it/,
      /rail-without-stations.*a railway needs its stations/,
      /rail-without-speed\)\.designSpeedKph: a railway needs designSpeedKph/,
      /too-many.*must not hold more than 200 stops/,
      /too-many-names.*corridor: names 900 stops/,
      /cycle.*sections\[1\]: "丙山市" does not come before "甲山市"/,
      /cycle.*sections\[2\]: overlaps sections\[0\]/,
      /dates.*expectedOn: lies before constructionStartOn/,
      /no-day.*expectedOn\.value: must be a date/,
      /in-the-sea\)\.stops\[1\]: stop 海上 \(120\.9,27\.1\) has no road within 15 km/,
      /in-the-sea\): joins nothing/,
      /nowhere\)\.stops\[1\]: stop 无此地: no place is called/,
      /twice.*stop "甲山市" stands twice/,
      /too-fast\)\.designSpeedKph: designSpeedKph 900 is not between 20 and 400/,
      /against-its-order\)\.geometry: stop c comes before b along the drawn line/,
      /off-its-line\)\.geometry: stop 远 lies 5\d km from the drawn line/,
      /too-short\)\.lengthKm: 3 km is shorter than the straight line/,
      /variant.*which is not in the file/,
    ]) {
      expect(ran.stderr).toMatch(sentence);
    }
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  test('one project with faults of its shape, its dates, its places and its ground', async () => {
    const ran = await score([
      idea('all', {
        status: 'planned',
        nammeEn: 'x',
        costYi: 'dear',
        designSpeedKph: fact(999),
        lengthKm: fact(1),
        constructionStartOn: fact('2025'),
        expectedOn: fact('2020'),
        stops: [
          '甲山市',
          {name: '坏', lon: 'east', lat: 28},
          '无此地',
          at('海上', 120.9, 27.1),
          '丙山市',
        ],
        sections: [
          {from: '甲山市', to: '坏'},
          {from: '丙山市', to: '甲山市', lengthKm: 5},
        ],
      }),
    ]);
    expect(ran).toMatchObject({code: 1, stdout: ''});
    const told = ran.stderr
      .split('\n')
      .flatMap((line) => /^(?:hint: )?\d+\. (.*)/.exec(line)?.[1] ?? []);
    const sea = 'stop 海上 (120.9,27.1) has no road within 15 km';
    expect(told.map((text) => text.replace('projects[0](all)', ''))).toEqual([
      '.stops[1].lon: must be a number',
      '.costYi: must be an object',
      '.sections[1].lengthKm: must be an object',
      '.nammeEn: there is no such key, did you mean nameEn?',
      '.sections[1]: "丙山市" does not come before "甲山市" in the order of the stops',
      '.expectedOn: lies before constructionStartOn',
      '.source: is missing; only a project with status idea needs none',
      expect.stringContaining('.stops[2]: stop 无此地: no place is called'),
      '.designSpeedKph: designSpeedKph 999 is not between 20 and 400 km/h',
      // 甲山–丙山 lie 0.2° of longitude apart at 28° N: 19.6 km
      '.lengthKm: 1 km is shorter than the straight line of 19.6 km from 甲山市 to 丙山市',
      `.stops[3]: ${sea}: in the sea or far from any road; check its coordinates, longitude first`,
    ]);
  });

  test('options that cannot be: usage', async () => {
    expect(await score([idea('a')], '--terrain-factor', '0.5')).toMatchObject({
      code: 2,
      stdout: '',
    });
    const ran = await score([idea('a')], '--even-if-open', 'b');
    expect(ran).toMatchObject({code: 1, stdout: ''});
    expect(ran.stderr).toContain('--even-if-open b: there is no such project');
  });
});

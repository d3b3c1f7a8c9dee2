import {mkdtempSync, readdirSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import type {DeadEndRow} from '../../src/analysis/rows.ts';
import {guantong} from './run.ts';

const SAMPLE = fileURLToPath(new URL('../../data/osm/zhe-min-gan-schematic.osm', import.meta.url));
const asOf = async (day: string): Promise<DeadEndRow[]> => {
  const args = ['deadends', SAMPLE, '--as-of', day, '--projects', 'registry', '-q', '-f', 'json'];
  const {stdout, code} = await guantong(args);
  expect(code).toBe(0);
  return JSON.parse(stdout).rows;
};

test('with the registry the sample shows 龙浦 and 福寿 as R1 in 2015, and neither in 2021', async () => {
  const rows = await asOf('2015-12-31');
  expect(rows.map(({rule, name, border}) => [rule, name, border])).toEqual([
    ['R1', '龙浦高速', '浙闽'],
    ['R1', '福寿高速', '浙闽'],
  ]);
  // The registry has 泰顺—寿宁, not open before 2020-12-22.
  expect(rows[1]!.evidence.map(({id}) => id)).toContain('in-registry');
  expect((await asOf('2021-01-31')).filter(({name}) => /龙浦|福寿|文泰/.test(name))).toEqual([]);
});

test('a folder gets one file a layer', async () => {
  const folder = `${mkdtempSync(join(tmpdir(), 'layers-'))}/`;
  const {code} = await guantong([
    'deadends',
    SAMPLE,
    '--as-of',
    '2015',
    '-q',
    '-f',
    'geojson',
    '-o',
    folder,
  ]);
  expect(code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(
    ['counterparts', 'crossings', 'gaps', 'roads', 'tips'].map(
      (name) => `deadends-${name}.geojson`,
    ),
  );
  const tips = JSON.parse(readFileSync(`${folder}deadends-tips.geojson`, 'utf8'));
  expect(tips.features[0]).toMatchObject({
    properties: {layer: 'tips', rule: 'R1', border: '浙闽'},
    geometry: {type: 'Point'},
  });
});

test.each([
  [['--level', 'village'], 2, /province.*prefecture.*county/],
  [['--gap-km', '3,4'], 2, /not one or three numbers/],
  [['--ratio', '0.2'], 2, /detourRatio must be a number of at least 1/],
  [['--projects', 'nowhere.json'], 1, /nowhere\.json/],
])(
  '%j is one sentence',
  async (more, code, sentence) => {
    const answer = await guantong(['deadends', SAMPLE, '-q', ...more]);
    expect(answer.code).toBe(code);
    expect(answer.stdout).toBe('');
    expect(answer.stderr).toMatch(sentence);
  },
  60_000,
);

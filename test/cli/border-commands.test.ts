import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseCsv} from '../report/csv-reader.ts';
import {BORDER_MAP} from './border-map.ts';
import {folder, guantong, put} from './run.ts';

function drawn(): {dir: string; net: string} {
  const dir = folder();
  return {dir, net: put(dir, 'border.osm', BORDER_MAP)};
}

describe('guantong candidates', () => {
  test('hands a project file to score', async () => {
    const {dir, net} = drawn();
    const out = join(dir, 'found.json');
    const made = await guantong(['candidates', net, '-f', 'projects', '-o', out, '-q']);
    expect(made).toMatchObject({code: 0, stdout: '', stderr: ''});
    const file = JSON.parse(readFileSync(out, 'utf8'));
    expect(file.schema).toBe('guantong/projects@1');
    expect(file.projects[0]).toMatchObject({id: 'link-11906-2800', status: 'idea', mode: 'road'});
    const listed = await guantong(['candidates', net, '-f', 'json', '-q']);
    const row = JSON.parse(listed.stdout).rows[0];
    const scored = await guantong([
      'score',
      net,
      '--projects',
      out,
      '--mode',
      'road',
      '-f',
      'json',
      '-q',
    ]);
    expect(JSON.parse(scored.stdout).rows[0].benefitPersonS).toBe(row.benefitPersonS);
    expect(row.benefitPersonS).toBeGreaterThan(0);
  });

  test('answers as text, table and layer, in both languages', async () => {
    const {net} = drawn();
    const run = (...more: string[]) => guantong(['candidates', net, '-q', ...more]);
    const zh = await run();
    expect(zh.stdout).toContain('绕行倍数');
    expect(zh.stdout).toContain('link-11906-2800');
    const en = await run('--lang', 'en');
    expect(en.stdout).toContain('Times the gap');
    expect(en.stdout).toContain('points on roads near the border');
    const [head, first] = parseCsv((await run('-f', 'csv')).stdout.slice(1));
    expect(first![head!.indexOf('gap_km')]).toMatch(/^3\.9/);
    const layer = JSON.parse((await run('-f', 'geojson')).stdout);
    expect(layer.features[0].geometry.type).toBe('LineString');
    expect(layer.features[0].properties.from_kind).toBe('tip');
  });

  test('says in one sentence what is wrong', async () => {
    const {dir, net} = drawn();
    const none = await guantong(['candidates', net, '--ratio', '99', '-f', 'projects', '-q']);
    expect(none).toMatchObject({code: 1, stdout: ''});
    expect(none.stderr).toMatch(/no candidate was found/);
    const out = join(dir, 'x.json');
    const bad = await guantong(['candidates', net, '--gap', '-3', '-o', out, '-q']);
    expect(bad.code).toBe(2);
    expect(bad.stderr).toMatch(/longest gap must be at least 1 metres/);
    expect(existsSync(out)).toBe(false);
    expect((await guantong(['candidates', net, '--class', 'path'])).stderr).toMatch(
      /no road class/,
    );
  });
});

describe('guantong density', () => {
  test('says which levels have areas when the asked one has none', async () => {
    const {net} = drawn();
    const none = await guantong(['density', net, '--level', 'county', '-q']);
    expect(none.code).toBe(1);
    expect(none.stderr).toMatch(/no area of admin_level 6/);
    expect((await guantong(['density', net, '--level', 'village'])).code).toBe(2);
  });

  test('answers as text, table and layer', async () => {
    const {net} = drawn();
    const run = (...more: string[]) =>
      guantong(['density', net, '--level', 'province', '-q', ...more]);
    expect((await run()).stdout).toContain('km/100 km²');
    expect((await run('--lang', 'en')).stdout).toContain('[甲镇]');
    const [head, first] = parseCsv((await run('-f', 'csv')).stdout.slice(1));
    expect(first![head!.indexOf('cut')]).toBe('true');
    const layer = JSON.parse((await run('-f', 'geojson')).stdout);
    expect(layer.features[0].geometry.type).toBe('MultiPolygon');
  });
});

test('guantong permeability answers as text, table and layers', async () => {
  const {net} = drawn();
  const run = (...more: string[]) => guantong(['permeability', net, '-q', ...more]);
  const row = JSON.parse((await run('-f', 'json')).stdout).rows[0];
  // The road in the south goes over the line; the two that end at it do not.
  expect(row.classes.at(-1)).toMatchObject({class: 'secondary', count: 1});
  expect((await run()).stdout).toContain('通透度');
  expect((await run('--lang', 'en')).stdout).toContain('Border effect');
  const [head, first] = parseCsv((await run('-f', 'csv')).stdout.slice(1));
  expect(first![head!.indexOf('crossings_secondary')]).toBe('1');
  const layer = JSON.parse((await run('-f', 'geojson')).stdout);
  const parts = layer.features.map((f: {properties: {part: string}}) => f.properties.part);
  expect(parts).toEqual(expect.arrayContaining(['border', 'crossing', 'longest-gap']));
});

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {baseOf} from '../../scripts/planted/base.ts';
import {generatedRegion} from '../../scripts/planted/bases/generated.ts';
import {KINDS} from '../../scripts/planted/kinds/all.ts';
import {TRUTHS} from '../../scripts/planted/plan.ts';
import {Plane} from '../../scripts/planted/plane.ts';
import {plantAll} from '../../scripts/planted/plant.ts';
import {rateOf, scoreOf} from '../../scripts/planted/score.ts';
import {Segments} from '../../scripts/planted/segments.ts';
import {generatedTrial} from '../../scripts/planted/trials.ts';
import {toXml} from '../support/osm-data.ts';

const FOLDER = fileURLToPath(new URL('../../scripts/planted', import.meta.url));

function plantsOf(seed: number) {
  const {data, rules, maxLevel} = generatedTrial(seed);
  return plantAll(baseOf('', data, maxLevel), KINDS, seed, rules);
}

describe('the generator of planted truth', () => {
  test('shares no code with what it judges: only judge.ts knows the detector', () => {
    for (const file of readdirSync(FOLDER, {recursive: true, encoding: 'utf8'})) {
      if (!file.endsWith('.ts') || file === 'judge.ts') continue;
      const imports = readFileSync(join(FOLDER, file), 'utf8').match(/^import(?! type).*$/gm) ?? [];
      expect({file, src: imports.filter((line) => line.includes('src/'))}).toEqual({file, src: []});
    }
  });

  test('gives the same bytes for a seed, others for another', () => {
    const [one, again, other] = [plantsOf(3), plantsOf(3), plantsOf(4)];
    expect(toXml(again.data)).toBe(toXml(one.data));
    expect(toXml(other.data)).not.toBe(toXml(one.data));
  });

  test('has every truth, each kind by one name, and plants each within six regions', () => {
    expect(new Set(KINDS.map(({truth}) => truth))).toEqual(new Set(TRUTHS));
    expect(new Set(KINDS.map(({name}) => name)).size).toBe(KINDS.length);
    const planted = new Set(
      [11, 12, 13, 14, 15, 16].flatMap((seed) => plantsOf(seed).plants.map((p) => p.kind)),
    );
    expect([...planted].sort()).toEqual(KINDS.map(({name}) => name).sort());
  });

  test('leaves the region as it was, apart from what it adds', () => {
    const bare = generatedRegion(5);
    const {data} = plantsOf(5);
    expect(data.nodes.slice(0, bare.nodes.length)).toEqual(bare.nodes);
    expect(data.ways.slice(0, bare.ways.length)).toEqual(bare.ways);
    expect(data.ways.length).toBeGreaterThan(bare.ways.length + 50);
  });

  test('plants stand apart: no finding can belong to two', () => {
    const {plants} = plantsOf(6);
    const plane = new Plane(120, 28.7);
    plants.forEach((a, i) => {
      for (const b of plants.slice(i + 1)) {
        for (const p of a.marks) {
          for (const q of b.marks) {
            const [u, v] = [plane.xy(p.lon, p.lat), plane.xy(q.lon, q.lat)];
            expect(Math.hypot(u.x - v.x, u.y - v.y)).toBeGreaterThan(2500);
          }
        }
      }
    });
  });
});

test('segments: crossings count once, nearness spares the joint', () => {
  const segments = new Segments();
  segments.addLine([
    {x: -9000, y: 0},
    {x: 9000, y: 0},
  ]);
  const through = [
    {x: 10, y: -3000},
    {x: 20, y: 5},
    {x: 30, y: 3000},
  ];
  expect(segments.crossings(through)).toBe(1);
  expect(segments.near({x: 0, y: 99}, 100)).toBe(true);
  expect(segments.near({x: 0, y: 101}, 100)).toBe(false);
  const joined = [
    {x: 0, y: 0},
    {x: 0, y: 4000},
  ];
  expect(segments.nearLine(joined, 500)).toBe(true);
  expect(segments.nearLine(joined, 500, {x: 0, y: 0}, 600)).toBe(false);
});

describe('the score', () => {
  const at = (lon: number) => ({lon, lat: 28});
  const plant = (truth: 'missing-link' | 'decoy', lon: number) => ({
    kind: truth,
    truth,
    marks: [at(lon)],
  });
  const finding = (family: string, lon: number) => ({
    id: String(lon),
    ...at(lon),
    rule: 'R2',
    cause: family,
    family,
  });
  const plants = [plant('missing-link', 119), plant('missing-link', 119.1), plant('decoy', 119.2)];

  test('counts hits, misses, false alarms, strays; what the bare network has counts apart', () => {
    const found = [
      finding('missing-link', 119.001),
      finding('terminus', 119.1),
      finding('missing-link', 119.2),
      finding('missing-link', 119.3),
      finding('missing-link', 119.4),
    ];
    const score = scoreOf(plants, found, [finding('missing-link', 119.4)]);
    expect(score.verdicts.map(({told}) => told)).toEqual([
      'missing-link',
      'terminus',
      'missing-link',
    ]);
    expect(score.stray.map(({lon}) => lon)).toEqual([119.3]);
    // by hand: 1 of 2 found; told three times (the decoy and the stray are wrong)
    expect(rateOf([score], 'missing-link')).toMatchObject({
      planted: 2,
      right: 1,
      told: 3,
      recall: 1 / 2,
      precision: 1 / 3,
    });
  });

  test('nothing found is not listed; no figure without a plant', () => {
    const score = scoreOf(plants, [], []);
    expect(score.verdicts.map(({told}) => told)).toEqual(Array(3).fill('not listed'));
    expect(rateOf([score], 'missing-link')).toMatchObject({recall: 0, precision: null});
    expect(rateOf([score], 'planned')).toMatchObject({recall: null, precision: null});
  });
});

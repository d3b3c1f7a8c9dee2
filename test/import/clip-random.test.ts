import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Bbox} from '../../src/geo/line.ts';
import type {Network} from '../../src/graph/network.ts';
import {toXml} from '../support/osm-data.ts';
import {
  type Cut,
  clipTo,
  judgeClip,
  REGION,
  randomBox,
  randomOf,
  roadsOfRegion,
} from './clip-cases.ts';
import {importOne} from './draw-osm.ts';
import {dataPath, importData, NO_DATA} from './real-data.ts';

/** `osmium` of the package osmium-tool; .ci/run installs it. */
const NO_OSMIUM = ((): boolean => {
  try {
    execFileSync('osmium', ['--version'], {stdio: 'ignore'});
    return false;
  } catch {
    return true;
  }
})();

/** Ends near the trace of a lost way are marked, and the ledger says so: that is all a file tells. */
const CLEAN = {clipReported: [], falseEnds: [], lost: []};
const SPOTLESS = {...CLEAN, marked: []};

describe('a region cut at random boxes', () => {
  const cuts: readonly (readonly [Cut, boolean])[] = [
    ['complete', false],
    ['complete', true],
    ['simple', false],
    ['simple', true],
    ['simple-from-inside', false],
    ['simple-from-inside', true],
  ];
  test.each(cuts)('%s ways, box stated: %s: no false dead end, none lost', async (cut, stated) => {
    let inside = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 1, max: 1e6}), async (seed) => {
        const data = roadsOfRegion(seed);
        const box = randomBox(randomOf(seed + 1), REGION);
        const part = {...clipTo(data, box, cut), ...(stated ? {bounds: box} : {})};
        const whole = await importOne(toXml({...data, bounds: [118, 26, 121, 29]}), 'xml');
        const verdict = judgeClip(whole, await importOne(toXml(part), 'xml'), box);
        inside += verdict.inside;
        expect(verdict).toMatchObject(cut === 'simple-from-inside' ? CLEAN : SPOTLESS);
      }),
      {numRuns: 8},
    );
    expect(inside).toBeGreaterThan(50);
  });

  test('without marks on clip nodes the same cuts do show false dead ends', async () => {
    const data = roadsOfRegion(1);
    const box = randomBox(randomOf(2), REGION);
    const whole = await importOne(toXml({...data, bounds: [118, 26, 121, 29]}), 'xml');
    const part = await importOne(toXml(clipTo(data, box, 'complete')), 'xml');
    const flags = part.nodes.flags.map((bits) => bits & ~1);
    const {falseEnds} = judgeClip(whole, {...part, nodes: {...part.nodes, flags}}, box);
    expect(falseEnds.length).toBeGreaterThan(3);
  });
});

describe.skipIf(NO_OSMIUM)('cut by osmium (needs osmium-tool on the PATH)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guantong-clip-'));
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  function osmium(from: string, box: Bbox, strategy: string, bounds: boolean): Promise<Network> {
    const out = join(folder, 'cut.osm.pbf');
    const flags = bounds ? ['--set-bounds'] : [];
    const args = ['-s', strategy, '-b', box.join(','), ...flags, '-o', out, '--overwrite', from];
    execFileSync('osmium', ['extract', ...args], {stdio: 'ignore'});
    return importOne(readFileSync(out), 'pbf');
  }

  const strategies = ['simple', 'complete_ways', 'smart'];
  test.each(strategies)('%s: no false dead end, none lost', async (strategy) => {
    for (const seed of [11, 13]) {
      const data = {...roadsOfRegion(seed), bounds: [118, 26, 121, 29] as const};
      const from = join(folder, 'whole.osm');
      writeFileSync(from, toXml(data));
      const whole = await importOne(toXml(data), 'xml');
      for (const bounds of [false, true]) {
        const box = randomBox(randomOf(seed), REGION);
        const cut = await osmium(from, box, strategy, bounds);
        expect({seed, bounds, ...judgeClip(whole, cut, box)}).toMatchObject(
          strategy === 'simple' ? CLEAN : SPOTLESS,
        );
      }
    }
  });

  describe.skipIf(NO_DATA)('浙闽赣 (GUANTONG_DATA)', () => {
    test.each(strategies)('%s: no false dead end, none lost', async (strategy) => {
      const whole = await importData('zhe-min-gan.osm.pbf');
      for (const seed of [1, 2]) {
        const box = randomBox(randomOf(seed), [115.9, 25.3, 121, 30.6]);
        const cut = await osmium(dataPath('zhe-min-gan.osm.pbf'), box, strategy, false);
        expect({seed, ...judgeClip(whole, cut, box)}).toMatchObject(CLEAN);
      }
    });
  });
});

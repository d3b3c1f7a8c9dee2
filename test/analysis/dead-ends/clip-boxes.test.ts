import {beforeAll, describe, expect, test} from 'vitest';
import {baseOf} from '../../../scripts/planted/base.ts';
import {readExtract} from '../../../scripts/planted/bases/real.ts';
import {KINDS} from '../../../scripts/planted/kinds/all.ts';
import {plantAll} from '../../../scripts/planted/plant.ts';
import {generatedTrial} from '../../../scripts/planted/trials.ts';
import {findDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import type {DeadEndOptions} from '../../../src/analysis/dead-ends/options.ts';
import {SAME_FINDING_M} from '../../../src/analysis/dead-ends/review/match.ts';
import type {DeadEndRow} from '../../../src/analysis/rows.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import type {Bbox} from '../../../src/geo/line.ts';
import type {Network} from '../../../src/graph/network.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {type Cut, clipTo, randomBox, randomOf} from '../../import/clip-cases.ts';
import {importOne} from '../../import/draw-osm.ts';
import {dataPath, NO_DATA} from '../../import/real-data.ts';
import {type OsmData, toXml} from '../../support/osm-data.ts';

/**
 * Moving the extract's edge never makes a finding: 200 random boxes, cut in three ways by a cutter of the
 * tests, with the box stated and not. Whatever a cut network lists the whole one lists too, at the
 * same place; a cut may take findings away, and say so, but must not add any. A road closed to the public is told
 * at the middle of the ban where it is seen whole and at its end where it is not: hence the tolerance,
 * which is that of a review.
 */
const SAME_PLACE_M = SAME_FINDING_M;
const CUTS: readonly Cut[] = ['complete', 'simple', 'simple-from-inside'];

interface Region {
  readonly data: OsmData;
  readonly box: Bbox;
  readonly asks: readonly DeadEndOptions[];
}

function isAt(row: DeadEndRow, places: readonly {readonly lon: number; readonly lat: number}[]) {
  return places.some(({lon, lat}) => greatCircleM(lon, lat, row.lon, row.lat) <= SAME_PLACE_M);
}

/** Where the whole network is cut itself: its own ledger has those ends already. */
function clipsOf({nodes}: Network): {lon: number; lat: number}[] {
  return [...nodes.flags.keys()]
    .filter((node) => (nodes.flags[node]! & NODE_FLAG.clip) !== 0)
    .map((node) => ({lon: nodes.lon[node]!, lat: nodes.lat[node]!}));
}

/**
 * Findings of cut networks that neither the list nor the ledger (its cut ends) of the whole knows, and how
 * many were compared.
 */
async function madeByCuts(
  region: Region,
  whole: Network,
  seeds: readonly number[],
): Promise<{made: unknown[]; compared: number; lost: number}> {
  const known = region.asks.map((ask) => findDeadEnds(whole, ask));
  const cutBefore = clipsOf(whole);
  const made: unknown[] = [];
  let [compared, lost] = [0, 0];
  for (const seed of seeds) {
    const random = randomOf(seed);
    const box = randomBox(random, region.box);
    const cut = CUTS[seed % CUTS.length]!;
    const stated = random() < 0.5;
    const {bounds: _, ...part} = clipTo(region.data, box, cut);
    const network = await importOne(toXml({...part, ...(stated && {bounds: box})}), 'xml');
    region.asks.forEach((ask, i) => {
      const rows = network.borders.some(({level}) => level <= 4) ? findDeadEnds(network, ask) : [];
      const places = known[i]!.flatMap((row) => [
        row,
        ...(row.counterpart ? [row.counterpart] : []),
      ]);
      compared += rows.length;
      lost += known[i]!.length - rows.length;
      for (const row of rows) {
        if (!isAt(row, [...places, ...cutBefore]))
          made.push({seed, cut, stated, box, id: row.id, cause: row.cause});
      }
    });
  }
  return {made, compared, lost};
}

const seedsFrom = (first: number, count: number): number[] =>
  Array.from({length: count}, (_, i) => first + i);

describe('planted regions (150 boxes)', () => {
  test.each([21, 22, 23, 24, 25])('region %i: no cut makes a finding', async (seed) => {
    const {data, rules, maxLevel} = generatedTrial(seed);
    const planted = plantAll(baseOf('', data, maxLevel), KINDS, seed, rules).data;
    const region: Region = {
      data: planted,
      box: planted.bounds as Bbox,
      asks: [{level: 'county', minClass: 'secondary'}],
    };
    const whole = await importOne(toXml(planted), 'xml');
    const {made, compared, lost} = await madeByCuts(region, whole, seedsFrom(100 * seed, 30));
    expect(made).toEqual([]);
    // Plants stand all over the region: the cuts keep many findings and lose many.
    expect(compared).toBeGreaterThan(50);
    expect(lost).toBeGreaterThan(50);
  });
});

describe.skipIf(NO_DATA)('real extracts (GUANTONG_DATA, 50 boxes)', () => {
  let zheMinGan: Region;
  let whole: Network;
  beforeAll(async () => {
    const asks = (['motorway', 'primary'] as const).map((minClass) => ({
      level: 'province' as const,
      minClass,
    }));
    const data = await readExtract(dataPath('zhe-min-gan.osm.pbf'));
    zheMinGan = {data, box: [115.9, 25.3, 121, 30.6], asks};
    whole = await importOne(toXml(data), 'xml');
  });

  test.each([1, 101])('浙闽赣, 20 boxes from seed %i', async (first) => {
    const {made, compared} = await madeByCuts(zheMinGan, whole, seedsFrom(first, 20));
    expect(made).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });

  test('Liechtenstein, 10 boxes', async () => {
    const data = await readExtract(dataPath('liechtenstein-2015.osm.pbf'));
    const asks = [{level: 'county' as const, minClass: 'secondary' as const}];
    const region: Region = {data, box: [9.44, 47.03, 9.66, 47.28], asks};
    const {made} = await madeByCuts(region, await importOne(toXml(data), 'xml'), seedsFrom(1, 10));
    expect(made).toEqual([]);
  });
});

import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {detours} from '../../src/analysis/detour.ts';
import type {DetourRow} from '../../src/analysis/rows.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {importExtracts} from '../../src/app/import-extracts.ts';
import {SILENT} from '../../src/app/progress.ts';
import type {Network} from '../../src/graph/network.ts';
import {CHINA_CAR, type SpeedProfile} from '../../src/graph/speed.ts';
import {NEAR_TIE, PAIRS, REFERENCE_HOLES} from './pairs.ts';
import {SAMPLE_FILE} from './read-sample.ts';

/** The roads of the reference are those of about 2020. */
const AS_OF = 20201130;
const data = process.env['GUANTONG_DATA'];
const reference = `${data}/zhe-min-gan.osm.pbf`;
const noData = data === undefined || !existsSync(reference);

const key = (from: string, to: string) => `${from}–${to}`;
const excepted = new Set([...REFERENCE_HOLES, NEAR_TIE].map(([from, to]) => key(from, to)));
const plain = PAIRS.map(([from, to]) => key(from, to)).filter((pair) => !excepted.has(pair));

describe.skipIf(noData)('the sample is true enough (needs GUANTONG_DATA)', () => {
  let sample: Network;
  let real: Network;
  let onSample: Map<string, DetourRow>;
  let onReal: Map<string, DetourRow>;

  /** Both networks are asked about the sample's own places. */
  const ask = (network: Network, asOf: number | null, profile: SpeedProfile = CHINA_CAR) => {
    const placeOf = new Map(sample.places.map((place) => [place.name, place]));
    const pairs = PAIRS.map(([from, to]) => [placeOf.get(from)!, placeOf.get(to)!] as const);
    const {rows} = detours(openStudy(network, {asOf, profile}), pairs);
    return new Map(rows.map((row) => [key(row.from, row.to), row]));
  };
  const errorOf = (pair: string) =>
    onSample.get(pair)!.fastest!.distanceM / onReal.get(pair)!.fastest!.distanceM - 1;

  beforeAll(async () => {
    sample = await importExtracts([fileURLToPath(SAMPLE_FILE)], SILENT);
    real = await importExtracts([reference], SILENT);
    onSample = ask(sample, AS_OF);
    onReal = ask(real, null);
  });

  test('the importer knows it for a schematic sample', () => {
    expect(sample.meta.schematic).toBe(true);
    expect(real.meta.schematic).toBe(false);
  });

  test('at least 25 pairs stand without an exception', () => {
    expect(plain.length).toBeGreaterThanOrEqual(25);
  });

  test.each(plain)('%s is within 12 % of the real distance', (pair) => {
    expect(Math.abs(errorOf(pair))).toBeLessThan(0.12);
  });

  test('the median error of all pairs, exceptions too, is below 5 %', () => {
    const errors = PAIRS.map(([from, to]) => Math.abs(errorOf(key(from, to)))).sort(
      (a, b) => a - b,
    );
    const half = errors.length / 2;
    expect((errors[Math.ceil(half) - 1]! + errors[Math.floor(half)]!) / 2).toBeLessThan(0.05);
  });

  // A hole shows in the reference itself: even its shortest way, however slow, is nearly twice the
  // straight line or more, where the sample has the direct road.
  test.each(REFERENCE_HOLES.map(([from, to]) => key(from, to)))(
    '%s is not comparable: the reference lacks the direct road',
    (pair) => {
      expect(onReal.get(pair)!.shortest!.detourIndex).toBeGreaterThan(1.8);
      expect(onSample.get(pair)!.fastest!.detourIndex).toBeLessThan(1.8);
    },
  );

  // Two ways tie in the reference to within a minute: at 59 instead of 60 km/h on trunk roads it
  // takes the way that the sample takes.
  test('the near tie falls the same way when trunk roads are one km/h slower', () => {
    const classKph = {...CHINA_CAR.classKph, trunk: 59};
    const pair = key(...NEAR_TIE);
    const tied = ask(real, null, {...CHINA_CAR, classKph}).get(pair)!.fastest!.distanceM;
    expect(Math.abs(onSample.get(pair)!.fastest!.distanceM / tied - 1)).toBeLessThan(0.05);
  });
});

import {readFile} from 'node:fs/promises';
import {beforeAll, describe, expect, test} from 'vitest';
import {detours} from '../../src/analysis/detour.ts';
import {findPlace} from '../../src/analysis/find-place.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {readPlaces} from '../../src/app/places-file.ts';
import type {Network} from '../../src/graph/network.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import type {NodingRules} from '../../src/import/linework/noding/node-lines.ts';
import {entry} from './draw-lines.ts';
import {dataPath, dataSource, NO_DATA} from './real-data.ts';

const ROADS = 'zfj-roads.geojson.gz';
const RAIL = 'zfj-rail.geojson.gz';

function read(files: readonly string[], rules: Partial<NodingRules> = {}): Promise<Network> {
  return importNetwork(files.map(dataSource), {toolVersion: 't', linework: {rules}});
}

/** Share of km in the largest part, over all edges whether open or not. */
function largestShare({nodes, edges}: Network): number {
  const parent = Int32Array.from({length: nodes.count}, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  for (let e = 0; e < edges.count; e++) parent[root(edges.from[e]!)] = root(edges.to[e]!);
  const sums = new Map<number, number>();
  for (let e = 0; e < edges.count; e++) {
    const key = root(edges.from[e]!);
    sums.set(key, (sums.get(key) ?? 0) + edges.lengthM[e]!);
  }
  const total = edges.lengthM.reduce((sum, m) => sum + m, 0);
  return Math.max(...sums.values()) / total;
}

describe.skipIf(NO_DATA)('linework of 浙闽赣 (GUANTONG_DATA)', () => {
  test('roads hang together at 120 m and not at 0 m', async () => {
    expect(largestShare(await read([ROADS]))).toBeGreaterThanOrEqual(0.97);
    const touching = {roadToleranceM: 0, crossings: false, motorwayJoinKm: 0};
    expect(largestShare(await read([ROADS], touching))).toBeLessThan(0.05);
  });

  test('railways hang together at 80 m and not at 0 m', async () => {
    expect(largestShare(await read([RAIL]))).toBeGreaterThanOrEqual(0.99);
    expect(largestShare(await read([RAIL], {railToleranceM: 0}))).toBeLessThan(0.55);
  });

  test('ways between the cities are as long as on the network that was noded elsewhere', async () => {
    const network = await read([ROADS]);
    const {places} = await readPlaces(dataPath('places-zhe-min-gan.json'));
    const lines = (await readFile(dataPath('expected/routes.csv'), 'utf8')).trim().split('\n');
    const expected = lines.slice(1).map((line) => line.split(','));
    const {rows} = detours(
      openStudy(network),
      expected.map(([from, to]) => [findPlace(places, from!), findPlace(places, to!)] as const),
    );
    expect(rows.length).toBeGreaterThan(10);
    rows.forEach(({shortest}, i) => {
      const [from, to, , shortestKm] = expected[i]!;
      // Other joints, other interchanges: one more or less is a few kilometres.
      const ratio = shortest!.distanceM! / 1000 / Number(shortestKm);
      expect(Math.abs(ratio - 1), `${from}–${to}`).toBeLessThan(0.05);
    });
  });

  describe('all four files together', () => {
    let network: Network;
    beforeAll(async () => {
      network = await read([ROADS, RAIL, 'zfj-stations.geojson.gz', 'zfj-boundary.geojson.gz']);
    });

    test('the ledger adds up, and tells of every kind of joint', () => {
      const {accounted, read: all} = ledgerTotals(network.ledger);
      expect(accounted.ways).toBe(all?.ways);
      expect(Math.abs(accounted.km - all!.km)).toBeLessThan(1e-6 * all!.km);
      for (const kind of ['end-end', 'end-line', 'overshoot', 'second']) {
        for (const mode of ['road', 'rail']) {
          const line = entry(network, `joint-${mode}-${kind}`);
          expect(line?.nodes, `${mode} ${kind}`).toBeGreaterThan(0);
          // no joint is longer than its tolerance
          const longestM = Number.parseFloat(line!.examples[0]!);
          expect(longestM).toBeLessThanOrEqual(mode === 'road' ? 120 : 80);
        }
      }
      expect(entry(network, 'parts-apart-road')?.examples[0]).toMatch(/^largest part 9[789]\.\d %/);
      expect(entry(network, 'parts-apart-rail')?.examples[0]).toMatch(/^largest part 99\.\d %/);
    });

    test('stations and borders are there; no file looks displaced', () => {
      // 1841 points, some of them two of one station
      expect(network.stations.length).toBeGreaterThan(1700);
      expect(network.stations.length).toBeLessThanOrEqual(1841);
      expect(network.borders.length).toBeGreaterThan(200);
      expect(network.ledger.filter(({reason}) => reason.startsWith('looks-like'))).toEqual([]);
    });
  });
});

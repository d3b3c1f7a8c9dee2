import {readFileSync} from 'node:fs';
import {beforeAll, describe, expect, test} from 'vitest';
import {allPairs, detours} from '../../src/analysis/detour.ts';
import type {DetourRow} from '../../src/analysis/rows.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {parseSpeeds} from '../../src/app/options.ts';
import {readPlaces} from '../../src/app/places-file.ts';
import {dataPath, importData, NO_DATA} from '../import/real-data.ts';

/**
 * Held against distances and times that an independent program (igraph, nearest vertex, no one-ways)
 * computed on the same file under the same speeds.
 */
describe.skipIf(NO_DATA)('routes on zhe-min-gan (needs GUANTONG_DATA)', () => {
  let rows: readonly DetourRow[] = [];

  beforeAll(async () => {
    const network = await importData('zhe-min-gan.osm.pbf');
    const {places} = await readPlaces(dataPath('places-zhe-min-gan.json'));
    const study = openStudy(network, {
      profile: parseSpeeds('motorway=100,trunk=60,primary=50'),
    });
    rows = detours(study, allPairs(places)).rows;
  });

  const find = (a: string, b: string): DetourRow => {
    const row = rows.find((r) => [r.from, r.to].sort().join() === [a, b].sort().join());
    expect(row, `${a}–${b}`).toBeDefined();
    return row!;
  };

  test('all rows of the reference agree within 2 %', () => {
    const lines = readFileSync(dataPath('expected/routes.csv'), 'utf8').trim().split('\n').slice(1);
    expect(lines).toHaveLength(13);
    for (const line of lines) {
      const [from, to, straightKm, shortestKm, fastestKm, fastestH, index] = line.split(',');
      const row = find(from!, to!);
      // The reference is rounded: whole km, hundredths of an hour and of the index. Half a unit is
      // within 2 % for all but the shortest straight line (30 km).
      const close = (actual: number, expected: string | undefined, what: string) =>
        expect(Math.abs(actual / Number(expected) - 1), `${from}–${to} ${what}`).toBeLessThan(0.02);
      close(row.straightM / 1000, straightKm, 'straight km');
      close(row.shortest!.distanceM / 1000, shortestKm, 'shortest km');
      close(row.fastest!.distanceM / 1000, fastestKm, 'fastest km');
      close(row.fastest!.timeS / 3600, fastestH, 'fastest h');
      close(row.fastest!.detourIndex!, index, 'detour index');
    }
  });

  test('the four pairs that the planning paper names go farther round than the coast', () => {
    const index = (a: string, b: string) => find(a, b).fastest!.detourIndex!;
    const coast = [index('温州市', '宁德市'), index('温州市', '台州市')];
    const inland = [
      index('温州市', '南平市(延平)'),
      index('温州市', '南平市(建阳)'),
      index('温州市', '上饶市'),
      index('丽水市', '上饶市'),
    ];
    expect(Math.min(...inland)).toBeGreaterThan(Math.max(...coast));
  });

  test('pairs of different provinces cross the border, pairs of one province need not', () => {
    expect(find('温州市', '宁德市').crossesBorder).toBe(true);
    expect(find('温州市', '上饶市').crossesBorder).toBe(true);
    expect(find('温州市', '台州市').crossesBorder).toBe(false);
  });
});

import {createReadStream} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {findDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import {importNetwork} from '../../../src/import/import-network.ts';

const sample = new URL('../../../data/osm/zhe-min-gan-schematic.osm', import.meta.url);
const network = importNetwork([{name: 'sample', format: 'xml', bytes: createReadStream(sample)}], {
  toolVersion: 'test',
});

/**
 * The two border dead ends that were real and were then opened: 龙浦 (Fujian side open 2012-01-16,
 * Zhejiang side 2016-09-28) and 福寿 → 文泰 (2015-08-10, 2020-12-22). Sources: METHODS.md §E.4.
 */
describe.each(['motorway', 'secondary'] as const)('the sample at class %s', (minClass) => {
  const at = async (asOf: number) =>
    findDeadEnds(await network, {level: 'province', minClass, asOf});
  /** 花桥 on the border is near 118.8° E, 28.05° N; 犀溪 near 119.65° E, 27.5° N: to 0.1°. */
  const near = (rows: Awaited<ReturnType<typeof at>>, lon: number, lat: number) =>
    rows.filter((row) => Math.abs(row.lon - lon) < 0.1 && Math.abs(row.lat - lat) < 0.1);
  const LONGPU: [number, number] = [118.8, 28.05];
  const FUSHOU: [number, number] = [119.65, 27.5];

  test('as of 2015-12-31 lists both, with the side that is not open yet', async () => {
    const rows = await at(20151231);
    for (const place of [LONGPU, FUSHOU]) {
      const found = near(rows, ...place);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({rule: 'R1', cause: 'not-yet-open', border: '浙闽'});
      expect(found[0]!.counterpart!.lengthM).toBeGreaterThan(10_000);
    }
  });

  test('between the two openings lists the second only', async () => {
    const rows = await at(20161001);
    expect(near(rows, ...LONGPU)).toEqual([]);
    expect(near(rows, ...FUSHOU)).toHaveLength(1);
  });

  test('as of 2021-01-31 lists neither', async () => {
    const rows = await at(20210131);
    expect([...near(rows, ...LONGPU), ...near(rows, ...FUSHOU)]).toEqual([]);
  });
});

import {createReadStream, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {surveyDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import type {Network} from '../../../src/graph/network.ts';
import {importNetwork} from '../../../src/import/import-network.ts';

const folder = process.env['GUANTONG_DATA'];
const read = (name: string): Promise<Network> =>
  importNetwork([{name, format: 'pbf', bytes: createReadStream(join(folder!, name))}], {
    toolVersion: 'test',
  });

describe.skipIf(!folder)('real roads of 浙闽赣 (needs GUANTONG_DATA)', () => {
  const whole = folder ? read('zhe-min-gan.osm.pbf') : null;
  const survey = async (minClass: 'motorway' | 'primary') =>
    surveyDeadEnds((await whole)!, {level: 'province', minClass});

  test('the coastal expressway over the 浙闽 border is first, with construction beyond', async () => {
    const {rows} = await survey('motorway');
    expect(rows[0]).toMatchObject({
      rule: 'R6',
      cause: 'under-construction',
      class: 'motorway',
      level: 'province',
    });
    expect(rows[0]!.lon).toBeCloseTo(120.37, 2);
    expect(rows[0]!.lat).toBeCloseTo(27.25, 2);
    expect(rows[0]!.counterpart!.kind).toBe('construction');
    // It comes from Zhejiang, crosses and stops in Fujian; the works lead on south-west.
    expect(rows[0]!.evidence.map(({id}) => id)).toContain('crossed-border');
    expect(rows[0]!.counterpart!.lat).toBeLessThan(rows[0]!.lat);
  });

  test('every expressway finding is one that was looked at on a map', async () => {
    // Verdicts in docs/dead-ends.md: nothing else ends there, and nothing of this is a drawing error.
    const seen = [
      [120.37, 27.253],
      [118.777, 29.72],
      [119.28, 30.36],
      [116.014, 29.727],
    ];
    const {rows} = await survey('motorway');
    expect(
      rows.map(({lon, lat}) => [lon, lat].map((deg) => Math.round(deg * 1000) / 1000)),
    ).toEqual(seen);
  });

  test.each(['motorway', 'primary'] as const)(
    'every %s finding has its verdict in docs/dead-ends-zhe-min-gan.md, and no verdict is of another list',
    async (minClass) => {
      const page = readFileSync(
        new URL('../../../docs/dead-ends-zhe-min-gan.md', import.meta.url),
        'utf8',
      );
      const section = page.split('\n## ').find((part) => part.startsWith(`Class ${minClass}:`))!;
      const judged = [
        ...section.matchAll(/^\| `([^`]+)` \| [^|]+ \| (true|artefact|can't tell)/gm),
      ];
      const {rows} = await survey(minClass);
      expect(judged.map(([, id]) => id).sort()).toEqual(rows.map(({id}) => id).sort());
    },
  );

  test.each(['motorway', 'primary'] as const)(
    'no %s finding at the extract edge',
    async (minClass) => {
      const {rows, tally} = await survey(minClass);
      const [west, south, east, north] = [115.9, 25.3, 122.4, 30.6];
      for (const {lon, lat} of rows) {
        // 0.02° ≈ 2 km: a road cut by the edge ends on it.
        expect(Math.min(lon - west, lat - south, east - lon, north - lat)).toBeGreaterThan(0.02);
      }
      expect(tally.clipExcluded).toBeGreaterThan(0);
    },
  );

  test.each(['west', 'east'] as const)(
    'cutting the extract (%s half) adds no finding',
    async (half) => {
      const ids = (await survey('primary')).rows.map(({id}) => id);
      const cut = surveyDeadEnds(await read(`zhe-min-gan-${half}.osm.pbf`), {
        level: 'province',
        minClass: 'primary',
      });
      // A counterpart may be cut away, never a road's end made: the place must be known from the whole.
      const place = (id: string): string => id.slice(id.indexOf(':') + 1);
      for (const row of cut.rows) expect(ids.map(place)).toContain(place(row.id));
    },
  );
});

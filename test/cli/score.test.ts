import {describe, expect, test} from 'vitest';
import {folder, guantong, put} from './run.ts';
import {SMALL_MAP} from './small-map.ts';

const LINK = {
  schema: 'guantong/projects@1',
  title: 'test',
  projects: [
    {
      id: 'fast',
      name: '甲山—丙山',
      mode: 'road',
      status: 'idea',
      stops: ['甲山市', '丙山市'],
      designSpeedKph: {value: 100, source: 'test', assumption: true},
    },
    {
      id: 'slow',
      name: '甲山—乙山',
      mode: 'road',
      status: 'idea',
      stops: ['甲山市', '乙山市'],
      designSpeedKph: {value: 20, source: 'test', assumption: true},
    },
  ],
};

/** A map and a file of projects in a folder of their own. */
async function files(projects: unknown = LINK): Promise<{dir: string; ask: string[]}> {
  const dir = folder();
  const map = put(dir, 'small.osm', SMALL_MAP);
  const list = put(dir, 'p.json', JSON.stringify(projects));
  return {dir, ask: ['score', map, '--projects', list, '-q', '--mode', 'road']};
}

describe('guantong score', () => {
  test('ranks by any measure, with ranks by all of them, accounts and the new way', async () => {
    const {ask} = await files();
    const ran = await guantong([...ask, '--by', 'wmtt', '--format', 'json']);
    expect(ran.stderr).toBe('');
    const {rows, provenance} = JSON.parse(ran.stdout);
    expect(provenance.parameters.by).toBe('wmtt');
    expect(rows.map((row: {projectId: string}) => row.projectId)).toEqual(['fast', 'slow']);
    const [fast, slow] = rows;
    expect(fast.ranks).toMatchObject({benefit: 1, perKm: 1, perCost: null, wmtt: 1, gdp: null});
    expect(fast.measures.wmtt.gain).toBeGreaterThan(0);
    expect(slow.benefitPersonS).toBe(0);
    expect(slow.places).toEqual([]);
    // The border parts the map in two areas without a name, called by their largest places; both carry and gain.
    expect(Object.keys(fast.provinces.lengthM)).toEqual(['[丙山市]', '[甲山市]']);
    expect(fast.provinces.spillover).toBe(0);
    const legs = fast.pairs[0].route.legs.map((leg: {by: string; from: string; to: string}) => [
      leg.by,
      leg.from,
      leg.to,
    ]);
    expect(legs).toEqual([['project', '甲山市', '丙山市']]);
  });

  test('says the same in every time zone', async () => {
    const {dir, ask} = await files();
    const outputs = await Promise.all(
      ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((TZ) =>
        guantong([...ask, '--as-of', '2024-09-06', '--format', 'json'], dir, {TZ}),
      ),
    );
    const [first, ...others] = outputs.map((ran) => ran.stdout);
    expect(JSON.parse(first!).rows).toHaveLength(2);
    for (const other of others) expect(other).toBe(first);
  });

  test('reckons with trips that are given', async () => {
    const {dir, ask} = await files();
    const trips = put(dir, 'trips.csv', '\ufefffrom,to,trips\n甲山市,丙山市,100\n');
    const ran = await guantong([...ask, '--trips', trips, '--format', 'json']);
    const {rows, provenance} = JSON.parse(ran.stdout);
    const saved = rows[0].pairs[0].savedS;
    // As many trips as today: 100 times the seconds saved, either way of reckoning.
    expect(rows[0].trips).toMatchObject({
      integralS: Math.round(100 * saved),
      ruleOfHalfS: Math.round(100 * saved),
    });
    expect(provenance.inputs.map(({name}: {name: string}) => name)).toContain('trips.csv');
    expect(provenance.assumptions.map(({id}: {id: string}) => id)).toContain('trips-given');
  });

  test('complains of everything in a table of trips at once', async () => {
    const {dir, ask} = await files();
    const bad = async (content: string) =>
      guantong([...ask, '--trips', put(dir, 'bad.csv', content)]);
    const values = await bad('from,to,trips\n甲山市,,-1\n甲山市,丙山市,many\n');
    expect(values).toMatchObject({code: 1, stdout: ''});
    expect(values.stderr).toMatch(/line 2.*-1.*line 2: to is empty.*line 3.*many/);
    const names = await bad('from,to,trips\n某地,丙山市,1\n甲山市,他处,1\n');
    expect(names.code).toBe(1);
    expect(names.stderr).toMatch(/line 2.*某地.*line 3.*他处/);
    expect((await bad('a,b\n1,2\n')).stderr).toMatch(/no column from, to, trips/);
    expect((await bad('from,to,trips\n')).stderr).toMatch(/no line of trips/);
    expect((await guantong([...ask, '--decay', 'steep'])).stderr).toMatch(/--decay steep.*\nhint/);
    expect((await guantong([...ask, '--elasticity', '9'])).stderr).toMatch(/--elasticity 9/);
  });
});

describe('guantong access', () => {
  test('mean times, people within reach and who is not reached, in every format', async () => {
    const dir = folder();
    const map = put(dir, 'small.osm', SMALL_MAP);
    const ran = await guantong(['access', map, '-q', '--format', 'json']);
    const {rows, region, schema} = JSON.parse(ran.stdout);
    expect(schema).toBe('guantong/access@1');
    const first = rows[0];
    // 甲: 乙 (2000 people) at one step and 丙 (3000) at two, so (1·2000 + 2·3000) ÷ 5000 = 1.6 steps.
    const matrix = JSON.parse((await guantong(['matrix', map, '-q', '--format', 'json'])).stdout);
    const step = matrix.rows.find(
      (row: {from: string; to: string}) => row.from === '甲山市' && row.to === '乙山市',
    ).timeS;
    expect(first.wmttS).toBeCloseTo(1.6 * step, 0);
    expect(first.personsWithin['60']).toBe(6000);
    expect(first.unreached).toEqual([{place: '丁山市', reason: 'no-road-near:丁山市'}]);
    expect(rows[3]).toMatchObject({place: '丁山市', wmttS: null, potential: 0, efficiency: null});
    expect(region.gini).toBeGreaterThan(0);
    for (const format of ['text', 'csv', 'geojson']) {
      const other = await guantong(['access', map, '-q', '--format', format]);
      expect(other.code).toBe(0);
      expect(other.stdout).toContain('甲山市');
    }
    expect((await guantong(['access', map, '-q', '--self-minutes', '0'])).code).toBe(2);
  });
});

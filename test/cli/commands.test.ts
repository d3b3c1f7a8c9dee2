import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {folder, guantong, put, start} from './run.ts';
import {SMALL_MAP} from './small-map.ts';

async function imported(): Promise<{dir: string; net: string}> {
  const dir = folder();
  const net = join(dir, 'net.gtn');
  const {code} = await guantong(['import', put(dir, 'small.osm', SMALL_MAP), '-o', net]);
  expect(code).toBe(0);
  return {dir, net};
}

describe('the command line', () => {
  test('tells its version, its help, and completes commands', async () => {
    const {version} = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as {version: string};
    expect(await guantong(['--version'])).toMatchObject({code: 0, stdout: `${version}\n`});
    const help = await guantong(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['demo', 'import', 'info', 'route', 'detour', 'deadends', 'circle']) {
      expect(help.stdout).toContain(`guantong ${command}`);
    }
    expect((await guantong(['--get-yargs-completions', 'guantong', 'd'])).stdout).toContain(
      'detour',
    );
    expect((await guantong(['completion'])).stdout).toContain('guantong');
  });

  test('import says on stderr what it kept and dropped, and nothing on stdout', async () => {
    const dir = folder();
    const args = ['import', put(dir, 'small.osm', SMALL_MAP), '-o', join(dir, 'n.gtn')];
    const ran = await guantong([...args, '--lang', 'en']);
    expect(ran).toMatchObject({code: 0, stdout: ''});
    expect(ran.stderr).toMatch(/dropped .+: 1 way\(s\)/);
    expect((await guantong(args)).stderr).toMatch(/舍弃 .+: 1 条/);
    expect(readdirSync(dir).sort()).toEqual(['n.gtn', 'small.osm']);
  });

  test('import --engine stores the search engine, and answers stay the same bytes', async () => {
    const {dir, net} = await imported();
    const withEngine = join(dir, 'engine.gtn');
    const osm = join(dir, 'small.osm');
    expect((await guantong(['import', osm, '-o', withEngine, '--engine'])).code).toBe(0);
    expect(readFileSync(withEngine).includes('engine.road.time.stamp')).toBe(true);
    expect(readFileSync(net).includes('engine.road.time.stamp')).toBe(false);
    for (const question of ['info', 'matrix', 'detour']) {
      const [plain, stored] = [
        await guantong([question, net, '-q']),
        await guantong([question, withEngine, '-q']),
      ];
      expect(plain.code).toBe(0);
      expect(stored).toEqual(plain);
    }
  });

  test('the JSON envelope: schema, provenance, rows; same inputs, same bytes', async () => {
    const {net} = await imported();
    const first = await guantong(['detour', net, '--format', 'json', '-q']);
    const second = await guantong(['detour', net, '--format', 'json', '-q']);
    expect(first.stdout).toBe(second.stdout);
    const result = JSON.parse(first.stdout);
    expect(result.schema).toBe('guantong/detour@1');
    expect(result.provenance.inputs[0]).toMatchObject({
      name: 'small.osm',
      bytes: Buffer.byteLength(SMALL_MAP),
    });
    expect(result.provenance.inputs[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(result.provenance.parameters.classKph.primary).toBe(50);
    expect(result.rows).toHaveLength(6);
  });

  test('an extract is as good as its network file', async () => {
    const {dir, net} = await imported();
    const fromFile = await guantong(['matrix', net, '--format', 'json', '-q']);
    const fromMap = await guantong(['matrix', join(dir, 'small.osm'), '--format', 'json', '-q']);
    expect(fromMap.stdout).toBe(fromFile.stdout);
  });

  test('a route by name and by coordinates', async () => {
    const {net} = await imported();
    const ask = async (...more: string[]) =>
      JSON.parse((await guantong(['route', net, '-q', '--format', 'json', ...more])).stdout)
        .rows[0];
    const byName = await ask('--from', '甲山', '--to', '丙山市');
    expect(byName).toMatchObject({from: '甲山市', to: '丙山市', reachable: true});
    expect(byName.via.map((leg: {ref: string}) => leg.ref)).toEqual(['S1']);
    const byPoint = await ask('--from', '119.0,28', '--to', '119.2,28');
    expect(byPoint.distanceM).toBe(byName.distanceM);
  });

  test('--speeds change times and are in the provenance', async () => {
    const {net} = await imported();
    const ask = async (kph: number) => {
      const ran = await guantong([
        'matrix',
        net,
        '-q',
        '--format',
        'json',
        '--speeds',
        `primary=${kph}`,
      ]);
      return JSON.parse(ran.stdout);
    };
    const [slow, fast] = [await ask(25), await ask(50)];
    expect(slow.rows[0].timeS / fast.rows[0].timeS).toBeCloseTo(2, 3);
    expect(slow.provenance.parameters.classKph.primary).toBe(25);
  });

  test('unreachable pairs are rows with a reason', async () => {
    const {net} = await imported();
    const rows = JSON.parse(
      (await guantong(['detour', net, '-q', '--format', 'json'])).stdout,
    ).rows;
    const lost = rows.filter((row: {fastest: unknown}) => row.fastest === null);
    expect(lost.map((row: {to: string; reason: string}) => [row.to, row.reason])).toEqual([
      ['丁山市', 'no-road-near:丁山市'],
      ['丁山市', 'no-road-near:丁山市'],
      ['丁山市', 'no-road-near:丁山市'],
    ]);
  });

  test('every format, to stdout and to a file', async () => {
    const {dir, net} = await imported();
    for (const format of ['text', 'json', 'csv', 'geojson']) {
      const out = join(dir, `info.${format}`);
      const ran = await guantong(['info', net, '-q', '--format', format]);
      expect(ran.code).toBe(0);
      expect(ran.stdout).not.toBe('');
      await guantong(['info', net, '-q', '--format', format, '-o', out]);
      expect(readFileSync(out, 'utf8')).toBe(ran.stdout);
    }
  });

  test('info: the ledger adds up for a reader, in text and in CSV; km are said to be as drawn', async () => {
    const {net} = await imported();
    const {stdout} = await guantong(['info', net, '-q', '--lang', 'en']);
    const lines = stdout.split('\n');
    const total = lines.findIndex((line) => line.includes('kept + dormant + dropped'));
    expect(lines[total - 1]).toMatch(/^Ledger, (kept|dormant|dropped)/);
    expect(lines[total + 1]).toMatch(/^(Ledger, (repaired|noted)|$)/);
    expect(stdout).toMatch(/^Ledger, dropped: .* way\(s\).* \(e\.g\. way\/\d+\)$/m);
    expect(stdout).toContain('both carriageways of a divided road count');
    const csv = (await guantong(['info', net, '-q', '--format', 'csv'])).stdout;
    const waysOf = (pattern: RegExp) =>
      [...csv.matchAll(pattern)].reduce((sum, [, ways]) => sum + Number(ways), 0);
    const parts = waysOf(/^ledger\.(?:kept|dormant|dropped)\..*\.ways,(\d+)/gm);
    expect(parts).toBeGreaterThan(0);
    expect(waysOf(/^ledger\.noted\.read-total\.ways,(\d+)/gm)).toBe(parts);
  });

  test('dead ends, circle and info answer on a drawn map', async () => {
    const {net} = await imported();
    const deadEnds = await guantong(['deadends', net, '-q', '--format', 'json']);
    expect(JSON.parse(deadEnds.stdout).schema).toBe('guantong/deadends@1');
    const circle = await guantong([
      'circle',
      net,
      '-q',
      '--from',
      '甲山',
      '--minutes',
      '15',
      '--format',
      'json',
    ]);
    // 0.1° of longitude at 28° N is 9.8 km: 12 minutes at 50 km/h; the next place is at 24.
    const places = JSON.parse(circle.stdout).rows[0].places.map((p: {place: string}) => p.place);
    expect(places).toEqual(['甲山市', '乙山市']);
  });

  test('a report without projects', async () => {
    const {dir, net} = await imported();
    const out = join(dir, 'out');
    expect((await guantong(['report', net, '-q', '--no-pdf', '-o', out])).code).toBe(0);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
    const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
    expect(result.schema).toBe('guantong/report@1');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('<b>东路');
  });
});

test('Ctrl-C ends an import with 130 and leaves nothing behind', async () => {
  const dir = folder();
  // 30 MB of nodes: the import is still reading when the key is pressed.
  const nodes = Array.from(
    {length: 500_000},
    (_, i) => `<node id="${i + 1}" lat="28" lon="119"/>\n`,
  );
  put(dir, 'long.osm', `<osm version="0.6">${nodes.join('')}</osm>`);
  const child = start(['import', join(dir, 'long.osm'), '-o', join(dir, 'n.gtn')]);
  await child.says('import');
  child.interrupt();
  expect(await child.ended).toBe(130);
  expect(readdirSync(dir)).toEqual(['long.osm']);
});

import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {readJson} from '../../src/app/files.ts';
import {importExtracts} from '../../src/app/import-extracts.ts';
import {readPlaces} from '../../src/app/places-file.ts';
import {UserError} from '../../src/errors.ts';
import {nearestNames} from '../../src/scenario/edit-distance.ts';
import {placeName} from '../../src/scenario/place-name.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';
import {folder, guantong, put} from '../cli/run.ts';
import {SMALL_MAP} from '../cli/small-map.ts';

const SILENT = {step: () => {}, tick: () => {}};
const MB = 2 ** 20;

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'no refusal',
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).hint).toBeTruthy();
  return (error as UserError).message;
}

/** The map, then spaces: gzip members one after the other are one file. */
function bomb(megabytes: number): Uint8Array {
  const spaces = gzipSync(Buffer.alloc(MB, ' '), {level: 9});
  const end = SMALL_MAP.indexOf('</osm>');
  return new Uint8Array(
    Buffer.concat([
      gzipSync(SMALL_MAP.slice(0, end)),
      ...Array.from({length: megabytes}, () => spaces),
      gzipSync('<node id="8" lon="119" lat="28"/></osm>'),
    ]),
  );
}

/** A map with remarks between its parts, each well below what one may have, many of them in all. */
function padded(megabytes: number): Uint8Array {
  const remark = gzipSync(`<note>${'-'.repeat(MB)}</note>`, {level: 9});
  const end = SMALL_MAP.indexOf('</osm>');
  return new Uint8Array(
    Buffer.concat([
      gzipSync(SMALL_MAP.slice(0, end)),
      ...Array.from({length: megabytes}, () => remark),
      gzipSync('</osm>'),
    ]),
  );
}

describe('a gzip bomb', () => {
  test('that holds nothing is stopped by its first endless gap', async () => {
    const path = put(folder(), 'bomb.osm.gz', bomb(10));
    expect(await refusal(importExtracts([path], SILENT))).toMatch(/bomb\.osm\.gz, line \d+:/);
  });

  test('that looks like a map is stopped by its growth', async () => {
    const bytes = padded(400);
    expect(bytes.length).toBeLessThan(MB);
    const path = put(folder(), 'bomb.osm.gz', bytes);
    expect(await refusal(importExtracts([path], SILENT))).toMatch(
      /bomb\.osm\.gz unpacks to more than 100 times its size/,
    );
  });

  test('a small one does no harm and is read', async () => {
    const path = put(folder(), 'small.osm.gz', padded(20));
    expect((await importExtracts([path], SILENT)).edges.count).toBeGreaterThan(0);
  });
});

describe('lists of places', () => {
  test('values that are no text are not known, whatever they call themselves', async () => {
    const path = put(
      folder(),
      'p.json',
      `[{"lon": 119, "lat": 28, "tags": {"name": "甲", "place": {"toString": 1},
        "population:date": ${'['.repeat(5000)}${']'.repeat(5000)}, "__proto__": {"population": 7}}}]`,
    );
    const {places} = await readPlaces(path);
    expect(places).toMatchObject([
      {name: '甲', kind: 'place', populationDate: null, population: null},
    ]);
  });

  test('in another encoding are refused, not read as question marks', async () => {
    // 温州 in GBK
    const gbk = Buffer.concat([
      Buffer.from('[{"lon": 119, "lat": 28, "tags": {"name": "'),
      Buffer.from([0xce, 0xc2, 0xd6, 0xdd]),
      Buffer.from('"}}]'),
    ]);
    const path = put(folder(), 'p.json', new Uint8Array(gbk));
    expect(await refusal(readPlaces(path))).toContain('p.json');
  });

  test('larger than any list are refused', async () => {
    const path = put(folder(), 'p.json', `[${' '.repeat(65 * MB)}]`);
    expect(await refusal(readJson(path))).toMatch(/p\.json is larger than 64 MB/);
  });
});

describe('names as long as a file', () => {
  const MILLION = 1_000_000;

  test('are compared without end to the test', () => {
    // by the square of the length these would take hours
    for (const name of ['x'.repeat(MILLION), `a${' '.repeat(MILLION)}(b`, '族'.repeat(MILLION)]) {
      expect(placeName(name)).toMatchObject({full: name, bare: name, rank: 'none'});
      expect(nearestNames(name, Array(1000).fill(0).map(String), 3)).toEqual([]);
      expect(nearestNames('温州', [name, '温州市'], 3)).toEqual(['温州市']);
    }
    // what a name may be is taken apart as ever
    const long = `${'甲'.repeat(200)}县`;
    expect(placeName(long).bare).toBe('甲'.repeat(200));
  });

  test('are no corridor and no stop of a project', () => {
    const project = {id: 'x', name: 'x', mode: 'road', status: 'idea'};
    const file = (more: object) => ({
      schema: 'guantong/projects@1',
      title: 't',
      projects: [{...project, ...more}],
    });
    for (const more of [
      {corridor: '甲一'.repeat(MILLION)},
      {stops: ['甲'.repeat(MILLION), '乙']},
    ]) {
      expect(() => parseProjects(file(more), 'p.json')).toThrow(/p\.json.*10 000 characters/);
    }
  });
});

test('a sentence is one line of bearable length, whatever it quotes', () => {
  const error = new UserError('E_INPUT', `a.osm: "${'x\n\u001b[2J'.repeat(5000)}" is no name.`, {
    hint: 'y'.repeat(5000),
  });
  expect(error.message).toMatch(/^a\.osm: "x \[2Jx \[2J/);
  expect(error.message).not.toMatch(/\p{Cc}/u);
  expect(error.message.length).toBeLessThan(2100);
  expect(error.hint?.length).toBeLessThan(2100);
});

describe('the command line, when an import fails', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  test.each([
    ['a bomb', 'a.osm.gz', padded(400)],
    ['noise', 'a.osm.pbf', bytes(...Array.from({length: 999}, (_, i) => (i * 37) % 256))],
    ['a length that lies', 'a.osm.pbf', bytes(0, 0, 0, 200, 10, 9)],
    ['nesting', 'a.osm', SMALL_MAP.replace('<way', `${'<a>'.repeat(1000)}<way`)],
    ['JSON that is nested', 'a.json', `{"elements":${'['.repeat(1000)}`],
    [
      'a tag that is no text',
      'a.json',
      '{"elements":[{"type":"way","id":1,"nodes":[],"tags":{"highway":{}}}]}',
    ],
    ['line ends in a name', 'a.osm', '<osm\n\n></a\nb></osm>'],
    ['an id beyond 2^53', 'a.osm', SMALL_MAP.replace('id="1"', 'id="9007199254740993"')],
  ] as const)('%s leaves nothing behind, one sentence and one hint', async (_, name, content) => {
    const dir = folder();
    const ran = await guantong(['import', put(dir, name, content), '-o', join(dir, 'n.gtn'), '-q']);
    const [sentence, hint, ...rest] = ran.stderr.trimEnd().split('\n');
    expect(sentence).toMatch(new RegExp(`^guantong: .*${name.replaceAll('.', '\\.')}`));
    expect(hint).toMatch(/^hint: \S/);
    expect(rest).toEqual([]);
    expect(ran).toMatchObject({code: 1, stdout: ''});
    expect(readdirSync(dir)).toEqual([name]);
  });
});

import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {folder, guantong, put, type Ran} from './run.ts';
import {SMALL_MAP} from './small-map.ts';

/** One sentence, one hint (which may list several complaints), no stack, nothing on stdout. */
function expectSentence(ran: Ran, code: number, sentence: RegExp): void {
  expect(ran.stderr).toMatch(sentence);
  expect(ran.stderr).toMatch(/^hint: \S/m);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  expect(ran).toMatchObject({code, stdout: ''});
}

async function importing(
  name: string,
  content: string | Uint8Array,
): Promise<{ran: Ran; left: string[]}> {
  const dir = folder();
  const ran = await guantong(['import', put(dir, name, content), '-o', join(dir, 'n.gtn'), '-q']);
  return {ran, left: readdirSync(dir)};
}

describe('bad input gets a sentence and a hint, and leaves no half-written file', () => {
  const cases: readonly [what: string, name: string, content: string | Uint8Array, says: RegExp][] =
    [
      [
        'a truncated pbf',
        'a.osm.pbf',
        new Uint8Array([0, 0, 0, 13, 10, 9]),
        /a\.osm\.pbf.*(ends|cut|truncat)/i,
      ],
      ['no pbf at all', 'a.osm.pbf', 'this is no map, it is a letter', /a\.osm\.pbf/],
      ['XML cut in the middle', 'a.osm', SMALL_MAP.slice(0, 900), /a\.osm.*/],
      ['XML that is no OSM', 'a.osm', '<html><body/></html>', /a\.osm/],
      [
        'JSON that is not Overpass',
        'a.json',
        '{"type": "FeatureCollection", "features": []}',
        /a\.json/,
      ],
      ['no JSON', 'a.json', '{"elements": [', /a\.json/],
      ['an empty extract', 'a.osm', '<osm version="0.6"></osm>', /a\.osm.*no/],
      ['a gzip that is none', 'a.osm.gz', 'plain text', /gzip|header/],
      ['an unknown ending', 'a.shp', 'x', /a\.shp.*ending/],
    ];
  test.each(cases)('%s', async (_, name, content, says) => {
    const {ran, left} = await importing(name, content);
    expectSentence(ran, 1, says);
    expect(left).toEqual([name]);
  });

  test('a file that is not there', async () => {
    expectSentence(await guantong(['info', 'nowhere.gtn', '-q']), 1, /nowhere\.gtn.*no such file/);
    expectSentence(
      await guantong(['import', 'no.osm', '-o', 'n.gtn', '-q']),
      1,
      /no\.osm.*no such/,
    );
  });

  test('a damaged network file', async () => {
    const path = put(folder(), 'n.gtn', 'GTN1 and then nonsense');
    expectSentence(await guantong(['info', path, '-q']), 1, /n\.gtn/);
  });

  test('a place that matches nothing, and one that matches two', async () => {
    const map = put(folder(), 'small.osm', SMALL_MAP);
    const ask = (from: string) => guantong(['route', map, '--from', from, '--to', '甲山', '-q']);
    expectSentence(await ask('甲州'), 1, /甲州/);
    expectSentence(await ask('松源'), 1, /松源.*乙山市.*丙山市/);
  });

  test('a route without a way', async () => {
    const map = put(folder(), 'small.osm', SMALL_MAP);
    const ran = await guantong(['route', map, '--from', '甲山', '--to', '丁山', '-q']);
    expectSentence(ran, 1, /no way by road from 甲山市 to 丁山市: no-road-near/);
  });

  test('dead ends without a border in the data', async () => {
    const map = put(folder(), 'small.osm', SMALL_MAP.replace('administrative', 'timezone'));
    expectSentence(await guantong(['deadends', map, '-q']), 1, /border/);
  });

  test('places and projects with faults name the file and the fault', async () => {
    const dir = folder();
    const map = put(dir, 'small.osm', SMALL_MAP);
    const noName = put(dir, 'p.json', '[{"lon": 119, "lat": 28, "tags": {}}]');
    const cut = put(dir, 'cut.json', '[{"lon": 119');
    const typo = put(
      dir,
      'typo.json',
      '{"schema": "guantong/projects@1", "title": "t", "projcts": []}',
    );
    expectSentence(await guantong(['matrix', map, '--places', noName, '-q']), 1, /p\.json.*name/);
    expectSentence(
      await guantong(['matrix', map, '--places', cut, '-q']),
      1,
      /cut\.json is not JSON/,
    );
    expectSentence(
      await guantong(['score', map, '--projects', typo, '-q']),
      1,
      /typo\.json.*projcts|projects/,
    );
  });

  test('a project with an unknown stop', async () => {
    const dir = folder();
    const map = put(dir, 'small.osm', SMALL_MAP);
    const projects = put(
      dir,
      'projects.json',
      JSON.stringify({
        schema: 'guantong/projects@1',
        title: 't',
        projects: [
          {
            id: 'x',
            name: '某路',
            nameEn: 'x',
            mode: 'road',
            status: 'planned',
            corridor: '甲山—某地—丙山',
            source: 't',
          },
        ],
      }),
    );
    expectSentence(await guantong(['score', map, '--projects', projects, '-q']), 1, /某地/);
  });

  const usage: readonly [what: string, args: readonly string[], says: RegExp][] = [
    ['a typo in a command', ['detuor', 'n.gtn'], /detour/],
    ['no command', [], /command/],
    ['an unknown option', ['info', 'n.gtn', '--colour'], /colour/],
    ['a missing argument', ['info'], /argument/],
    ['an option without its value', ['route', 'n.gtn', '--from'], /from/],
    ['a format that is none', ['info', 'n.gtn', '--format', 'xml'], /xml|format/i],
    ['a network file with another ending', ['import', 'a.osm', '-o', 'n.txt'], /n\.txt/],
    ['a day that is none', ['info', 'n.gtn', '--as-of', '2015-13'], /2015-13/],
    ['a class that is none', ['info', 'n.gtn', '--speeds', 'motorwy=100'], /motorwy/],
    ['a speed that is none', ['info', 'n.gtn', '--speeds', 'motorway=fast'], /fast/],
    ['minutes out of range', ['circle', 'n.gtn', '--from', 'a', '--minutes', '0'], /minutes/],
  ];
  test.each(usage)('usage: %s exits 2', async (_, args, says) => {
    const dir = folder();
    put(dir, 'a.osm', SMALL_MAP);
    await guantong(['import', 'a.osm', '-o', 'n.gtn', '-q'], dir);
    const ran = await guantong([...args, ...(args.length > 0 ? ['-q'] : [])], dir);
    expectSentence(ran, 2, says);
    expect(readdirSync(dir).sort()).toEqual(['a.osm', 'n.gtn']);
  });
});

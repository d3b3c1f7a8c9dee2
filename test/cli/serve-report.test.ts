import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, onTestFinished, test} from 'vitest';
import {BORDER_MAP} from './border-map.ts';
import {folder, guantong, put} from './run.ts';

const BIN = fileURLToPath(new URL('../../bin/guantong.js', import.meta.url));

/** One road across the border, and a list of trips that somebody published. */
const PROJECTS = {
  schema: 'guantong/projects@1',
  title: 'Plans',
  projects: [
    {
      id: 'across',
      name: '甲乙公路',
      mode: 'road',
      status: 'planned',
      grade: 'second',
      source: 'https://example.org/plan',
      asFound: '2023-05-01',
      stops: [
        {name: '甲镇', lon: 119.0, lat: 28.0},
        {name: '乙镇', lon: 119.12, lat: 28.0},
      ],
    },
  ],
};

const ENGLISH = ['--lang', 'en', '--no-pdf', '-q'];

/** The address of a server on these options. */
function serve(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [BIN, 'serve', ...args, '-q']);
  onTestFinished(() => void child.kill());
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
      const url = /http:\S+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(said)));
  });
}

async function reportOf(url: string, ask: object): Promise<string> {
  const response = await fetch(`${url}api/v1/report`, {
    method: 'POST',
    headers: {'x-guantong': '1'},
    body: JSON.stringify(ask),
  });
  const last = JSON.parse((await response.text()).trim().split('\n').at(-1)!);
  return last.result.html;
}

test('the report of the page is that of the command, byte for byte', async () => {
  const dir = folder();
  const review = put(dir, 'review.json', '');
  const net = put(dir, 'border.osm', BORDER_MAP);
  const noted = await guantong(['review', net, '-o', review, '-q']);
  expect(noted.code, noted.stderr).toBe(0);
  const options = [
    ...['--projects', put(dir, 'plans.json', JSON.stringify(PROJECTS))],
    ...['--population', put(dir, 'grid.csv', 'lon,lat,population\n119.02,28,700\n119.1,28,500\n')],
    ...['--population-date', '2020', '--population-kind', '常住'],
    ...['--pairs', '甲镇-乙镇', '--centre', '乙镇', '--minutes', '15,60', '--class', 'tertiary'],
    ...['--budget-km', '30', '--terrain-factor', '1.3', '--as-of', '2020-11-30'],
    ...['--no-permeability', '--review', review],
  ];
  const out = join(dir, 'out');
  const ran = await guantong(['report', net, ...options, '-o', out, '--no-pdf', '-q']);
  expect(ran.code, ran.stderr).toBe(0);
  const html = readFileSync(join(out, 'index.html'), 'utf8');
  const url = await serve([net, ...options]);
  expect(await reportOf(url, {})).toBe(html);
  expect(await reportOf(url, {lang: 'zh'})).toBe(html);
  const inEnglish = await guantong(['report', net, ...options, '-o', out, ...ENGLISH]);
  expect(inEnglish.code, inEnglish.stderr).toBe(0);
  const english = readFileSync(join(out, 'index.html'), 'utf8');
  expect(english).not.toBe(html);
  expect(await reportOf(url, {lang: 'en'})).toBe(english);
  // What the page adds to it is told in it, and is no command.
  const drawn = {
    name: '画线',
    mode: 'road',
    line: [
      [119, 28],
      [119.12, 28],
    ],
  };
  const own = await reportOf(url, {drawn});
  expect(own).not.toBe(html);
  expect(own).toContain('画线');
  expect(own).not.toContain('guantong report border.osm');
  expect(html).toContain('guantong report border.osm');
});

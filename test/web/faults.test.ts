import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Desk} from '../../src/app/desk/desk.ts';
import {openDesk} from '../../src/app/desk/open-desk.ts';
import {SILENT} from '../../src/app/progress.ts';
import {loopbackHosts} from '../../src/server/guard.ts';
import {makeServer} from '../../src/server/make-server.ts';
import {faultText} from '../../web/src/faults.ts';
import {BORDER_MAP} from '../cli/border-map.ts';
import {put} from '../cli/run.ts';

const HOST = '127.0.0.1:8080';
const LINE = [
  [119, 27.6],
  [119.05, 27.8],
];
const stop = (name: string, at: readonly number[]) => ({name, at});
const drawn = {name: 'a', mode: 'road', line: LINE};
const verdict = {id: 'x', verdict: 'built', author: '张三', date: '2026-11-26'};
const draw = (part: object) => ({drawn: {...drawn, ...part}, sequence: 1, page: 'p'});
const points = (n: number) => Array.from({length: n}, (_, i) => [119 + i / 1e5, 27.6]);

/** Questions a planner may put by hand, by an old link or by a file, and a word of the answer. */
const FAULTS: readonly (readonly [what: string, path: string, body: unknown, says: string])[] = [
  ['a place nobody knows', 'circle', {from: '某地', minutes: 60}, '某地'],
  ['a route to nowhere', 'route', {from: '某地', to: '他乡'}, '某地'],
  ['a day outside the calendar', 'overview', {asOf: '2015-13'}, '2015-13'],
  ['a day that is none', 'overview', {asOf: '15'}, '路网时点'],
  ['a project of another registry', 'overview', {projects: ['他方']}, '他方'],
  ['too many points', 'draw', draw({line: points(5001)}), '5000'],
  ['too many stops', 'draw', draw({stops: points(201).map((at) => stop('一', at))}), '200'],
  ['a line that is a point', 'draw', draw({line: [LINE[0], LINE[0]]}), '重合'],
  ['a point too far', 'draw', draw({line: [LINE[0], [140, 40]]}), '过远'],
  [
    'a stop too far',
    'draw',
    draw({stops: [stop('甲', LINE[0]!), stop('乙', [119.6, 27.6])]}),
    '“乙”距所画线',
  ],
  [
    'stops against the line',
    'draw',
    draw({stops: [stop('甲', LINE[1]!), stop('乙', LINE[0]!)]}),
    '站序不符',
  ],
  ['a railway without a speed', 'draw', draw({mode: 'rail'}), '设计速度'],
  ['a speed of no road', 'draw', draw({designSpeedKph: 10}), '20 至 400'],
  ['a name too long', 'draw', draw({name: '长'.repeat(201)}), '200'],
  ['a file of something else', 'projects', {content: {a: 1}}, '拖入的文件'],
  [
    'a file without projects',
    'projects',
    {content: {type: 'FeatureCollection', features: []}},
    '项目',
  ],
  ['a verdict on what is not there', 'verdict', verdict, '刷新'],
  ['a note too long', 'verdict', {...verdict, note: '长'.repeat(2001)}, '2000'],
];

describe('what the server refuses with', () => {
  const dir = mkdtempSync(join(tmpdir(), 'guantong-faults-'));
  let desk: Desk;
  let review: string;
  beforeAll(async () => {
    review = join(dir, 'review.json');
    desk = await openDesk({network: put(dir, 'border.osm', BORDER_MAP), review}, SILENT);
  });
  afterAll(() => rmSync(dir, {recursive: true, force: true}));
  const refusalOf = async (path: string, body: unknown) => {
    const server = makeServer({desk, page: new Map(), hosts: loopbackHosts(8080), token: null});
    const response = await server.request(`http://${HOST}/api/v1/${path}`, {
      method: 'POST',
      headers: {host: HOST, 'x-guantong': '1'},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const last = JSON.parse((await response.text()).trim().split('\n').at(-1)!);
    if (last.error === undefined) throw new Error(`${path} was not refused`);
    const {message, hint} = last.error as {message: string; hint?: string};
    return faultText(message, hint);
  };
  /** Chinese throughout: no English word is left, but for names of files and options. */
  const isChinese = (text: string): void => {
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text.replaceAll(/[\w-]+\.json|JSON|--review|guantong serve/g, '')).not.toMatch(
      /[a-z]{2}/i,
    );
  };

  test.each(FAULTS)('%s: Chinese on the Chinese page', async (_, path, body, says) => {
    const {zh, en} = await refusalOf(path, body);
    isChinese(zh);
    expect(zh).toContain(says);
    expect(en).toMatch(/[a-z]{3}/);
  });

  test('a review file that somebody broke', async () => {
    for (const content of ['{', '{"schema": "guantong-review/9"}']) {
      writeFileSync(review, content);
      const {zh} = await refusalOf('verdict', verdict);
      isChinese(zh);
      expect(zh).toContain('review.json');
    }
  });

  test('too much at once, and a server that has gone', async () => {
    isChinese((await refusalOf('draw', 'x'.repeat(2 << 20))).zh);
    isChinese(faultText('Failed to fetch').zh);
    isChinese(faultText('the answer broke off').zh);
  });

  test('a sentence without Chinese words is kept, not hidden', () => {
    expect(faultText('quite new', 'do this').zh).toBe('未能完成，原文：quite new (do this)');
    expect(faultText('文件不是 JSON').zh).toContain('JSON');
  });
});

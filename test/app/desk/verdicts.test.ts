import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Desk} from '../../../src/app/desk/desk.ts';
import {openDesk} from '../../../src/app/desk/open-desk.ts';
import {SILENT} from '../../../src/app/progress.ts';
import {parseReview} from '../../../src/scenario/review-file.ts';
import {BORDER_MAP} from '../../cli/border-map.ts';
import {folder, put} from '../../cli/run.ts';

const WATCH = {signal: new AbortController().signal, step: () => {}};
const SAID = {author: '张三', date: '2026-11-26'};
const SEEN = {mode: 'road', projects: [], minutes: 60} as const;

/** A third road ends on its own farther south: two findings. */
const MAP = BORDER_MAP.replace(
  '<way id="12">',
  `<node id="11" lat="27.7" lon="119.03"/>
  <way id="20"><nd ref="9"/><nd ref="11"/><tag k="highway" v="secondary"/></way>
  <way id="12">`,
);

async function desk(): Promise<{desk: Desk; review: string; ids: string[]}> {
  const dir = folder();
  const review = join(dir, 'review.json');
  const opened = await openDesk({network: put(dir, 'border.osm', MAP), review}, SILENT);
  const {deadends} = await opened.overview(SEEN, WATCH);
  return {desk: opened, review, ids: deadends.map(({id}) => id)};
}

const read = (path: string) => parseReview(JSON.parse(readFileSync(path, 'utf8')), 'review.json');
const verdicts = (path: string) => read(path).findings.map(({review}) => review?.verdict ?? null);

describe('verdicts of the page', () => {
  test('make the file when it is not there, and hold in the next overview', async () => {
    const {desk: open, review, ids} = await desk();
    expect((await open.about()).review).toBe('review.json');
    expect(existsSync(review)).toBe(false);
    const said = {id: ids[0]!, verdict: 'built', note: '通车', ...SAID} as const;
    const answer = await open.verdict(said, WATCH);
    expect(answer).toMatchObject({
      file: 'review.json',
      change: {id: ids[0], before: null, now: {zh: '已建成', en: 'built'}},
    });
    expect(verdicts(review).filter((verdict) => verdict !== null)).toEqual(['built']);
    const {deadends, provenance} = await open.overview(SEEN, WATCH);
    // Set aside: at the end of the list, with its words.
    expect(deadends.at(-1)).toMatchObject({id: ids[0], words: {verdict: {zh: '已建成'}}});
    expect(provenance.inputs.map(({name}) => name)).toContain('review.json');
  });

  test('are taken back without a trace', async () => {
    const {desk: open, review, ids} = await desk();
    await open.verdict({id: ids[0]!, verdict: 'private', ...SAID}, WATCH);
    const back = await open.verdict({id: ids[0]!, verdict: null, ...SAID}, WATCH);
    expect(back.change).toMatchObject({before: {en: 'private'}, now: null});
    expect(verdicts(review)).toEqual(ids.map(() => null));
  });

  test('keep what somebody else wrote into the file meanwhile', async () => {
    const {desk: open, review, ids} = await desk();
    await open.verdict({id: ids[0]!, verdict: 'confirmed', ...SAID}, WATCH);
    const file = read(review);
    const other = {verdict: 'data-error', author: '李四', date: '2026-11-25'} as const;
    file.findings.find(({id}) => id === ids[1])!.review = other;
    writeFileSync(review, JSON.stringify(file));
    await open.verdict({id: ids[0]!, verdict: 'built', ...SAID}, WATCH);
    expect(read(review).findings.find(({id}) => id === ids[1])!.review).toEqual(other);
  });

  test('of several at once none is lost', async () => {
    const {desk: open, review, ids} = await desk();
    expect(ids.length).toBeGreaterThanOrEqual(2);
    await Promise.all(ids.map((id) => open.verdict({id, verdict: 'confirmed', ...SAID}, WATCH)));
    expect(verdicts(review)).toEqual(ids.map(() => 'confirmed'));
  });

  test('on a finding that is not there, or into a file that is broken: refused, the file as it was', async () => {
    const {desk: open, review, ids} = await desk();
    const strange = open.verdict({id: '../../etc/passwd', verdict: 'built', ...SAID}, WATCH);
    await expect(strange).rejects.toThrow(/there is no finding/);
    expect(existsSync(review)).toBe(false);
    writeFileSync(review, '{"half":');
    await expect(open.verdict({id: ids[0]!, verdict: 'built', ...SAID}, WATCH)).rejects.toThrow(
      /is not JSON/,
    );
    expect(readFileSync(review, 'utf8')).toBe('{"half":');
  });

  test('without a file on the command line they have nowhere to go', async () => {
    const open = await openDesk({network: put(folder(), 'border.osm', BORDER_MAP)}, SILENT);
    expect((await open.about()).review).toBeNull();
    await expect(open.verdict({id: 'x', verdict: 'built', ...SAID}, WATCH)).rejects.toThrow(
      /where to keep verdicts/,
    );
  });
});

describe('the report of the page', () => {
  test('holds the drawing and says that it is one; stops between steps', async () => {
    const open = await openDesk({network: put(folder(), 'border.osm', BORDER_MAP)}, SILENT);
    const drawn = {
      name: '<b>甲乙公路</b>',
      mode: 'road',
      status: 'idea',
      line: [
        [119.04, 28],
        [119.08, 28],
      ],
    } as const;
    const ask = {...SEEN, drawn, scope: 'all', lang: 'zh'} as const;
    const {name, html} = await open.report(ask, WATCH);
    expect(name).toMatch(/^guantong[\w.-]*\.html$/);
    expect(html).toContain('&lt;b&gt;甲乙公路&lt;/b&gt;');
    expect(html).not.toContain('<b>甲乙公路</b>');
    expect(html).toContain('由使用者在页面上绘制');
    const abort = new AbortController();
    const steps: string[] = [];
    const step = (one: string): void => {
      steps.push(one);
      if (steps.length === 2) abort.abort();
    };
    await expect(open.report(ask, {signal: abort.signal, step})).rejects.toThrow(/abort/i);
    expect(steps).toHaveLength(2);
  });
});

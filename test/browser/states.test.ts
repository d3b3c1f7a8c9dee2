import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {parseReview} from '../../src/scenario/review-file.ts';
import {
  CHROMIUM,
  drawnIn,
  type OpenRegion,
  openAt,
  openRegion,
  SLOW,
  saved,
  seriousFaults,
  settled,
  TEST,
} from './browse.ts';

const DATA = process.env['GUANTONG_DATA'];
/** A line from 寿宁 to 庆元, as a link has it. */
const DRAWN = JSON.stringify({
  name: 'X',
  mode: 'road',
  status: 'idea',
  line: [
    [119.50139, 27.45889],
    [119.05917, 27.62167],
  ],
});
const WHY = !DATA
  ? 'needs GUANTONG_DATA'
  : !CHROMIUM
    ? 'needs chromium'
    : 'real data, real browser';

describe.skipIf(!DATA || !CHROMIUM)(`what the page shows and takes (${WHY})`, TEST, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-states-'));
  const review = join(folder, 'review.json');
  let region: OpenRegion;
  let page: Page;

  beforeAll(async () => {
    region = await openRegion(folder, '--review', review);
    ({page} = region);
  }, TEST.timeout);

  afterAll(async () => {
    await region?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const show = (hash = ''): Promise<void> => openAt(page, region.served.url, hash);
  const figures = (): Promise<string[]> => page.locator('.figure-value').allTextContents();
  const rows = (): Promise<(string | null)[]> =>
    page.locator('[data-project]').evaluateAll((all) => all.map((row) => row.textContent));
  /** Opens the card of the first finding; its id. */
  const openFinding = async (): Promise<string> => {
    await show();
    const row = page.locator('[data-finding]').first();
    await row.getByRole('button').first().click();
    await page.locator('.card').waitFor();
    await settled(page);
    return (await row.getAttribute('data-finding'))!;
  };

  test('a finding opens to a card that says it in words, and the map goes there', async () => {
    await openFinding();
    const text = await page.locator('.card').textContent();
    for (const word of ['规则', '原因', '距边界', '对侧', '附近聚落', '现有绕行', '依据', '复核']) {
      expect(text).toContain(word);
    }
    // No machine word of the result is left in a Chinese card.
    expect(text).not.toMatch(/planned-opposite|under-construction|missing-link|through-road/);
    expect(await page.locator('.list').textContent()).not.toMatch(/unnamed-\d/);
    await expect.poll(() => page.url(), SLOW).toMatch(/map=1\d/);
    expect(decodeURIComponent(page.url())).toContain('sel=finding');
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a verdict needs a name, goes into the file whole, and can be taken back', async () => {
    const id = await openFinding();
    await page.getByRole('button', {name: '已建成'}).click();
    await expect.poll(() => page.getByRole('alert').textContent(), SLOW).toContain('复核人');
    await page.getByLabel('复核人').fill('张三 <b>');
    await page.getByLabel('说明').fill('<img src=x onerror=alert(1)> 通车');
    await page.getByRole('button', {name: '已建成'}).click();
    const said = page.locator('[data-verdict="built"]');
    await said.waitFor();
    await settled(page);
    expect(await said.textContent()).toContain('<img src=x');
    const saved = parseReview(JSON.parse(readFileSync(review, 'utf8')), 'review.json');
    expect(saved.findings.find((finding) => finding.id === id)!.review).toMatchObject({
      verdict: 'built',
      author: '张三 <b>',
      note: '<img src=x onerror=alert(1)> 通车',
    });
    // It is off the list, and the headline says so.
    expect(await page.locator('.figures').first().textContent()).toContain('1 处已排除');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', {name: '撤回结论'}).click();
    await said.waitFor({state: 'detached'});
    expect(readFileSync(review, 'utf8')).not.toContain('verdict');
  });

  test('projects switched on: circle, pairs, ranking, map and address', async () => {
    await show();
    const before = await rows();
    await page.getByRole('checkbox', {name: '视为建成: 温福高铁'}).check();
    await page.locator('[data-taken="1"]').waitFor();
    await settled(page);
    const taken = page.locator('.taken');
    expect(await taken.textContent()).toContain('温福高铁');
    expect(await taken.locator('[data-pair]').count()).toBeGreaterThanOrEqual(2);
    expect(await rows()).not.toEqual(before);
    expect(await page.locator('.legend').textContent()).toContain('建成后新增');
    expect(await page.locator('.difference-key').textContent()).toMatch(/≤ [\d.]+ 分钟/);
    await page.getByRole('button', {name: '%', exact: true}).click();
    await expect
      .poll(() => page.locator('.difference-key').textContent(), SLOW)
      .toMatch(/≤ [\d.]+ %/);
    await expect.poll(() => page.url(), SLOW).toContain('diff=percent');
    expect(page.url()).toMatch(/on=/);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a route between two points says what the projects change, with its legs', async () => {
    // 寿宁 and 庆元 by the address, as a link would bring them.
    const ends = '119.50139,27.45889+119.05917,27.62167';
    await show(`on=cangnan-wuyishan&ends=${ends}&tool=route`);
    const route = page.locator('section', {has: page.locator('#route')});
    await route.locator('[data-change]').waitFor();
    const text = await route.textContent();
    expect(text).toMatch(/绕行系数 *[\d.]+/);
    expect(text).toContain('途经');
    expect(text).toContain('项目');
    expect(text).not.toMatch(/motorway|trunk|primary/);
    expect(
      Number(await route.locator('[data-change]').getAttribute('data-change')),
    ).toBeGreaterThan(60);
  });

  test('by rail the circle is another one; by either it holds at least as many', async () => {
    await show();
    const inMode = async (name: string): Promise<string> => {
      await page.getByRole('button', {name, exact: true}).click();
      await page.getByRole('button', {name, exact: true, pressed: true}).waitFor();
      await settled(page);
      expect(await page.locator('[data-circle]').textContent()).toContain(`· ${name}:`);
      return (await figures())[2]!;
    };
    const people = (text: string): number => Number.parseFloat(text);
    const road = (await figures())[2]!;
    expect(await inMode('铁路')).not.toBe(road);
    expect(people(await inMode('公路或铁路'))).toBeGreaterThanOrEqual(people(road));
    expect(await inMode('公路')).toBe(road);
  });

  test('an earlier year is another network, told in the address', async () => {
    await show();
    await page.locator('.as-of input').fill('2010');
    await expect.poll(() => page.url(), SLOW).toContain('asof=2010');
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.locator('.as-of input').fill('1999');
    await expect.poll(() => page.url(), SLOW).not.toContain('asof');
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('the report of what is shown is one file that needs nothing else', async () => {
    await show();
    const file = join(folder, 'report.html');
    expect(await saved(page, '生成报告', file)).toBe('guantong-2020-11-30.html');
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('温州');
    expect(html).not.toMatch(/<(script|img|link)[^>]+(src|href)="https?:/);
    expect(html).toContain('<html lang="zh-CN">');
  });

  test('on an English page the report opens in English', async () => {
    await openAt(page, region.served.url, 'lang=en');
    const file = join(folder, 'report.en.html');
    await saved(page, 'Make the report', file);
    expect(readFileSync(file, 'utf8')).toContain('<html lang="en">');
  });

  test('the map as a picture is a picture of something', async () => {
    await show();
    const file = join(folder, 'map.png');
    await saved(page, '导出图片', file);
    const bytes = readFileSync(file);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    // An empty canvas of this size has a few kilobytes.
    expect(bytes.length).toBeGreaterThan(50_000);
  });

  test('a report that is not wanted any more stops', async () => {
    await show();
    await page.getByRole('button', {name: '生成报告'}).click();
    await page.locator('progress').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', {name: '取消'}).click();
    await page.locator('progress').waitFor({state: 'detached'});
    expect(await page.getByRole('alert').count()).toBe(0);
    // The desk is free again.
    await page.locator('[data-project] button').first().click();
    await page.locator('[data-project] + tr .card').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('by keyboard alone a line through named places; a name nobody knows is told', async () => {
    await show();
    const names = page.getByLabel('按地名或坐标成线');
    await names.fill('苍南—泰顺');
    await page.keyboard.press('Enter');
    await page.locator('.result').waitFor();
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await names.fill('苍南—某地');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').textContent(), SLOW).toContain('某地');
    await names.fill('119.5, 27.4 - 119.06, 27.62');
    await page.keyboard.press('Enter');
    await expect.poll(() => drawnIn(page).line[0], SLOW).toEqual([119.5, 27.4]);
  });

  test('on a telephone nothing is wider than the screen, in both languages', async () => {
    await page.setViewportSize({width: 390, height: 844});
    await show(`draw=${encodeURIComponent(DRAWN)}`);
    await page.locator('.result').waitFor();
    const widest = () => page.evaluate<number>('document.documentElement.scrollWidth');
    expect(await widest()).toBeLessThanOrEqual(390);
    await page.getByRole('button', {name: 'English'}).click();
    await page.getByRole('heading', {name: 'overview'}).waitFor();
    expect(await widest()).toBeLessThanOrEqual(390);
    expect(await seriousFaults(page)).toEqual([]);
    // Names stay as the map has them; the page itself speaks English.
    const own = await page
      .locator('h2, h3, dt, summary, button:not(.link):not(.row)')
      .allTextContents();
    expect(own.filter((text) => /\p{Script=Han}/u.test(text.replace('中文', '')))).toEqual([]);
  });

  test('asked nothing from outside, broke no policy, logged no error', () => {
    expect(region.faults).toEqual([]);
  });
});

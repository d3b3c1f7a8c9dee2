import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {parseReview} from '../../src/scenario/review-file.ts';
import {CHROMIUM, type OpenRegion, openRegion, seriousFaults} from './browse.ts';

const DATA = process.env['GUANTONG_DATA'];
const WHY = !DATA
  ? 'needs GUANTONG_DATA'
  : !CHROMIUM
    ? 'needs chromium'
    : 'real data, real browser';

const SLOW = {timeout: 60_000};

describe.skipIf(!DATA || !CHROMIUM)(`what the page shows and takes (${WHY})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-states-'));
  const review = join(folder, 'review.json');
  let region: OpenRegion;
  let page: Page;

  beforeAll(async () => {
    region = await openRegion(folder, '--review', review);
    ({page} = region);
    await page.goto(region.served.url);
    await page.locator('#detours').waitFor({timeout: 90_000});
    await page.locator('#map[data-ready="yes"]').waitFor(SLOW);
  });

  afterAll(async () => {
    await region?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const figures = (): Promise<string[]> => page.locator('.figure-value').allTextContents();
  const idle = () => expect.poll(() => page.locator('.working').count(), {timeout: 60_000}).toBe(0);

  test('a finding opens to a card that says it in words, and the map goes there', async () => {
    const row = page.locator('[data-finding]').first();
    await row.getByRole('button').first().click();
    const card = page.locator('.card');
    await card.waitFor();
    const text = await card.textContent();
    for (const word of ['规则', '成因', '本侧', '对侧', '缺口', '现状绕行', '依据', '复核']) {
      expect(text).toContain(word);
    }
    // No machine word of the result is left in a Chinese card.
    expect(text).not.toMatch(/planned-opposite|under-construction|missing-link|through-road/);
    expect(await page.locator('.list').textContent()).not.toMatch(/unnamed-\d/);
    await expect.poll(() => page.url(), {timeout: 20_000}).toMatch(/map=1\d/);
    expect(decodeURIComponent(page.url())).toContain('sel=finding');
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a verdict needs a name, goes into the file whole, and can be taken back', async () => {
    const id = (await page.locator('[data-finding]').first().getAttribute('data-finding'))!;
    await page.getByRole('button', {name: '已建成'}).click();
    expect(await page.getByRole('alert').textContent()).toContain('复核人');
    await page.getByLabel('复核人').fill('张三 <b>');
    await page.getByLabel('说明').fill('<img src=x onerror=alert(1)> 通车');
    await page.getByRole('button', {name: '已建成'}).click();
    const said = page.locator('[data-verdict="built"]');
    await said.waitFor(SLOW);
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
    await said.waitFor({state: 'detached', timeout: 60_000});
    expect(readFileSync(review, 'utf8')).not.toContain('verdict');
  });

  test('projects switched on: circle, pairs, ranking, map and address', async () => {
    const before = await page
      .locator('[data-project]')
      .evaluateAll((rows) => rows.map((row) => row.textContent));
    const name = '视为建成: 温福高铁';
    await page.getByRole('checkbox', {name}).check();
    await page.locator('[data-taken="1"]').waitFor(SLOW);
    await idle();
    const taken = page.locator('.taken');
    expect(await taken.textContent()).toContain('温福高铁');
    expect(await taken.locator('[data-pair]').count()).toBeGreaterThanOrEqual(2);
    const after = await page
      .locator('[data-project]')
      .evaluateAll((rows) => rows.map((row) => row.textContent));
    expect(after).not.toEqual(before);
    expect(await page.locator('.legend').textContent()).toContain('建成后新增');
    expect(await page.locator('.difference-key').textContent()).toMatch(/≤ [\d.]+ 分钟/);
    await page.getByRole('button', {name: '%', exact: true}).click();
    expect(await page.locator('.difference-key').textContent()).toMatch(/≤ [\d.]+ %/);
    expect(page.url()).toContain('diff=percent');
    expect(page.url()).toMatch(/on=/);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a route between two points says what the projects change, with its legs', async () => {
    // 寿宁 and 庆元 by the address, as a link would bring them.
    await page.goto('about:blank');
    const ends = '119.50139,27.45889+119.05917,27.62167';
    await page.goto(`${region.served.url}#on=cangnan-wuyishan&ends=${ends}&tool=route`);
    const route = page.locator('section', {has: page.locator('#route')});
    await route.locator('[data-change]').waitFor({timeout: 90_000});
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
    await idle();
    const [, , road] = await figures();
    await page.getByRole('button', {name: '铁路', exact: true}).click();
    await expect.poll(async () => (await figures())[2], {timeout: 60_000}).not.toBe(road);
    expect(await page.locator('[data-circle]').textContent()).toContain('铁路');
    await page.getByRole('button', {name: '公路或铁路', exact: true}).click();
    await expect
      .poll(() => page.locator('[data-circle]').textContent(), {timeout: 60_000})
      .toContain('公路或铁路');
    await page.getByRole('button', {name: '公路', exact: true}).click();
    await expect.poll(async () => (await figures())[2], {timeout: 60_000}).toBe(road);
  });

  test('an earlier year is another network, told in the address', async () => {
    await page.locator('.as-of input').fill('2010');
    await expect.poll(() => page.url()).toContain('asof=2010');
    await idle();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.locator('.as-of input').fill('1999');
    await expect.poll(() => page.url()).not.toContain('asof');
    await idle();
  });

  test('the report of what is shown is one file that needs nothing else', async () => {
    const download = page.waitForEvent('download', {timeout: 240_000});
    await page.getByRole('button', {name: '生成报告'}).click();
    await page.locator('progress').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const file = join(folder, 'report.html');
    const taken = await download;
    await taken.saveAs(file);
    expect(taken.suggestedFilename()).toBe('guantong-2020-11-30.html');
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('温州');
    expect(html).not.toMatch(/<(script|img|link)[^>]+(src|href)="https?:/);
  });

  test('the map as a picture is a picture of something', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: '导出图片'}).click();
    const file = join(folder, 'map.png');
    await (await download).saveAs(file);
    const bytes = readFileSync(file);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    // An empty canvas of this size has a few kilobytes.
    expect(bytes.length).toBeGreaterThan(50_000);
  });

  test('a report that is not wanted any more stops', async () => {
    await page.getByRole('button', {name: '生成报告'}).click();
    await page.getByRole('button', {name: '取消'}).click();
    await page.locator('progress').waitFor({state: 'detached', timeout: 60_000});
    expect(await page.getByRole('alert').count()).toBe(0);
    // The desk is free again.
    await page.locator('[data-project] button').first().click();
    await page.locator('[data-project] + tr .card').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('by keyboard alone a line through named places; a name nobody knows is told', async () => {
    await page.getByLabel('按地名成线').fill('苍南—泰顺');
    await page.keyboard.press('Enter');
    await page.locator('.result').waitFor(SLOW);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('按地名成线').fill('苍南—某地');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('某地');
  });

  test('on a telephone nothing is wider than the screen, in both languages', async () => {
    await page.setViewportSize({width: 390, height: 844});
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

import type {ChildProcess} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {CHROMIUM, guantong, openBrowser, pixelOf, serve, watch} from './browse.ts';

const DATA = process.env['GUANTONG_DATA'];
const WHY = !DATA
  ? 'needs GUANTONG_DATA'
  : !CHROMIUM
    ? 'needs chromium'
    : 'real data, real browser';

/** 苍南—泰顺—寿宁—庆元—松溪—武夷山, the first corridor that the region asks for. */
const CORRIDOR: readonly [number, number][] = [
  [120.425, 27.51667],
  [119.71139, 27.56139],
  [119.50139, 27.45889],
  [119.05917, 27.62167],
  [118.77657, 27.5273],
  [118.03066, 27.75995],
];
const VIEW = {zoom: 7.8, lat: 27.6, lon: 119.25};

describe.skipIf(!DATA || !CHROMIUM)(`the page (${WHY})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-page-'));
  let browser: Browser;
  let served: {url: string; child: ChildProcess};
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    const net = join(folder, 'net.gtn');
    await guantong('import', join(DATA!, 'zhe-min-gan.osm.pbf'), '-o', net, '-q');
    const places = join(DATA!, 'places-zhe-min-gan.json');
    const pairs = '寿宁-庆元,温州-上饶';
    served = await serve(
      net,
      '--places',
      places,
      '--projects',
      'data/projects/zhe-min-gan.json',
      '--pairs',
      pairs,
      '--as-of',
      '2020-11-30',
    );
    browser = await openBrowser();
    page = await browser.newPage({viewport: {width: 1440, height: 900}});
    faults = watch(page, served.url);
  });

  afterAll(async () => {
    await browser?.close();
    served?.child.kill();
    rmSync(folder, {recursive: true, force: true});
  });

  const minutesOf = async (): Promise<{before: string; after: string; saved: string}> => {
    const cells = page.locator('[data-pair="寿宁县-庆元县"]').first().locator('td');
    const [before, after, saved] = await cells.allTextContents();
    return {before: before!, after: after!, saved: saved!};
  };
  const clockMinutes = (text: string): number => {
    const [hours, minutes] = text.split(':').map(Number);
    return hours! * 60 + minutes!;
  };

  test('opens on a finished answer', async () => {
    await page.goto(`${served.url}#map=${VIEW.zoom}/${VIEW.lat}/${VIEW.lon}`);
    await page.locator('#detours').waitFor({timeout: 90_000});
    expect(await page.locator('.figure-value').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('[data-finding]').count()).toBeGreaterThan(0);
    expect(await page.getByRole('checkbox').count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });

  test('a corridor drawn by mouse shortens 寿宁–庆元', async () => {
    await page.locator('canvas.maplibregl-canvas').waitFor();
    await page.locator('#map[data-ready="yes"]').waitFor({timeout: 60_000});
    const box = (await page.locator('canvas.maplibregl-canvas').boundingBox())!;
    await page.getByRole('button', {name: '画公路'}).click();
    for (const at of CORRIDOR) {
      const [x, y] = pixelOf(at, VIEW, box);
      await page.mouse.move(x, y, {steps: 4});
      await page.mouse.click(x, y);
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-pair="寿宁县-庆元县"]').first().waitFor({timeout: 60_000});
    await expect.poll(async () => (await minutesOf()).saved, {timeout: 30_000}).not.toBe('0');
    const {before, after} = await minutesOf();
    expect(clockMinutes(after)).toBeLessThan(clockMinutes(before));
    expect(decodeURIComponent(page.url())).toContain('draw=');
  });

  test('undone it is gone, redone it is back', async () => {
    const {after} = await minutesOf();
    await page.getByRole('button', {name: '撤销'}).click();
    await expect.poll(() => page.locator('.result').count()).toBe(0);
    expect(page.url()).not.toContain('draw=');
    await page.getByRole('button', {name: '重做'}).click();
    await expect.poll(async () => (await minutesOf()).after, {timeout: 30_000}).toBe(after);
  });

  test('the address brings all of it back', async () => {
    const {after} = await minutesOf();
    const url = page.url();
    await page.goto('about:blank');
    await page.goto(url);
    await page.locator('[data-pair="寿宁县-庆元县"]').first().waitFor({timeout: 90_000});
    expect((await minutesOf()).after).toBe(after);
  });

  test('in English as well', async () => {
    await page.getByRole('button', {name: 'English'}).click();
    await page.getByRole('heading', {name: 'overview'}).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toContain('lang=en');
    await page.getByRole('button', {name: '中文'}).click();
  });

  test('asked nothing from outside, broke no policy, logged no error', () => {
    expect(faults).toEqual([]);
  });
});

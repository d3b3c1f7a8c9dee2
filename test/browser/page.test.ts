import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import gcoord_ from 'gcoord';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {CHROMIUM, type OpenRegion, openRegion, pixelOf, seriousFaults} from './browse.ts';

// Its types say that the default export is the whole module; in Node it is what they call `default`.
const gcoord = gcoord_ as unknown as typeof gcoord_.default;
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
  let region: OpenRegion;
  let served: OpenRegion['served'];
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    region = await openRegion(folder);
    ({page, served, faults} = region);
  });

  afterAll(async () => {
    await region?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const minutesOf = async (): Promise<{before: string; after: string; saved: string}> => {
    const cells = page.locator('[data-pair="寿宁县-庆元县"]').first().locator('td');
    const [before, after, saved] = await cells.allTextContents();
    return {before: before!, after: after!, saved: saved!};
  };
  const drawnInAddress = (): {line: [number, number][]; stops: {name: string}[]} =>
    JSON.parse(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('draw')!);
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
      // A few pixels beside the place: the point snaps onto it.
      const [x, y] = pixelOf(at, VIEW, box);
      await page.mouse.move(x + 4, y - 3, {steps: 4});
      await page.mouse.click(x + 4, y - 3);
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-pair="寿宁县-庆元县"]').first().waitFor({timeout: 60_000});
    await expect.poll(async () => (await minutesOf()).saved, {timeout: 30_000}).not.toBe('0');
    const {before, after} = await minutesOf();
    expect(clockMinutes(after)).toBeLessThan(clockMinutes(before));
    expect(decodeURIComponent(page.url())).toContain('draw=');
    drawnInAddress().line.forEach(([lon, lat], i) => {
      // 4 pixels are 0.014 degrees here; a tile of this zoom knows a place to 0.001.
      expect(Math.abs(lon - CORRIDOR[i]![0])).toBeLessThan(0.003);
      expect(Math.abs(lat - CORRIDOR[i]![1])).toBeLessThan(0.003);
    });
  });

  test('a point that is clicked is no stop any more, one that is dragged lies elsewhere', async () => {
    const box = (await page.locator('canvas.maplibregl-canvas').boundingBox())!;
    expect(drawnInAddress().stops).toHaveLength(CORRIDOR.length);
    const [x, y] = pixelOf(CORRIDOR[4]!, VIEW, box);
    await page.mouse.click(x, y);
    await expect.poll(() => drawnInAddress().stops.length).toBe(CORRIDOR.length - 1);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 6, y + 40, {steps: 6});
    await page.mouse.up();
    await expect.poll(() => drawnInAddress().line[4]![1]).toBeLessThan(CORRIDOR[4]![1] - 0.05);
    expect(drawnInAddress().stops).toHaveLength(CORRIDOR.length - 1);
    await page.getByRole('button', {name: '撤销'}).click();
    await page.getByRole('button', {name: '撤销'}).click();
    await expect.poll(() => drawnInAddress().stops.length).toBe(CORRIDOR.length);
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

  test('a GeoJSON in GCJ-02 dropped onto it lands on its places', async () => {
    const features = [
      {
        type: 'Feature',
        properties: {id: 'ning-qing', name: '宁德—庆元', mode: 'road', status: 'idea'},
        geometry: {
          type: 'LineString',
          // 宁德 and 庆元 in WGS84, moved to GCJ-02 by the published formula (package gcoord)
          coordinates: [
            [119.52278, 26.66167],
            [119.05917, 27.62167],
          ].map((at) => gcoord.transform(at as [number, number], gcoord.WGS84, gcoord.GCJ02)),
        },
      },
    ];
    await page.getByLabel('坐标系').selectOption('gcj02');
    const text = JSON.stringify({type: 'FeatureCollection', features});
    // As text: what runs in the page is not typed by this project's library of Node.
    const data = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(text)}], 'plan.geojson'));
      return transfer;
    })()`);
    await page.dispatchEvent('body', 'drop', {dataTransfer: data});
    await expect
      .poll(() => decodeURIComponent(page.url().replaceAll('+', ' ')), {timeout: 30_000})
      .toContain('宁德—庆元');
    const drawn = JSON.parse(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('draw')!);
    expect(drawn.line[0][0]).toBeCloseTo(119.52278, 4);
    expect(drawn.line[1][1]).toBeCloseTo(27.62167, 4);
  });

  test('no serious fault for those who cannot see it or use a mouse', async () => {
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('prints', async () => {
    const pdf = await page.pdf({format: 'A4'});
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
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

import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import gcoord_ from 'gcoord';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
  CHROMIUM,
  clickMap,
  drawnIn,
  type OpenRegion,
  onMap,
  openAt,
  openRegion,
  SLOW,
  seriousFaults,
  settled,
  TEST,
  viewHash,
} from './browse.ts';

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
/** The corridor as a link has it, every point a stop. */
const DRAWN = encodeURIComponent(
  JSON.stringify({
    name: '横向通道',
    mode: 'road',
    status: 'idea',
    grade: 'expressway',
    line: CORRIDOR,
    stops: CORRIDOR.map((at, i) => ({name: `站 ${i + 1}`, at})),
  }),
);

describe.skipIf(!DATA || !CHROMIUM)(`the page (${WHY})`, TEST, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-page-'));
  let region: OpenRegion;
  let page: Page;

  beforeAll(async () => {
    region = await openRegion(folder);
    ({page} = region);
  }, TEST.timeout);

  afterAll(async () => {
    await region?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const show = (more = ''): Promise<void> =>
    openAt(page, region.served.url, `${viewHash(VIEW)}${more}`);
  const shownPair = () => page.locator('.result [data-pair="寿宁县-庆元县"]').first();
  const minutesOf = async (): Promise<{before: string; after: string; saved: string}> => {
    const [before, after, saved] = await shownPair().locator('td').allTextContents();
    return {before: before!, after: after!, saved: saved!};
  };
  const clockMinutes = (text: string): number => {
    const [hours, minutes] = text.split(':').map(Number);
    return hours! * 60 + minutes!;
  };

  test('opens on a finished answer', async () => {
    await show();
    expect(await page.locator('.figure-value').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('[data-finding]').count()).toBeGreaterThan(0);
    expect(await page.getByRole('checkbox').count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });

  test('a corridor drawn by mouse shortens 寿宁–庆元; undone, redone, brought back by its address', async () => {
    await show();
    await page.getByRole('button', {name: '画公路'}).click();
    // A few pixels beside the place: the point snaps onto it.
    for (const at of CORRIDOR) await clickMap(page, at, VIEW, 4);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), SLOW).toContain('draw=');
    await shownPair().waitFor();
    await settled(page);
    const drawn = await minutesOf();
    expect(drawn.saved).not.toBe('0');
    expect(clockMinutes(drawn.after)).toBeLessThan(clockMinutes(drawn.before));
    const {line, stops} = drawnIn(page);
    expect(stops).toHaveLength(CORRIDOR.length);
    // On the places themselves; the address has five digits of a degree.
    line.forEach(([lon, lat], i) => {
      expect(Math.abs(lon - CORRIDOR[i]![0])).toBeLessThan(0.001);
      expect(Math.abs(lat - CORRIDOR[i]![1])).toBeLessThan(0.001);
    });

    await page.getByRole('button', {name: '撤销'}).click();
    await page.locator('.result').waitFor({state: 'detached'});
    expect(page.url()).not.toContain('draw=');
    await page.getByRole('button', {name: '重做'}).click();
    await shownPair().waitFor();
    await settled(page);
    expect(await minutesOf()).toEqual(drawn);

    const url = page.url();
    await page.goto('about:blank');
    await page.goto(url);
    await shownPair().waitFor();
    await settled(page);
    expect(await minutesOf()).toEqual(drawn);
  });

  test('a point that is clicked is no stop any more, one that is dragged lies elsewhere', async () => {
    await show(`&draw=${DRAWN}`);
    const [x, y] = await onMap(page, CORRIDOR[4]!, VIEW);
    await page.mouse.click(x, y);
    await expect.poll(() => drawnIn(page).stops.length, SLOW).toBe(CORRIDOR.length - 1);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 6, y + 40, {steps: 6});
    await page.mouse.up();
    await expect.poll(() => drawnIn(page).line[4]![1], SLOW).toBeLessThan(CORRIDOR[4]![1] - 0.05);
    expect(drawnIn(page).stops).toHaveLength(CORRIDOR.length - 1);
    await page.getByRole('button', {name: '撤销'}).click();
    await page.getByRole('button', {name: '撤销'}).click();
    await expect.poll(() => drawnIn(page).stops.length, SLOW).toBe(CORRIDOR.length);
  });

  test('by keyboard alone: a road is drawn at the cross, and what it changes is read', async () => {
    await show();
    await page.getByRole('button', {name: '画公路'}).press('Enter');
    await page.locator('.crosshair').waitFor();
    await page.keyboard.press('Space');
    for (const key of ['ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowDown']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), SLOW).toContain('draw=');
    // An arrow is 100 pixels, with Shift 10; a pixel is 360° / (512 · 2^7.8); a point snaps over 12 at most.
    const pixelDeg = 360 / (512 * 2 ** VIEW.zoom);
    const [from, to] = drawnIn(page).line;
    expect(Math.abs(from![0] - VIEW.lon)).toBeLessThan(13 * pixelDeg);
    expect(Math.abs(from![1] - VIEW.lat)).toBeLessThan(13 * pixelDeg);
    expect(Math.abs(to![0] - VIEW.lon + 110 * pixelDeg)).toBeLessThan(13 * pixelDeg);
    expect(to![1]).toBeLessThan(VIEW.lat + 3 * pixelDeg);
    await page.locator('.result').waitFor();
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('by keyboard alone: a set point is moved, put back, and taken away', async () => {
    await show(`&draw=${DRAWN}`);
    const canvas = page.locator('canvas.maplibregl-canvas');
    const says = page.locator('.cross-says');
    await canvas.focus();
    const pixelDeg = 360 / (512 * 2 ** VIEW.zoom);
    for (const point of [1, 2, 3]) {
      await page.keyboard.press('n');
      await expect.poll(() => says.textContent(), SLOW).toBe(`十字下的点 ${point} / 6`);
    }
    await page.keyboard.press('Shift+N');
    await expect.poll(() => says.textContent(), SLOW).toContain('2 / 6');
    await page.keyboard.press('m');
    await expect.poll(() => says.textContent(), SLOW).toBe('已拿起的点 2 / 6');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect(drawnIn(page).line).toEqual(CORRIDOR);

    // The cross has moved on and the point lies where it was.
    await page.keyboard.press('m');
    await expect.poll(() => says.textContent(), SLOW).toBe('十字下没有点');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    for (const key of ['ArrowUp', 'Shift+ArrowRight', 'm']) await page.keyboard.press(key);
    await expect.poll(() => drawnIn(page).line[1]![1], SLOW).toBeGreaterThan(CORRIDOR[1]![1] + 0.2);
    const {line, stops} = drawnIn(page);
    // An arrow is 100 pixels, with Shift 10; a point that is put down snaps over 12 at most.
    expect(Math.abs(line[1]![0] - CORRIDOR[1]![0] - 10 * pixelDeg)).toBeLessThan(13 * pixelDeg);
    expect(line.filter((_, i) => i !== 1)).toEqual(CORRIDOR.filter((_, i) => i !== 1));
    expect(stops).toHaveLength(CORRIDOR.length);
    await shownPair().waitFor();
    await settled(page);

    await page.keyboard.press('n');
    await page.keyboard.press('Delete');
    await expect.poll(() => drawnIn(page).line.length, SLOW).toBe(CORRIDOR.length - 1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawnIn(page).line, SLOW).toEqual(CORRIDOR);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a GeoJSON in GCJ-02 dropped onto it lands on its places', async () => {
    await show();
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
      .poll(() => decodeURIComponent(page.url().replaceAll('+', ' ')), SLOW)
      .toContain('宁德—庆元');
    const {line} = drawnIn(page);
    expect(line[0]![0]).toBeCloseTo(119.52278, 4);
    expect(line[1]![1]).toBeCloseTo(27.62167, 4);
  });

  test('no serious fault for those who cannot see it or use a mouse', async () => {
    await show(`&draw=${DRAWN}`);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('prints', async () => {
    await show(`&draw=${DRAWN}`);
    const pdf = await page.pdf({format: 'A4'});
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
  });

  test('in English as well', async () => {
    await show();
    await page.getByRole('button', {name: 'English'}).click();
    await page.getByRole('heading', {name: 'overview'}).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toContain('lang=en');
  });

  test('asked nothing from outside, broke no policy, logged no error', () => {
    expect(region.faults).toEqual([]);
  });
});

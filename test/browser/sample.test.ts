import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readProjects} from '../../src/scenario/read-projects.ts';
import {
  CHROMIUM,
  clickMap,
  drawnIn,
  type OpenRegion,
  onMap,
  openAt,
  openExtract,
  SLOW,
  saved,
  settled,
  TEST,
  type View,
  viewHash,
} from './browse.ts';

const WHY = CHROMIUM ? 'real browser' : 'needs chromium';
const SAMPLE = 'data/osm/zhe-min-gan-schematic.osm';

/** Where the sample has them: two stations on the coast line with no town beside them, and a town. */
const SHENFANG: [number, number] = [121.02, 28.24];
const YANDANGSHAN: [number, number] = [121.11, 28.39];
const YONGJIA: [number, number] = [120.6882, 28.15541];
const ALONG = [SHENFANG, YANDANGSHAN, YONGJIA];
const COAST = {zoom: 9.5, lat: 28.2, lon: 120.95};
/** More than 15 km from any road: nothing joins from here. */
const AT_SEA: readonly [number, number][] = [
  [121.6, 27.5],
  [121.65, 27.3],
  [121.6, 27.1],
];
const SEA = {zoom: 8, lat: 27.4, lon: 121.2};

describe.skipIf(!CHROMIUM)(`a planner draws on the sample (${WHY})`, TEST, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-sample-'));
  let region: OpenRegion;
  let page: Page;

  beforeAll(async () => {
    region = await openExtract(folder, SAMPLE, '--pairs', '龙泉-浦城,泰顺-寿宁');
    ({page} = region);
  }, TEST.timeout);

  afterAll(async () => {
    await region?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const show = (view: View, more = ''): Promise<void> =>
    openAt(page, region.served.url, `${viewHash(view)}${more}`);
  /** A railway by mouse along the coast, a few pixels beside what it is to join. */
  const drawRailway = async (): Promise<void> => {
    await show(COAST, '&mode=rail');
    await page.getByRole('button', {name: '画铁路'}).click();
    for (const at of ALONG) await clickMap(page, at, COAST, 4);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), SLOW).toContain('draw=');
    await settled(page);
    // The first point alone was no line yet, and no fault.
    expect(await page.locator('.fault.bar').count()).toBe(0);
  };

  test('a line that joins nothing is said to in red while it is drawn, above its numbers', async () => {
    await show(SEA);
    await page.getByRole('button', {name: '画公路'}).click();
    await clickMap(page, AT_SEA[0]!, SEA);
    await clickMap(page, AT_SEA[1]!, SEA);
    const [x, y] = await onMap(page, AT_SEA[2]!, SEA);
    await page.mouse.move(x, y, {steps: 4});
    // The line is not finished: its last point hangs on the mouse.
    const said = page.locator('.result [role=alert]');
    await said.waitFor();
    expect(page.url()).not.toContain('draw=');
    expect(await said.textContent()).toBe('未接入路网：不改变任何出行');
    // As text: what runs in the page is not typed by this project's library of Node.
    const colour = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('.result [role=alert]')).color",
    );
    const [red, green, blue] = colour.match(/\d+/g)!.map(Number);
    expect(red).toBeGreaterThan(150);
    expect(green! + blue!).toBeLessThan(80);
    // Whoever reads from the top meets it before any number of the drawing.
    expect(await page.locator('.result > :first-child').getAttribute('role')).toBe('alert');
    await page.mouse.click(x, y);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), SLOW).toContain('draw=');
    await settled(page);
    expect(await said.count()).toBe(1);
    expect(await page.locator('.result li.fault').count()).toBe(AT_SEA.length);
    await page.getByRole('button', {name: '清除'}).click();
    await page.locator('.result').waitFor({state: 'detached'});
  });

  test('a railway snaps to stations, and to a place', async () => {
    await drawRailway();
    const {mode, line} = drawnIn(page);
    expect(mode).toBe('rail');
    expect(line).toHaveLength(ALONG.length);
    // 4 pixels are 0.0039 degrees here.
    line.forEach(([lon, lat], i) => {
      expect(Math.abs(lon - ALONG[i]![0])).toBeLessThan(0.001);
      expect(Math.abs(lat - ALONG[i]![1])).toBeLessThan(0.001);
    });
    const stops = page.locator('.result details').first();
    // By its name the server knows it for the station of today: there one may change.
    for (const station of ['车站 绅坊', '车站 雁荡山', '永嘉县']) {
      expect(await stops.textContent()).toContain(station);
    }
    expect(await page.locator('.result [role=alert]').count()).toBe(0);
  });

  test('the drawing is exported as a GeoJSON that a registry reads', async () => {
    await drawRailway();
    const file = join(folder, 'drawing.geojson');
    await saved(page, '导出方案', file);
    const {file: read, faults} = readProjects(JSON.parse(readFileSync(file, 'utf8')));
    expect(faults).toEqual([]);
    const [project] = read.projects;
    expect(project).toMatchObject({mode: 'rail', status: 'idea', designSpeedKph: {value: 250}});
    // The address has five digits of a degree, the file all of them.
    const five = (at: readonly number[]): number[] => at.map((deg) => Number(deg.toFixed(5)));
    expect(project!.geometry!.map(five)).toEqual(drawnIn(page).line);
  });

  // 龙浦 and 福寿 ended at the 浙闽 border at the end of 2015 and went on by the end of 2021
  // (test/sample/sample-shape.test.ts): two dead ends then, none later, and what lies along them is nearer.
  test('of two years the numbers differ as the roads do', async () => {
    const hoursFrom = async (place: string): Promise<number> => {
      const row = page.locator('section', {has: page.locator('#detours')}).locator('tr');
      const text = await row.filter({hasText: place}).first().textContent();
      const [, hours, minutes] = /(\d+):(\d\d)/.exec(text!)!;
      return Number(hours) + Number(minutes) / 60;
    };
    const seen = async (year: string) => {
      await show(COAST, `&asof=${year}`);
      return {
        findings: await page.locator('[data-finding]').count(),
        hours: await Promise.all(['龙泉', '泰顺'].map(hoursFrom)),
      };
    };
    const [before, later] = [await seen('2015'), await seen('2021')];
    expect([before.findings, later.findings]).toEqual([2, 0]);
    before.hours.forEach((hours, i) => {
      expect(later.hours[i]).toBeLessThan(hours);
    });
    // By the slider as well.
    await page.locator('.as-of input').fill('2015');
    await expect.poll(() => page.locator('[data-finding]').count(), SLOW).toBe(2);
  });

  test('what the server refuses is told in the language of the page', async () => {
    await openAt(page, region.served.url, 'from=nowhere');
    const bar = page.locator('.fault.bar');
    expect(await bar.textContent()).toContain('没有名为“nowhere”的地点');
    await page.getByRole('button', {name: 'English'}).click();
    await expect.poll(() => bar.textContent(), SLOW).toContain('no place is called');
  });

  test('a link with projects of another registry: told which, left out, and the page goes on', async () => {
    await openAt(page, region.served.url, 'on=elsewhere+nowhere&min=90');
    const bar = page.locator('.fault.bar');
    expect(await bar.textContent()).toContain('已略去：“elsewhere”、“nowhere”');
    await page.locator('.figure-value').first().waitFor();
    expect(page.url()).not.toContain('on=');
    expect(page.url()).toContain('min=90');
    await page.getByRole('button', {name: 'English'}).click();
    await expect.poll(() => bar.textContent(), SLOW).toContain('left out: "elsewhere", "nowhere"');
    await bar.getByRole('button').click();
    await bar.waitFor({state: 'detached'});
  });

  test('a link with a centre nobody knows: told, and the page goes on with its own', async () => {
    await openAt(page, region.served.url, 'centre=某地');
    expect(await page.locator('.fault.bar').textContent()).toContain('没有名为“某地”的地点');
    await page.locator('.figure-value').first().waitFor();
    await settled(page);
    expect(page.url()).not.toContain('centre=');
    expect(await page.locator('.fault.bar').count()).toBe(1);
  });

  test('asked nothing from outside, broke no policy, logged no error', () => {
    expect(region.faults).toEqual([]);
  });
});

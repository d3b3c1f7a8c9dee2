import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import axe from 'axe-core';
import {type Browser, chromium, type Page} from 'playwright-core';

const BIN = fileURLToPath(new URL('../../bin/guantong.js', import.meta.url));
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** How long anything may take before it counts as not coming: a slow machine is no fault. */
export const PATIENCE_MS = 600_000;
export const SLOW = {timeout: PATIENCE_MS} as const;
/** Of a test that waits for several such things. */
export const TEST = {timeout: 2 * PATIENCE_MS} as const;

/** The browser of this machine; none: tests that need one skip and say so. */
export const CHROMIUM = BROWSERS.find((path) => existsSync(path));

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A map needs WebGL, a machine without a graphics card draws it in software.
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
}

/** Runs a command to its end; throws what it said on stderr. */
export function guantong(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(err))));
  });
}

/** Starts `guantong serve` and waits for its address. */
export function serve(...args: string[]): Promise<{url: string; child: ChildProcess}> {
  const child = spawn(process.execPath, [BIN, 'serve', ...args, '-q']);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const url = /http:\S+/.exec(said)?.[0];
      if (url !== undefined) resolve({url, child});
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('close', () => reject(new Error(said)));
  });
}

export interface OpenRegion {
  readonly served: {readonly url: string; readonly child: ChildProcess};
  readonly page: Page;
  /** What the page did that it must not. */
  readonly faults: string[];
  readonly close: () => Promise<void>;
}

/** Serves 浙闽赣 with its places and projects as of the end of 2020, and opens a browser on a blank page. */
export function openRegion(folder: string, ...args: string[]): Promise<OpenRegion> {
  const data = process.env['GUANTONG_DATA']!;
  const places = join(data, 'places-zhe-min-gan.json');
  const projects = ['--projects', 'data/projects/zhe-min-gan.json'];
  const region = ['--places', places, ...projects, '--as-of', '2020-11-30'];
  const pairs = ['--pairs', '寿宁-庆元,温州-上饶'];
  return openExtract(folder, join(data, 'zhe-min-gan.osm.pbf'), ...region, ...pairs, ...args);
}

/** Imports an extract, serves it with the options given and opens a browser on a blank page. */
export async function openExtract(
  folder: string,
  extract: string,
  ...args: string[]
): Promise<OpenRegion> {
  const net = join(folder, 'net.gtn');
  await guantong('import', extract, '-o', net, '-q');
  const served = await serve(net, ...args);
  const browser = await openBrowser();
  const page = await newPage(browser);
  const close = async (): Promise<void> => {
    await browser.close();
    served.child.kill();
  };
  return {served, page, faults: watch(page, served.url), close};
}

/** A page that waits as long as a slow machine takes. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** Opens the page afresh on a state of its address, and waits until all of it has been answered and drawn. */
export async function openAt(page: Page, url: string, hash = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}#${hash}`);
  await settled(page);
}

/** Waits until nothing is being asked any more, and the map shows what was answered. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.panel[aria-busy="false"]').waitFor();
  await page.locator('#map[data-ready="yes"]').waitFor();
}

/** Faults of the page as it stands for those who cannot see it or use a mouse, serious ones only. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate<{
    violations: {id: string; impact: string; nodes: {html: string}[]}[];
  }>("axe.run(document, {resultTypes: ['violations']})");
  return violations
    .filter(({impact}) => ['serious', 'critical'].includes(impact))
    .map(({id, nodes}) => `${id}: ${nodes[0]!.html}`);
}

/** What a page must not do: errors, policy violations, requests to anywhere else. */
export function watch(page: Page, own: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(data|blob):/.test(url)) faults.push(`asked ${url}`);
  });
  return faults;
}

/** A map's centre and zoom. */
export interface View {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** The view as the address has it. */
export function viewHash({zoom, lat, lon}: View): string {
  return `map=${zoom}/${lat}/${lon}`;
}

/** Where a position stands in the page on a map of a view. */
export async function onMap(
  page: Page,
  at: readonly [number, number],
  view: View,
): Promise<[number, number]> {
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  return pixelOf(at, view, box!);
}

/** Clicks a few pixels beside a position, as a hand does. */
export async function clickMap(
  page: Page,
  at: readonly [number, number],
  view: View,
  aside = 0,
): Promise<void> {
  const [x, y] = await onMap(page, at, view);
  await page.mouse.move(x + aside, y - aside, {steps: 4});
  await page.mouse.click(x + aside, y - aside);
}

/** The drawing as it stands in the address. */
export function drawnIn(page: Page): {
  mode: string;
  line: [number, number][];
  stops: {name: string}[];
} {
  return JSON.parse(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('draw')!);
}

/** What a click makes the page hand over as a file, saved under a name. */
export async function saved(page: Page, button: string, path: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', SLOW),
    page.getByRole('button', {name: button}).click(),
  ]);
  await download.saveAs(path);
  return download.suggestedFilename();
}

/** In pixels of the page (web Mercator, tiles of 512). */
function pixelOf(
  [lon, lat]: readonly [number, number],
  view: View,
  box: {readonly x: number; readonly y: number; readonly width: number; readonly height: number},
): [number, number] {
  const size = 512 * 2 ** view.zoom;
  const y = (deg: number): number => {
    const rad = (deg * Math.PI) / 180;
    return (size * (1 - Math.asinh(Math.tan(rad)) / Math.PI)) / 2;
  };
  const x = (deg: number): number => (size * (deg + 180)) / 360;
  return [
    box.x + box.width / 2 + x(lon) - x(view.lon),
    box.y + box.height / 2 + y(lat) - y(view.lat),
  ];
}

import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import axe from 'axe-core';
import {type Browser, chromium, type Page} from 'playwright-core';

const BIN = fileURLToPath(new URL('../../bin/guantong.js', import.meta.url));
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

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
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  const close = async (): Promise<void> => {
    await browser.close();
    served.child.kill();
  };
  return {served, page, faults: watch(page, served.url), close};
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

/** Where a position stands on a map of a centre and zoom, in pixels of the page (web Mercator, tiles of 512). */
export function pixelOf(
  [lon, lat]: readonly [number, number],
  view: {readonly zoom: number; readonly lat: number; readonly lon: number},
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

/**
 * Makes pictures to look at, into the folder `look/`, which git does not know: every section of the report
 * on a desk and on a phone in both languages, its printed pages, and the page of `serve`.
 *
 *   npx tsx scripts/look.ts                            the embedded sample
 *   npx tsx scripts/look.ts region.gtn --projects …    a network, with options that report and serve share
 *   npx tsx scripts/look.ts --readme                   the pictures of the README, into docs/img/
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {DEMO_DAY, SAMPLE} from '../src/app/demo.ts';
import {CHROMIUM, guantong, openBrowser, serve} from '../test/browser/browse.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOOK = join(ROOT, 'look');
const DESK = {width: 1280, height: 900};
const PHONE = {width: 390, height: 844};
const LANGS = ['zh', 'en'] as const;
type Lang = (typeof LANGS)[number];

const SETTLE = {timeout: 120_000};

const day = String(DEMO_DAY).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
const ofSample = [SAMPLE.network, '--projects', SAMPLE.projects, '--as-of', day];

async function main(args: readonly string[]): Promise<void> {
  if (CHROMIUM === undefined) throw new Error('needs chromium');
  const forReadme = args.includes('--readme');
  const given = args.filter((arg) => arg !== '--readme');
  const region = given.length > 0 ? given : ofSample;
  const report = join(LOOK, 'report');
  rmSync(LOOK, {recursive: true, force: true});
  mkdirSync(LOOK, {recursive: true});
  if (given.length > 0) await guantong('report', ...region, '-o', report, '-q');
  else await guantong('demo', '-o', report, '-q');
  const browser = await openBrowser();
  const served = await serve(...region);
  try {
    if (forReadme) await readmePictures(browser, report, served.url);
    else await allPictures(browser, report, served.url);
  } finally {
    await browser.close();
    served.child.kill();
  }
}

async function allPictures(browser: Browser, report: string, url: string): Promise<void> {
  for (const [name, viewport] of Object.entries({desk: DESK, phone: PHONE})) {
    for (const lang of LANGS) {
      const page = await openReport(browser, report, viewport, lang);
      for (const section of await page.locator('main section').all()) {
        const id = await section.getAttribute('id');
        await section.screenshot({path: join(LOOK, `report-${name}-${lang}-${id}.png`)});
      }
      await page.context().close();
      const map = await openMap(browser, url, viewport, lang);
      await map.screenshot({path: join(LOOK, `page-${name}-${lang}.png`)});
      await map.screenshot({path: join(LOOK, `page-${name}-${lang}-whole.png`), fullPage: true});
      await map.context().close();
    }
  }
  printedPages(join(report, 'report.pdf'));
  console.log(`pictures in ${LOOK}`);
}

function printedPages(pdf: string): void {
  if (!existsSync(pdf)) {
    console.log('no report.pdf: no pictures of printed pages');
    return;
  }
  const ran = spawnSync('pdftoppm', ['-r', '60', '-png', pdf, join(LOOK, 'print')]);
  if (ran.status !== 0) console.log('pdftoppm is not here: no pictures of printed pages');
}

async function openReport(
  browser: Browser,
  report: string,
  viewport: {width: number; height: number},
  lang: Lang,
  scale = 1,
): Promise<Page> {
  const context = await browser.newContext({viewport, offline: true, deviceScaleFactor: scale});
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(report, 'index.html')).href);
  await page.locator(`label[for="lang-${lang}"]`).click();
  return page;
}

/** The page with its answer and its map drawn. */
async function openMap(
  browser: Browser,
  url: string,
  viewport: {width: number; height: number},
  lang: Lang,
  scale = 1,
): Promise<Page> {
  const context = await browser.newContext({viewport, deviceScaleFactor: scale});
  const page = await context.newPage();
  await page.goto(`${url}#lang=${lang}`);
  await page.locator('#detours').waitFor(SETTLE);
  await page.locator('#map[data-ready="yes"]').waitFor({...SETTLE, state: 'attached'});
  await page.waitForTimeout(1500); // tiles fade in
  return page;
}

/** A picture in the README takes at most so many bytes. */
const MOST_BYTES = 150_000;

async function readmePictures(browser: Browser, report: string, url: string): Promise<void> {
  const folder = join(ROOT, 'docs/img');
  mkdirSync(folder, {recursive: true});
  const view = {width: 1040, height: 680};
  await small(join(folder, 'report.png'), async (path, scale) => {
    const page = await openReport(browser, report, view, 'zh', scale);
    await page.locator('section#detour').scrollIntoViewIfNeeded();
    await page.locator('section#detour figure').first().scrollIntoViewIfNeeded();
    await page.screenshot({path});
    await page.context().close();
  });
  await small(join(folder, 'page.png'), async (path, scale) => {
    const page = await openMap(browser, url, view, 'zh', scale);
    await page.screenshot({path});
    await page.context().close();
  });
}

/** Takes a picture at smaller and smaller scales until it is small enough. */
async function small(
  path: string,
  take: (path: string, scale: number) => Promise<void>,
): Promise<void> {
  for (const scale of [1, 0.9, 0.8, 0.7, 0.65, 0.6, 0.55, 0.5]) {
    await take(path, scale);
    const {size} = statSync(path);
    console.log(`${path}: ${size} bytes at scale ${scale}`);
    if (size <= MOST_BYTES) return;
  }
  throw new Error(`${path} is larger than ${MOST_BYTES} bytes at every scale`);
}

await main(process.argv.slice(2));

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {renderHtml} from '../../src/report/html/page.ts';
import {fixture} from '../report/fixture.ts';
import {HOSTILE, poisoned} from '../report/hostile.ts';
import {CHROMIUM, guantong, openBrowser, seriousFaults} from './browse.ts';

/** Phone, and the width of an A4 sheet between its margins. */
const WIDTHS = [390, 690];

describe.skipIf(!CHROMIUM)(`the report (${CHROMIUM ? 'real browser' : 'needs chromium'})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-report-'));
  const sample = pathToFileURL(join(folder, 'index.html')).href;
  let browser: Browser;

  beforeAll(async () => {
    await guantong('demo', '-o', folder, '-q', '--no-pdf');
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const opened = async (
    url: string,
    options: BrowserContextOptions = {},
  ): Promise<{page: Page; faults: string[]}> => {
    const context = await browser.newContext({offline: true, ...options});
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('dialog', (dialog) => {
      faults.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== url) faults.push(`asked ${request.url()}`);
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(url);
    return {page, faults};
  };

  test('without scripts and offline it shows every section, in either language', async () => {
    const {page, faults} = await opened(sample, {javaScriptEnabled: false});
    const contents = page.locator('nav a');
    const count = await contents.count();
    expect(count).toBeGreaterThanOrEqual(8);
    for (let i = 0; i < count; i++) {
      const id = (await contents.nth(i).getAttribute('href'))!;
      expect(await page.locator(`section${id} h2`).isVisible(), id).toBe(true);
    }
    expect(await page.locator('h1 .zh').isVisible()).toBe(true);
    expect(await page.locator('h1 .en').isVisible()).toBe(false);
    await page.locator('label[for="lang-en"]').click();
    expect(await page.locator('h1 .en').isVisible()).toBe(true);
    expect(await page.locator('h1 .zh').isVisible()).toBe(false);
    expect(await page.locator('svg').count()).toBeGreaterThan(3);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('with scripts it asks for nothing and breaks no policy, and those who cannot see it find no serious fault', async () => {
    const {page, faults} = await opened(sample);
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each(WIDTHS)('at %i pixels nothing sticks out to the right', async (width) => {
    const {page} = await opened(sample, {viewport: {width, height: 900}});
    for (const lang of ['zh', 'en']) {
      await page.locator(`label[for="lang-${lang}"]`).click();
      const wide = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(wide, lang).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });

  test.each([
    ['before', 'its policy'],
    ['behind', 'no policy'],
  ] as const)(
    'hostile names %s all names make no element and no dialog, under %s',
    async (where, policy) => {
      const tags = async (html: string, name: string): Promise<[string[], string[], string[]]> => {
        const path = join(folder, name);
        // Without the policy only the escaping stands between a name and its script.
        const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
        writeFileSync(path, policy === 'no policy' ? bare : html);
        const {page, faults} = await opened(pathToFileURL(path).href);
        const found = await page.evaluate<[string[], string[]]>(`(() => {
        const all = [...document.querySelectorAll('*')];
        return [
          [...new Set(all.map((e) => e.localName))].sort(),
          all.flatMap((e) => [...e.attributes].filter(({name, value}) =>
            /^on|^src/i.test(name) || (name === 'href' && !/^(#|https?:)/.test(value))).map((a) => a.name + '=' + a.value)),
        ];
      })()`);
        await page.context().close();
        return [...found, faults];
      };
      const honest = await tags(renderHtml(fixture()), 'honest.html');
      const hostile = await tags(
        renderHtml(poisoned(fixture(), HOSTILE.join(' '), where)),
        'hostile.html',
      );
      expect(hostile).toEqual(honest);
      expect(honest.slice(1)).toEqual([[], []]);
    },
  );
});

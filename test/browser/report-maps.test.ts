import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {CHROMIUM, guantong, openBrowser} from './browse.ts';

/** A4 less its margins, at 96 px an inch. */
const PAPER_PX = 703;

describe.skipIf(CHROMIUM === undefined)(
  'the maps and tables of the report of the sample, without script or network',
  () => {
    let browser: Browser;
    let file: string;

    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'guantong-report-'));
      await guantong('demo', '-o', folder, '-q', '--no-pdf');
      file = `file://${join(folder, 'index.html')}`;
      browser = await openBrowser();
    }, 120_000);

    afterAll(() => browser?.close());

    async function open(width: number, lang: 'zh' | 'en'): Promise<Page> {
      const context = await browser.newContext({
        viewport: {width, height: 900},
        javaScriptEnabled: false,
        offline: true,
      });
      const page = await context.newPage();
      await page.goto(file);
      if (lang === 'en') await page.locator('label[for=lang-en]').click();
      return page;
    }

    for (const lang of ['zh', 'en'] as const) {
      test(`no two texts of a map overlap, and none leaves it (${lang})`, async () => {
        const page = await open(1200, lang);
        const maps = await page.locator('svg.map').evaluateAll((svgs) =>
          svgs.map((svg) => ({
            width: Number(svg.getAttribute('viewBox')!.split(' ')[2]),
            texts: [...svg.querySelectorAll('text')]
              .filter((text) => text.getClientRects().length > 0)
              .map((text) => {
                const {x, y, width, height} = text.getBBox();
                return {words: text.textContent, x, y, width, height};
              }),
          })),
        );
        expect(maps.length).toBeGreaterThan(10);
        const faults: string[] = [];
        for (const {width, texts} of maps) {
          for (const [i, a] of texts.entries()) {
            if (a.x < -0.5 || a.x + a.width > width + 0.5) faults.push(`${a.words} leaves its map`);
            for (const b of texts.slice(i + 1)) {
              // the line box of a font has air above and below its glyphs
              const over = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
              const high =
                Math.min(a.y + a.height * 0.85, b.y + b.height * 0.85) -
                Math.max(a.y + a.height * 0.15, b.y + b.height * 0.15);
              if (over > 0.5 && high > 0.5) faults.push(`${a.words} × ${b.words}`);
            }
          }
        }
        expect(faults).toEqual([]);
        await page.context().close();
      });

      test(`nothing is cut off on paper (${lang})`, async () => {
        const page = await open(PAPER_PX, lang);
        await page.emulateMedia({media: 'print'});
        const clipped = await page
          .locator('.scroll > table, svg.map, svg.chart')
          .evaluateAll((all) =>
            all
              .filter(
                (one) =>
                  one.getBoundingClientRect().right >
                  one.ownerDocument.documentElement.clientWidth + 1,
              )
              .map((one) => one.id),
          );
        expect(clipped).toEqual([]);
        await page.context().close();
      });

      test(`no cell is squeezed on paper (${lang})`, async () => {
        const page = await open(PAPER_PX, lang);
        await page.emulateMedia({media: 'print'});
        const squeezed = await page.locator('table :is(td,th)').evaluateAll((cells) =>
          cells
            .filter((cell) => {
              const {ownerDocument} = cell;
              const {lineHeight} = ownerDocument.defaultView!.getComputedStyle(cell);
              const line = Number.parseFloat(lineHeight);
              // a word to a line is a column without room; what juts out lies on its neighbour
              const text = ownerDocument.createRange();
              text.selectNodeContents(cell);
              const {height} = text.getBoundingClientRect();
              const narrow = height > 6 * line && cell.clientWidth < 6 * line;
              return narrow || cell.scrollWidth > cell.clientWidth + 1;
            })
            .map((cell) => `${cell.closest('table')!.id}: ${cell.textContent}`),
        );
        expect(squeezed).toEqual([]);
        await page.context().close();
      });

      test(`a phone scrolls tables and maps, never the page (${lang})`, async () => {
        const page = await open(390, lang);
        expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(390);
        await page.context().close();
      });
    }
  },
);

import type {ChildProcess} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {SAMPLE} from '../../src/app/demo.ts';
import {CHROMIUM, newPage, openAt, openBrowser, serve, settled, TEST, watch} from './browse.ts';

const HIT = 'window.hit=1';
/** What XML can carry; each would set `window.hit` or break out of where a name stands. */
const PAYLOADS = [
  `<img src=x onerror=${HIT}>`,
  `"><script>${HIT}</script>`,
  `' onmouseover='${HIT}`,
  `</text></svg><img src=x onerror=${HIT}>`,
  `javascript:${HIT}`,
  '{{constructor.constructor("window.hit=1")()}}',
  '\u202egnp.exe',
  ']]>',
  // 10 kB without a place to break
  '長'.repeat(3400),
];

const xml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The sample with a payload behind every name and ref, one after the other. */
function hostileSample(): string {
  let turn = 0;
  return readFileSync(SAMPLE.network, 'utf8').replace(
    /(<tag k="(?:name|ref|alt_name|name:en)" v=")([^"]*)"/g,
    (_, head: string, value: string) =>
      `${head}${value}${xml(PAYLOADS[turn++ % PAYLOADS.length]!)}"`,
  );
}

const PROJECTS = {
  schema: 'guantong/projects@1',
  title: `Plans ${PAYLOADS[0]}`,
  projects: PAYLOADS.map((payload, i) => ({
    id: `plan-${i}`,
    name: `计划 ${i} ${payload}`,
    mode: 'road',
    status: 'idea',
    note: payload,
    source: `${payload} https://example.org/1`,
    asFound: '2023-05-01',
    stops: [
      {name: `起 ${payload}`, lon: 120.667 + i / 100, lat: 27.999, source: payload},
      {name: `止 ${payload}`, lon: 119.548, lat: 26.666 + i / 100, source: payload},
    ],
  })),
};

describe.skipIf(!CHROMIUM)(
  `hostile names in the page (${CHROMIUM ? 'real browser' : 'needs chromium'})`,
  TEST,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'guantong-hostile-page-'));
    let browser: Browser;
    let page: Page;
    let served: {url: string; child: ChildProcess};
    let faults: string[];
    const dialogs: string[] = [];

    beforeAll(async () => {
      const network = join(folder, 'net.osm');
      const projects = join(folder, 'projects.json');
      writeFileSync(network, hostileSample());
      writeFileSync(projects, JSON.stringify(PROJECTS));
      served = await serve(network, '--projects', projects, '--as-of', '2020-11-30');
      browser = await openBrowser();
      page = await newPage(browser);
      faults = watch(page, served.url);
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await openAt(page, served.url);
    }, TEST.timeout);

    afterAll(async () => {
      await browser?.close();
      served?.child.kill();
      rmSync(folder, {recursive: true, force: true});
    });

    test('they are shown as text', async () => {
      const shown = await page.locator('body').innerText();
      expect(shown).toContain(PAYLOADS[0]);
      expect(shown).toContain(PAYLOADS[1]);
      expect(shown).toContain(PAYLOADS.at(-1));
      expect(
        await page.evaluate('document.documentElement.scrollWidth'),
        'the longest name breaks its lines',
      ).toBeLessThanOrEqual(1440);
    });

    test('they make no element, no attribute and no dialog, and run nothing', async () => {
      // Every card open once: that of a finding last, over the map that goes to it.
      for (const row of await page.locator('[data-project] button').all()) await row.click();
      await page.locator('[data-finding] button').first().click();
      await page.locator('[data-finding] .card').waitFor();
      await settled(page);
      const made = await page.evaluate<
        string[]
      >(`[...document.querySelectorAll('body *')].flatMap((e) =>
      [...e.attributes]
        .filter(({name, value}) =>
          /^on/i.test(name) ||
          (name === 'src' && !new URL(value, location.href).href.startsWith(location.origin + '/assets/')) ||
          (name === 'href' && !/^(#|\\.\\/|https?:|blob:)/.test(value)))
        .map((a) => e.localName + ' ' + a.name + '=' + a.value))`);
      expect(made).toEqual([]);
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      expect(await page.evaluate('window.hit')).toBeUndefined();
      expect(dialogs).toEqual([]);
      expect(faults).toEqual([]);
    });
  },
);

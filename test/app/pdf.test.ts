import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, describe, expect, test, vi} from 'vitest';
import {compactPdf} from '../../src/app/pdf/compact-pdf.ts';
import {findChromium} from '../../src/app/pdf/find-chromium.ts';
import {withoutClock} from '../../src/app/pdf/pdf-dates.ts';
import {printPdf} from '../../src/app/pdf/print-pdf.ts';
import {pdfWish, requirePrinter, writePdf} from '../../src/app/report-pdf.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {fixture} from '../report/fixture.ts';
import {readObjects} from './pdf-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'guantong-pdf-test-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
afterEach(() => vi.unstubAllEnvs());

const CHROMIUM = findChromium(process.env);
const {provenance} = fixture();

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the browser is the one that is named, else the first on PATH, else none', () => {
  const path = program('chromium', 'exit 0');
  expect(findChromium({GUANTONG_CHROMIUM: path, PATH: '/nowhere'})).toBe(path);
  expect(findChromium({PATH: `/nowhere:${folder}`})).toBe(path);
  expect(() => findChromium({GUANTONG_CHROMIUM: '/nowhere/chromium'})).toThrow(
    'GUANTONG_CHROMIUM names /nowhere/chromium, which is no program',
  );
});

test('--pdf, --no-pdf and neither', () => {
  expect([true, false, undefined].map(pdfWish)).toEqual(['yes', 'no', 'if-found']);
});

describe('without a Chromium', () => {
  const empty = mkdtempSync(join(tmpdir(), 'guantong-no-browser-'));
  afterAll(() => rmSync(empty, {recursive: true, force: true}));

  test('a PDF that was asked for is refused before any work; else a sentence says that there is none', async () => {
    vi.stubEnv('PATH', empty);
    vi.stubEnv('GUANTONG_CHROMIUM', '');
    expect(() => requirePrinter('yes')).toThrow('no Chromium to print report.pdf with');
    expect(() => requirePrinter('if-found')).not.toThrow();
    writeFileSync(join(empty, 'report.pdf'), 'of an older report');
    const {files, note} = await writePdf(empty, provenance, 'if-found');
    expect(files).toEqual([]);
    expect(note!.en).toContain('no Chromium found');
    expect(existsSync(join(empty, 'report.pdf'))).toBe(false);
    expect(await writePdf(empty, provenance, 'no')).toEqual({files: [], note: null});
  });

  test('a browser that prints nothing is told of with its last word', async () => {
    vi.stubEnv('GUANTONG_CHROMIUM', program('broken', 'echo "no such display" >&2; exit 1'));
    const {note} = await writePdf(empty, provenance, 'if-found');
    expect(note!.en).toContain('no such display');
    await expect(writePdf(empty, provenance, 'yes')).rejects.toThrow('printed no report.pdf');
    expect(readdirSync(empty)).toEqual([]);
  });
});

test('dates in a PDF become a given day without moving a byte', () => {
  const pdf =
    "%PDF-1.4 \u00ff /CreationDate (D:20261126171601+08'00')\n/ModDate (D:20261126171601Z) x";
  const still = Buffer.from(withoutClock(Buffer.from(pdf, 'latin1'), '2020-11-30')).toString(
    'latin1',
  );
  expect(still).toBe(
    "%PDF-1.4 \u00ff /CreationDate (D:20201130000000+00'00')\n/ModDate (D:20201130000000Z) x",
  );
  expect(Buffer.from(withoutClock(Buffer.from(pdf, 'latin1'), null)).toString('latin1')).toContain(
    'D:19700101000000',
  );
});

/** A plain PDF of one object a text, with the table of contents and trailer that they need. */
function plainPdf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const starts = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const entries = [
    '0000000000 65535 f \n',
    ...starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`),
  ];
  const table = `xref\n0 ${entries.length}\n${entries.join('')}trailer\n<</Size ${entries.length}\n/Root 1 0 R\n/Info 2 0 R>>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}

test('a PDF is packed: every object is there as it was, in fewer bytes, and the root is found', () => {
  const many = Array.from(
    {length: 450},
    (_, i) => `<</Type /StructElem\n/S /TD\n/P ${i} 0 R\n/K []>>`,
  );
  const drawn = '<</Length 11>> stream\n0 0 m \xe9\xff 1 l\nendstream';
  const objects = ['<</Type /Catalog\n/Pages 3 0 R>>', '<</Title (x endobj y)>>', drawn, ...many];
  const pdf = plainPdf(objects);
  const packed = compactPdf(pdf);
  expect(packed.length).toBeLessThan(pdf.length / 3);
  const read = readObjects(packed);
  expect(objects.map((_, i) => read.get(i + 1))).toEqual(objects);
  expect(Buffer.from(compactPdf(pdf)).equals(Buffer.from(packed))).toBe(true);
});

test.each([
  ['no PDF', 'text'],
  ['no table', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n'],
  [
    'a second table',
    plainPdf(['<</Type /Catalog>>', '<<>>']).toString('latin1').replace('/Root', '/Prev 9 /Root'),
  ],
  [
    'a wrong position',
    plainPdf(['<</Type /Catalog>>', '<<>>']).toString('latin1').replace('0000000015', '0000000018'),
  ],
])('a file with %s stays as it is', (_, text) => {
  const pdf = Buffer.from(text, 'latin1');
  expect(compactPdf(pdf)).toBe(pdf);
});

describe.skipIf(!CHROMIUM)(
  `printed (${CHROMIUM ? 'by the Chromium here' : 'needs chromium'})`,
  () => {
    test('the report becomes a PDF of several pages with its Chinese text, the same every time', async () => {
      writeFileSync(join(folder, 'index.html'), renderHtml(fixture()));
      const first = await printPdf(CHROMIUM!, join(folder, 'index.html'), '2020-11-30');
      const text = [...readObjects(first).values()].join('\n');
      const pages = text.match(/\/Type \/Page\b(?!s)/g)!.length;
      expect(pages).toBeGreaterThan(3);
      expect(text).toContain('/Outlines');
      const again = await printPdf(CHROMIUM!, join(folder, 'index.html'), '2020-11-30');
      expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);

      writeFileSync(join(folder, 'report.pdf'), first);
      const words = spawnSync('pdftotext', [join(folder, 'report.pdf'), '-'], {encoding: 'utf8'});
      if (words.status !== 0) return; // poppler-utils is not here
      for (const word of ['主要结论', '断头路', '温州市', '来源与限制']) {
        expect(words.stdout.replace(/\s/g, '')).toContain(word);
      }
      expect(words.stdout).not.toContain('Key findings');

      writeFileSync(join(folder, 'english.html'), renderHtml(fixture(), 'en'));
      const english = await printPdf(CHROMIUM!, join(folder, 'english.html'), '2020-11-30');
      writeFileSync(join(folder, 'english.pdf'), english);
      const said = spawnSync('pdftotext', [join(folder, 'english.pdf'), '-'], {encoding: 'utf8'});
      expect(said.stdout).toContain('Key findings');
      expect(said.stdout).not.toContain('主要结论');
    });

    test('nothing is asked of any network, not even of this machine', async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url!);
        response.end();
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const {port} = server.address() as AddressInfo;
      writeFileSync(
        join(folder, 'curious.html'),
        `<img src="http://127.0.0.1:${port}/a.png"><link rel="stylesheet" href="http://localhost:${port}/b.css"><p>text`,
      );
      const pdf = await printPdf(CHROMIUM!, join(folder, 'curious.html'), null);
      server.close();
      expect(pdf.length).toBeGreaterThan(500);
      expect(asked).toEqual([]);
    });
  },
);

import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Provenance, Sentence} from '../analysis/rows.ts';
import {UserError} from '../errors.ts';
import {writeWhole} from './files.ts';
import {findChromium} from './pdf/find-chromium.ts';
import {printPdf} from './pdf/print-pdf.ts';

/** `if-found`: when a Chromium is at hand. */
export type PdfWish = 'yes' | 'no' | 'if-found';

const NAME = 'report.pdf';

/** Of `--pdf`, `--no-pdf` or neither. */
export function pdfWish(flag: boolean | undefined): PdfWish {
  if (flag === undefined) return 'if-found';
  return flag ? 'yes' : 'no';
}

/** A report with a PDF asked for fails before it is computed when there is nothing to print with. */
export function requirePrinter(wish: PdfWish): void {
  if (wish !== 'yes' || findChromium(process.env) !== null) return;
  throw new UserError('E_INPUT', 'no Chromium to print report.pdf with', {
    hint: 'install chromium, or name one by GUANTONG_CHROMIUM; without --pdf the report is written without it',
  });
}

/**
 * Prints `index.html` of a folder to `report.pdf`. When it is not made, an older one beside the new page
 * goes, and a sentence says why; a PDF that was asked for and cannot be made is a `UserError`.
 */
export async function writePdf(
  folder: string,
  {asOf, dataDate}: Provenance,
  wish: PdfWish,
): Promise<{readonly files: readonly string[]; readonly note: Sentence | null}> {
  const path = join(folder, NAME);
  const none = async (note: Sentence | null) => {
    await rm(path, {force: true});
    return {files: [], note};
  };
  if (wish === 'no') return none(null);
  requirePrinter(wish);
  const chromium = findChromium(process.env);
  if (chromium === null) return none(NO_CHROMIUM);
  try {
    await writeWhole(path, await printPdf(chromium, join(folder, 'index.html'), asOf ?? dataDate));
    return {files: [NAME], note: null};
  } catch (cause) {
    const why = (cause as Error).message;
    if (wish === 'if-found') return none(notPrinted(chromium, why));
    throw new UserError('E_INPUT', `${chromium} printed no report.pdf: ${why}`, {
      hint: 'open index.html in a browser and print it there',
      cause,
    });
  }
}

const NO_CHROMIUM: Sentence = {
  id: 'no-chromium',
  zh: '未找到 Chromium，未生成 report.pdf（可用 GUANTONG_CHROMIUM 指定，或在浏览器中打印 index.html）',
  en: 'no Chromium found, so no report.pdf (name one by GUANTONG_CHROMIUM, or print index.html in a browser)',
};

function notPrinted(chromium: string, why: string): Sentence {
  return {
    id: 'not-printed',
    zh: `未生成 report.pdf：${chromium}：${why}`,
    en: `no report.pdf: ${chromium}: ${why}`,
  };
}

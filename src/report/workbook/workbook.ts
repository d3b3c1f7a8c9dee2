import type {Stream} from 'node:stream';
import writeXlsxFile, {type Feature, type Sheet} from 'write-excel-file/node';
import type {ReportResult} from '../../analysis/rows.ts';
import {cleanText} from '../escape.ts';
import {msg} from '../i18n/message.ts';
import type {Lang} from '../i18n/text.ts';
import {inLanguage} from '../tables/in-language.ts';
import type {ReportTable} from '../tables/report-table.ts';
import {coverSheet} from './cover-sheet.ts';
import {tableSheet} from './table-sheet.ts';
import {withoutClock} from './zip-dates.ts';

/** What the writer would take for the content of a file within; we give it none. */
type Content = Stream | Buffer | Blob;

/**
 * Every table of a report in one workbook in one language: a cover, then a sheet a table with one row of
 * heads that stays in sight and filters. The same result gives the same bytes.
 */
export async function workbook(
  result: ReportResult,
  tables: readonly ReportTable[],
  lang: Lang,
): Promise<Uint8Array> {
  const read = tables.map((table) => inLanguage(table, lang));
  const cover = msg('bookCover')[lang];
  const [coverName, ...names] = sheetNames([cover, ...read.map(({title}) => title)]);
  const laid = read.map(tableSheet);
  const sheets: Sheet<Content>[] = [
    {
      sheet: coverName!,
      data: coverSheet(result, read, names, lang),
      columns: [28, 40, 14, 60].map((width) => ({width})),
    },
    ...laid.map(({data, widths}, i) => ({
      sheet: names[i]!,
      data,
      columns: widths.map((width) => ({width})),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    })),
  ];
  const features = [filters(laid.map(({data}) => [data.length, data[0]!.length] as const))];
  const font = lang === 'zh' ? '宋体' : 'Calibri';
  const made = writeXlsxFile(sheets, {features, fontFamily: font, fontSize: 11});
  return withoutClock(await made.toBuffer());
}

/** A filter over the heads of every sheet but the cover; the writer has none of its own. */
function filters(sizes: readonly (readonly [rows: number, columns: number])[]): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, {sheetIndex}) => {
            const size = sizes[sheetIndex - 1];
            if (!size || size[1] === 0) return xml;
            const ref = `A1:${columnName(size[1] - 1)}${size[0]}`;
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`);
          },
        },
      },
    },
  };
}

/** A, B … Z, AA … of a column counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Names that the format allows, each once. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain =
      cleanText(title)
        .replace(/[[\]/\\:*?']+/g, ' ')
        .trim() || '-';
    for (let copy = 1; ; copy++) {
      const end = copy === 1 ? '' : ` ${copy}`;
      const name = plain.slice(0, 31 - end.length) + end;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

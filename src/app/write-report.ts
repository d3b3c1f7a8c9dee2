import {join} from 'node:path';
import type {ReportResult, Sentence} from '../analysis/rows.ts';
import {tableCsv} from '../report/csv.ts';
import {layerGeojson, reportLayers} from '../report/geojson.ts';
import {renderHtml} from '../report/html/page.ts';
import type {Lang} from '../report/i18n/text.ts';
import {toJson} from '../report/json.ts';
import {markdownReport} from '../report/markdown/report.ts';
import {reportTables} from '../report/tables/report-tables.ts';
import {workbook} from '../report/workbook/workbook.ts';
import {writeWhole} from './files.ts';
import {geopackage} from './geopackage.ts';
import type {Progress} from './progress.ts';
import {type PdfWish, writePdf} from './report-pdf.ts';

/** What was written into the folder, and what must be said of it. */
export interface WrittenReport {
  readonly files: readonly string[];
  readonly notes: readonly Sentence[];
}

/**
 * Writes `index.html`, `result.json`, tables, layers, Markdown and – as wished – a PDF into a folder, each
 * file whole; docs/report.md describes them. The page opens, and the PDF is, in `lang`.
 */
export async function writeReport(
  result: ReportResult,
  folder: string,
  progress: Progress,
  pdf: PdfWish,
  lang: Lang = 'zh',
): Promise<WrittenReport> {
  progress.step('write');
  const contents = await reportFiles(result, lang);
  for (const [name, content] of Object.entries(contents)) {
    await writeWhole(join(folder, name), content);
  }
  if (pdf !== 'no') progress.step('report.pdf');
  const printed = await writePdf(folder, result.provenance, pdf);
  return {
    files: [...Object.keys(contents), ...printed.files],
    notes: printed.note ? [printed.note] : [],
  };
}

/** Every file of a report but the PDF, by name. */
async function reportFiles(
  result: ReportResult,
  lang: Lang,
): Promise<Record<string, string | Uint8Array>> {
  const tables = reportTables(result);
  const layers = reportLayers(result);
  return {
    'result.json': toJson(result),
    ...Object.fromEntries(tables.map((t) => [`${t.id}.csv`, tableCsv(t)])),
    ...Object.fromEntries(
      layers.map((l) => [`${l.id}.geojson`, layerGeojson(l, result.provenance)]),
    ),
    'tables.xlsx': await workbook(result, tables, 'zh'),
    'tables.en.xlsx': await workbook(result, tables, 'en'),
    'layers.gpkg': geopackage(layers, result.provenance),
    'report.md': markdownReport(result, tables, layers, 'zh'),
    'report.en.md': markdownReport(result, tables, layers, 'en'),
    'index.html': renderHtml(result, lang),
  };
}

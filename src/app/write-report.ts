import {join} from 'node:path';
import type {ReportResult} from '../analysis/rows.ts';
import {tableCsv} from '../report/csv.ts';
import {layerGeojson, reportLayers} from '../report/geojson.ts';
import {renderHtml} from '../report/html/page.ts';
import {toJson} from '../report/json.ts';
import {markdownReport} from '../report/markdown/report.ts';
import {reportTables} from '../report/tables/report-tables.ts';
import {workbook} from '../report/workbook/workbook.ts';
import {writeWhole} from './files.ts';
import {geopackage} from './geopackage.ts';
import type {Progress} from './progress.ts';

/** Writes `index.html`, `result.json`, tables and layers into a folder, each file whole. */
export async function writeReport(
  result: ReportResult,
  folder: string,
  progress: Progress,
): Promise<string[]> {
  progress.step('write');
  const tables = reportTables(result);
  const layers = reportLayers(result);
  const files: Record<string, string | Uint8Array> = {
    'result.json': toJson(result),
    ...Object.fromEntries(tables.map((t) => [`${t.id}.csv`, tableCsv(t)])),
    ...Object.fromEntries(
      layers.map((l) => [`${l.id}.geojson`, layerGeojson(l, result.provenance)]),
    ),
    'index.html': renderHtml(result),
    'tables.xlsx': await workbook(result, tables, 'zh'),
    'tables.en.xlsx': await workbook(result, tables, 'en'),
    'report.md': markdownReport(result, tables, layers, 'zh'),
    'report.en.md': markdownReport(result, tables, layers, 'en'),
    'layers.gpkg': geopackage(layers, result.provenance),
  };
  for (const [name, content] of Object.entries(files))
    await writeWhole(join(folder, name), content);
  return Object.keys(files);
}

import {join} from 'node:path';
import type {ReportResult} from '../analysis/rows.ts';
import {tableCsv} from '../report/csv.ts';
import {layerGeojson, reportLayers} from '../report/geojson.ts';
import {renderHtml} from '../report/html/page.ts';
import {toJson} from '../report/json.ts';
import {reportTables} from '../report/tables/report-tables.ts';
import {writeWhole} from './files.ts';
import type {Progress} from './progress.ts';

/** Writes `index.html`, `result.json`, tables and layers into a folder, each file whole. */
export async function writeReport(
  result: ReportResult,
  folder: string,
  progress: Progress,
): Promise<string[]> {
  progress.step('write');
  const files: Record<string, string> = {
    'result.json': toJson(result),
    ...Object.fromEntries(reportTables(result).map((t) => [`${t.id}.csv`, tableCsv(t)])),
    ...Object.fromEntries(
      reportLayers(result).map((l) => [`${l.id}.geojson`, layerGeojson(l, result.provenance)]),
    ),
    'index.html': renderHtml(result),
  };
  for (const [name, content] of Object.entries(files))
    await writeWhole(join(folder, name), content);
  return Object.keys(files);
}

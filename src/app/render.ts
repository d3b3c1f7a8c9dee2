import type {AnalysisResult, ScoreRow} from '../analysis/rows.ts';
import {rowsToCsv} from '../report/csv.ts';
import {rowsToGeojson, rowsToLayers} from '../report/geojson.ts';
import {toJson} from '../report/json.ts';
import type {Kind, RowsByKind} from '../report/kinds.ts';
import {portfolioTables} from '../report/portfolio-tables.ts';
import {projectTables} from '../report/project-tables.ts';
import {regionTable} from '../report/region-table.ts';
import {stabilityTables} from '../report/stability-table.ts';
import {oneLine, renderText} from '../report/text.ts';
import type {TextTable} from '../report/text-table.ts';

export type {Answer} from '../analysis/answer.ts';

export const FORMATS = ['text', 'json', 'csv', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

export type {Kind, RowsByKind};

/** A result as text for a terminal, JSON (the contract), a CSV table, or GeoJSON features. */
export function render<K extends Kind>(
  question: K,
  result: AnalysisResult<RowsByKind[K]>,
  format: Format,
  lang: 'zh' | 'en',
): string {
  switch (format) {
    case 'json':
      return toJson(result);
    case 'csv':
      return rowsToCsv(question, result.rows);
    case 'geojson':
      return rowsToGeojson(question, result.rows);
    case 'text':
      return (
        renderText(question, result.rows, lang, result.provenance, moreTables(question, result)) +
        sentencesOf(result, lang)
      );
    default:
      return format satisfies never;
  }
}

/** The GeoJSON of a result as one file for each layer, by file name. */
export function renderLayers<K extends Kind>(
  question: K,
  result: AnalysisResult<RowsByKind[K]>,
): Record<string, string> {
  return rowsToLayers(question, result.rows);
}

/** Tables beside that of the rows. */
function moreTables(
  question: Kind,
  {rows, region, portfolio}: AnalysisResult<unknown>,
): TextTable[] {
  return [
    ...(question === 'score' ? stabilityTables(rows as readonly ScoreRow[]) : []),
    ...(region ? [regionTable(region)] : []),
    ...(portfolio ? portfolioTables(portfolio) : []),
    ...(question === 'score' ? projectTables(rows as readonly ScoreRow[]) : []),
  ];
}

/** What a reader of the terminal must know besides the numbers. Names in it are a map's: cleaned. */
function sentencesOf({provenance}: AnalysisResult<unknown>, lang: 'zh' | 'en'): string {
  const lines = [
    ...provenance.attribution,
    ...[...provenance.assumptions, ...provenance.warnings].map((s) => `- ${s[lang]}`),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

import type {
  AnalysisResult,
  CircleRow,
  DeadEndRow,
  DetourRow,
  InfoRow,
  MatrixRow,
  RouteRow,
  ScoreRow,
} from '../analysis/rows.ts';
import {rowsToCsv} from '../report/csv.ts';
import {rowsToGeojson} from '../report/geojson.ts';
import {toJson} from '../report/json.ts';
import {renderText} from '../report/text.ts';

export type {Answer} from '../analysis/answer.ts';

export const FORMATS = ['text', 'json', 'csv', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

/** The row of each question that has a command. */
export interface QuestionRows {
  readonly info: InfoRow;
  readonly route: RouteRow;
  readonly matrix: MatrixRow;
  readonly detour: DetourRow;
  readonly deadends: DeadEndRow;
  readonly circle: CircleRow;
  readonly score: ScoreRow;
}
export type Question = keyof QuestionRows;

/** A result as text for a terminal, JSON (the contract), a CSV table, or GeoJSON features. */
export function render<Q extends Question>(
  question: Q,
  result: AnalysisResult<QuestionRows[Q]>,
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
      return renderText(question, result.rows, lang) + footer(result, lang);
    default:
      return format satisfies never;
  }
}

/** What a reader of the terminal must know besides the numbers. */
function footer(result: AnalysisResult<unknown>, lang: 'zh' | 'en'): string {
  const {provenance: p} = result;
  const day = p.asOf ?? p.dataDate;
  const head =
    lang === 'zh'
      ? `数据：${p.inputs.map((i) => i.name).join('、')}；时点：${day ?? '数据未标明'}；${p.attribution.join('；')}`
      : `data: ${p.inputs.map((i) => i.name).join(', ')}; day: ${day ?? 'not stated by the data'}; ${p.attribution.join('; ')}`;
  const sentences = [...p.assumptions, ...p.warnings].map((s) => `- ${s[lang]}`);
  return `\n${[head, ...sentences].join('\n')}\n`;
}

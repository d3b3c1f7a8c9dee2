import type {DetourRow, ReportResult} from '../../analysis/rows.ts';
import {inputColumns, parameterColumns, sentenceColumns, sentenceLines} from '../annex-columns.ts';
import {
  circleOverviewColumns,
  circleProvinceColumns,
  circleProvinceLines,
} from '../circle-columns.ts';
import {csvColumns} from '../csv-columns.ts';
import {
  circlePlaceColumns,
  circlePlaceLines,
  infoLines,
  itemColumns,
  ledgerColumns,
  matrixOf,
  scorePairColumns,
  scorePairLines,
} from '../csv-lines.ts';
import type {CsvColumn} from '../csv-values.ts';
import {deadEndLevelColumns} from '../dead-end-level-columns.ts';
import {MIN, NO_UNIT} from '../i18n/columns/column.ts';
import {same} from '../i18n/text.ts';
import {parameterLines} from '../parameter-lines.ts';
import {
  bestSetColumns,
  bestSetLines,
  portfolioColumns,
  portfolioLines,
  portfolioPairColumns,
  portfolioPairLines,
} from '../portfolio-columns.ts';
import {profileColumns} from '../profile-columns.ts';
import {sourceColumns, sourceLines} from '../project-source-columns.ts';
import {rankColumns, rankStabilityColumns, regionColumns} from '../rank-columns.ts';
import {
  provinceSplitColumns,
  provinceSplitLines,
  scorePlaceColumns,
  scorePlaceLines,
  stabilityColumns,
  stabilityLines,
} from '../score-detail-columns.ts';
import {type ReportTable, tableOf} from './report-table.ts';

/**
 * Every table of a report. One added here is written in all formats: CSV, both workbooks, Markdown. Its
 * name stands in i18n/table-words.ts, the words of its columns in i18n/column-words.ts.
 */
export function reportTables(result: ReportResult): readonly ReportTable[] {
  const {detour, deadends, circles, score, info, portfolio, change} = result;
  const {density, permeability, provenance} = result;
  const names = new Map(score.map(({projectId, project}) => [projectId, project]));
  return [
    tableOf('profile', profileColumns, result.profile),
    tableOf('density', csvColumns('density'), density),
    tableOf('permeability', csvColumns('permeability'), permeability ?? []),
    tableOf('detour', csvColumns('detour'), detour),
    matrixTable(detour),
    tableOf('deadends', csvColumns('deadends'), deadends),
    tableOf('deadend-levels', deadEndLevelColumns, result.deadEndLevels),
    tableOf('access', csvColumns('access'), result.access),
    tableOf('gateways', csvColumns('gateways'), result.gateways),
    tableOf('circle-overview', circleOverviewColumns, circles),
    tableOf('circle-provinces', circleProvinceColumns, circles.flatMap(circleProvinceLines)),
    tableOf('circle', circlePlaceColumns, circles.flatMap(circlePlaceLines)),
    tableOf('score', csvColumns('score'), score),
    tableOf('score-ranks', rankColumns, score),
    tableOf('score-region', regionColumns, score),
    tableOf('project-sources', sourceColumns, (result.projectSheets ?? []).flatMap(sourceLines)),
    tableOf('score-pairs', scorePairColumns, score.flatMap(scorePairLines)),
    tableOf('score-places', scorePlaceColumns, score.flatMap(scorePlaceLines)),
    tableOf('score-provinces', provinceSplitColumns, score.flatMap(provinceSplitLines)),
    tableOf(
      'rank-stability',
      rankStabilityColumns,
      score.filter((row) => row.stability !== undefined),
    ),
    tableOf('stability', stabilityColumns, score.flatMap(stabilityLines)),
    tableOf('portfolio', portfolioColumns, portfolio ? portfolioLines(portfolio, names) : []),
    tableOf(
      'portfolio-pairs',
      portfolioPairColumns,
      portfolio ? portfolioPairLines(portfolio) : [],
    ),
    tableOf('portfolio-sizes', bestSetColumns, portfolio ? bestSetLines(portfolio) : []),
    tableOf('change', csvColumns('compare'), change?.rows ?? []),
    tableOf('validation', csvColumns('validate'), result.validation ?? []),
    tableOf('info', itemColumns, infoLines(info)),
    tableOf('ledger', ledgerColumns, info.ledger),
    tableOf('parameters', parameterColumns, parameterLines(provenance.parameters)),
    tableOf('sentences', sentenceColumns, sentenceLines(result)),
    tableOf('inputs', inputColumns, provenance.inputs),
  ];
}

/** Minutes of the fastest way from each place (down) to each place (across); empty where not asked. */
function matrixTable(rows: readonly DetourRow[]): ReportTable {
  const {names, minutes} = matrixOf(rows);
  const from = {zh: '起点 ↓ 终点 →', en: 'from ↓ to →'};
  const columns: CsvColumn<string>[] = [
    {key: 'minutes', value: (name) => name, words: {head: from, unit: NO_UNIT, type: 'text'}},
    ...names.map(
      (to): CsvColumn<string> => ({
        key: to,
        value: (name) => minutes(name, to),
        words: {head: same(to), unit: MIN, type: 'number'},
      }),
    ),
  ];
  return tableOf('matrix', columns, names);
}

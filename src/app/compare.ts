import type {Answer} from '../analysis/answer.ts';
import {compareReports} from '../analysis/compare/compare.ts';
import type {AnalysisResult, CompareRow} from '../analysis/rows.ts';
import {readEarlierReport} from './earlier-report.ts';
import {toolVersion} from './version.ts';

/** Reads two `result.json` of reports and compares the newer with the older one. */
export async function runCompare(
  olderPath: string,
  newerPath: string,
): Promise<AnalysisResult<CompareRow>> {
  const older = await readEarlierReport(olderPath);
  const newer = await readEarlierReport(newerPath);
  const answer: Answer<CompareRow> = compareReports(older.result, newer.result);
  const {provenance} = newer.result;
  const inputs = [
    {...older.facts, name: `older ${older.facts.name}`, dataDate: older.result.provenance.dataDate},
    {...newer.facts, name: `newer ${newer.facts.name}`, dataDate: provenance.dataDate},
  ];
  return {
    schema: 'guantong/compare@1',
    provenance: {
      tool: 'guantong',
      version: toolVersion(),
      inputs,
      asOf: provenance.asOf,
      dataDate: provenance.dataDate,
      schematic: provenance.schematic,
      attribution: [
        ...new Set([...older.result.provenance.attribution, ...provenance.attribution]),
      ],
      parameters: answer.parameters,
      assumptions: answer.assumptions,
      warnings: answer.warnings,
    },
    rows: answer.rows,
  };
}

import {compareReports} from '../analysis/compare/compare.ts';
import type {ReportChange, ReportResult} from '../analysis/rows.ts';
import type {EarlierReport} from './earlier-report.ts';

/** What moved from an earlier report to this one. */
export function changeSince({result, facts}: EarlierReport, newer: ReportResult): ReportChange {
  const {rows, assumptions, warnings} = compareReports(result, newer);
  const {asOf, dataDate, version} = result.provenance;
  return {
    file: facts.name,
    sha256: facts.sha256,
    version,
    asOf,
    dataDate,
    notes: [...assumptions, ...warnings],
    rows,
  };
}

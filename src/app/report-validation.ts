import type {Answer} from '../analysis/answer.ts';
import type {ValidateRow} from '../analysis/rows.ts';
import {hasDates} from '../graph/as-of.ts';
import {askValidate} from './questions.ts';
import type {Workbench} from './workbench.ts';

/** Up to here a dated network is opened on other days in far less than a second for each. */
const MOST_EDGES_REOPENED = 200_000;

/**
 * Published times against the model's, for the annex. A large network with dates would have to be
 * opened on a day for each row: a report leaves that to `guantong validate`, and `null` says so.
 */
export function reportValidation(bench: Workbench): Answer<ValidateRow> | null {
  const {edges} = bench.study.network;
  if (bench.published === null) return null;
  if (hasDates(edges) && edges.count > MOST_EDGES_REOPENED) return null;
  // its sentences speak of trips from station to station; the annex says so beside the table
  return {...askValidate(bench), assumptions: [], warnings: []};
}

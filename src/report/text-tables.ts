import type {CircleRow, DeadEndRow, InfoRow} from '../analysis/rows.ts';
import {circleTables} from './circle-tables.ts';
import {infoTable} from './info-table.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import {accessPlan} from './plans/access.ts';
import {permeabilityPlan} from './plans/borders.ts';
import {candidatePlan} from './plans/candidates.ts';
import {comparePlan} from './plans/compare.ts';
import {deadEndTables} from './plans/dead-ends.ts';
import {densityPlan} from './plans/density.ts';
import {gatewayTables} from './plans/gateways.ts';
import {scorePlan} from './plans/score.ts';
import {detourPlan, matrixPlan, openedPlan, routePlan, validatePlan} from './plans/trips.ts';
import {type Plan, type TextTable, tableOf} from './text-table.ts';

/** Questions whose rows are the lines of one table; the others have tables of their own. */
type Planned = Exclude<Kind, 'circle' | 'deadends' | 'gateways' | 'info'>;

const PLANS: {readonly [K in Planned]: Plan<RowsByKind[K]>} = {
  route: routePlan,
  matrix: matrixPlan,
  detour: detourPlan,
  opened: openedPlan,
  validate: validatePlan,
  compare: comparePlan,
  candidates: candidatePlan,
  permeability: permeabilityPlan,
  density: densityPlan,
  access: accessPlan,
  score: scorePlan,
};

/** The tables that tell the rows of a question; there is at least one row. */
export function textTables<K extends Kind>(
  kind: K,
  rows: readonly RowsByKind[K][],
): readonly TextTable[] {
  if (kind === 'gateways') return gatewayTables(rows as readonly RowsByKind['gateways'][]);
  if (kind === 'circle') return (rows as readonly CircleRow[]).flatMap(circleTables);
  if (kind === 'info') return (rows as readonly InfoRow[]).map(infoTable);
  if (kind === 'deadends') return deadEndTables(rows as readonly DeadEndRow[]);
  return [tableOf(PLANS[kind as Planned] as unknown as Plan<RowsByKind[K]>, rows)];
}

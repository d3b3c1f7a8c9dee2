import {accessColumns} from './access-columns.ts';
import {candidateColumns} from './candidate-columns.ts';
import {compareColumns} from './compare-columns.ts';
import type {CsvColumn} from './csv-values.ts';
import {deadEndColumns} from './dead-end-columns.ts';
import {densityColumns} from './density-columns.ts';
import {gatewayColumns} from './gateway-columns.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import {permeabilityColumns} from './permeability-columns.ts';
import {scoreColumns} from './score-columns.ts';
import {
  detourColumns,
  matrixColumns,
  openedColumns,
  routeColumns,
  validateColumns,
} from './trip-columns.ts';

const COLUMNS: {readonly [K in Kind]?: readonly CsvColumn<RowsByKind[K]>[]} = {
  route: routeColumns,
  matrix: matrixColumns,
  detour: detourColumns,
  opened: openedColumns,
  validate: validateColumns,
  compare: compareColumns,
  deadends: deadEndColumns,
  candidates: candidateColumns,
  permeability: permeabilityColumns,
  density: densityColumns,
  access: accessColumns,
  gateways: gatewayColumns,
  score: scoreColumns,
};

/** The columns of a question whose rows are lines of a table. */
export function csvColumns<K extends Kind>(kind: K): readonly CsvColumn<RowsByKind[K]>[] {
  return (COLUMNS[kind] ?? []) as unknown as readonly CsvColumn<RowsByKind[K]>[];
}

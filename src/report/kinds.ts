import type {
  AccessRow,
  CandidateRow,
  CircleRow,
  CompareRow,
  DeadEndRow,
  DensityRow,
  DetourRow,
  GatewayRow,
  InfoRow,
  MatrixRow,
  OpenedRow,
  PermeabilityRow,
  RouteRow,
  ScoreRow,
  ValidateRow,
} from '../analysis/rows.ts';

/** The row of every question that can be printed as a table or as layers. */
export interface RowsByKind {
  readonly route: RouteRow;
  readonly matrix: MatrixRow;
  readonly detour: DetourRow;
  readonly deadends: DeadEndRow;
  readonly circle: CircleRow;
  readonly gateways: GatewayRow;
  readonly compare: CompareRow;
  readonly score: ScoreRow;
  readonly access: AccessRow;
  readonly info: InfoRow;
  readonly candidates: CandidateRow;
  readonly validate: ValidateRow;
  readonly opened: OpenedRow;
  readonly density: DensityRow;
  readonly permeability: PermeabilityRow;
}

export type Kind = keyof RowsByKind;

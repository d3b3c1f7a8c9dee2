import type {
  BuildStep,
  Portfolio,
  PortfolioProject,
  ProjectPair,
  ProjectSet,
} from '../analysis/rows.ts';
import {type CsvColumn, fixed, kmOf} from './csv-values.ts';

const hours = (personS: number | undefined): number | null =>
  personS === undefined ? null : fixed(personS / 3600, 3);

export interface PortfolioLine {
  readonly projectId: string;
  readonly project: string;
  /** Absent of what was left out. */
  readonly valued?: PortfolioProject;
  /** In the best set, when it is built and what it adds. */
  readonly built?: BuildStep & {readonly step: number};
  readonly leftOut?: string;
}

/**
 * One line per project: what it is worth alone and among all, and when it is built; then what was left
 * out, and why. `names` gives the name of a project by its id.
 */
export function portfolioLines(
  {projects, order, leftOut}: Portfolio,
  names: ReadonlyMap<string, string>,
): PortfolioLine[] {
  const steps = new Map(order.map((one, i) => [one.projectId, {...one, step: i + 1}]));
  return [
    ...projects.map((valued) => {
      const {projectId, project} = valued;
      const built = steps.get(projectId);
      return {projectId, project, valued, ...(built && {built})};
    }),
    ...leftOut.map(({projectId, reason}) => ({
      projectId,
      project: names.get(projectId) ?? projectId,
      leftOut: reason,
    })),
  ];
}

export const portfolioColumns: readonly CsvColumn<PortfolioLine>[] = [
  {key: 'build_step', value: (l) => l.built?.step ?? null},
  {key: 'project', value: (l) => l.project},
  {key: 'project_id', value: (l) => l.projectId},
  {key: 'in_best_set', value: (l) => l.valued?.inBest ?? null},
  {key: 'alone_person_h', value: (l) => hours(l.valued?.alonePersonS)},
  {key: 'adds_person_h', value: (l) => hours(l.built?.addsPersonS)},
  {key: 'total_person_h', value: (l) => hours(l.built?.totalPersonS)},
  {key: 'last_in_person_h', value: (l) => hours(l.valued?.lastInPersonS)},
  {key: 'left_out', value: (l) => l.leftOut ?? null},
];

interface SetLine extends ProjectSet {
  readonly names: readonly string[];
}

/** One line per size: the set of so many projects that saves most, whatever it costs. */
export function bestSetLines({projects, bestBySize}: Portfolio): SetLine[] {
  const names = new Map(projects.map(({projectId, project}) => [projectId, project]));
  return bestBySize.map((set) => ({
    ...set,
    names: set.projectIds.map((id) => names.get(id) ?? id),
  }));
}

export const bestSetColumns: readonly CsvColumn<SetLine>[] = [
  {key: 'project_count', value: (l) => l.projectIds.length},
  {key: 'projects', value: (l) => l.names.join(' | ')},
  {key: 'project_ids', value: (l) => l.projectIds.join(' | ')},
  {key: 'benefit_person_h', value: (l) => hours(l.valuePersonS)},
  {key: 'length_km', value: (l) => kmOf(l.lengthM)},
  {key: 'cost_yi', value: (l) => l.costYi},
];

export interface PortfolioPairLine extends ProjectPair {
  readonly nameA: string;
  readonly nameB: string;
}

/** One line per pair of projects that was valued together. */
export function portfolioPairLines({projects, pairs}: Portfolio): PortfolioPairLine[] {
  const names = new Map(projects.map(({projectId, project}) => [projectId, project]));
  return pairs.map((pair) => ({
    ...pair,
    nameA: names.get(pair.a) ?? pair.a,
    nameB: names.get(pair.b) ?? pair.b,
  }));
}

export const portfolioPairColumns: readonly CsvColumn<PortfolioPairLine>[] = [
  {key: 'project', value: (l) => l.nameA},
  {key: 'other_project', value: (l) => l.nameB},
  {key: 'relation', value: (l) => l.kind},
  {key: 'synergy_person_h', value: (l) => hours(l.synergyPersonS)},
  {key: 'together_person_h', value: (l) => hours(l.togetherPersonS)},
  {key: 'meet_at', value: (l) => l.meet},
];

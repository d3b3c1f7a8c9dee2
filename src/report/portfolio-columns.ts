import type {Portfolio, PortfolioProject, ProjectPair} from '../analysis/rows.ts';
import {type CsvColumn, fixed} from './csv-values.ts';

const hours = (personS: number): number | null => fixed(personS / 3600, 3);

export interface PortfolioLine extends PortfolioProject {
  /** In the best set, its step in the order of building. */
  readonly step: number | null;
  readonly addsPersonS: number | null;
}

/** One line per project: what it is worth alone and among all, and when it is built. */
export function portfolioLines({projects, order}: Portfolio): PortfolioLine[] {
  const steps = new Map(order.map(({projectId, addsPersonS}, i) => [projectId, {i, addsPersonS}]));
  return projects.map((project) => {
    const built = steps.get(project.projectId);
    return {
      ...project,
      step: built ? built.i + 1 : null,
      addsPersonS: built ? built.addsPersonS : null,
    };
  });
}

export const portfolioColumns: readonly CsvColumn<PortfolioLine>[] = [
  {key: 'build_step', value: (l) => l.step},
  {key: 'project', value: (l) => l.project},
  {key: 'project_id', value: (l) => l.projectId},
  {key: 'in_best_set', value: (l) => l.inBest},
  {key: 'alone_person_h', value: (l) => hours(l.alonePersonS)},
  {key: 'adds_person_h', value: (l) => (l.addsPersonS === null ? null : hours(l.addsPersonS))},
  {key: 'last_in_person_h', value: (l) => hours(l.lastInPersonS)},
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

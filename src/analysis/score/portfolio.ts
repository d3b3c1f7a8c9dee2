import {greatCircleM} from '../../geo/distance.ts';
import type {Point} from '../../graph/search/links/snap-times.ts';
import type {PlannedService} from '../../graph/search/what-if.ts';
import type {ResolvedProject} from '../../scenario/resolve-project.ts';
import type {JoinedProject} from '../join-project.ts';
import type {Portfolio, PortfolioProject, ProjectPair, ProjectSet} from '../rows.ts';
import type {Baseline} from './baseline.ts';
import {bestSet, buildOrder, greedySet, membersOf} from './choose-set.ts';
import {allSetValues, setBasis, setValue} from './set-values.ts';

export interface PortfolioOptions {
  readonly budget?: {readonly unit: 'yi' | 'km'; readonly limit: number} | null;
}

/** Up to so many projects every set is tried. */
export const EXACT_PROJECTS = 15;
/** More stops than this make the table of all points too large: the least useful projects wait. */
const MOST_STOPS = 400;
/** Sets of more projects than this are put in order one by one. */
const MOST_ORDERED = 15;
/** Stops as near as this to each other are one place: there two projects meet. */
const MEET_M = 5_000;

/** A project with what the portfolio needs of it. */
interface Candidate {
  readonly joined: JoinedProject;
  readonly service: PlannedService;
  readonly alone: number;
}

/**
 * What projects are worth together: each alone and last in, every two of them, the best set within a
 * budget and the order to build it in. Up to 15 projects all sets are valued; more are chosen greedily
 * with swaps, and never called optimal.
 */
export function portfolio(
  baseline: Baseline,
  places: readonly Point[],
  joined: readonly JoinedProject[],
  services: readonly PlannedService[],
  alone: readonly number[],
  weight: Float64Array,
  options: PortfolioOptions = {},
): Portfolio {
  const {budget = null} = options;
  const leftOut: {projectId: string; reason: string}[] = [];
  const chosen = withinStops(
    joined.flatMap((one, k): Candidate[] => {
      if (services[k]!.stops.length >= 2)
        return [{joined: one, service: services[k]!, alone: alone[k]!}];
      leftOut.push({projectId: one.project.id, reason: 'joins-nothing'});
      return [];
    }),
    leftOut,
  );
  const projects = chosen.map((one) => one.joined.project);
  const basis = setBasis(
    baseline,
    places,
    chosen.map(({service}) => service),
    weight,
  );
  const family = familiesOf(projects);
  const price = budget && {
    prices: projects.map((p) => (budget.unit === 'km' ? p.lengthM / 1000 : p.costYi)),
    limit: budget.limit,
  };
  price?.prices.forEach((known, k) => {
    if (known === null) leftOut.push({projectId: projects[k]!.id, reason: 'cost-unknown'});
  });
  const exact = projects.length <= EXACT_PROJECTS;
  const values = exact ? allSetValues(basis, family) : null;
  const worth = (set: readonly number[]): number =>
    values ? values[set.reduce((bits, k) => bits | (1 << k), 0)]! : setValue(basis, set);
  const set = values ? membersOf(bestSet(values, price)) : greedySet(basis, family, price).set;
  const order = set.length <= MOST_ORDERED ? buildOrder(set, worth) : oneByOne(set, worth);
  const full = oneOfEach(family, chosen);
  return {
    method: exact ? 'exact' : 'greedy',
    budget,
    projects: projects.map((project, k): PortfolioProject => {
      const others = full.filter((other) => family[other] !== family[k]);
      return {
        projectId: project.id,
        project: project.name,
        alonePersonS: Math.round(worth([k])),
        lastInPersonS: Math.round(worth(sorted([...others, k])) - worth(others)),
        inBest: set.includes(k),
      };
    }),
    pairs: pairsOf(projects, family, worth),
    best: setOf(
      projects,
      order.map(({project}) => project),
      worth(set),
    ),
    bestBySize: values ? bestBySize(projects, values, new Set(family).size) : [],
    order: order.map(({project, value}, i) => ({
      projectId: projects[project]!.id,
      addsPersonS: Math.round(value - (order[i - 1]?.value ?? 0)),
      totalPersonS: Math.round(value),
    })),
    leftOut,
  };
}

/** The most useful projects whose stops fit into the table, in their listed order. */
function withinStops(
  candidates: readonly Candidate[],
  leftOut: {projectId: string; reason: string}[],
): Candidate[] {
  let stops = 0;
  const taken = new Set(
    candidates
      .toSorted((a, b) => b.alone - a.alone)
      .filter((one) => {
        stops += one.service.stops.length;
        return stops <= MOST_STOPS;
      }),
  );
  for (const one of candidates) {
    if (!taken.has(one)) leftOut.push({projectId: one.joined.project.id, reason: 'too-many'});
  }
  return candidates.filter((one) => taken.has(one));
}

/** Number of the family of each project: variants of one project share it. */
function familiesOf(projects: readonly ResolvedProject[]): number[] {
  const names = projects.map(({id, variantOf}) => variantOf ?? id);
  return names.map((name) => names.indexOf(name));
}

/** Of every family the project that is best alone. */
function oneOfEach(family: readonly number[], chosen: readonly Candidate[]): number[] {
  const best = new Map<number, number>();
  family.forEach((name, k) => {
    const known = best.get(name);
    if (known === undefined || chosen[k]!.alone > chosen[known]!.alone) best.set(name, k);
  });
  return sorted([...best.values()]);
}

function pairsOf(
  projects: readonly ResolvedProject[],
  family: readonly number[],
  worth: (set: readonly number[]) => number,
): ProjectPair[] {
  const single = projects.map((_, k) => worth([k]));
  return projects.flatMap((a, i) =>
    projects.slice(i + 1).flatMap((b, gap): ProjectPair[] => {
      const j = i + 1 + gap;
      if (family[i] === family[j]) return [];
      const together = worth([i, j]);
      // Sums of as many terms in another order: what is below a person-second is rounding.
      const synergy = Math.round(together - single[i]! - single[j]!) + 0;
      return [
        {
          a: a.id,
          b: b.id,
          togetherPersonS: Math.round(together),
          synergyPersonS: synergy,
          kind: synergy > 0 ? 'complement' : synergy < 0 ? 'substitute' : 'independent',
          meet: meetingStop(a, b),
        },
      ];
    }),
  );
}

function meetingStop(a: ResolvedProject, b: ResolvedProject): string | null {
  for (const stop of a.stops) {
    for (const other of b.stops) {
      if (greatCircleM(stop.lon, stop.lat, other.lon, other.lat) <= MEET_M) return stop.name;
    }
  }
  return null;
}

function bestBySize(
  projects: readonly ResolvedProject[],
  values: Float64Array,
  most: number,
): ProjectSet[] {
  return [...Array(most).keys()].map((i) => {
    const bits = bestSet(values, null, i + 1);
    return setOf(projects, membersOf(bits), values[bits]!);
  });
}

function setOf(
  projects: readonly ResolvedProject[],
  set: readonly number[],
  value: number,
): ProjectSet {
  const costs = set.map((k) => projects[k]!.costYi);
  return {
    projectIds: set.map((k) => projects[k]!.id),
    valuePersonS: Math.round(value),
    lengthM: Math.round(set.reduce((sum, k) => sum + projects[k]!.lengthM, 0)),
    costYi: costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + cost!, 0),
  };
}

/** Each time the project that adds most to what is already open. */
function oneByOne(
  set: readonly number[],
  worth: (set: readonly number[]) => number,
): {readonly project: number; readonly value: number}[] {
  const steps: {project: number; value: number}[] = [];
  while (steps.length < set.length) {
    const built = steps.map(({project}) => project);
    const next = set
      .filter((k) => !built.includes(k))
      .map((project) => ({project, value: worth(sorted([...built, project]))}));
    steps.push(next.reduce((best, one) => (one.value > best.value ? one : best)));
  }
  return steps;
}

function sorted(set: readonly number[]): number[] {
  return set.toSorted((a, b) => a - b);
}

import {findPlace} from '../analysis/find-place.ts';
import type {Trips} from '../analysis/score/trip-benefit.ts';
import type {ScoreOptions} from '../analysis/score.ts';
import {UserError} from '../errors.ts';
import type {Place} from '../graph/network.ts';
import {badTrips, type NamedTrips} from './trips-file.ts';

/** `温州,上饶` as names of listed places. */
export function coresOf(text: string, places: readonly Place[]): string[] {
  return text
    .split(/[,，;；、]/)
    .filter((name) => name.trim() !== '')
    .map((name) => findPlace(places, name).name);
}

/** Trips between listed places; names that no place answers to are complained of together. */
export function placedTrips(trips: readonly NamedTrips[], places: readonly Place[]): Trips['list'] {
  const faults: string[] = [];
  const rowOf = new Map<string, number>();
  const row = (name: string, line: number): number => {
    const known = rowOf.get(name);
    if (known !== undefined) return known;
    let found = -1;
    try {
      found = places.indexOf(findPlace(places, name));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(`line ${line}: ${error.message}`);
    }
    rowOf.set(name, found);
    return found;
  };
  const list = trips.map(({from, to, trips: count, line}) => ({
    from: row(from, line),
    to: row(to, line),
    trips: count,
  }));
  if (faults.length > 0) throw badTrips('--trips', faults);
  return list;
}

export function elasticityOf(elasticity: number | undefined): number {
  if (elasticity === undefined) return 0;
  if (elasticity >= 0 && elasticity <= 3) return elasticity;
  throw new UserError('E_USAGE', `--elasticity ${elasticity} is not between 0 and 3`, {
    hint: 'write --elasticity 0.5: trips grow by half a per cent for every per cent less time',
  });
}

/** A budget asks for a portfolio, with or without the word. */
export function portfolioAsked(ask: {
  readonly portfolio?: boolean | undefined;
  readonly budgetYi?: number | undefined;
  readonly budgetKm?: number | undefined;
}): Pick<ScoreOptions, 'portfolio'> {
  const {budgetYi, budgetKm} = ask;
  if (budgetYi !== undefined && budgetKm !== undefined) {
    throw new UserError('E_USAGE', '--budget-yi and --budget-km are two budgets', {
      hint: 'give one of them',
    });
  }
  const limit = budgetYi ?? budgetKm;
  if (limit === undefined) return ask.portfolio === true ? {portfolio: {}} : {};
  if (!(limit >= 0 && limit < 1e9)) {
    throw new UserError('E_USAGE', `a budget of ${limit} is no number from 0 up`, {
      hint: 'write --budget-yi 300 (亿元) or --budget-km 200',
    });
  }
  return {portfolio: {budget: {unit: budgetYi === undefined ? 'km' : 'yi', limit}}};
}

/** Rankings under drawn parameters: none unless runs are asked for. */
export function stabilityAsked(ask: {
  readonly runs?: number | undefined;
  readonly seed?: number | undefined;
}): Pick<ScoreOptions, 'stability'> {
  const {runs = 0, seed = 1} = ask;
  if (!(Number.isInteger(runs) && runs >= 0 && runs <= 10_000)) {
    throw new UserError('E_USAGE', `--runs ${runs} is no whole number from 0 to 10000`, {
      hint: 'write --runs 200',
    });
  }
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) {
    throw new UserError('E_USAGE', `--seed ${seed} is no whole number from 0 to 4294967295`, {
      hint: 'write --seed 1',
    });
  }
  return runs === 0 ? {} : {stability: {runs, seed}};
}

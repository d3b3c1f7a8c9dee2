import type {Portfolio, ProjectPair} from '../analysis/rows.ts';
import {km1, NONE, number, people} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import type {Text} from './i18n/text.ts';
import type {TextTable} from './text-table.ts';

const hours = (personS: number): Text => people(personS / 3600);

/** The portfolio under the ranking: what each adds, then what two do to each other. */
export function portfolioTables(portfolio: Portfolio): TextTable[] {
  const {order, pairs, projects} = portfolio;
  const name = new Map(projects.map((one) => [one.projectId, one.project]));
  const step = new Map(order.map(({projectId}, i) => [projectId, i + 1]));
  const worth = projects.toSorted(
    (a, b) =>
      (step.get(a.projectId) ?? projects.length) - (step.get(b.projectId) ?? projects.length) ||
      b.lastInPersonS - a.lastInPersonS,
  );
  const touching = pairs.filter(({kind}) => kind !== 'independent');
  return [
    {
      title: [portfolioText(portfolio)],
      columns: [
        {head: msg('colStep'), right: true},
        {head: msg('colProject')},
        {head: msg('colAlone'), right: true},
        {head: msg('colLastIn'), right: true},
      ],
      rows: worth.map((one) => [
        String(step.get(one.projectId) ?? NONE),
        one.project,
        hours(one.alonePersonS),
        hours(one.lastInPersonS),
      ]),
    },
    ...(touching.length === 0 ? [] : [pairTable(touching, (id) => name.get(id) ?? id)]),
  ];
}

function pairTable(pairs: readonly ProjectPair[], name: (id: string) => string): TextTable {
  return {
    title: [msg('pairsTitle')],
    columns: [
      {head: msg('colProject')},
      {head: msg('colAndProject')},
      {head: msg('colSynergy'), right: true},
      {head: msg('colKind')},
      {head: msg('colMeet')},
    ],
    rows: pairs
      .toSorted((a, b) => b.synergyPersonS - a.synergyPersonS)
      .map((pair) => [
        name(pair.a),
        name(pair.b),
        hours(pair.synergyPersonS),
        msg(pair.kind === 'complement' ? 'complement' : 'substitute'),
        pair.meet ?? NONE,
      ]),
  };
}

function budgetText(budget: Portfolio['budget']): Text {
  if (budget === null) return msg('noBudget');
  return msg(budget.unit === 'km' ? 'budgetKm' : 'budgetYi', {limit: number(budget.limit)});
}

/** The best set in a sentence: how it was found, within what budget, its saving, length and cost. */
export function portfolioText({method, budget, best}: Portfolio): Text {
  return msg(method === 'exact' ? 'portfolioExact' : 'portfolioGreedy', {
    budget: budgetText(budget),
    count: best.projectIds.length,
    hours: hours(best.valuePersonS),
    km: km1(best.lengthM),
    cost:
      best.costYi === null ? msg('notGiven') : msg('portfolioCost', {cost: number(best.costYi)}),
  });
}

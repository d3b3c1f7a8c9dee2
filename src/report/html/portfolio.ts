import type {Portfolio, ProjectPair, ProjectSet} from '../../analysis/rows.ts';
import {km1, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {leftOutWord} from '../i18n/words.ts';
import {bilingual, type Child, type Markup, markup} from '../markup.ts';
import {portfolioText} from '../portfolio-tables.ts';
import {notAsked, type Page, section} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';
import {traceLine} from './trace.ts';

const hours = (personS: number): Text => people(personS / 3600);

/** Sets of projects: what each adds, what two do to each other, the best set, what to build first. */
export function portfolioSection(page: Page): Markup {
  const {portfolio, score} = page.result;
  const title = msg('portfolio');
  if (!portfolio) {
    const why = score.length === 1 ? markup`<p class="dim">${msg('portfolioOne')}</p>` : notAsked();
    return section(page, 'portfolio', title, why);
  }
  const names = new Map(score.map(({projectId, project}) => [projectId, project]));
  const name = (id: string): Text => page.nameOf(names.get(id) ?? id);
  return section(page, 'portfolio', title, [
    markup`<p><strong>${portfolioText(portfolio)}</strong></p><p>${msg(portfolio.method === 'exact' ? 'portfolioIsExact' : 'portfolioIsGreedy')}</p>`,
    worthTable(portfolio, name),
    synergyMatrix(portfolio, name),
    seriesLine(portfolio, name),
    pairTable(portfolio, name),
    sizeTable(portfolio, name),
    leftOut(portfolio, name),
  ]);
}

function costText({costYi}: ProjectSet): Text {
  return costYi === null ? msg('notGiven') : same(number(costYi));
}

/** Alone, last in, and the order of building, the first to build on top. */
function worthTable({projects, order}: Portfolio, name: (id: string) => Text): Markup {
  const step = new Map(order.map((one, i) => [one.projectId, {...one, n: i + 1}]));
  const rows = projects.toSorted(
    (a, b) =>
      (step.get(a.projectId)?.n ?? Infinity) - (step.get(b.projectId)?.n ?? Infinity) ||
      b.lastInPersonS - a.lastInPersonS,
  );
  return table({
    id: 'table-portfolio',
    caption: msg('portfolioTable'),
    trace: {key: 'portfolio.{projects, order}', file: 'portfolio.csv'},
    columns: [
      {head: msg('colStep'), kind: 'number'},
      {head: msg('colProject'), kind: 'long'},
      {head: msg('colAdds'), kind: 'number'},
      {head: msg('colTotal'), kind: 'number'},
      {head: msg('colAlone'), kind: 'number'},
      {head: msg('colLastIn'), kind: 'number'},
    ],
    rows: rows.map((one) => {
      const own = step.get(one.projectId);
      return [
        numberCell(own?.n ?? null, own?.n ?? msg('notInBest')),
        textCell(name(one.projectId)),
        numberCell(own?.addsPersonS ?? null, own ? hours(own.addsPersonS) : NONE),
        numberCell(own?.totalPersonS ?? null, own ? hours(own.totalPersonS) : NONE),
        numberCell(one.alonePersonS, hours(one.alonePersonS)),
        numberCell(one.lastInPersonS, hours(one.lastInPersonS)),
      ];
    }),
  });
}

/** Green where two are worth more together, red where one takes from the other; said in words as well. */
function shade(synergy: number, largest: number): string {
  if (synergy === 0 || largest === 0) return '#ffffff';
  const part = Math.round((0.12 + 0.5 * Math.sqrt(Math.abs(synergy) / largest)) * 100) / 100;
  return synergy > 0 ? `rgba(0,121,90,${part})` : `rgba(200,50,30,${part})`;
}

function synergyMatrix({projects, pairs}: Portfolio, name: (id: string) => Text): Child {
  if (projects.length < 2) return null;
  const of = (a: string, b: string) =>
    pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
  const largest = Math.max(0, ...pairs.map((pair) => Math.abs(pair.synergyPersonS)));
  const caption = msg('synergyMatrix');
  const heads = projects.map((_, i) => markup`<th scope="col">${i + 1}</th>`);
  const body = projects.map((row, i) => {
    const cells = projects.map((column) => {
      const pair = row === column ? undefined : of(row.projectId, column.projectId);
      if (pair === undefined) return markup`<td></td>`;
      return markup`<td style="background:${shade(pair.synergyPersonS, largest)}">${cellText(pair)}</td>`;
    });
    return markup`<tr><th scope="row">${i + 1}. ${name(row.projectId)}</th>${cells}</tr>`;
  });
  return markup`<div class="scroll" role="region" aria-label="${bilingual(caption)}" tabindex="0"><table class="matrix synergy" id="matrix-synergy"><caption>${caption}</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${body}</tbody></table>${traceLine({key: 'portfolio.pairs[].synergyPersonS', file: 'portfolio-pairs.csv'})}</div><p class="dim">${msg('synergyKey')}</p>`;
}

function cellText({synergyPersonS, kind}: ProjectPair): Text {
  if (kind === 'independent') return msg('independentMark');
  const figure = hours(synergyPersonS);
  const word = msg(kind === 'complement' ? 'complement' : 'substitute');
  const sign = synergyPersonS > 0 ? '+' : '';
  return {zh: `${word.zh} ${sign}${figure.zh}`, en: `${word.en} ${sign}${figure.en}`};
}

/** Projects that meet end to end and are worth more together: one line in two projects. */
function seriesLine({pairs}: Portfolio, name: (id: string) => Text): Child {
  const series = pairs.filter(({kind, meet}) => kind === 'complement' && meet !== null);
  if (series.length === 0) return markup`<p>${msg('seriesNone')}</p>`;
  const list = series.map(({a, b, meet, synergyPersonS}) =>
    msg('seriesPair', {a: name(a), b: name(b), meet: meet!, hours: hours(synergyPersonS)}),
  );
  const items = list.map((text) => markup`<li>${text}</li>`);
  return markup`<p>${msg('seriesSome')}</p><ul class="notes">${items}</ul>`;
}

function pairTable({pairs}: Portfolio, name: (id: string) => Text): Child {
  const touching = pairs.filter(({kind}) => kind !== 'independent');
  if (touching.length === 0) return null;
  return table({
    id: 'table-portfolio-pairs',
    caption: msg('pairsTitle'),
    trace: {key: 'portfolio.pairs[]', file: 'portfolio-pairs.csv'},
    columns: [
      {head: msg('colProject'), kind: 'long'},
      {head: msg('colAndProject'), kind: 'long'},
      {head: msg('colTogether'), kind: 'number'},
      {head: msg('colSynergy'), kind: 'number'},
      {head: msg('colKind'), kind: 'text'},
      {head: msg('colMeet'), kind: 'text'},
    ],
    rows: touching
      .toSorted((a, b) => b.synergyPersonS - a.synergyPersonS)
      .map((pair) => [
        textCell(name(pair.a)),
        textCell(name(pair.b)),
        numberCell(pair.togetherPersonS, hours(pair.togetherPersonS)),
        numberCell(pair.synergyPersonS, hours(pair.synergyPersonS)),
        textCell(msg(pair.kind === 'complement' ? 'complement' : 'substitute')),
        textCell(pair.meet ?? NONE),
      ]),
  });
}

function sizeTable({bestBySize}: Portfolio, name: (id: string) => Text): Child {
  if (bestBySize.length === 0) return null;
  return table({
    id: 'table-portfolio-sizes',
    caption: msg('portfolioSizes'),
    trace: {key: 'portfolio.bestBySize[]', file: 'portfolio-sizes.csv'},
    columns: [
      {head: msg('colCount'), kind: 'number'},
      {head: msg('colProject'), kind: 'long'},
      {head: msg('colBenefit'), kind: 'number'},
      {head: msg('colLengthKm'), kind: 'number'},
      {head: msg('colCostYi'), kind: 'number'},
    ],
    rows: bestBySize.map((set) => [
      numberCell(set.projectIds.length, set.projectIds.length),
      textCell(joinTexts(set.projectIds.map(name), msg('listSemicolon'))),
      numberCell(set.valuePersonS, hours(set.valuePersonS)),
      numberCell(set.lengthM, km1(set.lengthM)),
      numberCell(set.costYi, costText(set)),
    ]),
  });
}

function leftOut({leftOut: list}: Portfolio, name: (id: string) => Text): Child {
  if (list.length === 0) return null;
  const items = list.map(({projectId, reason}) => {
    const word = leftOutWord(reason);
    return markup`<li>${joinTexts([name(projectId), word], msg('colon'))}</li>`;
  });
  return markup`<h4>${msg('portfolioLeftOut')}</h4><ul class="notes">${items}</ul>`;
}

import type {MeasureChange, ScoreRow} from '../../analysis/rows.ts';
import {km1, minutes, NONE, number, people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {provinceName, splitText} from './province-split.ts';
import {numberCell, table, textCell} from './table.ts';

/** Who carries it and who gains, and whether access becomes more equal. */
export function whoGainsPart(row: ScoreRow, id: string): Markup {
  return markup`<p>${msg('projectSplit', {split: splitText(row), spillover: spillover(row)})}</p><div class="pair"><div>${payerTable(row, id)}${equityLine(row)}</div>${accessTable(row, id)}</div>`;
}

function spillover({provinces}: ScoreRow): Text {
  const share = provinces?.spillover ?? null;
  return share === null ? msg('spilloverUnknown') : msg('spilloverShare', {share: percent(share)});
}

/** Person-hours that the places of each province gain, by the province that carries the kilometres. */
function payerTable({provinces}: ScoreRow, id: string): Child {
  const payers = Object.entries(provinces?.benefitPersonS ?? {});
  if (payers.length === 0) return markup`<p class="dim">${msg('payersUnknown')}</p>`;
  const gainers = [...new Set(payers.flatMap(([, gains]) => Object.keys(gains)))].sort();
  return table({
    id: `table-${id}-provinces`,
    caption: msg('payerTable'),
    trace: {key: 'score[].provinces', file: 'score-provinces.csv'},
    columns: [
      {head: msg('colPayer'), kind: 'name'},
      {head: msg('colKm'), kind: 'number'},
      ...gainers.map((name) => ({head: gainerHead(name), kind: 'number'}) as const),
    ],
    rows: payers.map(([payer, gains]) => [
      textCell(provinceName(payer)),
      numberCell(provinces?.lengthM[payer] ?? null, km1(provinces?.lengthM[payer] ?? null)),
      ...gainers.map((name) => {
        const gain = gains[name] ?? null;
        return numberCell(gain, gain === null ? NONE : people(gain / 3600));
      }),
    ]),
  });
}

function gainerHead(province: string): Text {
  const name = provinceName(province);
  return {zh: `${name.zh}受益`, en: `${name.en} gains`};
}

type Measures = NonNullable<ScoreRow['measures']>;
type Line = readonly [Text, MeasureChange | null | undefined, (value: number) => Text | string];

/** Means over the people of all places, today and with it. */
function accessTable({measures}: ScoreRow, id: string): Child {
  if (measures === undefined) return null;
  const lines: Line[] = [
    [msg('colWmtt'), measures.wmtt, (v) => minutes(v)],
    [msg('regionDaily'), measures.daily, people],
    [msg('colPotential'), measures.potential, people],
    [msg('colEfficiency'), measures.efficiency, (v) => number(v, 3)],
    [msg('regionGini'), measures.gini, (v) => same(v.toFixed(5))],
    [msg('regionTheil'), measures.theil, (v) => same(v.toFixed(5))],
  ];
  return table({
    id: `table-${id}-access`,
    caption: msg('projectAccess'),
    trace: {key: 'score[].measures', file: 'score-region.csv'},
    columns: [
      {head: msg('colFigure'), kind: 'text'},
      {head: msg('colBefore'), kind: 'number'},
      {head: msg('colAfter'), kind: 'number'},
    ],
    rows: lines.map(([name, change, text]) => [
      textCell(name),
      numberCell(change?.before ?? null, change ? text(change.before) : NONE),
      numberCell(change?.after ?? null, change ? text(change.after) : NONE),
    ]),
  });
}

function equityLine({measures}: ScoreRow): Child {
  const gini = (measures as Measures | undefined)?.gini;
  if (!gini) return null;
  const key = gini.gain > 0 ? 'equityMore' : gini.gain < 0 ? 'equityLess' : 'equitySame';
  return markup`<p>${msg(key, {before: gini.before.toFixed(4), after: gini.after.toFixed(4)})}</p>`;
}

import type {PermeabilityRow} from '../../analysis/rows.ts';
import {NONE, number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same} from '../i18n/text.ts';
import {type Markup, markup} from '../markup.ts';
import {unitName} from '../names.ts';
import {allCrossings} from '../permeability-columns.ts';
import type {Page} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

/** How open every border line is, when it was asked. */
export function permeabilityPart(page: Page): Markup {
  const rows = page.result.permeability;
  const body =
    rows === null
      ? markup`<p class="dim">${msg('permeabilityNotAsked')}</p>`
      : rows.length === 0
        ? markup`<p class="dim">${msg('permeabilityNone')}</p>`
        : markup`<p>${msg('permeabilityIntro')}</p>${permeabilityTable(rows)}`;
  return markup`<h3>${msg('permeabilityTitle')}</h3>${body}`;
}

function permeabilityTable(rows: readonly PermeabilityRow[]): Markup {
  return table({
    id: 'table-permeability',
    caption: msg('permeabilityTitle'),
    headed: true,
    columns: [
      {head: msg('colBorder'), kind: 'name'},
      {head: msg('colBorderKm'), kind: 'number'},
      {head: msg('colCrossings'), kind: 'number'},
      {head: msg('colPer100Km'), kind: 'number'},
      {head: msg('colControl'), kind: 'text'},
      {head: msg('colPermeability'), kind: 'number'},
      {head: msg('colLongestGap'), kind: 'number'},
      {head: msg('colBorderEffect'), kind: 'text'},
      {head: msg('colGapShare'), kind: 'number'},
    ],
    rows: rows.map((row) => {
      const all = allCrossings(row);
      const {value, interval, gaps} = row.borderEffect;
      const span =
        interval === null ? '' : ` (${number(interval[0], 2)}–${number(interval[1], 2)})`;
      return [
        textCell(
          joinTexts(
            row.sides.map((side) => unitName(side ?? '?')),
            same(' | '),
          ),
        ),
        numberCell(row.lengthKm, number(row.lengthKm)),
        numberCell(all.count, number(all.count)),
        numberCell(all.per100Km, number(all.per100Km, 1)),
        textCell(all.controlPer100Km.map((v) => number(v, 1)).join(' / ')),
        numberCell(all.permeability, number(all.permeability, 2)),
        numberCell(row.longestGap?.km ?? null, number(row.longestGap?.km ?? null)),
        textCell(value === null ? NONE : `${number(value, 2)}${span}`),
        numberCell(gaps.shareRemoved, percent(gaps.shareRemoved)),
      ];
    }),
    trace: {key: 'permeability[]', file: 'permeability.csv'},
  });
}

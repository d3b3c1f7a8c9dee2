import type {DetourRow} from '../../analysis/rows.ts';
import {NONE, number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {bilingual, join, type Markup, markup} from '../markup.ts';
import {heatOf} from './heat.ts';
import {traceLine} from './trace.ts';

/** More places than this do not fit on a page; the table has them all. */
const MOST_PLACES = 24;
/** From so many on the names across stand upright, so that the figures stay together. */
const UPRIGHT_FROM = 9;

/** Origins down, destinations across, one coloured figure each; `null` when it would not fit. */
export function detourMatrix(rows: readonly DetourRow[]): Markup | null {
  const names = [...new Set(rows.flatMap((r) => [r.from, r.to]))];
  if (names.length > MOST_PLACES || names.length < 3) return null;
  const known = new Map<string, DetourRow>();
  for (const row of rows) {
    known.set(`${row.to}\u0000${row.from}`, row);
  }
  for (const row of rows) known.set(`${row.from}\u0000${row.to}`, row);
  const values = rows.map((r) => r.fastest?.detourIndex ?? null).filter((v) => v !== null);
  const heat = heatOf(values, msg('heatIndex'));
  const body = names.map((from) => {
    const cells = names.map((to) => {
      const row = known.get(`${from}\u0000${to}`);
      if (from === to || row === undefined) return markup`<td></td>`;
      const value = row.fastest?.detourIndex ?? null;
      if (value === null) return markup`<td class="warn">${NONE}</td>`;
      const {fill, ink} = heat.of(value);
      return markup`<td style="background:${fill};color:${ink}">${number(value, 2)}</td>`;
    });
    return markup`<tr><th scope="row">${from}</th>${cells}</tr>`;
  });
  const heads = names.map((name) => markup`<th scope="col">${name}</th>`);
  const caption = msg('detourMatrix');
  const cls = names.length < UPRIGHT_FROM ? 'matrix' : 'matrix upright';
  return join([
    markup`<h3>${caption}</h3>`,
    heat.key,
    markup`<div class="scroll" role="region" aria-label="${bilingual(caption)}" tabindex="0"><table class="${cls}" id="matrix-detour"><thead><tr><td></td>${heads}</tr></thead><tbody>${body}</tbody></table>${traceLine({key: 'detour[].fastest.detourIndex', file: 'detour.csv'})}</div>`,
  ]);
}

import type {DetourRow, Trip} from '../../analysis/rows.ts';
import {rowOfPair} from '../findings/detour.ts';
import {duration, km, NONE, number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {reasonWord} from '../i18n/words.ts';
import {type Child, join, type Markup, markup} from '../markup.ts';
import {viaText} from '../via-text.ts';
import {detourMatrix} from './detour-matrix.ts';
import {type Heat, heatOf} from './heat.ts';
import {notAsked, type Page, section} from './page-context.ts';
import {pairPart} from './pair-map.ts';
import {type Cell, numberCell, table, textCell} from './table.ts';

/** Rows that a table shows before it refers to the file. */
const MOST_ROWS = 300;

/** Detours: the matrix, maps of the headline pairs, and the table of all pairs. */
export function detourSection(page: Page): Markup {
  const {detour} = page.result;
  if (detour.length === 0) return section(page, 'detour', msg('detour'), notAsked());
  const body = [
    markup`<p>${msg('detourIntro')}</p>`,
    detourMatrix(detour),
    pairMaps(page),
    detourTable(page),
  ];
  return section(page, 'detour', msg('detour'), body);
}

function headlineRows(page: Page): DetourRow[] {
  const {detour, headlinePairs} = page.result;
  return headlinePairs.map((p) => rowOfPair(detour, p)).filter((r) => r !== undefined);
}

function pairMaps(page: Page): Markup | null {
  const rows = headlineRows(page);
  if (rows.length === 0) return null;
  const parts = rows.map((row, i) => pairPart(page, row, i));
  return markup`<h3>${msg('detourMap')}</h3><div class="pair">${parts}</div>`;
}

function detourTable(page: Page): Markup {
  const head = headlineRows(page);
  const rest = page.result.detour.filter((r) => !head.includes(r));
  const worstFirst = (a: DetourRow, b: DetourRow) => indexOf(b.fastest) - indexOf(a.fastest);
  const rows = [...head.toSorted(worstFirst), ...rest.toSorted(worstFirst)];
  const shown = rows.slice(0, MOST_ROWS);
  const given = (values: readonly (number | null | undefined)[]) =>
    values.filter((v) => v !== null && v !== undefined);
  // one scale for both indices: the same colour means the same index
  const indices = rows.flatMap((r) => [r.fastest?.detourIndex, r.shortest?.detourIndex]);
  const index = heatOf(given(indices), msg('heatIndex'));
  const time = heatOf(given(rows.map((r) => r.timeDetour)), msg('heatTime'));
  const more =
    shown.length < rows.length
      ? markup`<p class="dim">${msg('moreInFile', {shown: shown.length, all: rows.length, file: 'detour.csv'})}</p>`
      : null;
  const body = table({
    id: 'table-detour',
    caption: msg('detourTable'),
    headed: true,
    columns: [
      {head: msg('colPair'), kind: 'name'},
      {head: msg('colStraightKm'), kind: 'number'},
      {head: msg('colFastestKm'), kind: 'number'},
      {head: msg('colFastestTime'), kind: 'number'},
      {head: msg('colFastestIndex'), kind: 'number'},
      {head: msg('colShortestKm'), kind: 'number'},
      {head: msg('colShortestIndex'), kind: 'number'},
      {head: msg('colTimeDetour'), kind: 'number'},
      {head: msg('colViaKm'), kind: 'long'},
      {head: msg('colNote'), kind: 'text'},
    ],
    rows: shown.map((row) => [
      textCell(`${row.from}–${row.to}`),
      numberCell(row.straightM, km(row.straightM)),
      numberCell(row.fastest?.distanceM ?? null, km(row.fastest?.distanceM ?? null)),
      numberCell(row.fastest?.timeS ?? null, duration(row.fastest?.timeS ?? null)),
      heatCell(row.fastest?.detourIndex ?? null, index),
      numberCell(row.shortest?.distanceM ?? null, km(row.shortest?.distanceM ?? null)),
      heatCell(row.shortest?.detourIndex ?? null, index),
      heatCell(row.timeDetour, time),
      textCell(viaText(row.via)),
      noteCell(row),
    ]),
    marked: new Set(head.map((_, i) => i)),
    trace: {key: 'detour[]', file: 'detour.csv'},
  });
  return join([
    markup`<h3>${msg('detourTable')}</h3>`,
    index.key,
    time.key,
    markup`<p class="paper dim">${msg('detourOnPaper')}</p><div class="columns">${body}</div>`,
    more,
  ]);
}

function indexOf(trip: Trip | null): number {
  return trip?.detourIndex ?? Number.POSITIVE_INFINITY;
}

function heatCell(value: number | null, heat: Heat): Cell {
  const cell = numberCell(value, number(value, 2));
  return value === null ? cell : {...cell, heat: heat.of(value)};
}

function noteCell(row: DetourRow): Cell {
  const tags: Child[] = [];
  if (row.reason !== null || row.fastest === null) {
    tags.push(markup`<span class="warn">${reasonWord(row.reason ?? NONE)}</span> `);
  }
  if (row.crossesBorder) tags.push(markup`<span class="tag border">${msg('crossesBorder')}</span>`);
  if (row.nearClip) tags.push(markup`<span class="tag edge">${msg('nearClip')}</span>`);
  return {body: tags, sort: `${row.reason ?? ''}${row.crossesBorder}${row.nearClip}`};
}

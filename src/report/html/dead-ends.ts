import type {DeadEndLevel, DeadEndRow} from '../../analysis/rows.ts';
import {counterpartText, roadWord} from '../dead-end-facts.ts';
import {deadEndFinding} from '../findings/dead-ends.ts';
import {distance, km, lonLat, NONE, number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same} from '../i18n/text.ts';
import {causeWord, classWord, levelWord, verdictWord} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import {COLOR} from '../svg/palette.ts';
import {deadEndCard} from './dead-end-card.ts';
import {at, deadEndLayers} from './dead-end-sketch.ts';
import {mapFigure, type Page, section} from './page-context.ts';
import {type Cell, numberCell, table, textCell} from './table.ts';

/** Dead ends that get a card with a map; the table and the file have all. */
const MOST_CARDS = 40;

const LEVELS = ['province', 'prefecture', 'county'] as const;

/** Dead ends at borders: what was judged, where they are, the list, and a card for each by level. */
export function deadEndSection(page: Page): Markup {
  const rows = page.result.deadends;
  const intro = [markup`<p>${msg('deadendsIntro')}</p>`, levelTable(page.result.deadEndLevels)];
  if (rows.length === 0) {
    return section(page, 'deadends', msg('deadends'), [
      intro,
      markup`<p>${deadEndFinding(page.result)}</p>`,
    ]);
  }
  const body = [intro, overview(page, rows), deadEndTable(rows), cards(page, rows)];
  return section(page, 'deadends', msg('deadends'), body);
}

/** Which levels were judged and which not: none found and not looked for are two things. */
function levelTable(levels: readonly DeadEndLevel[]): Markup {
  return table({
    id: 'table-deadend-levels',
    caption: msg('deadendLevels'),
    columns: [
      {head: msg('colLevel'), kind: 'text'},
      {head: msg('colJudged'), kind: 'text'},
      {head: msg('colBorderKm'), kind: 'number'},
      {head: msg('colFound'), kind: 'number'},
    ],
    rows: levels.map((row) => [
      textCell(levelWord(row.level)),
      textCell(row.judged ? msg('yes') : msg('noLines')),
      numberCell(row.judged ? row.borderLengthM : null, row.judged ? km(row.borderLengthM) : NONE),
      numberCell(row.judged ? row.found : null, row.judged ? number(row.found) : NONE),
    ]),
    trace: {key: 'deadEndLevels[]', file: 'deadend-levels.csv'},
  });
}

function cards(page: Page, rows: readonly DeadEndRow[]): Markup {
  const shown = rows.slice(0, MOST_CARDS).map((row, i) => ({row, n: i + 1}));
  const more =
    rows.length > MOST_CARDS
      ? markup`<p class="dim">${msg('deadendCardsMore', {shown: MOST_CARDS, all: rows.length})}</p>`
      : null;
  const parts = LEVELS.map((level) => {
    const own = shown.filter(({row}) => row.level === level);
    if (own.length === 0) return null;
    const heading = msg('deadendsOfLevel', {level: levelWord(level), count: own.length});
    return markup`<h3>${heading}</h3>${own.map(({row, n}) => deadEndCard(page, row, n))}`;
  });
  return markup`${more}${parts}`;
}

function overview(page: Page, rows: readonly DeadEndRow[]): Markup {
  return mapFigure(page, msg('deadendsMap'), page.wide, {
    id: 'map-deadends',
    trace: {key: 'deadends[]', file: 'dead-ends.geojson'},
    title: msg('deadendsMap'),
    desc: msg('deadendsMapDesc'),
    layers: deadEndLayers(rows, 7),
    labels: [
      ...rows.map((row, i) => ({
        text: String(i + 1),
        at: at(row),
        priority: 1e14 - i,
        sizePx: 15,
        weight: 700,
        color: COLOR.red,
        gap: 9,
      })),
      ...page.wide.labels,
    ],
  });
}

function deadEndTable(rows: readonly DeadEndRow[]): Markup {
  const reviewed = rows.some((row) => row.review !== undefined);
  return table({
    id: 'table-deadends',
    caption: msg('deadendsTable'),
    trace: {key: 'deadends[]', file: 'deadends.csv'},
    columns: [
      {head: msg('colNumber'), kind: 'number'},
      {head: msg('colRoad'), kind: 'text'},
      {head: msg('colBorder'), kind: 'text'},
      {head: msg('colRule'), kind: 'text'},
      {head: msg('colCause'), kind: 'text'},
      {head: msg('colConfidence'), kind: 'number'},
      {head: msg('colBorderDistance'), kind: 'number'},
      {head: msg('colCounterpart'), kind: 'text'},
      {head: msg('colTodayKm'), kind: 'number'},
      {head: msg('colPosition'), kind: 'text'},
      ...(reviewed ? [{head: msg('colVerdict'), kind: 'text' as const}] : []),
    ],
    rows: rows.map((row, i) => [
      {body: numbered(i), sort: i + 1},
      roadCell(row),
      textCell(borderText(row)),
      textCell(row.rule),
      textCell(causeWord(row.cause)),
      numberCell(row.confidence, percent(row.confidence)),
      numberCell(row.distanceToBorderM, distance(row.distanceToBorderM)),
      textCell(counterpartText(row.counterpart)),
      numberCell(row.counterpart?.networkM ?? null, km(row.counterpart?.networkM ?? null)),
      textCell(lonLat(row.lon, row.lat)),
      ...(reviewed
        ? [textCell(row.review === undefined ? same(NONE) : verdictWord(row.review.verdict))]
        : []),
    ]),
  });
}

/** The number of a dead end, with the way to its card when it has one. */
function numbered(i: number): Markup {
  return i < MOST_CARDS ? markup`<a href="#deadend-${i + 1}">${i + 1}</a>` : markup`${i + 1}`;
}

function roadCell(row: DeadEndRow): Cell {
  const road = roadWord(row);
  const cls = classWord(row.class);
  const named = row.ref !== '' || row.name !== '';
  return {body: named ? markup`${road} <span class="dim">${cls}</span>` : cls, sort: road.zh};
}

function borderText(row: DeadEndRow) {
  const level = levelWord(row.level);
  if (row.border === '') return level;
  return {zh: `${level.zh} ${row.border}`, en: `${level.en} ${row.border}`};
}

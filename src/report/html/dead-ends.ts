import type {Counterpart, DeadEndRow} from '../../analysis/rows.ts';
import {bboxOf, type LonLat} from '../../geo/line.ts';
import {deadEndFinding} from '../findings/dead-ends.ts';
import {distance, lonLat, number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {causeWord, classWord, counterpartWord, levelWord, ruleWord} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import {roadName} from '../names.ts';
import {frameOf} from '../svg/frame.ts';
import type {MapLayer} from '../svg/layers.ts';
import {COLOR} from '../svg/palette.ts';
import {background} from './base-map.ts';
import {mapFigure, type Page, section} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

/** Dead ends that get a card with a map; the table and the file have all. */
const MOST_CARDS = 40;

/** Dead ends at borders: where they are, the list, and a card with the evidence for each. */
export function deadEndSection(page: Page): Markup {
  const rows = page.result.deadends;
  const intro = markup`<p>${msg('deadendsIntro')}</p>`;
  if (rows.length === 0) {
    return section(page, 'deadends', msg('deadends'), [
      intro,
      markup`<p>${deadEndFinding(page.result)}</p>`,
    ]);
  }
  const cards = rows.slice(0, MOST_CARDS).map((row, i) => card(page, row, i + 1));
  const more =
    rows.length > MOST_CARDS
      ? markup`<p class="dim">${msg('moreInFile', {shown: MOST_CARDS, all: rows.length, file: 'deadends.csv'})}</p>`
      : null;
  const body = [intro, overview(page, rows), deadEndTable(rows), cards, more];
  return section(page, 'deadends', msg('deadends'), body);
}

function layersOf(rows: readonly DeadEndRow[], radius: number): MapLayer[] {
  const beyond = rows.map((r) => r.counterpart).filter((c) => c !== null);
  return [
    {
      kind: 'line',
      lines: rows.map((r) => r.geometry),
      style: {color: COLOR.red, width: radius > 6 ? 2.6 : 3.2, halo: true},
      legend: msg('legendDeadEndRoad'),
    },
    {
      kind: 'line',
      lines: beyond.map((c) => c.geometry),
      style: {color: COLOR.blue, width: 2.6, dash: '6 3', halo: true},
      legend: msg('legendCounterpart'),
    },
    {
      kind: 'line',
      lines: rows.flatMap((r) => (r.counterpart ? [[at(r), at(r.counterpart)]] : [])),
      style: {color: COLOR.ink, width: 1.2, dash: '2 3'},
      legend: msg('legendGap'),
    },
    {
      kind: 'point',
      points: rows.map((r) => ({lon: r.lon, lat: r.lat, title: r.id})),
      style: {shape: 'cross', color: COLOR.red, radius},
      legend: msg('legendDeadEnd'),
    },
  ];
}

function at(point: {readonly lon: number; readonly lat: number}): LonLat {
  return [point.lon, point.lat];
}

function overview(page: Page, rows: readonly DeadEndRow[]): Markup {
  return mapFigure(page, msg('deadendsMap'), page.wide, {
    id: 'map-deadends',
    trace: {key: 'deadends[]', file: 'dead-ends.geojson'},
    title: msg('deadendsMap'),
    desc: msg('deadendsMapDesc'),
    layers: layersOf(rows, 7),
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
  return table({
    id: 'table-deadends',
    caption: msg('deadendsTable'),
    trace: {key: 'deadends[]', file: 'deadends.csv'},
    columns: [
      {head: msg('colNumber'), kind: 'number'},
      {head: msg('colRoad'), kind: 'text'},
      {head: msg('colClass'), kind: 'text'},
      {head: msg('colLevel'), kind: 'text'},
      {head: msg('colRule'), kind: 'text'},
      {head: msg('colCause'), kind: 'text'},
      {head: msg('colBorderDistance'), kind: 'number'},
      {head: msg('colCounterpart'), kind: 'text'},
      {head: msg('colConfidence'), kind: 'number'},
      {head: msg('colPosition'), kind: 'text'},
    ],
    rows: rows.map((row, i) => [
      numberCell(i + 1, i + 1),
      textCell(roadName(row.ref, row.name)),
      textCell(classWord(row.class)),
      textCell(levelWord(row.level)),
      textCell(row.rule),
      textCell(causeWord(row.cause)),
      numberCell(row.distanceToBorderM, distance(row.distanceToBorderM)),
      textCell(counterpartText(row.counterpart)),
      numberCell(row.confidence, percent(row.confidence)),
      textCell(lonLat(row.lon, row.lat)),
    ]),
  });
}

function counterpartText(other: Counterpart | null): Text {
  if (other === null) return msg('noCounterpart');
  const road = [other.ref, other.name].filter((s) => s !== '').join(' ');
  const value = msg('counterpartValue', {
    kind: counterpartWord(other.kind),
    road: road === '' ? classWord(other.class) : road,
    gap: distance(other.gapM),
  });
  if (other.lengthM === null) return value;
  return joinTexts([value, msg('counterpartLength', {length: distance(other.lengthM)})], same(''));
}

function card(page: Page, row: DeadEndRow, n: number): Markup {
  const title = joinTexts([msg('deadendCard', {n}), roadName(row.ref, row.name)], msg('colon'));
  const evidence =
    row.evidence.length === 0
      ? markup`<p class="dim">${msg('noEvidence')}</p>`
      : markup`<ul>${row.evidence.map((e) => markup`<li>${{zh: e.zh, en: e.en}}</li>`)}</ul>`;
  const sides = row.borderSides.join(' | ');
  const facts: (readonly [Text, Text | string] | null)[] = [
    [msg('colRule'), joinTexts([same(row.rule), ruleWord(row.rule)], msg('colon'))],
    [msg('colCause'), causeWord(row.cause)],
    [msg('colConfidence'), percent(row.confidence)],
    [msg('colLevel'), levelWord(row.level)],
    sides === '' ? null : [msg('colSides'), sides],
    [msg('colBorderDistance'), distance(row.distanceToBorderM)],
    [msg('colCounterpart'), counterpartText(row.counterpart)],
    [msg('colPosition'), lonLat(row.lon, row.lat)],
    [msg('colId'), row.id],
  ];
  const list = facts.map((f) => f && markup`<dt>${f[0]}</dt><dd>${f[1]}</dd>`);
  return markup`<article class="card"><h3>${title}</h3><div>${sketch(page, row, n)}</div><div><dl class="facts">${list}</dl><h4>${msg('evidence')}</h4>${evidence}</div></article>`;
}

/** The end and what lies opposite, close up. */
function sketch(page: Page, row: DeadEndRow, n: number): Markup {
  const other = row.counterpart;
  const points: LonLat[] = [at(row), ...row.geometry];
  if (other !== null) points.push(at(other), ...other.geometry);
  const frame = frameOf(bboxOf(points)!, 330, {margin: 0.22, minShape: 0.62, maxShape: 0.8});
  const back = background(page.result.map, `base-deadend-${n}`, frame);
  const title = joinTexts([msg('deadendCard', {n}), roadName(row.ref, row.name)], msg('colon'));
  return mapFigure(page, null, back, {
    id: `map-deadend-${n}`,
    trace: {key: `deadends[${n - 1}]`, file: 'deadends.csv'},
    title,
    desc: joinTexts([causeWord(row.cause), same(number(row.confidence, 2))], msg('listComma')),
    layers: layersOf([row], 6),
    labels: back.labels,
  });
}

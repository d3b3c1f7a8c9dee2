import type {ScoreRow} from '../../analysis/rows.ts';
import type {LonLat} from '../../geo/line.ts';
import {km1, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {projectModeWord, statusWord} from '../i18n/words.ts';
import {type Markup, markup, raw} from '../markup.ts';
import {barsSvg} from '../svg/bars.ts';
import {COLOR} from '../svg/palette.ts';
import {figure, mapFigure, notAsked, type Page, section, WIDE_PX} from './page-context.ts';
import {projectCard} from './project-card.ts';
import {provinceSplit, splitText} from './province-split.ts';
import {type Cell, numberCell, table, textCell} from './table.ts';

/** Ranking of the projects: bars, table, map, who gains, and a card for each. */
export function rankingSection(page: Page): Markup {
  const rows = page.result.score.toSorted((a, b) => a.rank - b.rank);
  if (rows.length === 0) return section(page, 'ranking', msg('ranking'), notAsked());
  const bars = barsSvg(
    {
      id: 'chart-ranking',
      title: msg('rankingChart'),
      desc: msg('rankingChartDesc'),
      width: WIDE_PX,
      smallPrint: page.source,
    },
    rows.map((row) => ({
      name: `${row.rank}. ${row.project}`,
      value: row.benefitPersonS / 3600,
      text: people(row.benefitPersonS / 3600),
      color: row.mode === 'rail' ? COLOR.purple : COLOR.blue,
    })),
  );
  const modes = markup`<p class="dim"><span class="swatch" style="background:${COLOR.blue}"> </span> ${projectModeWord('road')} <span class="swatch" style="background:${COLOR.purple}"> </span> ${projectModeWord('rail')}</p>`;
  return section(page, 'ranking', msg('ranking'), [
    markup`<p>${msg('rankingIntro')}</p>`,
    figure(msg('rankingChart'), markup`${modes}${raw(bars)}`),
    rankingTable(rows),
    projectMap(page, rows),
    provinceSplit(page, rows),
    rows.map(projectCard),
  ]);
}

const hours = (personS: number): number => personS / 3600;

function rankingTable(rows: readonly ScoreRow[]): Markup {
  return table({
    id: 'table-ranking',
    caption: msg('rankingTable'),
    columns: [
      {head: msg('colRank'), kind: 'number'},
      {head: msg('colRankRange'), kind: 'number'},
      {head: msg('colProject'), kind: 'long'},
      {head: msg('colMode'), kind: 'text'},
      {head: msg('colStatus'), kind: 'text'},
      {head: msg('colLengthKm'), kind: 'number'},
      {head: msg('colBenefit'), kind: 'number'},
      {head: msg('colPerKm'), kind: 'number'},
      {head: msg('colPerCost'), kind: 'number'},
      {head: msg('splitChart'), kind: 'text'},
      {head: msg('colNewly60'), kind: 'number'},
    ],
    rows: rows.map((row) => [
      numberCell(row.rank, row.rank),
      numberCell(row.rankRange[0], rangeText(row.rankRange)),
      textCell(row.project),
      textCell(projectModeWord(row.mode)),
      textCell(statusWord(row.status)),
      numberCell(row.lengthM, km1(row.lengthM)),
      numberCell(row.benefitPersonS, people(hours(row.benefitPersonS))),
      hoursCell(row.perKm),
      hoursCell(row.perCost),
      textCell(splitText(row)),
      numberCell(row.gainedWithin60.length, row.gainedWithin60.length),
    ]),
  });
}

function rangeText([best, worst]: readonly [number, number]): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

function hoursCell(personS: number | null): Cell {
  const shown: Text = personS === null ? msg('notGiven') : same(number(hours(personS)));
  return numberCell(personS, shown);
}

function projectMap(page: Page, rows: readonly ScoreRow[]): Markup {
  const of = (mode: 'road' | 'rail') => rows.filter((r) => r.mode === mode).map((r) => r.geometry);
  const stops = rows.flatMap((r) => r.snapped);
  const names = rows.filter((r) => r.geometry.length > 1);
  return mapFigure(page, msg('rankingMap'), page.wide, {
    id: 'map-projects',
    title: msg('rankingMap'),
    desc: msg('rankingMapDesc'),
    layers: [
      {
        kind: 'line',
        lines: of('road'),
        style: {color: COLOR.blue, width: 3, halo: true},
        legend: msg('legendProjectRoad'),
      },
      {
        kind: 'line',
        lines: of('rail'),
        style: {color: COLOR.purple, width: 3, dash: '9 3', halo: true},
        legend: msg('legendProjectRail'),
      },
      {
        kind: 'point',
        points: stops.filter((s) => s.joined).map((s) => ({lon: s.lon, lat: s.lat, title: s.stop})),
        style: {shape: 'ring', color: COLOR.ink, radius: 3.2},
        legend: msg('legendStop'),
      },
      {
        kind: 'point',
        points: stops
          .filter((s) => !s.joined)
          .map((s) => ({lon: s.lon, lat: s.lat, title: s.stop})),
        style: {shape: 'cross', color: COLOR.red, radius: 6},
        legend: msg('legendStopOff'),
      },
    ],
    labels: [
      ...names.map((row) => ({
        text: `(${row.rank})`,
        at: middle(row.geometry),
        priority: 1e14 - row.rank,
        sizePx: 16,
        weight: 700,
        color: row.mode === 'rail' ? COLOR.purple : COLOR.blue,
        gap: 5,
      })),
      ...page.wide.labels,
    ],
  });
}

/** A point of the drawn line for its number: the vertex half way through the list, moved half a step. */
function middle(line: readonly LonLat[]): LonLat {
  const i = Math.floor((line.length - 1) / 2);
  const a = line[i]!;
  const b = line[i + 1] ?? a;
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

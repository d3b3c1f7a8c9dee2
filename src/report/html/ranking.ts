import type {ScoreMeasure, ScoreRow} from '../../analysis/rows.ts';
import {km1, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {MEASURE_IDS, measureWord, projectModeWord, statusWord} from '../i18n/words.ts';
import {type Markup, markup, raw} from '../markup.ts';
import {ranked} from '../project-names.ts';
import {barsSvg} from '../svg/bars.ts';
import {COLOR} from '../svg/palette.ts';
import {figure, notAsked, type Page, section, WIDE_PX} from './page-context.ts';
import {projectAnchor} from './project-anchor.ts';
import {projectMap} from './project-map.ts';
import {provinceSplit, splitText} from './province-split.ts';
import {stabilityPart} from './stability.ts';
import {type Cell, numberCell, table, textCell} from './table.ts';

/** Ranking of the projects: bars, by every measure, who gains, map, and how far the ranks hold. */
export function rankingSection(page: Page): Markup {
  const rows = page.result.score.toSorted((a, b) => a.rank - b.rank);
  if (rows.length === 0) return section(page, 'ranking', msg('ranking'), notAsked());
  return section(page, 'ranking', msg('ranking'), [
    markup`<p>${msg('rankingIntro')}</p>`,
    chart(page, rows),
    rankingTable(page, rows),
    measureTable(page, rows),
    rankTable(page, rows),
    provinceSplit(page, rows),
    projectMap(page, rows),
    stabilityPart(page, rows),
  ]);
}

const hours = (personS: number): number => personS / 3600;

function chart(page: Page, rows: readonly ScoreRow[]): Markup {
  const title = msg(rows.some((row) => row.stability) ? 'rankingChartRange' : 'rankingChart');
  const bars = barsSvg(
    {
      id: 'chart-ranking',
      title,
      desc: msg('rankingChartDesc'),
      width: WIDE_PX,
      smallPrint: page.source,
    },
    rows.map((row) => {
      const range = row.stability?.benefitPersonS;
      return {
        name: ranked(row.rank, page.nameOf(row.project)),
        value: hours(row.benefitPersonS),
        text: joinTexts(
          [people(hours(row.benefitPersonS)), projectModeWord(row.mode)],
          same(' · '),
        ),
        color: row.mode === 'rail' ? COLOR.purple : COLOR.blue,
        ...(range && {interval: [hours(range[0]), hours(range[1])] as const}),
      };
    }),
  );
  const modes = markup`<p class="dim"><span class="swatch" style="background:${COLOR.blue}"> </span> ${projectModeWord('road')} <span class="swatch" style="background:${COLOR.purple}"> </span> ${projectModeWord('rail')}</p>`;
  return figure(title, markup`${modes}${raw(bars)}`, {
    key: 'score[].benefitPersonS',
    file: 'score.csv',
  });
}

function rankingTable(page: Page, rows: readonly ScoreRow[]): Markup {
  return table({
    id: 'table-ranking',
    caption: msg('rankingTable'),
    trace: {key: 'score[]', file: 'score.csv'},
    columns: [
      {head: msg('colRank'), kind: 'number'},
      {head: msg('colRankRange'), kind: 'number'},
      {head: msg('colProject'), kind: 'long'},
      {head: msg('colMode'), kind: 'text'},
      {head: msg('colStatus'), kind: 'text'},
      {head: msg('colLengthKm'), kind: 'number'},
      {head: msg('colBenefit'), kind: 'number'},
      {head: msg('splitChart'), kind: 'long'},
      {head: msg('colNewly60'), kind: 'number'},
    ],
    rows: rows.map((row) => [
      numberCell(row.rank, row.rank),
      numberCell(row.rankRange[0], rangeText(row.rankRange)),
      {
        body: markup`<a href="#${projectAnchor(row)}">${page.nameOf(row.project)}</a>`,
        sort: row.project,
      },
      textCell(projectModeWord(row.mode)),
      textCell(statusWord(row.status)),
      numberCell(row.lengthM, km1(row.lengthM)),
      numberCell(row.benefitPersonS, people(hours(row.benefitPersonS))),
      textCell(splitText(row)),
      numberCell(row.gainedWithin60.length, row.gainedWithin60.length),
    ]),
  });
}

function rangeText([best, worst]: readonly [number, number]): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

/** What each measure says of a project; more is better everywhere. */
const MEASURES: Readonly<Record<ScoreMeasure, (row: ScoreRow) => Cell>> = {
  benefit: (row) => hoursCell(row.benefitPersonS),
  perKm: (row) => hoursCell(row.perKm),
  perCost: (row) => hoursCell(row.perCost, msg('costNotGiven')),
  wmtt: ({measures}) => gainCell(measures?.wmtt?.gain, (v) => minutes1(v)),
  daily: ({measures}) => gainCell(measures?.daily?.gain, people),
  potential: ({measures}) => gainCell(measures?.potential?.gain, people),
  efficiency: ({measures}) => gainCell(measures?.efficiency?.gain, (v) => same(number(v, 3))),
  equity: ({measures}) => gainCell(measures?.gini?.gain, (v) => same(signed(v * 1000, 1))),
  gdp: ({measures}) => gainCell(measures?.gdpWeightedS, (v) => people(hours(v))),
};

function hoursCell(personS: number | null, none: Text = same(NONE)): Cell {
  return numberCell(personS, personS === null ? none : people(hours(personS)));
}

function gainCell(gain: number | null | undefined, text: (value: number) => Text): Cell {
  return numberCell(gain ?? null, gain == null ? same(NONE) : text(gain));
}

function minutes1(seconds: number): Text {
  return same(number(seconds / 60, 1));
}

function signed(value: number, digits: 0 | 1 | 2 | 3): string {
  return `${value > 0 ? '+' : ''}${number(value, digits)}`;
}

function measureTable(page: Page, rows: readonly ScoreRow[]): Markup {
  return table({
    id: 'table-measures',
    caption: msg('measureTable'),
    trace: {key: 'score[].{benefitPersonS, perKm, perCost, measures}', file: 'score.csv'},
    columns: [
      {head: msg('colProject'), kind: 'long'},
      ...MEASURE_IDS.map((measure) => ({head: measureWord(measure), kind: 'number'}) as const),
    ],
    rows: rows.map((row) => [
      textCell(ranked(row.rank, page.nameOf(row.project))),
      ...MEASURE_IDS.map((measure) => MEASURES[measure](row)),
    ]),
  });
}

/** Every measure ranks by itself: where the figures of a row differ, the choice of measure decides. */
function rankTable(page: Page, rows: readonly ScoreRow[]): Markup | null {
  if (rows.every((row) => row.ranks === undefined)) return null;
  return table({
    id: 'table-ranks',
    caption: msg('rankTable'),
    trace: {key: 'score[].ranks', file: 'score-ranks.csv'},
    columns: [
      {head: msg('colProject'), kind: 'long'},
      ...MEASURE_IDS.map((measure) => ({head: measureWord(measure), kind: 'number'}) as const),
    ],
    rows: rows.map((row) => [
      textCell(page.nameOf(row.project)),
      ...MEASURE_IDS.map((measure) => {
        const rank = row.ranks?.[measure] ?? null;
        return numberCell(rank, rank ?? NONE);
      }),
    ]),
  });
}

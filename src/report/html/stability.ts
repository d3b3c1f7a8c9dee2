import type {ScoreRow} from '../../analysis/rows.ts';
import {people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {parameterWord} from '../i18n/words.ts';
import {type Child, type Markup, markup, raw} from '../markup.ts';
import {rankHold} from '../rank-hold.ts';
import {tornadoSvg} from '../svg/tornado.ts';
import {figure, HALF_PX, type Page} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

/** Projects whose parameters are shown one by one. */
const MOST_TORNADOS = 4;

type Tried = ScoreRow & {readonly stability: NonNullable<ScoreRow['stability']>};

const hours = (personS: number): Text => people(personS / 3600);

/** How far the ranks can be trusted: shares of runs, ranges, and what the first projects hang on. */
export function stabilityPart(page: Page, rows: readonly ScoreRow[]): Child {
  const tried = rows.filter((row): row is Tried => row.stability !== undefined);
  const first = tried[0];
  if (first === undefined) return markup`<p class="dim">${msg('stabilityNone')}</p>`;
  const {runs, seed, compared} = first.stability;
  return markup`<h3>${msg('stabilityHead')}</h3><p>${msg('stabilityIntro', {runs, seed, count: compared})}</p>${holdLine(page, tried)}${stabilityTable(page, tried)}<h4>${msg('tornadoHead')}</h4><p class="dim">${msg('tornadoIntro')}</p><div class="pair">${tried.slice(0, MOST_TORNADOS).map((row) => tornado(page, row))}</div>`;
}

/** How far the first place holds, in words. */
function holdLine({nameOf}: Page, tried: readonly Tried[]): Child {
  const hold = rankHold(tried, nameOf);
  if (hold === null) return null;
  return markup`<p><strong>${msg('stabilityFirst', {project: nameOf(tried[0]!.project), hold})}</strong></p>`;
}

function stabilityTable(page: Page, rows: readonly Tried[]): Markup {
  return table({
    id: 'table-stability',
    caption: msg('stabilityTable'),
    trace: {key: 'score[].stability', file: 'rank-stability.csv'},
    columns: [
      {head: msg('colRank'), kind: 'number'},
      {head: msg('colProject'), kind: 'long'},
      {head: msg('colFirst'), kind: 'number'},
      {head: msg('colFirst3'), kind: 'number'},
      {head: msg('colFirst5'), kind: 'number'},
      {head: msg('colRankRange'), kind: 'number'},
      {head: msg('colMedianRank'), kind: 'number'},
      {head: msg('colBenefitRange'), kind: 'number'},
    ],
    rows: rows.map(({rank, project, stability}) => {
      const {topShare, rankRange, medianRank, benefitPersonS} = stability;
      return [
        numberCell(rank, rank),
        textCell(page.nameOf(project)),
        numberCell(topShare['1'], percent(topShare['1'], 1)),
        numberCell(topShare['3'], percent(topShare['3'], 1)),
        numberCell(topShare['5'], percent(topShare['5'], 1)),
        numberCell(rankRange[0], `${rankRange[0]}–${rankRange[1]}`),
        numberCell(medianRank, medianRank),
        numberCell(benefitPersonS[0], joinTexts(benefitPersonS.map(hours), same(' – '))),
      ];
    }),
  });
}

function tornado(page: Page, row: Tried): Markup {
  const title = msg('tornadoTitle', {
    rank: row.rank,
    project: page.nameOf(row.project),
    hours: hours(row.benefitPersonS),
  });
  const svg = tornadoSvg(
    {
      id: `chart-tornado-${row.rank}-${row.projectId.replace(/[^A-Za-z0-9]+/g, '-')}`,
      title,
      desc: msg('tornadoIntro'),
      width: HALF_PX,
      smallPrint: page.source,
    },
    row.benefitPersonS / 3600,
    row.stability.tornado.map(({parameter, low, high, benefitPersonS, rank}) => ({
      name: parameterWord(parameter),
      low: {value: benefitPersonS[0] / 3600, text: endText(low, rank[0], row.rank)},
      high: {value: benefitPersonS[1] / 3600, text: endText(high, rank[1], row.rank)},
    })),
  );
  return figure(title, raw(svg), {key: 'score[].stability.tornado', file: 'stability.csv'});
}

/** The end of a parameter's range, and the rank there when it is another. */
function endText(value: string, rank: number, today: number): Text {
  if (rank === today) return same(value);
  return msg('tornadoRank', {value, rank});
}

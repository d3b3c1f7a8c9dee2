import type {ScoreRow} from '../analysis/rows.ts';
import {number, people, percent} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {parameterWord} from './i18n/words.ts';
import type {TextTable} from './text-table.ts';

/** Parameters shown of a project, those that move it most. */
const MOST_PARAMETERS = 3;

/** How far each rank can be trusted, and what it hangs on; none when no runs were asked for. */
export function stabilityTables(rows: readonly ScoreRow[]): TextTable[] {
  const tried = rows.flatMap((row) => (row.stability ? [{row, stability: row.stability}] : []));
  const first = tried[0];
  if (!first) return [];
  return [
    {
      title: [msg('stabilityTitle', {runs: first.stability.runs, count: first.stability.compared})],
      columns: [
        {head: msg('colProject')},
        {head: msg('colFirst'), right: true},
        {head: msg('colFirst3'), right: true},
        {head: msg('colRankRange'), right: true},
        {head: msg('colMedianRank'), right: true},
        {head: msg('colBenefitRange'), right: true},
        {head: msg('colHangsOn')},
      ],
      rows: tried.map(({row, stability}) => [
        row.project,
        percent(stability.topShare['1']),
        percent(stability.topShare['3']),
        `${stability.rankRange[0]}–${stability.rankRange[1]}`,
        number(stability.medianRank),
        joinTexts(
          stability.benefitPersonS.map((personS) => people(personS / 3600)),
          same(' – '),
        ),
        joinTexts(stability.tornado.slice(0, MOST_PARAMETERS).map(barText), same('; ')),
      ]),
    },
  ];
}

function barText(bar: NonNullable<ScoreRow['stability']>['tornado'][number]): Text {
  const ends = joinTexts(
    bar.benefitPersonS.map((personS) => people(personS / 3600)),
    same(' … '),
  );
  return joinTexts([parameterWord(bar.parameter), ends], same(' '));
}

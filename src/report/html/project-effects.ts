import type {PairChange, RouteLeg, ScoreRow} from '../../analysis/rows.ts';
import {savedShare} from '../csv-lines.ts';
import {duration, NONE, number, people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {legWord} from '../i18n/words.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {nameList} from '../names.ts';
import {numberCell, table, textCell} from './table.ts';

/** Pairs shown on a page; the file has all. */
const MOST_PAIRS = 5;

/** What changes with it in words: the saving, who comes within the hour, whom it may drain. */
export function effectTexts(row: ScoreRow): Markup {
  return markup`<p>${benefitText(row)}</p><p>${gainedText(row)}</p>${siphonPart(row)}`;
}

function benefitText(row: ScoreRow): Text {
  const {benefitPersonS, perKm, perCost, stability, pairs} = row;
  const hours = (personS: number | null) =>
    personS === null ? same(NONE) : people(personS / 3600);
  const sentences = [
    msg('projectBenefit', {
      hours: hours(benefitPersonS),
      perKm: hours(perKm),
      count: pairs.length,
    }),
    perCost === null ? msg('projectNoPerCost') : msg('projectPerCost', {hours: hours(perCost)}),
    ...(stability
      ? [
          msg('projectStability', {
            low: hours(stability.benefitPersonS[0]),
            high: hours(stability.benefitPersonS[1]),
            runs: stability.runs,
            first: percent(stability.topShare['1']),
            best: stability.rankRange[0],
            worst: stability.rankRange[1],
          }),
        ]
      : []),
  ];
  return joinTexts(sentences, {zh: '', en: ' '});
}

/** The pairs that gain most; how many more there are, and which file has them. */
export function pairTable(row: ScoreRow, id: string): Child {
  const pairs = row.pairs.toSorted((a, b) => b.savedS - a.savedS);
  if (pairs.length === 0) return null;
  const shown = pairs.slice(0, MOST_PAIRS);
  const more =
    shown.length === pairs.length
      ? null
      : markup`<p class="dim">${msg('moreInFile', {shown: shown.length, all: pairs.length, file: 'score-pairs.csv'})}</p>`;
  const body = table({
    id: `table-${id}-pairs`,
    caption: msg('projectPairs'),
    trace: {key: 'score[].pairs[]', file: 'score-pairs.csv'},
    columns: [
      {head: msg('colPair'), kind: 'name'},
      {head: msg('colBefore'), kind: 'number'},
      {head: msg('colAfter'), kind: 'number'},
      {head: msg('colSaved'), kind: 'number'},
      {head: msg('colSavedShare'), kind: 'number'},
      {head: msg('colNewWay'), kind: 'long'},
    ],
    rows: shown.map((pair) => [
      textCell(`${pair.from}–${pair.to}`),
      numberCell(
        pair.beforeS,
        pair.beforeS === null ? msg('circleBeforeUnreachable') : duration(pair.beforeS),
      ),
      numberCell(pair.afterS, duration(pair.afterS)),
      numberCell(
        pair.savedS,
        pair.beforeS === null ? msg('newlyReachable') : duration(pair.savedS),
      ),
      numberCell(savedShare(pair), percent(savedShare(pair), 1)),
      textCell(wayText(pair)),
    ]),
  });
  return markup`${body}${more}`;
}

/** `公路 温州 → 苍南 48 分；本项目 苍南 → 武夷山 2 小时`. */
function wayText({route}: PairChange): Text {
  if (route === undefined) return same(NONE);
  return joinTexts(route.legs.map(legText), msg('listSemicolon'));
}

function legText({by, from, to, timeS}: RouteLeg): Text {
  const word = legWord(by);
  const time = duration(timeS);
  return {
    zh: `${word.zh} ${from} → ${to} ${time.zh}`,
    en: `${word.en} ${from} → ${to} ${time.en}`,
  };
}

function gainedText({gainedWithin60, gained60}: ScoreRow): Text {
  if (gainedWithin60.length === 0) return msg('projectNewlyNone');
  const gdp = gained60?.gdpYi;
  return msg('projectNewly', {
    list: nameList(gainedWithin60, 20),
    people: gained60?.population == null ? msg('notKnown') : people(gained60.population),
    gdp: gdp == null ? msg('notKnown') : msg('yiYuan', {value: number(gdp)}),
  });
}

/** Counties far from a core that come much nearer to it: a warning, no forecast. */
function siphonPart({siphon = []}: ScoreRow): Child {
  if (siphon.length === 0) return markup`<p>${msg('siphonNone')}</p>`;
  const list = siphon.map(({place, core, distanceM, beforeS, afterS}) =>
    msg('siphonPlace', {
      place,
      core,
      km: number(distanceM / 1000),
      before: beforeS === null ? msg('circleBeforeUnreachable') : duration(beforeS),
      after: duration(afterS),
    }),
  );
  return markup`<p class="warn">${msg('siphonSome', {list: joinTexts(list, msg('listSemicolon'))})}</p>`;
}

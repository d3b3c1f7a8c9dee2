import type {PairChange, ScoreRow, SnappedStop} from '../../analysis/rows.ts';
import {distance, duration, km1, number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, type Text} from '../i18n/text.ts';
import {projectModeWord, statusWord} from '../i18n/words.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {nameList} from '../names.ts';
import {numberCell, table, textCell} from './table.ts';

/** Pairs shown on a card; the file has all. */
const MOST_PAIRS = 8;

/** One project: what it is, which pairs gain most, where it joins the network, what was assumed. */
export function projectCard(row: ScoreRow): Markup {
  const {rank, project, snapped, gainedWithin60, notes} = row;
  const facts = msg('projectFacts', {
    mode: projectModeWord(row.mode),
    status: statusWord(row.status),
    length: km1(row.lengthM),
    lengthSource: row.lengthSource === 'registry' ? msg('fromRegistry') : msg('measured'),
    speed: number(row.speedKph),
    speedSource: row.speedSource === 'registry' ? msg('fromRegistry') : msg('assumption'),
  });
  const newly =
    gainedWithin60.length === 0
      ? msg('projectNewlyNone')
      : msg('projectNewly', {list: nameList(gainedWithin60)});
  const off =
    snapped.length > 0 && snapped.every((s) => !s.joined)
      ? markup`<p class="warn">${msg('projectAllOff')}</p>`
      : null;
  return markup`<article class="card wide"><h3>${msg('projectCard', {rank, project})}</h3><p>${facts}</p>${off}${pairsPart(row)}<p>${newly}</p>${stopsPart(snapped)}${notesPart(notes)}</article>`;
}

function pairsPart(row: ScoreRow): Markup {
  const pairs = row.pairs.toSorted((a, b) => b.savedS - a.savedS).slice(0, MOST_PAIRS);
  if (pairs.length === 0) return markup`<p>${msg('projectNoPairs')}</p>`;
  return table({
    id: `table-project-${row.rank}-${slug(row.projectId)}`,
    caption: msg('projectPairs'),
    columns: [
      {head: msg('colPair'), kind: 'name'},
      {head: msg('colBefore'), kind: 'number'},
      {head: msg('colAfter'), kind: 'number'},
      {head: msg('colSaved'), kind: 'number'},
      {head: msg('colSavedShare'), kind: 'number'},
    ],
    rows: pairs.map((pair) => [
      textCell(`${pair.from}–${pair.to}`),
      numberCell(pair.beforeS, before(pair)),
      numberCell(pair.afterS, duration(pair.afterS)),
      numberCell(
        pair.savedS,
        pair.beforeS === null ? msg('newlyReachable') : duration(pair.savedS),
      ),
      numberCell(savedShare(pair), percent(savedShare(pair))),
    ]),
  });
}

function before(pair: PairChange): Text {
  return pair.beforeS === null ? msg('circleBeforeUnreachable') : duration(pair.beforeS);
}

/** The saving as a share of today's time, for reading only. */
function savedShare({beforeS, savedS}: PairChange): number | null {
  return beforeS === null || beforeS === 0 ? null : savedS / beforeS;
}

/** Letters, digits and dashes only: an id for the page. */
function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, '-');
}

function stopsPart(stops: readonly SnappedStop[]): Child {
  if (stops.length === 0) return null;
  const texts = stops.map((s) => {
    if (!s.joined) return msg('projectStopOff', {stop: s.stop});
    if (s.snapM === null) return msg('projectStopExact', {stop: s.stop});
    return msg('projectStopJoined', {stop: s.stop, distance: distance(s.snapM)});
  });
  return markup`<h4>${msg('projectStops')}</h4><p>${joinTexts(texts, msg('listSemicolon'))}</p>`;
}

function notesPart(notes: ScoreRow['notes']): Child {
  if (notes.length === 0) return null;
  const items = notes.map((n) => markup`<li>${{zh: n.zh, en: n.en}}</li>`);
  return markup`<h4>${msg('projectNotes')}</h4><ul class="notes">${items}</ul>`;
}

import type {Counterpart, DeadEndRow, NearestCrossing} from '../../analysis/rows.ts';
import {distance, duration, lonLat, NONE, number, people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {
  causeWord,
  classWord,
  counterpartWord,
  gradeWord,
  levelWord,
  ruleWord,
  verdictWord,
} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import {roadName, unitName} from '../names.ts';
import {sketch} from './dead-end-sketch.ts';
import type {Page} from './page-context.ts';

/** One dead end with all that is known of it: sketch, rule, cause, evidence, other side, way today. */
export function deadEndCard(page: Page, row: DeadEndRow, n: number): Markup {
  const title = joinTexts([msg('deadendCard', {n}), roadWord(row)], msg('colon'));
  const list = facts(row).map((f) => f && markup`<dt>${f[0]}</dt><dd>${f[1]}</dd>`);
  const evidence =
    row.evidence.length === 0
      ? markup`<p class="dim">${msg('noEvidence')}</p>`
      : markup`<ul>${row.evidence.map((e) => markup`<li>${{zh: e.zh, en: e.en}}</li>`)}</ul>`;
  return markup`<article class="card" id="deadend-${n}"><h3>${title}</h3><div>${sketch(page, row, n)}</div><div>${review(row)}<dl class="facts">${list}</dl><h4>${msg('evidence')}</h4>${evidence}</div></article>`;
}

/** The road by its number or name, else by its class. */
export function roadWord(row: {
  readonly ref: string;
  readonly name: string;
  readonly class: string;
}): Text {
  return row.ref === '' && row.name === ''
    ? msg('unnamedOfClass', {class: classWord(row.class)})
    : roadName(row.ref, row.name);
}

function review({review: said}: DeadEndRow): Markup | null {
  if (said === undefined) return null;
  const text = msg('reviewSaid', {
    verdict: verdictWord(said.verdict),
    author: said.author,
    date: said.date,
    note: said.note === '' ? same('') : joinTexts([msg('colon'), same(said.note)], same('')),
  });
  return markup`<p class="banner small">${text}</p>`;
}

function facts(row: DeadEndRow): (readonly [Text, Text | string] | null)[] {
  const {counterpart: other, crossings} = row;
  const sides = joinTexts(row.borderSides.map(unitName), same(' | '));
  const also =
    row.alsoRules.length === 0 ? '' : msg('alsoRules', {rules: row.alsoRules.join(', ')});
  return [
    [
      msg('colRule'),
      joinTexts([same(row.rule), msg('colon'), ruleWord(row.rule), also || same('')], same('')),
    ],
    [
      msg('colCause'),
      joinTexts([causeWord(row.cause), same(percent(row.confidence))], msg('confidenceOf')),
    ],
    [msg('colClass'), gradeText(row)],
    [
      msg('colLevel'),
      row.borderSides.length === 0
        ? levelWord(row.level)
        : joinTexts([levelWord(row.level), sides], msg('colon')),
    ],
    [msg('colBorderDistance'), distance(row.distanceToBorderM)],
    [msg('colCounterpart'), counterpartText(other)],
    other === null ? null : [msg('colWayToday'), wayToday(other)],
    [msg('colSettlements'), settlementText(row)],
    [
      msg('colNextCrossings'),
      joinTexts(
        [
          joinTexts([msg('leftHand'), crossingText(crossings.left)], same(' ')),
          joinTexts([msg('rightHand'), crossingText(crossings.right)], same(' ')),
        ],
        msg('listSemicolon'),
      ),
    ],
    [msg('colPosition'), lonLat(row.lon, row.lat)],
    [msg('colId'), row.id],
  ];
}

function gradeText(row: DeadEndRow): Text {
  const grade = row.grade === null ? gradeWord('unknown') : gradeWord(String(row.grade));
  return joinTexts([classWord(row.class), grade], msg('listComma'));
}

/** What lies opposite and how far, or that nothing does. */
export function counterpartText(other: Counterpart | null): Text {
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

/** How one gets across today; of a counterpart without a way that is said. */
export function wayToday(other: Counterpart): Text {
  if (other.networkM === null) return msg('noWayToday');
  const way = joinTexts([distance(other.networkM), duration(other.timeS)], msg('listComma'));
  if (other.detourRatio === null) return way;
  return joinTexts([way, msg('timesTheGap', {ratio: number(other.detourRatio, 1)})], same(''));
}

function settlementText({settlements}: DeadEndRow): Text {
  if (settlements.length === 0) return msg('noSettlements');
  const texts = settlements.map((s) =>
    msg(s.end === 'near' ? 'settlementNear' : 'settlementFar', {
      name: s.name,
      distance: distance(s.distanceM),
      people:
        s.population === null ? same('') : msg('settlementPeople', {people: people(s.population)}),
    }),
  );
  return joinTexts(texts, msg('listComma'));
}

function crossingText(crossing: NearestCrossing | null): Text {
  if (crossing === null) return same(NONE);
  return msg('crossingValue', {
    road: roadWord(crossing),
    distance: distance(crossing.alongBorderM),
  });
}

import type {Counterpart, DeadEndRow, NearestCrossing} from '../analysis/rows.ts';
import {distance, duration, lonLat, NONE, number, people, percent} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {
  causeWord,
  classWord,
  counterpartWord,
  gradeWord,
  levelWord,
  ruleWord,
} from './i18n/words.ts';
import {roadName, unitName} from './names.ts';

/** A fact of a finding: what it is, and what is known. */
export interface Fact {
  readonly name: Text;
  readonly value: Text;
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

/** All that is known of a finding, fact by fact: for the cards of the report and of the page. */
export function deadEndFacts(row: DeadEndRow): Fact[] {
  const {counterpart: other, crossings} = row;
  const sides = joinTexts(row.borderSides.map(unitName), same(' | '));
  const also =
    row.alsoRules.length === 0 ? same('') : msg('alsoRules', {rules: row.alsoRules.join(', ')});
  const fact = (name: Text, value: Text): Fact => ({name, value});
  return [
    fact(
      msg('colRule'),
      joinTexts([same(row.rule), msg('colon'), ruleWord(row.rule), also], same('')),
    ),
    fact(
      msg('colCause'),
      joinTexts([causeWord(row.cause), same(percent(row.confidence))], msg('confidenceOf')),
    ),
    fact(msg('colClass'), gradeText(row)),
    fact(
      msg('colLevel'),
      row.borderSides.length === 0
        ? levelWord(row.level)
        : joinTexts([levelWord(row.level), sides], msg('colon')),
    ),
    fact(msg('colBorderDistance'), distance(row.distanceToBorderM)),
    fact(msg('colCounterpart'), counterpartText(other)),
    ...(other === null ? [] : [fact(msg('colWayToday'), wayToday(other))]),
    fact(msg('colSettlements'), settlementText(row)),
    fact(
      msg('colNextCrossings'),
      joinTexts(
        [
          joinTexts([msg('leftHand'), crossingText(crossings.left)], same(' ')),
          joinTexts([msg('rightHand'), crossingText(crossings.right)], same(' ')),
        ],
        msg('listSemicolon'),
      ),
    ),
    fact(msg('colPosition'), same(lonLat(row.lon, row.lat))),
    fact(msg('colId'), same(row.id)),
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

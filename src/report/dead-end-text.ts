import type {Counterpart, DeadEndRow, NearestCrossing} from '../analysis/rows.ts';
import {distance, duration, lonLat, NONE, number, percent} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {causeWord, classWord, counterpartWord, levelWord, ruleWord} from './i18n/words.ts';
import {unitName} from './names.ts';

/**
 * A finding as one sentence: the road and where it ends, the border with both sides, the rule in words, the
 * cause and its confidence, what lies opposite and how far, today's way there, the next crossings. What a
 * row does not know is said so or left out, never guessed.
 */
export function deadEndSentence(row: DeadEndRow): Text {
  const near = row.settlements.find(({end}) => end === 'near');
  const parts = [
    msg(row.rule === 'R7' ? 'findingUnits' : 'findingRoad', {
      border: borderText(row),
      level: levelWord(row.level),
      road: roadText(row.class, row.ref, row.name),
      at: lonLat(row.lon, row.lat),
      near: near
        ? msg('findingNear', {place: near.name, distance: distance(near.distanceM)})
        : same(''),
      distance: distance(row.distanceToBorderM),
      rule: row.rule,
      means: ruleWord(row.rule),
      cause: causeWord(row.cause),
      confidence: percent(row.confidence),
    }),
    ...oppositeTexts(row.counterpart),
    ...crossingTexts(row),
    ...(row.nearClip ? [msg('nearClip')] : []),
  ];
  return joinTexts([joinTexts(parts, msg('findingJoin')), msg('fullStop')], same(''));
}

/** `浙闽`, `泰顺/寿宁`; what the data calls one side only, or that it names none. */
function borderText({border, borderSides}: DeadEndRow): Text {
  const sides = borderSides.filter((side) => side !== '').map(unitName);
  const isName = border !== '' && !/^\[|\bunnamed-/.test(border);
  if (isName) return same(border);
  return sides.length === 0 ? msg('findingNoSides') : joinTexts(sides, same('/'));
}

function roadText(roadClass: string, ref: string, name: string): Text {
  const said = [classWord(roadClass), same(ref), same(name)].filter(({zh}) => zh !== '');
  return joinTexts(said, same(' '));
}

function oppositeTexts(other: Counterpart | null): Text[] {
  if (other === null) return [msg('findingNothing')];
  const road =
    other.kind === 'unit' || other.kind === 'project'
      ? same([other.ref, other.name].filter((s) => s !== '').join(' '))
      : roadText(other.class, other.ref, other.name);
  const said = {
    kind: counterpartWord(other.kind),
    road: road.zh === '' ? same(NONE) : road,
    gap: distance(other.gapM),
  };
  const length = other.lengthM === null ? same(NONE) : distance(other.lengthM);
  const key =
    other.kind === 'project'
      ? 'findingProject'
      : other.lengthM === null
        ? 'findingOpposite'
        : 'findingGoesOn'; // a road that is not open begins near by; all else lies opposite
  const texts = [msg(key, {...said, length})];
  if (other.networkM !== null && other.detourRatio !== null)
    texts.push(
      msg('findingToday', {
        length: distance(other.networkM),
        time: duration(other.timeS),
        ratio: number(other.detourRatio, 1),
      }),
    );
  // A link of the registry runs between towns: no way is looked for.
  else if (other.networkM === null && other.kind !== 'project') texts.push(msg('findingNoWay'));
  return texts;
}

function crossingTexts({rule, crossings: {left, right}}: DeadEndRow): Text[] {
  if (rule === 'R7') return [];
  if (left === null && right === null) return [msg('findingNoCrossing')];
  const side = (crossing: NearestCrossing | null): Text =>
    crossing === null
      ? msg('findingNone')
      : joinTexts(
          [distance(crossing.alongBorderM), ...(crossing.ref === '' ? [] : [same(crossing.ref)])],
          same(' '),
        );
  return [msg('findingCrossings', {left: side(left), right: side(right)})];
}

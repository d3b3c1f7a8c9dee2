import type {DetourRow, ReportResult} from '../../analysis/rows.ts';
import {duration, km, number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {nameList} from '../names.ts';

type Answered = DetourRow & {fastest: {detourIndex: number}};

/** How far round the headline pairs go, and which of them cannot be told or may be the extract's doing. */
export function detourFinding({detour, headlinePairs}: ReportResult): Text {
  const head = headlinePairs
    .map((pair) => rowOfPair(detour, pair))
    .filter((row) => row !== undefined);
  const known = head.filter(answered).toSorted(byIndex);
  const [worst, ...others] = known;
  const missing = missingText(detour);
  if (worst === undefined) return msg('findNoDetour', {missing});
  const rest = detour
    .filter(answered)
    .filter((row) => !head.includes(row))
    .toSorted(byIndex);
  const best = rest[rest.length - 1];
  const clip = detour.filter((row) => row.nearClip).length;
  return msg('findWorst', {
    from: worst.from,
    to: worst.to,
    km: km(worst.fastest.distanceM),
    straight: km(worst.straightM),
    index: number(worst.fastest.detourIndex, 2),
    time: duration(worst.fastest.timeS),
    others:
      others.length === 0
        ? same('')
        : msg('findOthers', {list: joinTexts(others.map(pairText), msg('listComma'))}),
    contrast: best === undefined ? same('') : msg('findContrast', {pair: pairText(best)}),
    missing,
    clip: clip === 0 ? same('') : msg('findClip', {count: clip}),
  });
}

/** The row of a pair in either direction, or `undefined`. */
export function rowOfPair(
  rows: readonly DetourRow[],
  pair: readonly [string, string],
): DetourRow | undefined {
  const is = (a: string, b: string) => (r: DetourRow) => r.from === a && r.to === b;
  return rows.find(is(pair[0], pair[1])) ?? rows.find(is(pair[1], pair[0]));
}

function answered(row: DetourRow): row is Answered {
  return row.fastest !== null && row.fastest.detourIndex !== null;
}

function byIndex(a: Answered, b: Answered): number {
  return b.fastest.detourIndex - a.fastest.detourIndex;
}

function missingText(detour: readonly DetourRow[]): Text {
  const without = detour.filter((row) => row.fastest === null);
  if (without.length === 0) return same('');
  const list = nameList(without.map((row) => `${row.from}–${row.to}`));
  return msg('findUnreachable', {count: without.length, list});
}

function pairText(row: Answered): Text {
  return msg('findPair', {from: row.from, to: row.to, index: number(row.fastest.detourIndex, 2)});
}

import type {BorderEffect, PermeabilityRow} from '../../analysis/rows.ts';
import {NONE, number, percent} from '../i18n/format.ts';
import {levelWord} from '../i18n/words.ts';
import {allCrossings} from '../permeability-columns.ts';
import type {Plan} from '../text-table.ts';
import {notes} from './notes.ts';

export const permeabilityPlan: Plan<PermeabilityRow> = [
  ['colLevel', (r) => levelWord(r.level)],
  ['colSides', (r) => r.sides.map((side) => side ?? '?').join(' / ')],
  ['colBorderKm', (r) => number(r.lengthKm), 'right'],
  ['colCrossings', (r) => String(allCrossings(r).count), 'right'],
  ['colPer100Km', (r) => number(allCrossings(r).per100Km, 2), 'right'],
  [
    'colControl',
    (r) =>
      allCrossings(r)
        .controlPer100Km.map((rate) => number(rate, 2))
        .join(' / '),
    'right',
  ],
  ['colPermeability', (r) => number(allCrossings(r).permeability, 2), 'right'],
  ['colLongestGap', (r) => number(r.longestGap?.km ?? null, 1), 'right'],
  ['colCut', (r) => r.connectivity.map((one) => number(one.corridors)).join(' / '), 'right'],
  ['colBorderEffect', (r) => effectText(r.borderEffect)],
  ['colGapShare', (r) => percent(r.borderEffect.gaps.shareRemoved), 'right'],
  ['colNote', (r) => notes(null, r.nearClip)],
];

/** `1.09 [0.90, 1.38] n=49`. */
function effectText({value, interval, pairs}: BorderEffect): string {
  if (value === null) return NONE;
  const span = interval ? ` [${number(interval[0], 2)}, ${number(interval[1], 2)}]` : '';
  return `${number(value, 2)}${span} n=${pairs}`;
}

import type {DensityRow} from '../../analysis/rows.ts';
import {NONE, number, people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import type {Plan} from '../text-table.ts';

export const densityPlan: Plan<DensityRow> = [
  ['colUnit', (r) => r.unit],
  ['colAreaKm2', (r) => number(r.areaKm2), 'right'],
  ['colPopulation', (r) => people(r.population), 'right'],
  ['colRoadKm', (r) => number(r.km), 'right'],
  ['colPer100Km2', (r) => number(r.kmPer100Km2, 1), 'right'],
  ['colPer10k', (r) => number(r.kmPer10kPersons, 1), 'right'],
  ['colSecondOrBetter', (r) => spanText(r.secondOrBetterShare), 'right'],
  ['colGradeKnown', (r) => percent(r.gradeKnownShare), 'right'],
  ['colAlpha', (r) => number(r.structure.alpha, 2), 'right'],
  ['colBeta', (r) => number(r.structure.beta, 2), 'right'],
  ['colGamma', (r) => number(r.structure.gamma, 2), 'right'],
  ['colEta', (r) => number(r.structure.etaKm, 1), 'right'],
  ['colBandToInterior', (r) => number(r.bandToInterior, 2), 'right'],
  ['colNote', (r) => (r.cut ? msg('unitCut') : '')],
];

/** Least and most of a share, once when they are the same. */
function spanText(span: {readonly least: number; readonly most: number} | null): string {
  if (span === null) return NONE;
  const [least, most] = [percent(span.least), percent(span.most)];
  return least === most ? least : `${least} – ${most}`;
}

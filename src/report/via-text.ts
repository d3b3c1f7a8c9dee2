import type {ViaLeg} from '../analysis/rows.ts';
import {km, NONE} from './i18n/format.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {classWord} from './i18n/words.ts';

/** Legs shorter than this share of the way (ramps, town streets) are left out of the list. */
const SHORT_LEG_SHARE = 0.03;

/** Roads in order of travel with their km, e.g. `G15 120 → G1523 60`; a road without a ref by its class. */
export function viaText(via: readonly ViaLeg[]): Text {
  const totalM = via.reduce((sum, leg) => sum + leg.distanceM, 0);
  const legs: {name: Text; distanceM: number}[] = [];
  for (const leg of via) {
    if (leg.distanceM < SHORT_LEG_SHARE * totalM) continue;
    const road = leg.ref || leg.name;
    const name = road === '' ? classWord(leg.class) : same(road);
    const last = legs[legs.length - 1];
    if (last?.name.zh === name.zh) last.distanceM += leg.distanceM;
    else legs.push({name, distanceM: leg.distanceM});
  }
  if (legs.length === 0) return same(NONE);
  const texts = legs.map(({name, distanceM}) => ({
    zh: `${name.zh} ${km(distanceM)}`,
    en: `${name.en} ${km(distanceM)}`,
  }));
  return joinTexts(texts, same(' → '));
}

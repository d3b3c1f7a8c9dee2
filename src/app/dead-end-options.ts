import type {BorderLevel} from '../analysis/dead-ends/options.ts';
import {UserError} from '../errors.ts';

/** `20,10,5`: kilometres for province, prefecture and county borders as metres; one figure for all. */
export function parseGaps(text: string): Readonly<Record<BorderLevel, number>> {
  const km = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if ((km.length !== 1 && km.length !== 3) || km.some((one) => !(one > 0 && one <= 1000))) {
    throw new UserError(
      'E_USAGE',
      `--gap-km: "${text}" is not one or three numbers of kilometres`,
      {
        hint: 'write --gap-km 20,10,5 for province, prefecture and county borders',
      },
    );
  }
  const [province, prefecture, county] = km.length === 3 ? km : [km[0]!, km[0]!, km[0]!];
  return {province: province! * 1000, prefecture: prefecture! * 1000, county: county! * 1000};
}

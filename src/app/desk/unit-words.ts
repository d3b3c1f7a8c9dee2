import {provinceText} from '../../report/circle-text.ts';
import {unitName} from '../../report/names.ts';
import type {Phrase} from './desk.ts';

/** Units for a reader, by their labels in a result: one without a name is told by its largest place. */
export function unitWords(
  rows: readonly {readonly byProvince: Readonly<Record<string, number>>}[],
): Record<string, Phrase> {
  const labels = new Set(rows.flatMap(({byProvince}) => Object.keys(byProvince)));
  return Object.fromEntries([...labels].map((label) => [label, unitWord(label)]));
}

export function unitWord(label: string): Phrase {
  return label === 'unknown' ? provinceText(label) : unitName(label);
}

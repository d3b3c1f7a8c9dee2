import type {Random} from './random.ts';

/** Numbers at and beyond the edges of the types that they pass through. */
export const NASTY_NUMBERS: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.5,
  -1.5,
  127,
  128,
  255,
  256,
  65535,
  65536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 32 + 1,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  2 ** 62,
  1e21,
  -1e21,
  1e300,
  5e-324,
  90,
  90.0000001,
  180,
  -180,
  180.0000001,
  481,
];

/** Keys that JavaScript objects already have, and others that a careless reader trips over. */
export const NASTY_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'length',
  '',
  ' ',
  'highway',
  'name',
  'then',
];

/** Texts for a tag value or a name. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  '\n',
  'a\nb',
  '\u0000',
  '\u001b[2J',
  '\ud800',
  '\ufeff',
  '\u202e甲',
  'NaN',
  'Infinity',
  '-Infinity',
  'null',
  'undefined',
  '[object Object]',
  '-1',
  '1e999',
  '0x10',
  '99999999999999999999',
  '1.7976931348623157e+308',
  '__proto__',
  'constructor',
  ';;;;',
  '"><script>',
  '</osm>',
  '%s%n',
  '1970-01-01',
  '0000-00-00',
  '9999-99-99',
  '2024-02-30',
  'P99999999D',
  '99:99:99',
  '١٢٣',
  'x'.repeat(70_000),
  '一'.repeat(5_000),
  ';'.repeat(20_000),
  'reversible',
  'yes',
  'no',
  'motorway',
  'construction',
  'administrative',
  '4',
  '80 mph',
  'CN:urban',
];

export function nastyNumber(random: Random): number {
  const number = random.pick(NASTY_NUMBERS);
  return random.chance(0.2) ? number + random.below(1000) - 500 : number;
}

export function nastyText(random: Random): string {
  return random.pick(NASTY_TEXTS);
}

import type {Tags} from '../osm/osm-sink.ts';
import {UNREAD, type Unread} from './words.ts';

/** No road is wider; beyond it the tag is a slip. */
const MAX_LANES = 32;

/** Lanes in all: `lanes`, else those of both directions together; 0 when not tagged. */
export function lanesOf(tags: Tags): number | Unread {
  const whole = tags.get('lanes');
  if (whole !== undefined) return lanes(whole);
  const parts = ['lanes:forward', 'lanes:backward', 'lanes:both_ways'].map((key) => tags.get(key));
  // One direction alone does not say how many there are in all.
  if (parts[0] === undefined || parts[1] === undefined) return 0;
  let sum = 0;
  for (const part of parts) {
    const count = part === '0' ? 0 : lanes(part);
    if (count === UNREAD) return UNREAD;
    sum += count;
  }
  return sum > 0 && sum <= MAX_LANES ? sum : UNREAD;
}

/** `lanes` as a number: `2`, `1.5` (rounded down); 0 when not tagged. */
export function lanes(value: string | undefined): number | Unread {
  if (value === undefined) return 0;
  const count = /^\d+(\.\d+)?$/.test(value.trim()) ? Math.floor(Number(value)) : 0;
  return count >= 1 && count <= MAX_LANES ? count : UNREAD;
}

const M_PER_FOOT = 0.3048;
const MAX_WIDTH_M = 100;

/** `width` of the carriageway in metres: `7.5`, `7,5 m`, `24 ft`, `24'6"`; 0 when not tagged. */
export function widthM(value: string | undefined): number | Unread {
  if (value === undefined) return 0;
  const text = value.trim();
  const feet = /^(\d{1,3})'(?:(\d{1,2})")?$/.exec(text);
  const plain = /^(\d{1,3}(?:[.,]\d+)?)\s*(m|ft)?$/.exec(text);
  let m = 0;
  if (feet) m = (Number(feet[1]) + Number(feet[2] ?? 0) / 12) * M_PER_FOOT;
  else if (plain) m = Number(plain[1]!.replace(',', '.')) * (plain[2] === 'ft' ? M_PER_FOOT : 1);
  return m > 0 && m <= MAX_WIDTH_M ? m : UNREAD;
}

/** Grade 0–4 of `highway:CN`, 255 when not tagged. */
export function grade(value: string | undefined): number | Unread {
  if (value === undefined) return 255;
  return /^[0-4]$/.test(value.trim()) ? Number(value) : UNREAD;
}

/** Persons, `null` when not tagged or not a number; `1,234 567` is read, a guess is not made. */
export function population(value: string | undefined): number | null {
  if (value === undefined) return null;
  const plain = value.replace(/[,\s]/g, '');
  return /^\d{1,10}$/.test(plain) ? Number(plain) : null;
}

import type {Tags} from '../osm/osm-sink.ts';
import {ACCESS_LADDER} from './access.ts';
import {ONEWAY_KEYS} from './oneway.ts';

const KINDS: readonly [reason: string, keys: readonly string[]][] = [
  ['conditional-access', ACCESS_LADDER],
  ['conditional-maxspeed', ['maxspeed', 'maxspeed:forward', 'maxspeed:backward']],
  ['conditional-oneway', ONEWAY_KEYS],
];

/** Rules for some hours, weathers or weights only: no network of one day can hold them. */
export const CONDITIONAL_KEYS: readonly string[] = KINDS.flatMap(([, keys]) =>
  keys.map((key) => `${key}:conditional`),
);

/** Ledger reasons of the conditional tags that a way has; what they say is not used. */
export function conditionalNotes(tags: Tags): string[] {
  // Hardly any way has one, and every way is asked.
  if (!hasConditional(tags)) return [];
  return KINDS.filter(([, keys]) => keys.some((key) => tags.has(`${key}:conditional`))).map(
    ([reason]) => reason,
  );
}

function hasConditional(tags: Tags): boolean {
  for (const key of tags.keys()) if (key.endsWith(':conditional')) return true;
  return false;
}

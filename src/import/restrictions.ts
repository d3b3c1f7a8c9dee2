import type {Ledger} from './ledger.ts';
import type {Tags} from './osm/osm-sink.ts';
import {newest, type RawRelation} from './osm/osm-store.ts';
import type {RawWays} from './osm/way-store.ts';

const CARS = new Set(['motorcar', 'motor_vehicle', 'vehicle']);

/**
 * Counts turn restrictions in the ledger by kind: `turn-no-via-node`, `turn-only-via-way` …, those
 * that spare cars or hold at times only, and those of which the extract lacks a member. The search
 * goes from node to node and does not apply them: docs/import.md says so.
 */
export function accountRestrictions(
  restrictions: readonly RawRelation[],
  ways: RawWays,
  ledger: Ledger,
): void {
  for (const {id, tags, members} of newest(restrictions)) {
    const missing = members.some(({type, ref}) => type === 'way' && ways.place(ref) < 0);
    const reason = missing ? 'turn-incomplete' : kindOf(tags, viaOf(members));
    ledger.add('noted', reason, {count: 1, example: `relation/${id}`});
  }
}

function viaOf(members: RawRelation['members']): 'node' | 'way' | null {
  const via = members.filter(({role}) => role === 'via');
  if (via.length === 0) return null;
  return via.every(({type}) => type === 'node') ? 'node' : 'way';
}

function kindOf(tags: Tags, via: 'node' | 'way' | null): string {
  const except = (tags.get('except') ?? '').split(';');
  if (except.some((mode) => CARS.has(mode.trim()))) return 'turn-not-for-cars';
  const value =
    tags.get('restriction') ??
    tags.get('restriction:motorcar') ??
    tags.get('restriction:motor_vehicle');
  if (value === undefined) {
    return tags.has('restriction:conditional') ? 'turn-conditional' : 'turn-not-for-cars';
  }
  const sense = /^(no|only)_/.exec(value)?.[1];
  return sense === undefined || via === null ? 'turn-unread' : `turn-${sense}-via-${via}`;
}

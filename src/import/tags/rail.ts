import type {Tags} from '../osm/osm-sink.ts';

export const RAIL_KEYS: readonly string[] = ['gauge', 'electrified', 'usage'];

/**
 * Ledger reasons of what a track is like that no analysis uses: another gauge than 1435 mm (a train
 * does not go on from one to the other), no overhead line, trips for tourists.
 */
export function railNotes(tags: Tags): string[] {
  const notes: string[] = [];
  const gauge = tags.get('gauge');
  if (gauge !== undefined && !gauge.split(';').some((part) => part.trim() === '1435')) {
    notes.push('rail-other-gauge');
  }
  if (tags.get('electrified') === 'no') notes.push('rail-not-electrified');
  if (tags.get('usage') === 'tourism') notes.push('rail-for-tourists');
  return notes;
}

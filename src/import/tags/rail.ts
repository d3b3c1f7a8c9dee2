import type {Tags} from '../osm/osm-sink.ts';

export const RAIL_KEYS: readonly string[] = [
  'gauge',
  'electrified',
  'usage',
  'railway:traffic_mode',
];

const STANDARD_GAUGE = new Set(['1435', 'standard']);

/**
 * Ledger reasons of what a track is like that no analysis uses: another gauge than 1435 mm (a train
 * does not go on from one to the other), no overhead line, trips for tourists, freight alone.
 */
export function railNotes(tags: Tags): string[] {
  const notes: string[] = [];
  const gauge = tags.get('gauge');
  if (gauge !== undefined && !gauge.split(';').some((part) => STANDARD_GAUGE.has(part.trim()))) {
    notes.push('rail-other-gauge');
  }
  if (tags.get('electrified') === 'no') notes.push('rail-not-electrified');
  if (tags.get('usage') === 'tourism') notes.push('rail-for-tourists');
  if (tags.get('railway:traffic_mode') === 'freight') notes.push('rail-for-freight');
  return notes;
}

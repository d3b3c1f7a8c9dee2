import {NODE_FLAG} from '../../graph/vocabulary.ts';
import {ACCESS_LADDER} from '../tags/access.ts';
import {stopsCar} from '../tags/barrier.ts';
import {LANDMARK_NODE_KEYS} from '../tags/landmark-tags.ts';
import type {Tags} from './osm-sink.ts';

/** A node with none of these keys is a mere point of a line. */
export const NODE_TRIGGERS: ReadonlySet<string> = new Set([
  'aeroway',
  'barrier',
  'harbour',
  'seamark:type',
  'highway',
  'railway',
  'place',
  ...LANDMARK_NODE_KEYS,
]);

export const NODE_KEYS: ReadonlySet<string> = new Set([
  ...NODE_TRIGGERS,
  ...ACCESS_LADDER,
  'bollard',
  'locked',
  'station',
  'name',
  'name:zh',
  'name:en',
  'alt_name',
  'official_name',
  'old_name',
  'short_name',
  'population',
  'population:date',
  'is_in:province',
  'is_in:prefecture',
  'is_in:county',
]);

/** Settlements that a planner may name; hamlets and single farms are left out. */
export const PLACE_KINDS: ReadonlySet<string> = new Set([
  'city',
  'town',
  'county',
  'district',
  'village',
  'municipality',
  'borough',
  'suburb',
]);

/**
 * The kind of a place that a planner may name: a settlement's `place=*`, else `airport`, `port` or
 * `checkpoint` for what a region reaches the world through; `null` for any other node.
 */
export function placeKind(tags: Tags): string | null {
  const place = tags.get('place') ?? '';
  if (PLACE_KINDS.has(place)) return place;
  if (tags.get('aeroway') === 'aerodrome') return 'airport';
  const harbour = tags.get('harbour');
  if ((harbour !== undefined && harbour !== 'no') || tags.get('seamark:type') === 'harbour') {
    return 'port';
  }
  return tags.get('barrier') === 'border_control' ? 'checkpoint' : null;
}

const NO_TRAIN_STATIONS = new Set(['subway', 'monorail', 'funicular', 'miniature']);

/** Bits of `NODE_FLAG` that tags alone decide; they count only where a road or track passes. */
export function nodeFlags(tags: Tags): number {
  let flags = stopsCar(tags) ? NODE_FLAG.barrier : 0;
  const highway = tags.get('highway');
  if (highway === 'motorway_junction') flags |= NODE_FLAG.interchange;
  if (highway === 'turning_circle' || highway === 'turning_loop') flags |= NODE_FLAG.turning;
  if (isStation(tags) || isStop(tags)) flags |= NODE_FLAG.station;
  return flags;
}

/** Where trains of a station stop on the track. */
export function isStop(tags: Tags): boolean {
  return tags.get('railway') === 'stop';
}

/** A station or halt of trains (no metro). */
export function isStation(tags: Tags): boolean {
  const railway = tags.get('railway');
  return (
    (railway === 'station' || railway === 'halt') &&
    !NO_TRAIN_STATIONS.has(tags.get('station') ?? '')
  );
}

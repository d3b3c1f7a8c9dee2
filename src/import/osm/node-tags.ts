import {NODE_FLAG} from '../../graph/vocabulary.ts';
import {ACCESS_LADDER} from '../tags/access.ts';
import {stopsCar} from '../tags/barrier.ts';
import {GATEWAY_KEYS, gatewayKind} from '../tags/gateway-tags.ts';
import {LANDMARK_NODE_KEYS} from '../tags/landmark-tags.ts';
import type {Tags} from './osm-sink.ts';

/** Names that a place may be asked for by. */
export const NAME_KEYS = [
  'name',
  'name:zh',
  'name:en',
  'official_name',
  'alt_name',
  'short_name',
  'old_name',
] as const;

/** Say that a stop or station of `public_transport=*` is one of trains. */
export const TRAIN_KEYS = ['train', 'light_rail'] as const;

/** A node with none of these keys is a mere point of a line. */
export const NODE_TRIGGERS: ReadonlySet<string> = new Set([
  ...GATEWAY_KEYS,
  'highway',
  'railway',
  'place',
  'public_transport',
  ...LANDMARK_NODE_KEYS,
]);

export const NODE_KEYS: ReadonlySet<string> = new Set([
  ...NODE_TRIGGERS,
  ...ACCESS_LADDER,
  'bollard',
  'locked',
  'station',
  ...TRAIN_KEYS,
  ...NAME_KEYS,
  'population',
  'population:date',
  'population:kind',
  'population:within',
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
  return PLACE_KINDS.has(place) ? place : gatewayKind(tags);
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
  if (tags.get('railway') === 'stop') return true;
  return isOfTrains(tags, 'stop_position') && !isStation(tags);
}

/** A station or halt of trains (no metro). */
export function isStation(tags: Tags): boolean {
  const railway = tags.get('railway');
  const tagged =
    railway === 'station' ||
    railway === 'halt' ||
    (railway === undefined && isOfTrains(tags, 'station'));
  return tagged && !NO_TRAIN_STATIONS.has(tags.get('station') ?? '');
}

function isOfTrains(tags: Tags, kind: 'station' | 'stop_position'): boolean {
  if (tags.get('public_transport') !== kind) return false;
  return TRAIN_KEYS.some((key) => tags.get(key) === 'yes');
}

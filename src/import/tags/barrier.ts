import type {Tags} from '../osm/osm-sink.ts';
import {carAccess} from './access.ts';

/** Barriers that stop a car unless their access tags say otherwise. */
const CLOSED = new Set([
  'block',
  'bollard',
  'bus_trap',
  'chain',
  'cycle_barrier',
  'debris',
  'ditch',
  'fence',
  'full-height_turnstile',
  'guard_rail',
  'hedge',
  'horse_stile',
  'jersey_barrier',
  'kissing_gate',
  'log',
  'motorcycle_barrier',
  'planter',
  'retaining_wall',
  'rope',
  'stile',
  'sump_buster',
  'turnstile',
  'wall',
]);

/**
 * Whether a node with these tags stops a car. Access tags decide first (`private` stops); else a
 * bollard or block stops, while a gate, a toll booth, a border post, a cattle grid and whatever is
 * not known let through: a wrongly closed gate cuts a network in two, a wrongly open one does not.
 */
export function stopsCar(tags: Tags): boolean {
  const barrier = tags.get('barrier');
  if (barrier === undefined || barrier === 'no') return false;
  const tagged = carAccess(tags);
  if (tagged) return tagged.access === 'no' || tagged.access === 'private';
  if (tags.get('locked') === 'yes') return true;
  if (barrier === 'bollard') {
    return tags.get('bollard') !== 'rising' && tags.get('bollard') !== 'removable';
  }
  return CLOSED.has(barrier);
}

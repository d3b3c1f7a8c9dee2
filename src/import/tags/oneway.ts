import type {Tags} from '../osm/osm-sink.ts';

/**
 * Direction of a way as tagged: 1 along its nodes, -1 against them, 0 both ways, `motorway` one-way
 * only because it is a motorway (which is believed where the extract tags `oneway` at all).
 */
export type Direction = 0 | 1 | -1 | 'motorway';

/** From the most special to the most general: the first that is tagged decides. */
export const ONEWAY_KEYS = [
  'oneway:motorcar',
  'oneway:motor_vehicle',
  'oneway:vehicle',
  'oneway',
] as const;

const FORWARD = new Set(['yes', 'true', '1']);
const BACKWARD = new Set(['-1', 'reverse']);
const BOTH = new Set(['no', 'false', '0']);
/** Open both ways in turn: for a planner's car both ways are there. */
const IN_TURN = new Set(['reversible', 'alternating', 'alternate']);

/** Reads `oneway`, `junction` and `highway`; an unknown value of `oneway` counts as not tagged. */
export function carDirection(tags: Tags, highway: string): Direction {
  const oneway = tagged(tags);
  if (oneway !== undefined) {
    if (FORWARD.has(oneway)) return 1;
    if (BACKWARD.has(oneway)) return -1;
    if (BOTH.has(oneway) || IN_TURN.has(oneway)) return 0;
  }
  const junction = tags.get('junction');
  if (junction === 'roundabout' || junction === 'circular') return 1;
  return highway === 'motorway' ? 'motorway' : 0;
}

/** Ledger reasons of a direction that changes, or that nobody knows. */
export function directionNotes(tags: Tags): string[] {
  const oneway = tagged(tags);
  if (oneway === undefined) return [];
  if (IN_TURN.has(oneway)) return ['oneway-in-turn'];
  return FORWARD.has(oneway) || BACKWARD.has(oneway) || BOTH.has(oneway) ? [] : ['unread-oneway'];
}

function tagged(tags: Tags): string | undefined {
  for (const key of ONEWAY_KEYS) {
    const value = tags.get(key);
    if (value !== undefined) return value;
  }
  return undefined;
}

import type {Tags} from '../osm/osm-sink.ts';

/**
 * Direction of a way as tagged: 1 along its nodes, -1 against them, 0 both ways, `motorway` one-way
 * only because it is a motorway (which is believed where the extract tags `oneway` at all).
 */
export type Direction = 0 | 1 | -1 | 'motorway';

const FORWARD = new Set(['yes', 'true', '1']);
const BACKWARD = new Set(['-1', 'reverse']);
/** Open both ways in turn: for a planner's car both ways are there. */
export const IN_TURN = new Set(['reversible', 'alternating', 'alternate']);

/** Reads `oneway`, `junction` and `highway`; an unknown value of `oneway` counts as not tagged. */
export function carDirection(tags: Tags, highway: string): Direction {
  const oneway = tags.get('oneway:motor_vehicle') ?? tags.get('oneway');
  if (oneway !== undefined) {
    if (FORWARD.has(oneway)) return 1;
    if (BACKWARD.has(oneway)) return -1;
    if (oneway === 'no' || oneway === 'false' || oneway === '0' || IN_TURN.has(oneway)) return 0;
  }
  const junction = tags.get('junction');
  if (junction === 'roundabout' || junction === 'circular') return 1;
  return highway === 'motorway' ? 'motorway' : 0;
}

import type {Tags} from '../osm/osm-sink.ts';

/** Keys that a gateway may be known by. */
export const GATEWAY_KEYS = [
  'aeroway',
  'harbour',
  'seamark:type',
  'landuse',
  'industrial',
  'barrier',
] as const;

/** Values of `harbour` that are one; others are things in one (`fuel`, `slipway`, `crane`). */
const HARBOURS = new Set(['yes', 'harbour', 'port', 'ferry', 'fishing', 'marina', 'container']);
const PORT_LAND = new Set(['harbour', 'port']);

/** What a region reaches the world through; `null` for anything else. */
export function gatewayKind(tags: Tags): 'airport' | 'port' | 'checkpoint' | null {
  if (tags.get('aeroway') === 'aerodrome') return 'airport';
  if (
    HARBOURS.has(tags.get('harbour') ?? '') ||
    tags.get('seamark:type') === 'harbour' ||
    PORT_LAND.has(tags.get('landuse') ?? '') ||
    tags.get('industrial') === 'port'
  ) {
    return 'port';
  }
  return tags.get('barrier') === 'border_control' ? 'checkpoint' : null;
}

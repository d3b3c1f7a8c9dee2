import {EDGE_CLASSES, FIRST_RAIL_CLASS} from '../graph/vocabulary.ts';
import {type Ledger, READ_TOTAL} from './ledger.ts';
import type {OsmStore} from './osm/osm-store.ts';
import {MOTORWAY_DIRECTION, type RawWays} from './osm/way-store.ts';
import type {Topology} from './topology/build-topology.ts';
import type {ResolvedWays} from './topology/way-lengths.ts';

/**
 * Writes every way that was read into the ledger exactly once, and beside it the totals counted
 * independently of what became of the ways. `borderWays` are rows of ways used as borders or areas.
 */
export function accountWays(
  store: OsmStore,
  ways: RawWays,
  resolved: ResolvedWays,
  topology: Topology,
  borderWays: ReadonlySet<number>,
  ledger: Ledger,
): void {
  const current = new Uint8Array(ways.count);
  for (const w of ways.order) current[w] = 1;
  for (const w of inOrder(ways, current)) {
    const refs = resolved.present[w]! + resolved.missing[w]!;
    const amount = {ways: 1, nodes: refs, example: `way/${ways.id[w]}`};
    ledger.add('noted', READ_TOTAL, {ways: 1, nodes: refs, lengthM: resolved.lengthM[w]!});
    if (!current[w]) {
      ledger.add('dropped', 'other-version', {...amount, lengthM: resolved.lengthM[w]!});
      continue;
    }
    const attributes = ways.attributes[w]!;
    if (attributes > 0 && topology.isEdge[w] === 1) {
      const {class: name, status} = store.attributes[attributes - 1]!;
      ledger.add(
        status === 'open' ? 'kept' : 'dormant',
        status === 'open' ? modeOf(name) : status,
        {...amount, lengthM: topology.edgeM[w]!},
      );
      continue;
    }
    const lengthM = resolved.lengthM[w]!;
    if (borderWays.has(w)) ledger.add('kept', 'boundary', {...amount, lengthM});
    else if (attributes > 0) ledger.add('dropped', noLine(resolved, w), {...amount, lengthM});
    else ledger.add('dropped', store.reasons[ways.reason[w]!]!, {...amount, lengthM});
  }
  noteWays(store, ways, resolved, current, ledger);
}

/** Every way as read, in an order that does not depend on the file's. */
function* inOrder(ways: RawWays, current: Uint8Array): Generator<number> {
  yield* ways.order;
  for (let w = 0; w < ways.count; w++) if (!current[w]) yield w;
}

function modeOf(name: (typeof EDGE_CLASSES)[number]): string {
  if (name === 'ferry') return 'ferry';
  return EDGE_CLASSES.indexOf(name) >= FIRST_RAIL_CLASS ? 'rail' : 'road';
}

/** Why a way of a good class has no two nodes to join. */
function noLine(resolved: ResolvedWays, way: number): string {
  if (resolved.present[way] === 0) return 'no-nodes';
  return 'single-node';
}

function noteWays(
  store: OsmStore,
  ways: RawWays,
  resolved: ResolvedWays,
  current: Uint8Array,
  ledger: Ledger,
): void {
  const note = (reason: string, w: number): void => {
    ledger.add('noted', reason, {
      ways: 1,
      lengthM: resolved.lengthM[w]!,
      nodes: 0,
      example: `way/${ways.id[w]}`,
    });
  };
  const notes = store.notes.filter(({way}) => current[way]);
  notes.sort((a, b) => ways.id[a.way]! - ways.id[b.way]!);
  for (const {reason, way} of notes) note(reason, way);
  for (const w of ways.order) {
    if (ways.attributes[w] === 0) continue;
    if (!store.motorwaysSayOneway && ways.direction[w] === MOTORWAY_DIRECTION) {
      note('motorway-without-oneway', w);
    }
    if (resolved.missing[w]! > 0) {
      note('way-cut', w);
      if (ways.durationS[w]! > 0) note('ferry-duration-cut', w);
    }
  }
  if (store.nodes.outOfRange > 0) {
    ledger.add('noted', 'node-out-of-range', {nodes: store.nodes.outOfRange});
  }
}

import {EDGE_CLASSES, FIRST_RAIL_CLASS} from '../graph/vocabulary.ts';
import {type Ledger, READ_TOTAL} from './ledger.ts';
import type {RawNodes} from './osm/node-store.ts';
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
  const fates = new Fates(store, ways, resolved, topology, borderWays, ledger);
  const read = {ways: 0, lengthM: 0, nodes: 0};
  const account = (w: number): void => {
    const lengthM = resolved.lengthM[w]!;
    const nodes = resolved.present[w]! + resolved.missing[w]!;
    read.ways++;
    read.lengthM += lengthM;
    read.nodes += nodes;
    const isEdge = current[w] === 1 && topology.isEdge[w] === 1;
    fates.of(w, current[w] === 1)(ways.id[w]!, isEdge ? topology.edgeM[w]! : lengthM, nodes);
  };
  // In an order that does not depend on the file's.
  for (const w of ways.order) account(w);
  for (let w = 0; w < ways.count; w++) if (!current[w]) account(w);
  if (read.ways > 0) ledger.add('noted', READ_TOTAL, read);
  noteWays(store, ways, resolved, current, ledger);
}

/** Counts nodes and ways that came twice in one version and do not agree. */
export function accountConflicts(nodes: RawNodes, ways: RawWays, ledger: Ledger): void {
  for (const id of nodes.conflicts) {
    ledger.add('noted', 'conflict-node', {nodes: 1, example: `node/${id}`});
  }
  for (const id of ways.conflicts) {
    ledger.add('noted', 'conflict-way', {ways: 1, example: `way/${id}`});
  }
}

type Tally = ReturnType<Ledger['tally']>;

/** Finds the ledger line of a way; keeps those of each kind of edge and each reason at hand. */
class Fates {
  readonly #store: OsmStore;
  readonly #ways: RawWays;
  readonly #resolved: ResolvedWays;
  readonly #topology: Topology;
  readonly #borderWays: ReadonlySet<number>;
  readonly #ledger: Ledger;
  readonly #byAttributes: (Tally | undefined)[] = [];
  readonly #byReason: (Tally | undefined)[] = [];

  constructor(
    store: OsmStore,
    ways: RawWays,
    resolved: ResolvedWays,
    topology: Topology,
    borderWays: ReadonlySet<number>,
    ledger: Ledger,
  ) {
    this.#store = store;
    this.#ways = ways;
    this.#resolved = resolved;
    this.#topology = topology;
    this.#borderWays = borderWays;
    this.#ledger = ledger;
  }

  of(way: number, isCurrent: boolean): Tally {
    if (!isCurrent) return this.#ledger.tally('dropped', 'other-version');
    const attributes = this.#ways.attributes[way]!;
    if (attributes > 0 && this.#topology.isEdge[way] === 1) {
      let tally = this.#byAttributes[attributes];
      tally ??= this.#byAttributes[attributes] = this.#ofEdge(attributes - 1);
      return tally;
    }
    if (this.#borderWays.has(way)) return this.#ledger.tally('kept', 'boundary');
    if (attributes > 0) return this.#ledger.tally('dropped', noLine(this.#resolved, way));
    const reason = this.#ways.reason[way]!;
    let tally = this.#byReason[reason];
    tally ??= this.#byReason[reason] = this.#ledger.tally('dropped', this.#store.reasons[reason]!);
    return tally;
  }

  #ofEdge(row: number): Tally {
    const {class: name, status} = this.#store.attributes[row]!;
    return status === 'open'
      ? this.#ledger.tally('kept', modeOf(name))
      : this.#ledger.tally('dormant', status);
  }
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

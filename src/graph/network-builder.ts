import {type LonLat, lineLengthM} from '../geo/line.ts';
import {type EdgeKind, EdgeKinds} from './edge-kinds.ts';
import {Growable} from './growable.ts';
import type {EdgeTable, Network, NetworkMeta, NodeTable} from './network.ts';

/** What an edge is made from; everything but ends and class has the default of an untagged road. */
export interface EdgeInput extends EdgeKind {
  readonly from: number;
  readonly to: number;
  /** Points between the two nodes, ends not repeated. */
  readonly between?: readonly LonLat[];
  /** Metres; measured along the geometry when not given. */
  readonly lengthM?: number;
  readonly oneway?: boolean;
  readonly bridgeM?: number;
  readonly tunnelM?: number;
  readonly durationS?: number;
  readonly wayIds?: readonly number[];
}

const NO_META: NetworkMeta = {
  sources: [],
  bbox: null,
  dataDate: null,
  schematic: false,
  attribution: '',
  toolVersion: '',
};

/**
 * Collects nodes and edges row by row and freezes them into a `Network`: for networks made by hand. An
 * import, which knows its counts beforehand, fills columns of its own.
 */
export class NetworkBuilder {
  readonly #osmId = new Growable(Float64Array);
  readonly #lon = new Growable(Float64Array);
  readonly #lat = new Growable(Float64Array);
  readonly #flags = new Growable(Uint8Array);
  readonly #c = edgeColumns();
  readonly #kinds = new EdgeKinds();
  readonly #kind = new Growable(Uint32Array);

  get nodeCount(): number {
    return this.#lon.length;
  }

  get edgeCount(): number {
    return this.#c.from.length;
  }

  addNode(lon: number, lat: number, osmId = this.#lon.length + 1, flags = 0): number {
    this.#osmId.push(osmId);
    this.#lon.push(lon);
    this.#lat.push(lat);
    this.#flags.push(flags);
    return this.#lon.length - 1;
  }

  addEdge(input: EdgeInput): number {
    const c = this.#c;
    const between = input.between ?? [];
    for (const [lon, lat] of between) {
      c.pointLonE7.push(Math.round(lon * 1e7));
      c.pointLatE7.push(Math.round(lat * 1e7));
    }
    for (const id of input.wayIds ?? []) c.wayId.push(id);
    this.#kind.push(this.#kinds.add(input));
    c.from.push(input.from);
    c.to.push(input.to);
    c.lengthM.push(input.lengthM ?? this.#measure(input.from, between, input.to));
    c.oneway.push(input.oneway ? 1 : 0);
    c.bridgeM.push(input.bridgeM ?? 0);
    c.tunnelM.push(input.tunnelM ?? 0);
    c.durationS.push(input.durationS ?? 0);
    c.firstPoint.push(c.pointLonE7.length);
    c.firstWay.push(c.wayId.length);
    return c.from.length - 1;
  }

  /** The network so far. `rest` gives meta, places, borders …; what is missing is empty. */
  finish(
    rest: Partial<Omit<Network, 'nodes' | 'edges' | 'strings' | 'meta'>> & {
      readonly meta?: Partial<NetworkMeta>;
    } = {},
  ): Network {
    const nodes: NodeTable = {
      count: this.nodeCount,
      osmId: this.#osmId.take(),
      lon: this.#lon.take(),
      lat: this.#lat.take(),
      flags: this.#flags.take(),
    };
    return {
      meta: {...NO_META, ...rest.meta},
      nodes,
      edges: {...takeColumns(this.#c), ...this.#kinds.spread(this.#kind.view())},
      strings: this.#kinds.strings,
      places: rest.places ?? [],
      stations: rest.stations ?? [],
      borders: rest.borders ?? [],
      areas: rest.areas ?? [],
      ledger: rest.ledger ?? [],
      ...(rest.landmarks && {landmarks: rest.landmarks}),
      ...(rest.lostWays && {lostWays: rest.lostWays}),
    };
  }

  #measure(from: number, between: readonly LonLat[], to: number): number {
    const at = (row: number): LonLat => [this.#lon.at(row), this.#lat.at(row)];
    return lineLengthM([at(from), ...between, at(to)]);
  }
}

function edgeColumns() {
  const columns = {
    from: new Growable(Uint32Array),
    to: new Growable(Uint32Array),
    lengthM: new Growable(Float64Array),
    oneway: new Growable(Uint8Array),
    bridgeM: new Growable(Float32Array),
    tunnelM: new Growable(Float32Array),
    durationS: new Growable(Uint32Array),
    firstPoint: new Growable(Uint32Array),
    pointLonE7: new Growable(Int32Array),
    pointLatE7: new Growable(Int32Array),
    firstWay: new Growable(Uint32Array),
    wayId: new Growable(Float64Array),
  };
  columns.firstPoint.push(0);
  columns.firstWay.push(0);
  return columns;
}

type EdgeColumns = ReturnType<typeof edgeColumns>;

function takeColumns(c: EdgeColumns): {count: number} & Pick<EdgeTable, keyof EdgeColumns> {
  return {
    count: c.from.length,
    from: c.from.take(),
    to: c.to.take(),
    lengthM: c.lengthM.take(),
    oneway: c.oneway.take(),
    bridgeM: c.bridgeM.take(),
    tunnelM: c.tunnelM.take(),
    durationS: c.durationS.take(),
    firstPoint: c.firstPoint.take(),
    pointLonE7: c.pointLonE7.take(),
    pointLatE7: c.pointLatE7.take(),
    firstWay: c.firstWay.take(),
    wayId: c.wayId.take(),
  };
}

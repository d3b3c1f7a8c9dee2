import {type LonLat, lineLengthM} from '../geo/line.ts';
import {Growable} from './growable.ts';
import type {EdgeTable, Network, NetworkMeta, NodeTable} from './network.ts';
import {
  ACCESSES,
  type Access,
  EDGE_CLASSES,
  type EdgeClass,
  STATUSES,
  type Status,
} from './vocabulary.ts';

/** What an edge is made from; everything but ends and class has the default of an untagged road. */
export interface EdgeInput {
  readonly from: number;
  readonly to: number;
  readonly class: EdgeClass;
  /** Points between the two nodes, ends not repeated. */
  readonly between?: readonly LonLat[];
  /** Metres; measured along the geometry when not given. */
  readonly lengthM?: number;
  readonly oneway?: boolean;
  readonly status?: Status;
  readonly access?: Access;
  readonly openedOn?: number;
  readonly closedOn?: number;
  readonly maxspeedKph?: number;
  readonly grade?: number;
  readonly lanes?: number;
  readonly widthM?: number;
  readonly surface?: 'paved' | 'unpaved';
  readonly toll?: boolean;
  readonly highspeed?: boolean;
  readonly bridgeM?: number;
  readonly tunnelM?: number;
  readonly durationS?: number;
  readonly ref?: string;
  readonly name?: string;
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

/** Collects nodes and edges row by row and freezes them into a `Network`. */
export class NetworkBuilder {
  readonly #osmId = new Growable(Float64Array);
  readonly #lon = new Growable(Float64Array);
  readonly #lat = new Growable(Float64Array);
  readonly #flags = new Growable(Uint8Array);
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #c = edgeColumns();

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
    c.from.push(input.from);
    c.to.push(input.to);
    c.class.push(EDGE_CLASSES.indexOf(input.class));
    c.lengthM.push(input.lengthM ?? this.#measure(input.from, between, input.to));
    c.oneway.push(input.oneway ? 1 : 0);
    c.status.push(STATUSES.indexOf(input.status ?? 'open'));
    c.access.push(ACCESSES.indexOf(input.access ?? 'yes'));
    c.openedOn.push(input.openedOn ?? 0);
    c.closedOn.push(input.closedOn ?? 0);
    c.maxspeedKph.push(input.maxspeedKph ?? 0);
    c.grade.push(input.grade ?? 255);
    c.lanes.push(input.lanes ?? 0);
    c.widthM.push(input.widthM ?? 0);
    c.surface.push(input.surface === 'paved' ? 1 : input.surface === 'unpaved' ? 2 : 0);
    c.toll.push(input.toll ? 1 : 0);
    c.highspeed.push(input.highspeed ? 1 : 0);
    c.bridgeM.push(input.bridgeM ?? 0);
    c.tunnelM.push(input.tunnelM ?? 0);
    c.durationS.push(input.durationS ?? 0);
    c.ref.push(this.#string(input.ref ?? ''));
    c.name.push(this.#string(input.name ?? ''));
    for (const [lon, lat] of between) {
      c.pointLonE7.push(Math.round(lon * 1e7));
      c.pointLatE7.push(Math.round(lat * 1e7));
    }
    c.firstPoint.push(c.pointLonE7.length);
    for (const id of input.wayIds ?? []) c.wayId.push(id);
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
      edges: takeColumns(this.#c),
      strings: [...this.#strings.keys()],
      places: rest.places ?? [],
      stations: rest.stations ?? [],
      borders: rest.borders ?? [],
      areas: rest.areas ?? [],
      ledger: rest.ledger ?? [],
    };
  }

  #measure(from: number, between: readonly LonLat[], to: number): number {
    const at = (row: number): LonLat => [this.#lon.at(row), this.#lat.at(row)];
    return lineLengthM([at(from), ...between, at(to)]);
  }

  #string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const row = this.#strings.size;
    this.#strings.set(text, row);
    return row;
  }
}

function edgeColumns() {
  const columns = {
    from: new Growable(Uint32Array),
    to: new Growable(Uint32Array),
    lengthM: new Growable(Float64Array),
    class: new Growable(Uint8Array),
    oneway: new Growable(Uint8Array),
    status: new Growable(Uint8Array),
    access: new Growable(Uint8Array),
    openedOn: new Growable(Int32Array),
    closedOn: new Growable(Int32Array),
    maxspeedKph: new Growable(Uint16Array),
    grade: new Growable(Uint8Array),
    lanes: new Growable(Uint8Array),
    widthM: new Growable(Float32Array),
    surface: new Growable(Uint8Array),
    toll: new Growable(Uint8Array),
    highspeed: new Growable(Uint8Array),
    bridgeM: new Growable(Float32Array),
    tunnelM: new Growable(Float32Array),
    durationS: new Growable(Uint32Array),
    ref: new Growable(Uint32Array),
    name: new Growable(Uint32Array),
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

function takeColumns(c: ReturnType<typeof edgeColumns>): EdgeTable {
  return {
    count: c.from.length,
    from: c.from.take(),
    to: c.to.take(),
    lengthM: c.lengthM.take(),
    class: c.class.take(),
    oneway: c.oneway.take(),
    status: c.status.take(),
    access: c.access.take(),
    openedOn: c.openedOn.take(),
    closedOn: c.closedOn.take(),
    maxspeedKph: c.maxspeedKph.take(),
    grade: c.grade.take(),
    lanes: c.lanes.take(),
    widthM: c.widthM.take(),
    surface: c.surface.take(),
    toll: c.toll.take(),
    highspeed: c.highspeed.take(),
    bridgeM: c.bridgeM.take(),
    tunnelM: c.tunnelM.take(),
    durationS: c.durationS.take(),
    ref: c.ref.take(),
    name: c.name.take(),
    firstPoint: c.firstPoint.take(),
    pointLonE7: c.pointLonE7.take(),
    pointLatE7: c.pointLatE7.take(),
    firstWay: c.firstWay.take(),
    wayId: c.wayId.take(),
  };
}

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

/** What edges of the same tags have in common; all but the class has the default of an untagged road. */
export interface EdgeKind {
  readonly class: EdgeClass;
  readonly status?: Status;
  readonly access?: Access;
  readonly openedOn?: number;
  readonly closedOn?: number;
  readonly maxspeedKph?: number;
  readonly grade?: number;
  readonly lanes?: number;
  readonly widthM?: number;
  readonly surface?: 'paved' | 'unpaved' | undefined;
  readonly toll?: boolean;
  readonly highspeed?: boolean;
  readonly ref?: string;
  readonly name?: string;
}

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

/** Collects nodes and edges row by row and freezes them into a `Network`. */
export class NetworkBuilder {
  readonly #osmId = new Growable(Float64Array);
  readonly #lon = new Growable(Float64Array);
  readonly #lat = new Growable(Float64Array);
  readonly #flags = new Growable(Uint8Array);
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #c = edgeColumns();
  readonly #k = kindColumns();
  readonly #kind = new Growable(Uint32Array);

  get nodeCount(): number {
    return this.#lon.length;
  }

  get edgeCount(): number {
    return this.#c.from.length;
  }

  /** Makes room for so many edges more, and points of theirs, when that is known. */
  reserveEdges(count: number, points: number): void {
    const c = this.#c;
    c.pointLonE7.reserve(c.pointLonE7.length + points);
    c.pointLatE7.reserve(c.pointLatE7.length + points);
    for (const column of [c.from, c.to, c.lengthM, c.oneway, c.bridgeM, c.tunnelM, c.durationS]) {
      column.reserve(column.length + count);
    }
    for (const column of [c.firstPoint, c.firstWay, c.wayId, this.#kind]) {
      column.reserve(column.length + count);
    }
  }

  addNode(lon: number, lat: number, osmId = this.#lon.length + 1, flags = 0): number {
    this.#osmId.push(osmId);
    this.#lon.push(lon);
    this.#lat.push(lat);
    this.#flags.push(flags);
    return this.#lon.length - 1;
  }

  addEdge(input: EdgeInput): number {
    const between = input.between ?? [];
    for (const [lon, lat] of between) this.addPoint(Math.round(lon * 1e7), Math.round(lat * 1e7));
    for (const id of input.wayIds ?? []) this.addWayId(id);
    return this.addEdgeOfKind(
      this.addKind(input),
      input.from,
      input.to,
      input.lengthM ?? this.#measure(input.from, between, input.to),
      input.oneway ?? false,
      input.bridgeM ?? 0,
      input.tunnelM ?? 0,
      input.durationS ?? 0,
    );
  }

  /** A kind of edge for `addEdgeOfKind`: an import has few kinds and millions of edges. */
  addKind(kind: EdgeKind): number {
    const k = this.#k;
    k.class.push(EDGE_CLASSES.indexOf(kind.class));
    k.status.push(STATUSES.indexOf(kind.status ?? 'open'));
    k.access.push(ACCESSES.indexOf(kind.access ?? 'yes'));
    k.openedOn.push(kind.openedOn ?? 0);
    k.closedOn.push(kind.closedOn ?? 0);
    k.maxspeedKph.push(kind.maxspeedKph ?? 0);
    k.grade.push(kind.grade ?? 255);
    k.lanes.push(kind.lanes ?? 0);
    k.widthM.push(kind.widthM ?? 0);
    k.surface.push(kind.surface === 'paved' ? 1 : kind.surface === 'unpaved' ? 2 : 0);
    k.toll.push(kind.toll ? 1 : 0);
    k.highspeed.push(kind.highspeed ? 1 : 0);
    k.ref.push(this.#string(kind.ref ?? ''));
    k.name.push(this.#string(kind.name ?? ''));
    return k.class.length - 1;
  }

  /** A point (1e-7 degrees) between the ends of the edge that is added next. */
  addPoint(lonE7: number, latE7: number): void {
    this.#c.pointLonE7.push(lonE7);
    this.#c.pointLatE7.push(latE7);
  }

  /** An OSM way of the edge that is added next. */
  addWayId(id: number): void {
    this.#c.wayId.push(id);
  }

  /** An edge with the points and ways added since the edge before. */
  addEdgeOfKind(
    kind: number,
    from: number,
    to: number,
    lengthM: number,
    oneway: boolean,
    bridgeM: number,
    tunnelM: number,
    durationS: number,
  ): number {
    const c = this.#c;
    this.#kind.push(kind);
    c.from.push(from);
    c.to.push(to);
    c.lengthM.push(lengthM);
    c.oneway.push(oneway ? 1 : 0);
    c.bridgeM.push(bridgeM);
    c.tunnelM.push(tunnelM);
    c.durationS.push(durationS);
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
      edges: {...takeColumns(this.#c), ...spreadKinds(this.#k, this.#kind.view())},
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

function kindColumns() {
  return {
    class: new Growable(Uint8Array),
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
    ref: new Growable(Uint32Array),
    name: new Growable(Uint32Array),
  };
}

type EdgeColumns = ReturnType<typeof edgeColumns>;
type KindColumns = ReturnType<typeof kindColumns>;

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

/** The columns of the kinds, one row per edge. */
function spreadKinds(k: KindColumns, kind: Uint32Array): Pick<EdgeTable, keyof KindColumns> {
  return {
    class: spreadBytes(k.class, kind),
    status: spreadBytes(k.status, kind),
    access: spreadBytes(k.access, kind),
    openedOn: spread(k.openedOn, kind, new Int32Array(kind.length)),
    closedOn: spread(k.closedOn, kind, new Int32Array(kind.length)),
    maxspeedKph: spread(k.maxspeedKph, kind, new Uint16Array(kind.length)),
    grade: spreadBytes(k.grade, kind),
    lanes: spreadBytes(k.lanes, kind),
    widthM: spread(k.widthM, kind, new Float32Array(kind.length)),
    surface: spreadBytes(k.surface, kind),
    toll: spreadBytes(k.toll, kind),
    highspeed: spreadBytes(k.highspeed, kind),
    ref: spread(k.ref, kind, new Uint32Array(kind.length)),
    name: spread(k.name, kind, new Uint32Array(kind.length)),
  };
}

/** `spread` for the most frequent type, on its own so that it compiles to plain loads and stores. */
function spreadBytes(column: Growable<Uint8Array>, kind: Uint32Array): Uint8Array {
  const values = column.view();
  const rows = new Uint8Array(kind.length);
  for (let i = 0; i < kind.length; i++) rows[i] = values[kind[i]!]!;
  return rows;
}

function spread<T extends Int32Array | Uint16Array | Float32Array | Uint32Array>(
  column: Growable<T>,
  kind: Uint32Array,
  rows: T,
): T {
  const values = column.view();
  for (let i = 0; i < kind.length; i++) rows[i] = values[kind[i]!]!;
  return rows;
}

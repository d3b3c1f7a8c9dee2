import type {BorderIndex} from '../../geo/border-index.ts';
import {greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, pointAlong} from '../../geo/line.ts';
import type {CompiledNetwork} from '../../graph/compile.ts';
import {componentLengthM, weakComponents} from '../../graph/components.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import {Growable} from '../../graph/growable.ts';
import {DRAWN_POINT_M} from '../../graph/snap.ts';
import {EDGE_CLASSES, ROAD_RANK} from '../../graph/vocabulary.ts';
import {MIN_PART_M} from './options.ts';

/**
 * Places on the studied roads near a border, in order from west to east (then south to north): a
 * point's row is its rank by place, whatever rows the network has.
 */
export interface RoadPoints {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The edge a point lies on; of a node's edges the one of highest class. */
  readonly edge: Uint32Array;
  /** Share of that edge's length from its `from` node; 0 or 1 at a node. */
  readonly share: Float64Array;
  /** Row of the node that the point is, −1 = between nodes. */
  readonly node: Int32Array;
}

export interface PointRules {
  /** Rank (`ROAD_RANK`) of the lowest class. */
  readonly minRank: number;
  readonly bandM: number;
  readonly spacingM: number;
}

/**
 * Points of two kinds that are never joined to each other: on expressways, which one only enters at
 * interchanges, and on all other roads of the class. Of expressways only the ends count, unless
 * nothing but expressways is studied.
 */
export interface PointLayers {
  readonly expressway: RoadPoints;
  readonly road: RoadPoints;
  /** Studied edges left out because their part of the network is shorter than `MIN_PART_M`. */
  readonly looseEdges: number;
}

/**
 * Every node of a studied edge, and points along it about `spacingM` apart, within `bandM` of a border. Studied: compiled (open, public), of the class or above, no ramp and
 * no ferry.
 */
export function roadPoints(
  road: CompiledNetwork,
  borders: BorderIndex,
  rules: PointRules,
): PointLayers {
  const {edges} = road.network;
  const layers = [
    new PointCollector(road, borders, rules),
    new PointCollector(road, borders, rules),
  ] as const;
  const endsOnly = rules.minRank > ROAD_RANK.motorway;
  const {taken, looseEdges} = studiedEdges(road, rules.minRank);
  for (const edge of taken) {
    if (EDGE_CLASSES[edges.class[edge]!] === 'motorway') layers[0].addEdge(edge, endsOnly);
    else layers[1].addEdge(edge, false);
  }
  return {expressway: layers[0].finish(), road: layers[1].finish(), looseEdges};
}

/** The studied edges, and how many are left out because their part of the network is shorter than `MIN_PART_M`. */
export function studiedEdges(
  road: CompiledNetwork,
  minRank: number,
): {readonly taken: readonly number[]; readonly looseEdges: number} {
  const {edges} = road.network;
  const components = weakComponents(road);
  const partM = componentLengthM(road, components);
  const seen = new Uint8Array(edges.count);
  const taken: number[] = [];
  let looseEdges = 0;
  for (let a = 0; a < road.arcCount; a++) {
    const edge = road.edgeOf[a]!;
    if (seen[edge] === 1) continue;
    seen[edge] = 1;
    const name = EDGE_CLASSES[edges.class[edge]!]!;
    if (ROAD_RANK[name] > minRank || name.endsWith('_link')) continue;
    // Twice the length: an arc counts for each direction, and a one-way road is no less of a road.
    if (partM[components.label[road.tail[a]!]!]! < MIN_PART_M) looseEdges++;
    else taken.push(edge);
  }
  return {taken, looseEdges};
}

class PointCollector {
  readonly #road: CompiledNetwork;
  readonly #borders: BorderIndex;
  readonly #rules: PointRules;
  readonly #lon = new Growable(Float64Array);
  readonly #lat = new Growable(Float64Array);
  readonly #edge = new Growable(Uint32Array);
  readonly #share = new Growable(Float64Array);
  readonly #node = new Growable(Int32Array);
  /** Edge that speaks for a node. */
  readonly #nodeEdge = new Map<number, number>();

  constructor(road: CompiledNetwork, borders: BorderIndex, rules: PointRules) {
    this.#road = road;
    this.#borders = borders;
    this.#rules = rules;
  }

  /** `endsOnly`: of its points, nodes that the studied roads leave one way only. */
  addEdge(edge: number, endsOnly: boolean): void {
    const {edges} = this.#road.network;
    const line = edgeLine(this.#road.network, edge);
    const totalM = lineLengthM(line);
    if (!this.#comesNear(line, totalM)) return;
    for (const node of [edges.from[edge]!, edges.to[edge]!]) {
      if (endsOnly && waysOn(this.#road, node, this.#rules.minRank) > 1) continue;
      const known = this.#nodeEdge.get(node);
      if (known === undefined || this.#speaksBefore(edge, known)) this.#nodeEdge.set(node, edge);
    }
    if (endsOnly) return;
    for (const {share, at} of stopsAlong(line, totalM, this.#rules.spacingM)) {
      this.#offer(at[0], at[1], edge, share);
    }
  }

  /** Whether any part of a line may lie within the band: asked once, before its points are. */
  #comesNear(line: readonly LonLat[], totalM: number): boolean {
    const [lon, lat] = pointAlong(line, totalM / 2);
    return this.#borders.near(lon, lat, this.#rules.bandM + totalM / 2);
  }

  #offer(lon: number, lat: number, edge: number, share: number, node = -1): void {
    if (!this.#borders.near(lon, lat, this.#rules.bandM)) return;
    this.#lon.push(lon);
    this.#lat.push(lat);
    this.#edge.push(edge);
    this.#share.push(share);
    this.#node.push(node);
  }

  /** The higher class, then by ref, name and length: no row has a say. */
  #speaksBefore(a: number, b: number): boolean {
    const {edges, strings} = this.#road.network;
    const rank = (e: number): number => ROAD_RANK[EDGE_CLASSES[edges.class[e]!]!];
    if (rank(a) !== rank(b)) return rank(a) < rank(b);
    const [refA, refB] = [strings[edges.ref[a]!]!, strings[edges.ref[b]!]!];
    if (refA !== refB) return refB === '' || (refA !== '' && refA < refB);
    const [nameA, nameB] = [strings[edges.name[a]!]!, strings[edges.name[b]!]!];
    if (nameA !== nameB) return nameB === '' || (nameA !== '' && nameA < nameB);
    return edges.lengthM[a]! > edges.lengthM[b]!;
  }

  finish(): RoadPoints {
    const {nodes, edges} = this.#road.network;
    for (const [node, edge] of this.#nodeEdge) {
      const share = edges.from[edge] === node ? 0 : 1;
      this.#offer(nodes.lon[node]!, nodes.lat[node]!, edge, share, node);
    }
    const found = {
      lon: this.#lon.take(),
      lat: this.#lat.take(),
      edge: this.#edge.take(),
      share: this.#share.take(),
      node: this.#node.take(),
    };
    const {lengthM} = edges;
    const order = Uint32Array.from(found.lon.keys()).sort(
      (a, b) =>
        found.lon[a]! - found.lon[b]! ||
        found.lat[a]! - found.lat[b]! ||
        lengthM[found.edge[a]!]! - lengthM[found.edge[b]!]! ||
        found.share[a]! - found.share[b]!,
    );
    return {
      count: order.length,
      lon: Float64Array.from(order, (i) => found.lon[i]!),
      lat: Float64Array.from(order, (i) => found.lat[i]!),
      edge: Uint32Array.from(order, (i) => found.edge[i]!),
      share: Float64Array.from(order, (i) => found.share[i]!),
      node: Int32Array.from(order, (i) => found.node[i]!),
    };
  }
}

/** How many different nodes the roads of a rank or above lead to from (or to) a node. */
export function waysOn(road: CompiledNetwork, node: number, minRank: number): number {
  const {edges} = road.network;
  const beyond = new Set<number>();
  const look = (arc: number, other: number): void => {
    const name = EDGE_CLASSES[edges.class[road.edgeOf[arc]!]!]!;
    if (ROAD_RANK[name] <= minRank && other !== node) beyond.add(other);
  };
  for (let a = road.firstOut[node]!; a < road.firstOut[node + 1]!; a++) look(a, road.head[a]!);
  for (let i = road.firstIn[node]!; i < road.firstIn[node + 1]!; i++) {
    look(road.inArc[i]!, road.tail[road.inArc[i]!]!);
  }
  return beyond.size;
}

/**
 * Points between the ends of a line at which a stop can stand: drawn points of it, thinned to
 * `spacingM`, and in drawn pieces of 2 km and more also points between, a kilometre from any other:
 * those and no others the snapper leaves where they are. Whichever way the line was drawn.
 */
function stopsAlong(
  drawn: readonly LonLat[],
  totalM: number,
  spacingM: number,
): {readonly share: number; readonly at: LonLat}[] {
  const turned = isBefore(drawn[drawn.length - 1]!, drawn[0]!);
  const line = turned ? [...drawn].reverse() : drawn;
  const found: {share: number; at: LonLat}[] = [];
  const keep = (alongM: number, at: LonLat): void => {
    const share = alongM / totalM;
    found.push({share: turned ? 1 - share : share, at});
  };
  let alongM = 0;
  let lastM = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const stepM = greatCircleM(a[0], a[1], b[0], b[1]);
    const parts = Math.floor(stepM / Math.max(DRAWN_POINT_M, spacingM));
    for (let k = 1; parts >= 2 && k < parts; k++) {
      const t = k / parts;
      keep(alongM + t * stepM, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      lastM = alongM + t * stepM;
    }
    alongM += stepM;
    if (i === line.length - 1 || alongM - lastM < spacingM) continue;
    keep(alongM, b);
    lastM = alongM;
  }
  return found;
}

function isBefore(a: LonLat, b: LonLat): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

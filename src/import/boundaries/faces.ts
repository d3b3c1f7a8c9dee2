import {indexAreas} from '../../geo/area-index.ts';
import type {LonLat} from '../../geo/line.ts';
import type {Polygons} from './model.ts';
import type {PlaneGraph} from './noding.ts';

/** The faces that a plane graph parts the plane into. */
export interface Faces {
  readonly count: number;
  /** Face on the left of each half edge (2e = from → to, 2e + 1 = back); -1 = outside of all. */
  readonly left: Int32Array;
  /** GeoJSON polygon of each face: outer ring counter-clockwise, then its holes. */
  readonly polygons: readonly Polygons[number][];
}

/**
 * Traces the faces of a plane graph. A loose end, or a line that hangs free in a face, has that face
 * on both its sides.
 */
export function traceFaces(graph: PlaneGraph): Faces {
  const next = nextHalfEdges(graph);
  const cycle = new Int32Array(next.length).fill(-1);
  const cycles: {ring: LonLat[]; area: number; start: number}[] = [];
  for (let h = 0; h < next.length; h++) {
    if (cycle[h] !== -1) continue;
    const ring: LonLat[] = [];
    let area = 0;
    for (let at = h; cycle[at] === -1; at = next[at]!) {
      cycle[at] = cycles.length;
      const [a, b] = [origin(graph, at), origin(graph, at ^ 1)];
      ring.push([graph.x[a]! / 1e7, graph.y[a]! / 1e7]);
      // Relative to the first point, so that the products stay small.
      const [x0, y0] = [graph.x[origin(graph, h)]!, graph.y[origin(graph, h)]!];
      area += (graph.x[a]! - x0) * (graph.y[b]! - y0) - (graph.x[b]! - x0) * (graph.y[a]! - y0);
    }
    ring.push(ring[0]!);
    cycles.push({ring, area: area / 2, start: h});
  }
  return nest(graph, cycles, cycle);
}

function origin(graph: PlaneGraph, halfEdge: number): number {
  return halfEdge % 2 === 0 ? graph.from[halfEdge >> 1]! : graph.to[halfEdge >> 1]!;
}

/** Per half edge the one that follows it round the face on its left. */
function nextHalfEdges(graph: PlaneGraph): Int32Array {
  const count = graph.from.length * 2;
  const leaving: number[][] = graph.x.map(() => []);
  const angle = new Float64Array(count);
  for (let h = 0; h < count; h++) {
    const [a, b] = [origin(graph, h), origin(graph, h ^ 1)];
    angle[h] = Math.atan2(graph.y[b]! - graph.y[a]!, graph.x[b]! - graph.x[a]!);
    leaving[a]!.push(h);
  }
  const next = new Int32Array(count);
  for (const around of leaving) {
    around.sort((a, b) => angle[a]! - angle[b]!);
    // Arriving by the twin of `around[i]`, the leftmost turn is the neighbour clockwise of it.
    around.forEach((h, i) => {
      next[h ^ 1] = around[(i + around.length - 1) % around.length]!;
    });
  }
  return next;
}

/** Counter-clockwise cycles are faces; every other one is the rim of a component, a hole of the face round it. */
function nest(
  graph: PlaneGraph,
  cycles: readonly {ring: LonLat[]; area: number; start: number}[],
  cycle: Int32Array,
): Faces {
  const part = components(graph);
  const partOf = (c: number): number => part[origin(graph, cycles[c]!.start)]!;
  const outer = cycles.flatMap(({area}, c) => (area > 0 ? [c] : []));
  const faceOf = new Int32Array(cycles.length).fill(-1);
  outer.forEach((c, face) => {
    faceOf[c] = face;
  });
  const polygons: LonLat[][][] = outer.map((c) => [cycles[c]!.ring]);
  const index = indexAreas(polygons.map((polygon) => [polygon]));
  const holes: [face: number, ring: LonLat[]][] = [];
  cycles.forEach(({ring, area}, c) => {
    if (area > 0) return;
    const [lon, lat] = ring[0]!;
    const round = index
      .areasAt(lon, lat)
      .filter((face) => partOf(outer[face]!) !== partOf(c))
      .sort((a, b) => cycles[outer[a]!]!.area - cycles[outer[b]!]!.area)[0];
    if (round === undefined) return;
    faceOf[c] = round;
    if (area < 0) holes.push([round, ring]);
  });
  for (const [face, ring] of holes) polygons[face]!.push(ring);
  return {count: outer.length, left: cycle.map((c) => faceOf[c]!), polygons};
}

/** Component of each node. */
function components(graph: PlaneGraph): Int32Array {
  const parent = Int32Array.from(graph.x, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  graph.from.forEach((a, e) => {
    parent[root(a)] = root(graph.to[e]!);
  });
  return parent.map((_, node) => root(node));
}

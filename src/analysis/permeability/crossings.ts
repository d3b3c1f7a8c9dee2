import type {BorderIndex} from '../../geo/border-index.ts';
import type {LonLat} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_CLASSES, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {Corridor, CorridorGraph} from '../corridors/corridor-graph.ts';
import {metres} from './border-lines.ts';

/** A road that ends this near behind the line goes nowhere, metres. Ours. */
export const STUB_M = 2_000;

/** Where a corridor goes over a line of an index. */
export interface CorridorCrossing {
  /** Row of the corridor. */
  readonly corridor: number;
  readonly at: LonLat;
  /** Network edge that lies there. */
  readonly edge: number;
  readonly isStub: boolean;
}

/**
 * Crossings by group of lines (`groupOf` a line of the index). A corridor crosses a group when it does so an odd
 * number of times: one that winds along the line and ends on the side it came from does not. The middle
 * crossing stands for it.
 */
export function crossingsOf(
  network: Network,
  {corridors, at: junctions}: CorridorGraph,
  index: BorderIndex,
  groupOf: (line: number) => number,
): Map<number, CorridorCrossing[]> {
  const degree = new Uint32Array(junctions.length);
  for (const {a, b} of corridors) {
    degree[a]!++;
    degree[b]!++;
  }
  const found = new Map<number, CorridorCrossing[]>();
  corridors.forEach((corridor, row) => {
    const byGroup = new Map<number, LonLat[]>();
    for (const {line, lon, lat} of index.crossingsOfLine(corridor.line)) {
      const group = groupOf(line);
      const known = byGroup.get(group);
      if (known) known.push([lon, lat]);
      else byGroup.set(group, [[lon, lat]]);
    }
    for (const [group, points] of byGroup) {
      if (points.length % 2 === 0) continue;
      const at = points[(points.length - 1) / 2]!;
      const isStub = [corridor.a, corridor.b].some(
        (end) => degree[end] === 1 && metres(junctions[end]!, at) < STUB_M,
      );
      const crossing = {corridor: row, at, edge: edgeNear(network, corridor, at), isStub};
      const known = found.get(group);
      if (known) known.push(crossing);
      else found.set(group, [crossing]);
    }
  });
  return found;
}

/** The edge of a corridor that passes nearest to a point; the higher class where two do. */
function edgeNear(network: Network, {edges}: Corridor, [lon, lat]: LonLat): number {
  const rank = (edge: number): number => ROAD_RANK[EDGE_CLASSES[network.edges.class[edge]!]!];
  return edges
    .map((edge) => ({edge, m: nearestOnLine(edgeLine(network, edge), lon, lat).distanceM}))
    .sort((a, b) => Math.round(a.m) - Math.round(b.m) || rank(a.edge) - rank(b.edge))[0]!.edge;
}

/**
 * Longest stretch of some lines without any of the points, ends of lines counting as limits. A closed line has no
 * ends: its stretch may go on over the point where the line begins, `toM` is then more than its length.
 */
export function longestStretch(
  lines: readonly (readonly LonLat[])[],
  points: readonly LonLat[],
  lengthsM: readonly number[],
): {readonly line: number; readonly fromM: number; readonly toM: number} | null {
  let longest: {line: number; fromM: number; toM: number} | null = null;
  pointsAlong(lines, points).forEach((along, line) => {
    const lengthM = lengthsM[line]!;
    const limits =
      isClosed(lines[line]!) && along.length > 0
        ? [...along, along[0]! + lengthM]
        : [0, ...along, lengthM];
    for (let i = 1; i < limits.length; i++) {
      const [fromM, toM] = [limits[i - 1]!, limits[i]!];
      if (longest === null || toM - fromM > longest.toM - longest.fromM + 1e-6) {
        longest = {line, fromM, toM};
      }
    }
  });
  return longest;
}

/** By line, rising: metres along it of the points that lie nearest to it. */
function pointsAlong(
  lines: readonly (readonly LonLat[])[],
  points: readonly LonLat[],
): readonly number[][] {
  const along = lines.map((): number[] => []);
  for (const [lon, lat] of points) {
    let best = {line: -1, distanceM: Infinity, alongM: 0};
    lines.forEach((points, line) => {
      const near = nearestOnLine(points, lon, lat);
      if (near.distanceM < best.distanceM) best = {line, ...near};
    });
    along[best.line]?.push(best.alongM);
  }
  return along.map((marks) => marks.sort((a, b) => a - b));
}

function isClosed(line: readonly LonLat[]): boolean {
  const [a, b] = [line[0]!, line[line.length - 1]!];
  return line.length > 2 && a[0] === b[0] && a[1] === b[1];
}

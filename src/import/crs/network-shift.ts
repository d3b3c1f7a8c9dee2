import type {LonLat} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {nearestLine} from './nearest-line.ts';
import {findShift, MIN_POINTS, type Shift} from './shift-test.ts';

/** BD-09 lies up to some 1.4 km off; beyond this a distance says nothing. */
const LIMIT_M = 2000;

/** The shift test of points that should lie on the edges of a network (stops, stations, surveys). */
export function shiftAgainst(network: Network, points: readonly LonLat[]): Shift | null {
  if (points.length < MIN_POINTS) return null;
  const distanceM = nearestLine(edgeLines(network), LIMIT_M);
  return distanceM === null ? null : findShift(points, distanceM);
}

/** The shift test of lines against lines that are believed. */
export function shiftOfLines(
  lines: readonly (readonly LonLat[])[],
  known: Iterable<readonly LonLat[]>,
): Shift | null {
  const distanceM = nearestLine(known, LIMIT_M);
  return distanceM === null ? null : findShift(lines.flatMap(midPoints), distanceM);
}

/** Middles of the segments: the drawn points themselves may be few and at joints. */
function midPoints(line: readonly LonLat[]): LonLat[] {
  return line.slice(1).map(([lon, lat], i) => {
    const before = line[i]!;
    return [(before[0] + lon) / 2, (before[1] + lat) / 2];
  });
}

function* edgeLines(network: Network): Generator<LonLat[]> {
  for (let e = 0; e < network.edges.count; e++) yield edgeLine(network, e);
}

import {indexBorders} from '../../geo/border-index.ts';
import {bearingDeg, greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import type {NearestCrossing} from '../rows.ts';
import {rankOf} from './edge-roles.ts';
import type {LineIndex} from './line-index.ts';

/** An open road of the studied class or above that goes over a border line. */
export interface RoadCrossing {
  readonly edge: number;
  readonly rank: number;
  readonly at: LonLat;
  /** Row of the border line, and metres along it. */
  readonly line: number;
  readonly alongM: number;
}

/** Every place where an indexed edge crosses a border line, by line and then along it. */
export function roadCrossings(
  network: Network,
  borderLines: readonly BorderLine[],
  roads: LineIndex,
): RoadCrossing[] {
  const found: RoadCrossing[] = [];
  borderLines.forEach(({line}, row) => {
    const edges = new Set<number>();
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const box = [
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[0], b[0]),
        Math.max(a[1], b[1]),
      ] as const;
      for (const edge of roads.inBox(...box)) edges.add(edge);
    }
    if (edges.size === 0) return;
    const index = indexBorders([line]);
    const here: RoadCrossing[] = [];
    for (const edge of edges) {
      for (const {lon, lat} of index.crossingsOfLine(edgeLine(network, edge))) {
        const {alongM} = nearestOnLine(line, lon, lat);
        here.push({edge, rank: rankOf(network, edge), at: [lon, lat], line: row, alongM});
      }
    }
    here.sort((a, b) => a.alongM - b.alongM || a.rank - b.rank || a.edge - b.edge);
    found.push(...here);
  });
  return found;
}

/** Finds the next crossings along the border from a point of a line, on either hand. */
export interface BorderChain {
  /**
   * `lookDeg` is the bearing in which one looks over the border there: it tells left from right. A
   * crossing counts when its rank is at most `rank` and it lies more than `apartM` along the border.
   */
  readonly nextCrossings: (
    line: number,
    at: LonLat,
    lookDeg: number,
    rank: number,
    apartM: number,
  ) => {readonly left: NearestCrossing | null; readonly right: NearestCrossing | null};
}

interface Walk {
  readonly line: number;
  readonly forward: boolean;
}

/** Joins border lines end to end, so that one can go along them past their ends. */
export function chainBorders(
  network: Network,
  borderLines: readonly BorderLine[],
  crossings: readonly RoadCrossing[],
): BorderChain {
  const lengthM = borderLines.map(({line}) => lineLengthM(line));
  const byLine = new Map<number, RoadCrossing[]>();
  for (const crossing of crossings) {
    const list = byLine.get(crossing.line);
    if (list) list.push(crossing);
    else byLine.set(crossing.line, [crossing]);
  }
  const ends = new Map<string, Walk[]>();
  borderLines.forEach(({line}, row) => {
    for (const forward of [true, false]) {
      const key = keyOf(forward ? line[0]! : line[line.length - 1]!);
      ends.set(key, [...(ends.get(key) ?? []), {line: row, forward}]);
    }
  });

  const next = ({line, forward}: Walk): Walk | null => {
    const own = borderLines[line]!;
    const end = forward ? own.line[own.line.length - 1]! : own.line[0]!;
    const onward = (ends.get(keyOf(end)) ?? []).filter((walk) => walk.line !== line);
    const same = onward.filter((walk) => sameSides(borderLines[walk.line]!, own));
    if (same.length === 1) return same[0]!;
    return onward.length === 1 ? onward[0]! : null;
  };

  const search = (
    start: Walk,
    fromM: number,
    rank: number,
    apartM: number,
  ): NearestCrossing | null => {
    const seen = new Set<number>();
    let walkedM = 0;
    let atM = fromM;
    for (let walk: Walk | null = start; walk !== null && !seen.has(walk.line); ) {
      seen.add(walk.line);
      const list: readonly RoadCrossing[] = byLine.get(walk.line) ?? [];
      const found = (walk.forward ? list : list.toReversed()).find(
        (c) =>
          c.rank <= rank &&
          (walk!.forward ? c.alongM > atM : c.alongM < atM) &&
          walkedM + Math.abs(c.alongM - atM) > apartM,
      );
      if (found) return nearest(network, found, walkedM + Math.abs(found.alongM - atM));
      walkedM += walk.forward ? lengthM[walk.line]! - atM : atM;
      walk = next(walk);
      // One step before the start, so that a crossing at the very end of a line counts.
      if (walk) atM = walk.forward ? -1 : lengthM[walk.line]! + 1;
    }
    return null;
  };

  return {
    nextCrossings: (line, at, lookDeg, rank, apartM) => {
      const points = borderLines[line]!.line;
      const {alongM} = nearestOnLine(points, at[0], at[1]);
      const alongDeg = courseAt(points, alongM);
      const forward = search({line, forward: true}, alongM, rank, apartM);
      const backward = search({line, forward: false}, alongM, rank, apartM);
      // Going along the line leads to the right when it turns clockwise from the look over it.
      const toRight = Math.sin(((alongDeg - lookDeg) * Math.PI) / 180) > 0;
      return toRight ? {left: backward, right: forward} : {left: forward, right: backward};
    },
  };
}

function sameSides(a: BorderLine, b: BorderLine): boolean {
  return a.level === b.level && a.sides.length === 2 && a.sides.join() === b.sides.join();
}

function nearest(
  {edges, strings}: Network,
  {edge, at}: RoadCrossing,
  alongBorderM: number,
): NearestCrossing {
  return {
    lon: at[0],
    lat: at[1],
    class: EDGE_CLASSES[edges.class[edge]!]!,
    ref: strings[edges.ref[edge]!]!,
    name: strings[edges.name[edge]!]!,
    alongBorderM: Math.max(0, alongBorderM),
  };
}

/** Bearing of a line where it has run for so many metres. */
function courseAt(line: readonly LonLat[], alongM: number): number {
  let left = alongM;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const stepM = greatCircleM(...a, ...b);
    if (stepM > 0 && (left <= stepM || i === line.length - 1)) return bearingDeg(...a, ...b);
    left -= stepM;
  }
  return 0;
}

/** Ends of lines that are one place, to a metre. */
function keyOf([lon, lat]: LonLat): string {
  return `${lon.toFixed(5)},${lat.toFixed(5)}`;
}

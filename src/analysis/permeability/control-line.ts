import {type BorderIndex, indexBorders} from '../../geo/border-index.ts';
import {bboxOf, type LonLat, lineLengthM} from '../../geo/line.ts';
import {localPlane} from '../../geo/local-plane.ts';
import type {Network} from '../../graph/network.ts';
import {unitFinder} from '../../graph/units.ts';
import type {BorderGroup} from './border-lines.ts';

/** A line in short pieces: all that counting crossings and km needs. */
export interface Parallel {
  readonly pieces: readonly (readonly [LonLat, LonLat])[];
  readonly km: number;
}

/** The grid is this many times finer than the distance of the control line. */
const CELLS_IN_DISTANCE = 5;

/**
 * The line at a distance from a border inside one of its units: where the distance to the border passes
 * `controlM` on a grid (marching squares, linear between grid points). Left out are pieces outside the unit, and
 * those nearer to another border, so that it ends where the border does.
 */
export function controlLine(
  network: Network,
  group: BorderGroup,
  side: 0 | 1,
  allBorders: BorderIndex,
  isOwn: (line: number) => boolean,
  controlM: number,
): Parallel {
  const own = indexBorders(group.lines);
  const [west, south, east, north] = bboxOf(group.lines.flat())!;
  const plane = localPlane((west + east) / 2, (south + north) / 2);
  const cellM = controlM / CELLS_IN_DISTANCE;
  const reachM = controlM + 2 * cellM;
  const [x0, y0] = [plane.x(west) - reachM, plane.y(south) - reachM];
  const columns = Math.ceil((plane.x(east) + reachM - x0) / cellM) + 1;
  const rows = Math.ceil((plane.y(north) + reachM - y0) / cellM) + 1;
  const at = (column: number, row: number): LonLat => [
    plane.lon(x0 + column * cellM),
    plane.lat(y0 + row * cellM),
  ];
  const beyond = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [lon, lat] = at(column, row);
      const hit = own.nearest(lon, lat, reachM);
      beyond[row * columns + column] = (hit === null ? reachM : hit.distanceM) - controlM;
    }
  }
  const {at: unitAt} = unitFinder(network);
  const kept = (lon: number, lat: number): boolean => {
    if (unitAt(group.level, lon, lat) !== group.units[side]) return false;
    const nearest = allBorders.nearest(lon, lat, reachM);
    return nearest !== null && isOwn(nearest.line);
  };
  const pieces: [LonLat, LonLat][] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const cuts: LonLat[] = [];
      for (let i = 0; i < 4; i++) {
        const [a, b] = [corners[i]!, corners[(i + 1) % 4]!];
        const [da, db] = [beyond[a[1] * columns + a[0]]!, beyond[b[1] * columns + b[0]]!];
        if (da > 0 === db > 0) continue;
        const t = da / (da - db);
        const [p, q] = [at(a[0], a[1]), at(b[0], b[1])];
        cuts.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
      }
      // Two cuts in a cell make a piece; four make two.
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const [a, b] = [cuts[i]!, cuts[i + 1]!];
        if (kept((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) pieces.push([a, b]);
      }
    }
  }
  return {pieces, km: pieces.reduce((sum, piece) => sum + lineLengthM(piece), 0) / 1000};
}

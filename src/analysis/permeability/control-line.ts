import {type BorderIndex, indexBorders} from '../../geo/border-index.ts';
import {bboxOf, type LonLat, lineLengthM} from '../../geo/line.ts';
import {localPlane} from '../../geo/local-plane.ts';
import type {Network} from '../../graph/network.ts';
import {unitFinder} from '../../graph/units.ts';
import type {BorderGroup} from './border-lines.ts';

/** A line in short pieces: all that counting crossings and km needs. */
export interface Parallel {
  readonly pieces: readonly Piece[];
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
  const grid = gridRound(group, controlM);
  const {at: unitAt} = unitFinder(network);
  const kept = ([a, b]: Piece): boolean => {
    const [lon, lat] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    if (unitAt(group.level, lon, lat) !== group.units[side]) return false;
    const nearest = allBorders.nearest(lon, lat, grid.reachM);
    return nearest !== null && isOwn(nearest.line);
  };
  const pieces: Piece[] = [];
  for (let row = 0; row + 1 < grid.rows; row++) {
    for (let column = 0; column + 1 < grid.columns; column++) {
      pieces.push(...contourIn(grid, column, row).filter(kept));
    }
  }
  return {pieces, km: pieces.reduce((sum, piece) => sum + lineLengthM(piece), 0) / 1000};
}

type Piece = readonly [LonLat, LonLat];

/** Points round a border with how far beyond the control line each lies. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly at: (column: number, row: number) => LonLat;
  /** Metres from the border less the distance of the control line; what lies far off is cut down to two cells. */
  readonly beyondM: (column: number, row: number) => number;
  readonly reachM: number;
}

function gridRound(group: BorderGroup, controlM: number): Grid {
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
      const hit = own.nearest(...at(column, row), reachM);
      beyond[row * columns + column] = (hit === null ? reachM : hit.distanceM) - controlM;
    }
  }
  return {columns, rows, at, beyondM: (column, row) => beyond[row * columns + column]!, reachM};
}

/** The contour in a cell of the grid: two cuts make a piece, four make two. */
function contourIn({at, beyondM}: Grid, column: number, row: number): Piece[] {
  const corners = [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ] as const;
  const cuts: LonLat[] = [];
  for (let i = 0; i < 4; i++) {
    const [a, b] = [corners[i]!, corners[(i + 1) % 4]!];
    const [da, db] = [beyondM(...a), beyondM(...b)];
    if (da > 0 === db > 0) continue;
    const t = da / (da - db);
    const [p, q] = [at(...a), at(...b)];
    cuts.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
  }
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 2) pieces.push([cuts[i]!, cuts[i + 1]!]);
  return pieces;
}

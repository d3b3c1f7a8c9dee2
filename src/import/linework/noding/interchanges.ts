import {bearingDeg, bearingGapDeg} from '../../../geo/distance.ts';
import {interchangeRank} from './crossing-rule.ts';
import type {Crossing, OnLine} from './crossings.ts';
import {isMotorway, type Line} from './line.ts';
import {M_PER_E7, type PositionTable} from './position-table.ts';

/** Both carriageways and both sides of an interchange lie within this of its middle. */
const SPREAD_M = 300;
/** Two motorway lines that meet at less than this are the two carriageways of one, drawn crossing. */
const MIN_MOTORWAY_ANGLE_DEG = 40;
/** How far to each side of a crossing the course of a line is taken. */
const COURSE_M = 300;

/**
 * Of the crossings of motorways those that are taken as interchanges, at least `spacingKm` apart as
 * the crow flies: with other motorways first, then with trunk roads, and so on; of equals the
 * westernmost. All crossings within 300 m of a chosen one belong to the same interchange.
 */
export function chooseInterchanges(
  crossings: readonly Crossing[],
  lines: readonly Line[],
  positions: PositionTable,
  spacingKm: number,
): Crossing[] {
  if (spacingKm <= 0) return [];
  const rank = ({a, b}: Crossing): number =>
    interchangeRank(lines[a.line]!.kind, lines[b.line]!.kind);
  const candidates = crossings
    .filter((crossing) => isInterchange(crossing, lines, positions))
    .sort(
      (p, q) =>
        rank(p) - rank(q) ||
        positions.compare(p.position, q.position) ||
        p.a.line - q.a.line ||
        p.b.line - q.b.line,
    );
  const spaced = new Spots(positions, spacingKm * 1000);
  const spread = new Spots(positions, SPREAD_M);
  for (const {position} of candidates) {
    if (spaced.anyNear(position)) continue;
    spaced.add(position);
    spread.add(position);
  }
  return candidates.filter(({position}) => spread.anyNear(position));
}

function isInterchange(
  {rule, a, b, position}: Crossing,
  lines: readonly Line[],
  positions: PositionTable,
): boolean {
  if (rule !== 'interchange') return false;
  if (!isMotorway(lines[a.line]!.kind) || !isMotorway(lines[b.line]!.kind)) return true;
  const gap = bearingGapDeg(
    course(a, lines, position, positions),
    course(b, lines, position, positions),
  );
  return Math.min(gap, 180 - gap) >= MIN_MOTORWAY_ANGLE_DEG;
}

/** Bearing of a line from some way before a place on it to some way behind. */
function course(
  on: OnLine,
  lines: readonly Line[],
  position: number,
  positions: PositionTable,
): number {
  const {at} = lines[on.line]!;
  const walk = (i: number, step: 1 | -1): number => {
    while (at[i + step] !== undefined && positions.distanceM(position, at[i]!) < COURSE_M)
      i += step;
    return at[i]!;
  };
  const from = walk(on.segment, -1);
  const to = walk(on.segment + 1, 1);
  const degrees = (row: number): [number, number] => [
    positions.lonE7(row) / 1e7,
    positions.latE7(row) / 1e7,
  ];
  return bearingDeg(...degrees(from), ...degrees(to));
}

/** Places on a grid, to ask whether any lies near. */
class Spots {
  readonly #positions: PositionTable;
  readonly #radiusM: number;
  readonly #cells = new Map<string, number[]>();

  constructor(positions: PositionTable, radiusM: number) {
    this.#positions = positions;
    this.#radiusM = radiusM;
  }

  add(position: number): void {
    const [x, y] = this.#cell(position);
    const key = `${x} ${y}`;
    const list = this.#cells.get(key);
    if (list) list.push(position);
    else this.#cells.set(key, [position]);
  }

  anyNear(position: number): boolean {
    const [x, y] = this.#cell(position);
    // A degree of longitude is shorter than one of latitude: up to 60° two cells reach as far as one.
    for (let dx = -2; dx <= 2; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of this.#cells.get(`${x + dx} ${y + dy}`) ?? []) {
          if (this.#positions.distanceM(position, other) <= this.#radiusM) return true;
        }
      }
    }
    return false;
  }

  #cell(position: number): [number, number] {
    const size = this.#radiusM / M_PER_E7;
    return [
      Math.floor(this.#positions.lonE7(position) / size),
      Math.floor(this.#positions.latE7(position) / size),
    ];
  }
}

import type {LonLat} from '../../geo/line.ts';
import type {AdminArea, BorderLine} from '../../graph/network.ts';
import {MAX_BORDER_LEVEL, MIN_LEVEL, PROVINCE_LEVEL, type Stretch, type Unit} from './model.ts';
import {isPair} from './pair-name.ts';
import {pointKey} from './point-key.ts';

type Hand = 'left' | 'right';
type Names = Record<string, string>;

/**
 * Border lines with the units on either hand. A unit is on the left of a segment when its area has it
 * there on its outline: told by the points that line and area share, not by measuring. A stretch is
 * cut where the units on its hands change. Coast and maritime lines are no borders.
 */
export function borderLines(
  stretches: readonly Stretch[],
  areas: readonly AdminArea[],
  units: readonly Unit[],
): BorderLine[] {
  const borders = stretches.filter(({border}) => border);
  const {count, rowOf} = numberSegments(borders);
  const hands = handsOf(areas, rowOf, count);
  return borders.flatMap((stretch) => {
    const pieces: {left: Names; right: Names; line: LonLat[]}[] = [];
    let before = '';
    for (let i = 1; i < stretch.line.length; i++) {
      const a = stretch.line[i - 1]!;
      const b = stretch.line[i]!;
      const segment = rowOf(a, b);
      const flipped = segment?.flipped === true;
      const at = segment?.row ?? -1;
      const left = namesAt(hands[flipped ? 'right' : 'left'], at, stretch.level);
      const right = namesAt(hands[flipped ? 'left' : 'right'], at, stretch.level);
      const key = JSON.stringify([left, right]);
      if (pieces.length === 0 || key !== before) pieces.push({left, right, line: [a]});
      before = key;
      pieces.at(-1)!.line.push(b);
    }
    return pieces.map(({left, right, line}) => finish(stretch, left, right, line, units));
  });
}

function finish(
  stretch: Stretch,
  left: Names,
  right: Names,
  line: readonly LonLat[],
  units: readonly Unit[],
): BorderLine {
  const key = String(stretch.level);
  if (stretch.left !== undefined) left[key] ??= stretch.left;
  if (stretch.right !== undefined) right[key] ??= stretch.right;
  return {
    level: stretch.level,
    sides: sidesOf(stretch, left[key], right[key], units),
    osmWayIds: stretch.wayId === null ? [] : [stretch.wayId],
    line,
    ...(Object.keys(left).length > 0 ? {left} : {}),
    ...(Object.keys(right).length > 0 ? {right} : {}),
  };
}

/**
 * Names on the two sides: those on its hands, and those of units that draw the line as part of an
 * outline of which members are missing, as long as that makes no more than two.
 */
function sidesOf(
  stretch: Stretch,
  left: string | undefined,
  right: string | undefined,
  units: readonly Unit[],
): string[] {
  const sides = new Set([left, right].filter((name) => name !== undefined));
  const others = new Set(
    stretch.units
      .map((row) => units[row]!)
      .filter((unit) => unit.level === stretch.level && unit.state !== 'whole')
      .map(({name}) => name),
  );
  for (const name of [...others]) {
    // Relations that collect a line ("A - B") are no unit of either side.
    if (sides.has(name) || isPair(name, [...others, ...sides])) others.delete(name);
  }
  const room = 2 - [left, right].filter((name) => name !== undefined).length;
  if (others.size <= room) for (const name of others) sides.add(name);
  return [...sides].sort();
}

interface SegmentRow {
  readonly row: number;
  /** Runs against the segment as it was first met. */
  readonly flipped: boolean;
}

function numberSegments(lines: readonly Stretch[]) {
  const rows = new Map<string, number>();
  for (const {line} of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [pointKey(line[i - 1]!), pointKey(line[i]!)];
      if (!rows.has(`${a} ${b}`) && !rows.has(`${b} ${a}`)) rows.set(`${a} ${b}`, rows.size);
    }
  }
  const rowOf = (a: LonLat, b: LonLat): SegmentRow | null => {
    const [p, q] = [pointKey(a), pointKey(b)];
    const forward = rows.get(`${p} ${q}`);
    if (forward !== undefined) return {row: forward, flipped: false};
    const back = rows.get(`${q} ${p}`);
    return back === undefined ? null : {row: back, flipped: true};
  };
  return {count: rows.size, rowOf};
}

/** Per level and segment the name of the unit on either hand. */
function handsOf(
  areas: readonly AdminArea[],
  rowOf: (a: LonLat, b: LonLat) => SegmentRow | null,
  count: number,
): Record<Hand, Map<number, (string | undefined)[]>> {
  const hands = {left: new Map(), right: new Map()} as Record<
    Hand,
    Map<number, (string | undefined)[]>
  >;
  const put = (hand: Hand, level: number, row: number, name: string): void => {
    let column = hands[hand].get(level);
    if (!column) {
      column = new Array<string | undefined>(count);
      hands[hand].set(level, column);
    }
    column[row] ??= name;
  };
  // Lower levels last: the province a county names counts only where no province is drawn.
  for (const area of [...areas].sort((a, b) => a.level - b.level)) {
    if (area.level < MIN_LEVEL || area.level > MAX_BORDER_LEVEL) continue;
    for (const {segment, hand} of outlineOf(area, rowOf)) {
      if (area.name !== '') put(hand, area.level, segment, area.name);
      if (area.level > PROVINCE_LEVEL && area.province !== null) {
        put(hand, PROVINCE_LEVEL, segment, area.province);
      }
    }
  }
  return hands;
}

/** Segments of lines that an area has on its outline, and on which hand of them it lies. */
function* outlineOf(
  {coordinates}: AdminArea,
  rowOf: (a: LonLat, b: LonLat) => SegmentRow | null,
): Generator<{segment: number; hand: Hand}> {
  for (const polygon of coordinates) {
    for (const [i, ring] of polygon.entries()) {
      const insideLeft = isCounterClockwise(ring) === (i === 0);
      for (let j = 1; j < ring.length; j++) {
        const segment = rowOf(ring[j - 1]!, ring[j]!);
        if (segment === null) continue;
        yield {segment: segment.row, hand: insideLeft !== segment.flipped ? 'left' : 'right'};
      }
    }
  }
}

function namesAt(
  columns: ReadonlyMap<number, readonly (string | undefined)[]>,
  row: number,
  level: number,
): Names {
  const names: Names = {};
  for (const [key, column] of [...columns].sort(([a], [b]) => a - b)) {
    const name = row < 0 ? undefined : column[row];
    if (name !== undefined && key >= level) names[String(key)] = name;
  }
  return names;
}

function isCounterClockwise(ring: readonly LonLat[]): boolean {
  const [x0, y0] = ring[0]!;
  let area = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    area += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
  }
  return area > 0;
}

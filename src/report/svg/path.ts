import {keptPoints} from '../../geo/kept-points.ts';
import type {Px} from './frame.ts';

/** The drawing area that lines are cut to, px. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pieces of a polyline inside a rectangle (Liang–Barsky, segment by segment). */
export function clipLine(line: readonly Px[], cut: Cut): Px[][] {
  if (line.length > 1 && line.every((p) => sidesOf(p, cut) === 0)) return [line.slice()];
  const pieces: Px[][] = [];
  let piece: Px[] = [];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const kept = (sidesOf(a, cut) & sidesOf(b, cut)) === 0 ? clipSegment(a, b, cut) : null;
    if (kept === null) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
      continue;
    }
    const [from, to] = kept;
    const last = piece[piece.length - 1];
    if (last === undefined || last[0] !== from[0] || last[1] !== from[1]) {
      if (piece.length > 1) pieces.push(piece);
      piece = [from];
    }
    piece.push(to);
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

/** Beyond which sides of a rectangle a point lies, a bit each; 0 = inside or on it (Cohen–Sutherland). */
function sidesOf(p: Px, cut: Cut): number {
  return (
    (p[0] < cut.left ? 1 : 0) |
    (p[0] > cut.right ? 2 : 0) |
    (p[1] < cut.top ? 4 : 0) |
    (p[1] > cut.bottom ? 8 : 0)
  );
}

function clipSegment(a: Px, b: Px, cut: Cut): readonly [Px, Px] | null {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  let t0 = 0;
  let t1 = 1;
  const sides: readonly (readonly [number, number])[] = [
    [-dx, a[0] - cut.left],
    [dx, cut.right - a[0]],
    [-dy, a[1] - cut.top],
    [dy, cut.bottom - a[1]],
  ];
  for (const [p, q] of sides) {
    if (p === 0 && q < 0) return null;
    if (p < 0) t0 = Math.max(t0, q / p);
    if (p > 0) t1 = Math.min(t1, q / p);
  }
  if (t0 > t1) return null;
  const from: Px = t0 === 0 ? a : [a[0] + t0 * dx, a[1] + t0 * dy];
  const to: Px = t1 === 1 ? b : [a[0] + t1 * dx, a[1] + t1 * dy];
  return [from, to];
}

/** A ring cut to a rectangle (Sutherland–Hodgman); empty when it lies outside. */
export function clipRing(ring: readonly Px[], cut: Cut): Px[] {
  let out = ring.slice();
  const edges: readonly (readonly [axis: 0 | 1, at: number, keepAbove: boolean])[] = [
    [0, cut.left, true],
    [0, cut.right, false],
    [1, cut.top, true],
    [1, cut.bottom, false],
  ];
  for (const [axis, at, keepAbove] of edges) {
    const inside = (p: Px) => (keepAbove ? p[axis] >= at : p[axis] <= at);
    if (out.every(inside)) continue;
    const next: Px[] = [];
    for (let i = 0; i < out.length; i++) {
      const a = out[(i + out.length - 1) % out.length]!;
      const b = out[i]!;
      if (inside(a) !== inside(b)) {
        const t = (at - a[axis]) / (b[axis] - a[axis]);
        next.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      }
      if (inside(b)) next.push(b);
    }
    out = next;
  }
  return out;
}

/** A line with fewer points: no dropped point is farther than `tolerance` px from it. */
export function thin(line: readonly Px[], tolerance: number): readonly Px[] {
  if (line.length < 3) return line;
  const x = new Float64Array(line.length);
  const y = new Float64Array(line.length);
  for (let i = 0; i < line.length; i++) {
    x[i] = line[i]![0];
    y[i] = line[i]![1];
  }
  const kept = keptPoints(x, y, tolerance);
  return line.filter((_, i) => kept[i] === 1);
}

/** A number with at most one decimal, as short as it goes. */
export function tenth(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/** Path data in tenths of a pixel: absolute start, relative steps, no drift; steps of zero are left out. */
export function pathData(line: readonly Px[], close = false): string {
  const [start] = line;
  if (start === undefined) return close ? 'z' : '';
  let x = Math.round(start[0] * 10);
  let y = Math.round(start[1] * 10);
  let out = `M${tenths(x)} ${tenths(y)}`;
  let sep = 'l';
  for (let i = 1; i < line.length; i++) {
    const px = Math.round(line[i]![0] * 10);
    const py = Math.round(line[i]![1] * 10);
    if (px === x && py === y) continue;
    out += `${sep}${tenths(px - x)} ${tenths(py - y)}`;
    sep = ' ';
    x = px;
    y = py;
  }
  return close ? `${out}z` : out;
}

/** Texts of the tenths of short steps, which a map writes by the hundred thousand; made when first asked. */
const SHORT = 1 << 11;
const written = new Array<string | undefined>(2 * SHORT);

function tenths(count: number): string {
  if (count <= -SHORT || count >= SHORT) return String(count / 10);
  const known = written[count + SHORT];
  if (known !== undefined) return known;
  const text = String(count / 10);
  written[count + SHORT] = text;
  return text;
}

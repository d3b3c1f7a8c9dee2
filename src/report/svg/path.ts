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
  const pieces: Px[][] = [];
  let piece: Px[] = [];
  for (let i = 1; i < line.length; i++) {
    const kept = clipSegment(line[i - 1]!, line[i]!, cut);
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

/** Douglas–Peucker without recursion: no dropped point is farther than `tolerance` px from the line. */
export function thin(line: readonly Px[], tolerance: number): Px[] {
  if (line.length < 3) return line.slice();
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop()!;
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(line[i]!, line[from]!, line[to]!);
      if (d > worst) {
        worst = d;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    stack.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

function distanceToSegment(p: Px, a: Px, b: Px): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2;
  const held = Math.min(1, Math.max(0, t));
  return Math.hypot(p[0] - a[0] - held * dx, p[1] - a[1] - held * dy);
}

/** A number with at most one decimal, as short as it goes. */
export function tenth(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/** Path data in tenths of a pixel: absolute start, relative steps, no drift; steps of zero are left out. */
export function pathData(line: readonly Px[], close = false): string {
  let x = 0;
  let y = 0;
  let out = '';
  for (const [i, p] of line.entries()) {
    const px = Math.round(p[0] * 10);
    const py = Math.round(p[1] * 10);
    if (i === 0) out += `M${px / 10} ${py / 10}`;
    else if (px !== x || py !== y) {
      const sep = out.includes('l') ? ' ' : 'l';
      out += `${sep}${(px - x) / 10} ${(py - y) / 10}`;
    }
    x = px;
    y = py;
  }
  return close ? `${out}z` : out;
}

/**
 * Which points of a line stay when those nearer to it than a tolerance are dropped (Douglas and Peucker
 * 1973, with an explicit stack), a byte each; its ends stay. Coordinates on a plane, tolerance in their unit.
 */
export function keptPoints(x: Float64Array, y: Float64Array, tolerance: number): Uint8Array {
  const kept = new Uint8Array(x.length);
  kept[0] = kept[x.length - 1] = 1;
  const stack = [0, x.length - 1];
  while (stack.length > 0) {
    const last = stack.pop()!;
    const first = stack.pop()!;
    const at = farthest(x, y, first, last, tolerance);
    if (at < 0) continue;
    kept[at] = 1;
    stack.push(first, at, at, last);
  }
  return kept;
}

/** Of the points between two of a line the farthest from the segment between these, -1 when none is beyond. */
function farthest(
  x: Float64Array,
  y: Float64Array,
  first: number,
  last: number,
  tolerance: number,
): number {
  const ax = x[first]!;
  const ay = y[first]!;
  const dx = x[last]! - ax;
  const dy = y[last]! - ay;
  const length2 = dx * dx + dy * dy;
  let most = tolerance * tolerance;
  let at = -1;
  for (let i = first + 1; i < last; i++) {
    const raw = length2 === 0 ? 0 : ((x[i]! - ax) * dx + (y[i]! - ay) * dy) / length2;
    const t = raw < 0 ? 0 : raw > 1 ? 1 : raw;
    const offX = ax + t * dx - x[i]!;
    const offY = ay + t * dy - y[i]!;
    const distance2 = offX * offX + offY * offY;
    if (distance2 <= most) continue;
    most = distance2;
    at = i;
  }
  return at;
}

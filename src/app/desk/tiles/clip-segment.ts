/** Both ends of a segment, in units of a tile. */
export interface Segment {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * Cuts a segment down to what lies within a square from `low` to `high` (Liang and Barsky 1984), on
 * whole units; false when nothing does. The caller owns the segment: it is changed in place.
 */
export function clipSegment(segment: Segment, low: number, high: number): boolean {
  const {x0, y0, x1, y1} = segment;
  const [dx, dy] = [x1 - x0, y1 - y0];
  let enter = 0;
  let leave = 1;
  const cut = (step: number, room: number): boolean => {
    if (step === 0) return room >= 0;
    const at = room / step;
    if (step < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
    return enter <= leave;
  };
  const inside =
    cut(-dx, x0 - low) && cut(dx, high - x0) && cut(-dy, y0 - low) && cut(dy, high - y0);
  if (!inside) return false;
  if (leave < 1) {
    segment.x1 = Math.round(x0 + leave * dx);
    segment.y1 = Math.round(y0 + leave * dy);
  }
  if (enter > 0) {
    segment.x0 = Math.round(x0 + enter * dx);
    segment.y0 = Math.round(y0 + enter * dy);
  }
  return true;
}

import type {Map as MapView} from 'maplibre-gl';
import type {Point} from '../point.ts';

/** Pixels around the cross within which a point counts as under it. */
const REACH_PX = 12;

/** What keys do to the points of the drawing; `line` is the one that is finished, `null` = none is. */
export interface PointMoves {
  readonly line: () => readonly Point[] | null;
  /** While a point hangs on the cross. */
  readonly onChange: (line: readonly Point[]) => void;
  /** A point was put down, or taken away. */
  readonly onFinish: (line: readonly Point[]) => void;
  /** A point was put back where it was. */
  readonly onCancel: () => void;
  readonly snap: (lon: number, lat: number) => Point | undefined;
  /** Which point is under the cross or hangs on it, by its number. */
  readonly tell: (what: 'at' | 'held' | 'none', point: number, of: number) => void;
}

/**
 * Set points moved without a mouse: N brings the next point under the cross (with Shift the one before), M
 * picks it up and puts it down again, Escape puts it back, Delete takes it away. While it hangs on the cross
 * arrows move the map as always.
 */
export function movePointsByKeys(map: MapView, moves: PointMoves): void {
  const canvas = map.getCanvas();
  /** The point that hangs on the cross, and the line it was picked up from. */
  let held: {readonly point: number; readonly from: readonly Point[]} | null = null;
  const middle = (): Point => {
    const {lng, lat} = map.getCenter();
    return [lng, lat];
  };
  const moved = (to: Point): readonly Point[] =>
    held!.from.map((at, i) => (i === held!.point ? to : at));
  const putDown = (): void => {
    const [lon, lat] = middle();
    const line = moved(moves.snap(lon, lat) ?? [lon, lat]);
    const {point} = held!;
    held = null;
    moves.tell('at', point, line.length);
    moves.onFinish(line);
  };
  const putBack = (): void => {
    moves.tell('none', held!.point, held!.from.length);
    held = null;
    moves.onCancel();
  };
  map.on('move', () => {
    if (held !== null) moves.onChange(moved(middle()));
  });
  canvas.addEventListener('keydown', (event) => {
    const line = moves.line();
    // Taken back or drawn anew meanwhile: what was picked up is no more.
    if (held !== null && held.from !== line) held = null;
    if (line === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const under = pointUnder(map, line);
    const key = event.key.toLowerCase();
    if (held !== null) {
      if (key === 'm' || key === ' ' || key === 'enter') putDown();
      else if (key === 'escape') putBack();
      else return;
    } else if (key === 'n') {
      const next = (under ?? (event.shiftKey ? line.length : -1)) + (event.shiftKey ? -1 : 1);
      const point = (next + line.length) % line.length;
      map.jumpTo({center: [...line[point]!]});
      moves.tell('at', point, line.length);
    } else if (key === 'm') {
      if (under !== undefined) held = {point: under, from: line};
      moves.tell(under === undefined ? 'none' : 'held', under ?? 0, line.length);
    } else if (key === 'delete' && under !== undefined && line.length > 2) {
      moves.tell('none', under, line.length);
      moves.onFinish(line.filter((_, i) => i !== under));
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}

/** The point of the line nearest to the cross, when it is under it. */
function pointUnder(map: MapView, line: readonly Point[]): number | undefined {
  const cross = map.project(map.getCenter());
  const px = line.map((at) => map.project([...at]).dist(cross));
  const nearest = px.indexOf(Math.min(...px));
  return px[nearest]! <= REACH_PX ? nearest : undefined;
}

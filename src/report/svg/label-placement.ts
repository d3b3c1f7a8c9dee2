import {widthEm} from '../text-width.ts';
import {type Box, overlaps, within} from './frame.ts';

/** A label that wants a place beside its point. */
export interface LabelWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Higher goes first; equal priorities keep the order given. */
  readonly priority: number;
  readonly sizePx: number;
  /** Distance kept from the point (half the symbol), px; 0 for an area's name, set on the point. */
  readonly gap: number;
}

export interface PlacedLabel {
  readonly wish: LabelWish;
  /** The text's box; labels never overlap each other, an obstacle, or the edge. */
  readonly box: Box;
}

/**
 * Greedy placement: the most important label first, each at the first free of its candidate
 * anchors (right, left, above, below, then the corners). A label without a free anchor is left out,
 * so what is missing is always of lesser rank than what stands in its way.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  bounds: Box,
  obstacles: readonly Box[],
): PlacedLabel[] {
  const order = wishes.map((wish, i) => ({wish, i}));
  order.sort((a, b) => b.wish.priority - a.wish.priority || a.i - b.i);
  const taken: Box[] = obstacles.slice();
  const placed: PlacedLabel[] = [];
  for (const {wish} of order) {
    if (wish.text === '') continue;
    const box = candidates(wish).find(
      (c) => within(c, bounds) && !taken.some((other) => overlaps(c, other)),
    );
    if (box === undefined) continue;
    taken.push(box);
    placed.push({wish, box});
  }
  return placed;
}

/** The boxes a label may take, best first. */
export function candidates(wish: LabelWish): Box[] {
  const {x, y, sizePx, gap} = wish;
  const width = widthEm(wish.text) * sizePx + 4;
  const height = sizePx * 1.25;
  const at = (left: number, top: number): Box => ({x: left, y: top, width, height});
  const middleX = x - width / 2;
  const middleY = y - height / 2;
  if (gap === 0) {
    const shifts = [0, -1.5, 1.5, -3, 3];
    return shifts.flatMap((s) => [
      at(middleX, middleY + s * height),
      at(middleX + s * height, middleY + s * height),
    ]);
  }
  const near = gap * 0.7;
  return [
    at(x + gap, middleY),
    at(x - gap - width, middleY),
    at(middleX, y - gap - height),
    at(middleX, y + gap),
    at(x + near, y - near - height),
    at(x + near, y + near),
    at(x - near - width, y - near - height),
    at(x - near - width, y + near),
  ];
}

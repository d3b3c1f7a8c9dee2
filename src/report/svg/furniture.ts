import {type Markup, markup} from '../markup.ts';
import type {Box, Frame, Px} from './frame.ts';
import {COLOR} from './palette.ts';
import {tenth} from './path.ts';
import {svgText} from './svg-text.ts';

export interface Furniture {
  readonly body: Markup;
  /** Space that labels must leave free. */
  readonly box: Box;
}

/**
 * Scale bar in the lower left corner – in the lower right when a point of the map stands there: the
 * longest of 1, 2, 5 × 10ⁿ m that takes ≤ 22 % of the width.
 */
export function scaleBar(frame: Frame, points: readonly Px[] = []): Furniture {
  const left = barAt(frame, 10);
  if (!covers(left.box, points)) return left;
  const right = barAt(frame, frame.width - left.box.width + 2);
  return covers(right.box, points) ? left : right;
}

function covers(box: Box, points: readonly Px[]): boolean {
  const near = 8;
  return points.some(
    ([x, y]) =>
      x > box.x - near &&
      x < box.x + box.width + near &&
      y > box.y - near &&
      y < box.y + box.height + near,
  );
}

function barAt(frame: Frame, x: number): Furniture {
  const roomM = frame.width * 0.22 * frame.metresPerPx;
  const power = 10 ** Math.floor(Math.log10(roomM));
  const lengthM = [5, 2, 1].map((step) => step * power).find((m) => m <= roomM) ?? power;
  const px = lengthM / frame.metresPerPx;
  const text = lengthM >= 1000 ? `${lengthM / 1000} km` : `${lengthM} m`;
  const y = frame.height - 12;
  const box: Box = {x: x - 6, y: y - 20, width: px + 12, height: 28};
  const half = tenth(px / 2);
  const body = markup`<g class="scale"><rect x="${tenth(box.x)}" y="${box.y}" width="${tenth(box.width)}" height="${box.height}" fill="#ffffff" fill-opacity="0.8"/><rect x="${tenth(x)}" y="${y}" width="${half}" height="4" fill="${COLOR.ink}"/><rect x="${tenth(x + px / 2)}" y="${y}" width="${half}" height="4" fill="#ffffff" stroke="${COLOR.ink}" stroke-width="0.8"/>${svgText(x + px / 2, y - 5, text, {sizePx: 11, fill: COLOR.ink, anchor: 'middle'})}</g>`;
  return {body, box};
}

/** North arrow in the upper right corner; the projection keeps north up everywhere. */
export function northArrow(frame: Frame): Furniture {
  const x = frame.width - 18;
  const box: Box = {x: x - 11, y: 6, width: 22, height: 36};
  const body = markup`<g class="north"><rect x="${box.x}" y="${box.y}" width="22" height="36" fill="#ffffff" fill-opacity="0.8"/><path d="M${x} 9l6 17 -6 -4 -6 4z" fill="${COLOR.ink}"/>${svgText(x, 38, 'N', {sizePx: 11, fill: COLOR.ink, anchor: 'middle', weight: 700})}</g>`;
  return {body, box};
}

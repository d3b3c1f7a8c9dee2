import {EARTH_RADIUS_M} from '../../geo/distance.ts';
import type {Bbox, LonLat} from '../../geo/line.ts';

/** A point on the drawing, px, y downwards. */
export type Px = readonly [x: number, y: number];

/** A rectangle on the drawing, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A map's window on the world: equirectangular with the scale true at its middle latitude. */
export interface Frame {
  readonly bbox: Bbox;
  readonly width: number;
  readonly height: number;
  readonly metresPerPx: number;
  readonly project: (point: LonLat) => Px;
}

const RAD = Math.PI / 180;
const M_PER_DEG = EARTH_RADIUS_M * RAD;

/** Smallest side of the world shown: a single point is drawn in a window of this size. */
const MIN_SIDE_M = 2000;

/**
 * The window that shows the whole box, `width` px wide, with `margin` (a share of the longer side)
 * round it; a box too tall or too flat for the wanted shape (height ÷ width) is widened.
 */
export function frameOf(
  bbox: Bbox,
  width: number,
  options: {
    readonly margin?: number;
    readonly minShape?: number;
    readonly maxShape?: number;
  } = {},
): Frame {
  const {margin = 0.04, minShape = 0.55, maxShape = 0.9} = options;
  const [west, south, east, north] = bbox;
  const midLon = (west + east) / 2;
  const midLat = (south + north) / 2;
  const perLon = M_PER_DEG * Math.max(0.05, Math.cos(midLat * RAD));
  const wideM = Math.max(MIN_SIDE_M, (east - west) * perLon);
  const highM = Math.max(MIN_SIDE_M, (north - south) * M_PER_DEG);
  const room = 2 * margin * Math.max(wideM, highM);
  let w = wideM + room;
  let h = highM + room;
  if (h / w > maxShape) w = h / maxShape;
  if (h / w < minShape) h = w * minShape;
  const metresPerPx = w / width;
  const left = midLon - w / 2 / perLon;
  const top = midLat + h / 2 / M_PER_DEG;
  return {
    bbox: [left, midLat - h / 2 / M_PER_DEG, midLon + w / 2 / perLon, top],
    width,
    height: Math.round(h / metresPerPx),
    metresPerPx,
    project: (point) => [
      ((point[0] - left) * perLon) / metresPerPx,
      ((top - point[1]) * M_PER_DEG) / metresPerPx,
    ],
  };
}

/** True when two boxes share area; touching edges do not count. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True when the inner box lies wholly within the outer. */
export function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

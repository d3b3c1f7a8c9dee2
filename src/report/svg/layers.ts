import type {Bbox, LonLat} from '../../geo/line.ts';
import type {Text} from '../i18n/text.ts';
import {join, type Markup, markup} from '../markup.ts';
import type {Frame, Px} from './frame.ts';
import {generalise} from './generalise.ts';
import {type Cut, clipLine, clipRing, pathData, tenth, thin} from './path.ts';

export interface LineStyle {
  readonly color: string;
  readonly width: number;
  readonly dash?: string;
  readonly opacity?: number;
  /** A wider line beneath, in white, that lifts the line off the map. */
  readonly halo?: boolean;
  /** White dashes on the line: the railway sign of Chinese maps. */
  readonly striped?: boolean;
  /** A white core: the double line of expressways. */
  readonly core?: boolean;
}

export interface AreaStyle {
  readonly fill: string;
  readonly opacity: number;
  /** Slanting lines of this colour over it: told apart on grey paper too. */
  readonly hatch?: string;
}

export type Shape = 'circle' | 'ring' | 'square' | 'triangle' | 'cross';

export interface PointStyle {
  readonly shape: Shape;
  readonly color: string;
  /** Half the symbol's size, px. */
  readonly radius: number;
}

/** A layer of a map; without a legend text it is not spoken of in the legend. */
export type MapLayer =
  | {
      readonly kind: 'line';
      readonly lines: readonly (readonly LonLat[])[];
      readonly style: LineStyle;
      readonly legend?: Text;
      /** A background: what lies nearer together than a stroke is drawn once. */
      readonly generalised?: boolean;
    }
  | {
      readonly kind: 'area';
      readonly polygons: readonly (readonly (readonly LonLat[])[])[];
      readonly style: AreaStyle;
      readonly legend?: Text;
    }
  | {
      readonly kind: 'point';
      readonly points: readonly {
        readonly lon: number;
        readonly lat: number;
        readonly title?: string;
      }[];
      readonly style: PointStyle;
      readonly legend?: Text;
    };

/** What a layer left on the map; `drawn` false = nothing of it lies in the window. */
export interface DrawnLayer {
  readonly layer: MapLayer;
  readonly body: Markup;
  readonly drawn: boolean;
  /** Where its points stand, px. */
  readonly points: readonly Px[];
}

/** Less than this is not seen on paper either; of a background, which carries no figure, twice as much. */
const TOLERANCE_PX = 0.45;
const GROUND_TOLERANCE_PX = 0.9;

/** Draws a layer in a window; an id (unique on the page) lets it write long data once. */
export function drawLayer(layer: MapLayer, frame: Frame, id?: string): DrawnLayer {
  switch (layer.kind) {
    case 'line':
      return drawLines(layer, frame, id);
    case 'area':
      return drawAreas(layer, frame, id);
    case 'point':
      return drawPoints(layer, frame);
    default:
      return layer satisfies never;
  }
}

/** Lines are cut a little outside the window, so that their cut ends do not show. */
function cutOf(frame: Frame, spare: number): Cut {
  return {left: -spare, top: -spare, right: frame.width + spare, bottom: frame.height + spare};
}

function drawLines(layer: MapLayer & {kind: 'line'}, frame: Frame, id?: string): DrawnLayer {
  const cut = cutOf(frame, 4);
  const window = windowOf(frame, 6);
  const pieces: Px[][] = [];
  for (const line of layer.lines) {
    if (mayBeIn(line, window)) pieces.push(...clipLine(line.map(frame.project), cut));
  }
  let d = '';
  const tolerance = layer.generalised ? GROUND_TOLERANCE_PX : TOLERANCE_PX;
  for (const piece of layer.generalised ? generalise(pieces) : pieces) {
    const path = pathData(thin(piece, tolerance));
    if (path.includes('l')) d += path;
  }
  if (d === '') return {layer, body: markup``, drawn: false, points: []};
  return {layer, body: linePath(d, layer.style, id), drawn: true, points: []};
}

/** The window with `spare` px round it, degrees: `[west, south, east, north]`. */
function windowOf({bbox, width, height}: Frame, spare: number): Bbox {
  const [west, south, east, north] = bbox;
  const lon = (spare * (east - west)) / width;
  const lat = (spare * (north - south)) / height;
  return [west - lon, south - lat, east + lon, north + lat];
}

/** False when all of a line lies beyond one side of a box: most lines of a country, for most windows. */
function mayBeIn(line: readonly LonLat[], box: Bbox): boolean {
  let beyond = 15;
  for (let i = 0; beyond !== 0 && i < line.length; i++) {
    const p = line[i]!;
    beyond &=
      (p[0] < box[0] ? 1 : 0) |
      (p[0] > box[2] ? 2 : 0) |
      (p[1] < box[1] ? 4 : 0) |
      (p[1] > box[3] ? 8 : 0);
  }
  return beyond === 0;
}

/** A stroked path in a line style; with an id its data is written once, however many strokes it takes. */
export function linePath(d: string, style: LineStyle, id?: string): Markup {
  const strokes = strokesOf(style);
  const [only] = strokes;
  if (strokes.length === 1) return markup`<path d="${d}" fill="none"${only}/>`;
  if (id === undefined) return join(strokes.map((s) => markup`<path d="${d}" fill="none"${s}/>`));
  const drawn = strokes.map((s) => markup`<use href="#${id}"${s}/>`);
  return markup`<defs><path id="${id}" d="${d}" fill="none"/></defs>${drawn}`;
}

/** The strokes of a style from the lowest to the topmost. */
function strokesOf(style: LineStyle): Markup[] {
  const {color, width, halo, core, striped} = style;
  const dash = style.dash === undefined ? null : markup` stroke-dasharray="${style.dash}"`;
  const opacity = style.opacity === undefined ? null : markup` stroke-opacity="${style.opacity}"`;
  const cap = style.dash === undefined ? 'round' : 'butt';
  const white = (px: number, more: Markup): Markup =>
    markup` stroke="#ffffff" stroke-width="${tenth(px)}" stroke-linejoin="round"${more}`;
  return [
    ...(halo ? [white(width + 2.4, markup` stroke-opacity="0.85"`)] : []),
    markup` stroke="${color}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="${cap}"${dash}${opacity}`,
    ...(core ? [white(width * 0.4, markup``)] : []),
    ...(striped ? [white(width * 0.55, markup` stroke-dasharray="6 6"`)] : []),
  ];
}

function drawAreas(layer: MapLayer & {kind: 'area'}, frame: Frame, id?: string): DrawnLayer {
  let d = '';
  for (const polygon of layer.polygons) {
    for (const ring of polygon) {
      const cut = clipRing(ring.map(frame.project), cutOf(frame, 4));
      if (cut.length > 2) d += pathData(thin(cut, TOLERANCE_PX), true);
    }
  }
  if (d === '') return {layer, body: markup``, drawn: false, points: []};
  return {layer, body: areaPath(d, layer.style, frame, id), drawn: true, points: []};
}

/** A filled path; what is hatched needs an id, by which its lines are cut to it. */
function areaPath(d: string, style: AreaStyle, {width, height}: Frame, id?: string): Markup {
  const {fill, opacity, hatch} = style;
  const look = markup` fill="${fill}" fill-opacity="${opacity}"`;
  if (hatch === undefined || id === undefined)
    return markup`<path d="${d}"${look} fill-rule="evenodd"/>`;
  return markup`<defs><path id="${id}" d="${d}" fill-rule="evenodd" clip-rule="evenodd"/><clipPath id="${id}-h"><use href="#${id}" clip-rule="evenodd"/></clipPath></defs><use href="#${id}"${look}/><path d="${hatchLines(width, height)}" clip-path="url(#${id}-h)" fill="none" stroke="${hatch}" stroke-width="1.1"/>`;
}

/** Distance of the lines of a hatch, px. */
const HATCH_PX = 6;

/** Lines that rise to the right over a whole rectangle. */
export function hatchLines(width: number, height: number, x = 0, y = 0): string {
  let d = '';
  for (let at = HATCH_PX; at < width + height; at += HATCH_PX) {
    const [fromX, fromY] = at <= height ? [0, at] : [at - height, height];
    const [toX, toY] = at <= width ? [at, 0] : [width, at - width];
    d += `M${tenth(x + fromX)} ${tenth(y + fromY)}L${tenth(x + toX)} ${tenth(y + toY)}`;
  }
  return d;
}

function drawPoints(layer: MapLayer & {kind: 'point'}, frame: Frame): DrawnLayer {
  const points: Px[] = [];
  const marks: Markup[] = [];
  for (const point of layer.points) {
    const at = frame.project([point.lon, point.lat]);
    if (at[0] < 0 || at[1] < 0 || at[0] > frame.width || at[1] > frame.height) continue;
    points.push(at);
    marks.push(symbol(at, layer.style, point.title));
  }
  return {layer, body: join(marks), drawn: points.length > 0, points};
}

/** One symbol with a white rim; its title is shown on hover. */
export function symbol(at: Px, style: PointStyle, title?: string): Markup {
  const {shape, color, radius: r} = style;
  const [x, y] = [tenth(at[0]), tenth(at[1])];
  const tip = title === undefined ? null : markup`<title>${title}</title>`;
  if (shape === 'circle' || shape === 'ring') {
    const [fill, stroke] = shape === 'circle' ? [color, '#ffffff'] : ['#ffffff', color];
    return markup`<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" stroke="${stroke}" stroke-width="1.2">${tip}</circle>`;
  }
  return markup`<path d="${outline(at, shape, r)}" fill="${color}" stroke="#ffffff" stroke-width="1.2">${tip}</path>`;
}

function outline([x, y]: Px, shape: 'square' | 'triangle' | 'cross', r: number): string {
  const p = (dx: number, dy: number): Px => [x + dx * r, y + dy * r];
  if (shape === 'square')
    return pathData([p(-0.9, -0.9), p(0.9, -0.9), p(0.9, 0.9), p(-0.9, 0.9)], true);
  if (shape === 'triangle') return pathData([p(0, -1.15), p(1.1, 0.85), p(-1.1, 0.85)], true);
  const a = 0.38;
  const arms: readonly (readonly [number, number])[] = [
    [-1, -1 + a],
    [-1 + a, -1],
    [0, -a],
    [1 - a, -1],
    [1, -1 + a],
    [a, 0],
    [1, 1 - a],
    [1 - a, 1],
    [0, a],
    [-1 + a, 1],
    [-1, 1 - a],
    [-a, 0],
  ];
  return pathData(
    arms.map(([dx, dy]) => p(dx, dy)),
    true,
  );
}

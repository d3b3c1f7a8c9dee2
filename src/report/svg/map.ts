import type {LonLat} from '../../geo/line.ts';
import type {Text} from '../i18n/text.ts';
import {bilingual, join, type Markup, markup} from '../markup.ts';
import {widthEm} from '../text-width.ts';
import type {Box, Frame} from './frame.ts';
import {northArrow, scaleBar} from './furniture.ts';
import {type LabelWish, placeLabels} from './label-placement.ts';
import {type DrawnLayer, drawLayer, type MapLayer} from './layers.ts';
import {footStrip, type KeyEntry, keyEntries} from './legend.ts';
import {COLOR} from './palette.ts';
import {tenth} from './path.ts';
import {svgText} from './svg-text.ts';

export interface MapLabel {
  readonly text: string;
  readonly at: LonLat;
  readonly priority: number;
  readonly sizePx?: number;
  readonly weight?: number;
  readonly color?: string;
  /** Half the symbol it stands beside, px; 0 = the name of an area, set on the point. */
  readonly gap?: number;
}

/** A background that several maps of one page share: the first defines it, the others refer to it. */
export interface BaseDrawing {
  readonly id: string;
  readonly layers: readonly DrawnLayer[];
}

export interface MapSpec {
  /** Unique on the page; letters, digits and dashes. */
  readonly id: string;
  readonly title: Text;
  readonly desc: Text;
  readonly frame: Frame;
  readonly base?: BaseDrawing;
  /** `refer` draws the base by reference to the map of the page that has it whole. */
  readonly baseUse?: 'define' | 'refer';
  readonly layers: readonly MapLayer[];
  readonly labels: readonly MapLabel[];
  /** Source and licence, printed in the figure. */
  readonly attribution: Text;
  /** Printed in the map's corner, e.g. that the data are schematic. */
  readonly stamp?: Text;
}

/** The layers of a base, drawn once for one window. */
export function drawBase(id: string, frame: Frame, layers: readonly MapLayer[]): BaseDrawing {
  return {id, layers: layers.map((layer, i) => drawLayer(layer, frame, `${id}-${i}`))};
}

/** A map whose legend and attribution are set beside it, by whoever shows it. */
export interface MapParts {
  readonly svg: string;
  readonly key: readonly KeyEntry[];
}

/**
 * One map as an SVG element that stands alone: base, layers in order, labels that never overlap, scale,
 * north, a legend of exactly what is drawn, attribution. Pure: the same spec gives the same bytes.
 */
export function mapSvg(spec: MapSpec): string {
  const {frame} = spec;
  const drawn = spec.layers.map((layer, i) => drawLayer(layer, frame, `${spec.id}-l${i}`));
  const all = [...(spec.base?.layers ?? []), ...drawn];
  const foot = footStrip(all, spec.attribution, frame.width, frame.height + 8);
  return svgOf(spec, drawn, {body: foot.body, height: 8 + foot.height});
}

/** The same without the legend and the small print, and the entries of the legend. */
export function mapParts(spec: MapSpec): MapParts {
  const drawn = spec.layers.map((layer, i) => drawLayer(layer, spec.frame, `${spec.id}-l${i}`));
  const svg = svgOf(spec, drawn, {body: null, height: 0});
  return {svg, key: keyEntries([...(spec.base?.layers ?? []), ...drawn])};
}

function svgOf(
  spec: MapSpec,
  drawn: readonly DrawnLayer[],
  foot: {readonly body: Markup | null; readonly height: number},
): string {
  const {frame, id} = spec;
  const scale = scaleBar(
    frame,
    drawn.flatMap((d) => d.points),
  );
  const north = northArrow(frame);
  const stamp = spec.stamp === undefined ? null : stampOf(spec.stamp);
  const symbols = [...(spec.base?.layers ?? []), ...drawn].flatMap(symbolBoxes);
  const fixed = [scale.box, north.box, ...(stamp === null ? [] : [stamp.box]), ...symbols];
  const height = frame.height + foot.height;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="${frame.width > 600 ? 'map wide' : 'map'}" id="${id}" viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d" font-family="${FONT}"><title id="${id}-t">${bilingual(spec.title)}</title><desc id="${id}-d">${bilingual(spec.desc)}</desc><clipPath id="${id}-c"><rect width="${frame.width}" height="${frame.height}"/></clipPath><g clip-path="url(#${id}-c)"><rect width="${frame.width}" height="${frame.height}" fill="${COLOR.paper}"/>${baseOf(spec)}${drawn.map((d) => d.body)}${labelsOf(spec, fixed)}${scale.body}${north.body}${stamp?.body}</g><rect x="0.5" y="0.5" width="${frame.width - 1}" height="${frame.height - 1}" fill="none" stroke="${COLOR.faint}"/>${foot.body}</svg>`
    .text;
}

/** System fonts only; the first that has Chinese wins. */
export const FONT =
  "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

function baseOf(spec: MapSpec): Markup | null {
  if (spec.base === undefined) return null;
  if (spec.baseUse === 'refer') return markup`<use href="#${spec.base.id}"/>`;
  return markup`<g id="${spec.base.id}">${spec.base.layers.map((d) => d.body)}</g>`;
}

function symbolBoxes({layer, points}: DrawnLayer): Box[] {
  if (layer.kind !== 'point') return [];
  const r = layer.style.radius;
  return points.map(([x, y]) => ({x: x - r, y: y - r, width: 2 * r, height: 2 * r}));
}

/** A framed word in the upper left corner, as wide as the language needs. */
function stampOf(text: Text): {readonly body: Markup; readonly box: Box} {
  const size = 11;
  const widths = {zh: 0, en: 0};
  const bodies = (['zh', 'en'] as const).map((lang) => {
    widths[lang] = Math.ceil(widthEm(text[lang]) * size + 12);
    const words = svgText(12, 19.5, text[lang], {sizePx: size, fill: COLOR.red, weight: 700});
    return markup`<g class="stamp ${lang}" lang="${lang}"><rect x="6" y="6" width="${widths[lang]}" height="19" fill="#ffffff" fill-opacity="0.9" stroke="${COLOR.red}" stroke-width="0.8"/>${words}</g>`;
  });
  const box: Box = {x: 6, y: 6, width: Math.max(widths.zh, widths.en), height: 19};
  return {body: join(bodies), box};
}

function labelsOf(spec: MapSpec, obstacles: readonly Box[]): Markup {
  const {frame} = spec;
  const looks = new Map<LabelWish, MapLabel>();
  for (const label of spec.labels) {
    const [x, y] = frame.project(label.at);
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
    const {text, priority, sizePx = 12, gap = 6} = label;
    looks.set({text, x, y, priority, sizePx, gap}, label);
  }
  const bounds: Box = {x: 2, y: 2, width: frame.width - 4, height: frame.height - 4};
  const placed = placeLabels([...looks.keys()], bounds, obstacles);
  return join(
    placed.map(({wish, box}) => {
      const {color = COLOR.ink, weight} = looks.get(wish)!;
      const words = svgText(box.x + box.width / 2, box.y + wish.sizePx, wish.text, {
        sizePx: wish.sizePx,
        fill: color,
        anchor: 'middle',
        halo: true,
        ...(weight === undefined ? {} : {weight}),
      });
      return markup`${plate(box)}${words}`;
    }),
  );
}

/**
 * The ground under a label, seen on paper only and instead of the halo: a PDF writes every outlined
 * character as a drawing of its own, three times as long as the character.
 */
function plate({x, y, width, height}: Box): Markup {
  return markup`<rect class="plate" x="${tenth(x)}" y="${tenth(y)}" width="${tenth(width)}" height="${tenth(height)}" fill="#ffffff" fill-opacity="0"/>`;
}

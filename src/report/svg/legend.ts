import type {Text} from '../i18n/text.ts';
import {join, type Markup, markup} from '../markup.ts';
import {widthEm, wrap} from '../text-width.ts';
import {
  type AreaStyle,
  type DrawnLayer,
  hatchLines,
  linePath,
  type MapLayer,
  symbol,
} from './layers.ts';
import {COLOR} from './palette.ts';
import {svgText} from './svg-text.ts';

const SIZE = 12;
const SWATCH = 26;
const ROW = 19;

export interface Strip {
  readonly body: Markup;
  readonly height: number;
}

/**
 * The legend flowing in rows from `top`, and the small print (source, licence) under it. Laid out for
 * each language by itself; as tall as the taller.
 */
export function footStrip(
  layers: readonly DrawnLayer[],
  print: Text,
  width: number,
  top: number,
): Strip {
  const entries = keyEntries(layers);
  const parts = (['zh', 'en'] as const).map((lang) => {
    const key = legendRows(entries, lang, width, top);
    const small = printRows(print[lang], width, top + key.height);
    const body = markup`<g class="${lang}" lang="${lang}">${key.body}${small.body}</g>`;
    return {body, height: key.height + small.height};
  });
  return stripOf(parts);
}

/** Small print under a figure, wrapped to its width per language. */
export function smallPrint(text: Text, width: number, top: number): Strip {
  return footStrip([], text, width, top);
}

function stripOf(parts: readonly Strip[]): Strip {
  return {
    body: join(parts.map((p) => p.body)),
    height: Math.max(...parts.map((p) => p.height)),
  };
}

/** One row of a legend: words and the layers that they stand for. */
export interface KeyEntry {
  readonly text: Text;
  readonly layers: MapLayer[];
}

/** The legend of what was really drawn, in drawing order; layers with the same words are told once. */
export function keyEntries(layers: readonly DrawnLayer[]): readonly KeyEntry[] {
  const entries = new Map<string, KeyEntry>();
  for (const {layer, drawn} of layers) {
    if (!drawn || layer.legend === undefined) continue;
    const key = `${layer.legend.zh}\u0000${layer.legend.en}`;
    const known = entries.get(key);
    if (known === undefined) entries.set(key, {text: layer.legend, layers: [layer]});
    else known.layers.push(layer);
  }
  return [...entries.values()];
}

function legendRows(
  entries: readonly KeyEntry[],
  lang: 'zh' | 'en',
  width: number,
  top: number,
): Strip {
  let x = 0;
  let y = top;
  const rows: Markup[] = [];
  for (const {text, layers} of entries) {
    const entryWidth = SWATCH + 6 + widthEm(text[lang]) * SIZE + 16;
    if (x > 0 && x + entryWidth > width) {
      x = 0;
      y += ROW;
    }
    const words = svgText(x + SWATCH + 6, y + 13, text[lang], {sizePx: SIZE, fill: COLOR.ink});
    rows.push(markup`${swatch(layers, x, y + 9)}${words}`);
    x += entryWidth;
  }
  return {body: join(rows), height: entries.length === 0 ? 0 : y + ROW - top};
}

function printRows(text: string, width: number, top: number): Strip {
  const size = 10.5;
  const lines = wrap(text, width / size);
  const body = lines.map((line, i) =>
    svgText(0, top + 13 + i * 14, line, {sizePx: size, fill: COLOR.muted}),
  );
  return {body: join(body), height: lines.length * 14 + 6};
}

function swatch(layers: readonly MapLayer[], x: number, y: number): Markup {
  return join(
    layers.map((layer) => {
      switch (layer.kind) {
        case 'line':
          return linePath(`M${x} ${y}l${SWATCH} 0`, layer.style);
        case 'area':
          return areaSwatch(layer.style, x, y - 6);
        case 'point':
          return symbol([x + SWATCH / 2, y], layer.style);
        default:
          return layer satisfies never;
      }
    }),
  );
}

function areaSwatch({fill, opacity, hatch}: AreaStyle, x: number, y: number): Markup {
  const ground = markup`<rect x="${x}" y="${y}" width="${SWATCH}" height="12" fill="${fill}" fill-opacity="${opacity}"/>`;
  if (hatch === undefined) return ground;
  return markup`${ground}<path d="${hatchLines(SWATCH, 12, x, y)}" fill="none" stroke="${hatch}" stroke-width="1.1"/>`;
}

/** The sign of a legend entry by itself, for a legend that stands beside a map instead of in it. */
export function keySign({layers}: KeyEntry): Markup {
  return markup`<svg class="sign" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SWATCH} 14" width="${SWATCH}" height="14" aria-hidden="true">${swatch(layers, 0, 7)}</svg>`;
}

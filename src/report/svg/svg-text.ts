import type {Text} from '../i18n/text.ts';
import {type Markup, markup} from '../markup.ts';
import {tenth} from './path.ts';

export interface TextStyle {
  readonly sizePx: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: number;
  readonly halo?: boolean;
  readonly spacing?: number;
}

/** A line of text at a base line; in two languages it is two elements of which the page shows one. */
export function svgText(x: number, y: number, text: Text | string, style: TextStyle): Markup {
  if (typeof text === 'string') return one(x, y, text, style, null);
  if (text.zh === text.en) return one(x, y, text.zh, style, null);
  return markup`${one(x, y, text.zh, style, 'zh')}${one(x, y, text.en, style, 'en')}`;
}

function one(x: number, y: number, text: string, s: TextStyle, lang: 'zh' | 'en' | null): Markup {
  const cls = lang === null ? null : markup` class="${lang}" lang="${lang}"`;
  const anchor = s.anchor === undefined ? null : markup` text-anchor="${s.anchor}"`;
  const weight = s.weight === undefined ? null : markup` font-weight="${s.weight}"`;
  const spacing = s.spacing === undefined ? null : markup` letter-spacing="${s.spacing}"`;
  const halo = s.halo
    ? markup` stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
    : null;
  return markup`<text x="${tenth(x)}" y="${tenth(y)}" font-size="${s.sizePx}" fill="${s.fill}"${cls}${anchor}${weight}${spacing}${halo}>${text}</text>`;
}

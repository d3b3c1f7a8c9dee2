import {LANGS, type Lang, type Text} from '../i18n/text.ts';
import {bilingual, type Child, type Markup, markup} from '../markup.ts';
import {wrap} from '../text-width.ts';
import {smallPrint} from './legend.ts';
import {FONT} from './map.ts';
import {COLOR} from './palette.ts';
import {svgText} from './svg-text.ts';

export interface ChartHead {
  /** Unique on the page. */
  readonly id: string;
  readonly title: Text;
  readonly desc: Text;
  readonly width: number;
  /** Printed under the chart: source, and whether the data are schematic. */
  readonly smallPrint: Text;
}

/** The SVG element round a chart's body of the given height. */
export function chartSvg(head: ChartHead, bodyHeight: number, body: Child): string {
  const {id, width} = head;
  const print = smallPrint(head.smallPrint, width, bodyHeight + 4);
  const height = bodyHeight + 4 + print.height;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="chart" id="${id}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d" font-family="${FONT}"><title id="${id}-t">${bilingual(head.title)}</title><desc id="${id}-d">${bilingual(head.desc)}</desc>${body}${print.body}</svg>`
    .text;
}

/** A row's name, right-aligned before `x` and centred at `y`, in as many lines as it needs. */
export function rowLabel(name: Text, x: number, y: number, maxEm: number, sizePx: number): Markup {
  const inLang = (lang: Lang): Markup => {
    const lines = wrap(name[lang], maxEm);
    const top = y + sizePx * 0.36 - ((lines.length - 1) * sizePx * 1.2) / 2;
    return markup`${lines.map((line, i) =>
      svgText(x, top + i * sizePx * 1.2, line, {sizePx, fill: COLOR.ink, anchor: 'end'}),
    )}`;
  };
  if (name.zh === name.en) return inLang('zh');
  return markup`${LANGS.map((lang) => markup`<g class="${lang}" lang="${lang}">${inLang(lang)}</g>`)}`;
}

/** Lines that a row's name takes in the language that needs more of them. */
export function labelLines(name: Text, maxEm: number): number {
  return Math.max(...LANGS.map((lang) => wrap(name[lang], maxEm).length));
}

import {scaleLinear} from 'd3-scale';
import type {Text} from '../i18n/text.ts';
import {join, type Markup, markup} from '../markup.ts';
import {widthEm} from '../text-width.ts';
import {type ChartHead, chartSvg, labelLines, rowLabel} from './chart.ts';
import {COLOR} from './palette.ts';
import {tenth} from './path.ts';
import {svgText} from './svg-text.ts';

export interface StackPart {
  readonly key: string;
  /** 0–1; the shares of a row add up to 1 at most. */
  readonly share: number;
}

export interface StackRow {
  readonly name: Text;
  readonly parts: readonly StackPart[];
}

/** What a key looks like: its name, its fill, and the ink that is read on that fill. */
export interface StackKey {
  readonly key: string;
  readonly name: Text;
  readonly fill: string;
  readonly ink: string;
}

const SIZE = 12.5;
const LABEL_EM = 17;

/** Rows of shares on a common 0–100 % axis; each part that has the room tells its share, and its name. */
export function stackedBarsSvg(
  head: ChartHead,
  rows: readonly StackRow[],
  keys: readonly StackKey[],
): string {
  const left = Math.min(head.width * 0.4, LABEL_EM * SIZE) + 8;
  const x = scaleLinear([0, 1], [left, head.width - 6]);
  const looks = new Map(keys.map((k) => [k.key, k]));
  const used = new Set(rows.flatMap((r) => r.parts.filter((p) => p.share > 0).map((p) => p.key)));
  const key = keyRow(
    keys.filter((k) => used.has(k.key)),
    left,
  );
  let y = 26;
  const body: Markup[] = [key];
  for (const row of rows) {
    const lines = labelLines(row.name, (left - 8) / SIZE);
    const height = Math.max(28, lines * SIZE * 1.2 + 8);
    const middle = y + height / 2;
    body.push(rowLabel(row.name, left - 8, middle, (left - 8) / SIZE, SIZE));
    let at = 0;
    for (const part of row.parts) {
      const look = looks.get(part.key);
      if (look === undefined || part.share <= 0) continue;
      body.push(partMark(look, part.share, x(at), x(at + part.share), middle));
      at += part.share;
    }
    y += height;
  }
  return chartSvg(head, Math.ceil(y + 4), join(body));
}

function partMark(look: StackKey, share: number, from: number, to: number, middle: number): Markup {
  const figure = `${Math.round(share * 100)} %`;
  const room = (to - from - 6) / SIZE;
  // the name as well where it fits: on grey paper two fills may look alike
  const told = (lang: 'zh' | 'en'): string =>
    [`${look.name[lang]} ${figure}`, figure].find((text) => widthEm(text) <= room) ?? '';
  const words = svgText(
    (from + to) / 2,
    middle + SIZE * 0.36,
    {zh: told('zh'), en: told('en')},
    {sizePx: SIZE, fill: look.ink, anchor: 'middle'},
  );
  return markup`<rect x="${tenth(from)}" y="${tenth(middle - 9)}" width="${tenth(to - from)}" height="18" fill="${look.fill}" stroke="${COLOR.halo}" stroke-width="1"/>${words}`;
}

function keyRow(keys: readonly StackKey[], left: number): Markup {
  const langs = (['zh', 'en'] as const).map((lang) => {
    let x = left;
    const entries = keys.map((k) => {
      const at = x;
      x += 20 + widthEm(k.name[lang]) * SIZE + 14;
      return markup`<rect x="${tenth(at)}" y="5" width="14" height="12" fill="${k.fill}"/>${svgText(at + 20, 15.5, k.name[lang], {sizePx: SIZE, fill: COLOR.ink})}`;
    });
    return markup`<g class="${lang}" lang="${lang}">${entries}</g>`;
  });
  return join(langs);
}

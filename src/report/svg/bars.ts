import {max} from 'd3-array';
import {scaleLinear} from 'd3-scale';
import type {Text} from '../i18n/text.ts';
import {type Markup, markup} from '../markup.ts';
import {widthEm} from '../text-width.ts';
import {type ChartHead, chartSvg, labelLines, rowLabel} from './chart.ts';
import {COLOR} from './palette.ts';
import {tenth} from './path.ts';
import {svgText} from './svg-text.ts';

export interface Bar {
  readonly name: Text;
  readonly value: number;
  /** The value as it is told. */
  readonly text: Text;
  readonly color?: string;
  /** Low and high end of what the value may be, drawn as a whisker. */
  readonly interval?: readonly [number, number];
}

const SIZE = 12.5;
const LABEL_EM = 17;

/** Horizontal bars from a common zero, in the order given; values are ≥ 0. No bars: an empty chart. */
export function barsSvg(head: ChartHead, bars: readonly Bar[]): string {
  const left = Math.min(head.width * 0.4, LABEL_EM * SIZE) + 8;
  const textRoom = Math.max(
    0,
    ...bars.map((b) => Math.max(widthEm(b.text.zh), widthEm(b.text.en))),
  );
  const x = scaleLinear(
    [0, max(bars, (b) => Math.max(b.value, b.interval?.[1] ?? 0)) || 1],
    [0, head.width - left - textRoom * SIZE - 12],
  );
  let y = 6;
  const rows: Markup[] = [];
  for (const bar of bars) {
    const lines = labelLines(bar.name, (left - 8) / SIZE);
    const height = Math.max(26, lines * SIZE * 1.2 + 8);
    const middle = y + height / 2;
    const width = Math.max(0, x(bar.value));
    const end = Math.max(width, x(bar.interval?.[1] ?? 0));
    rows.push(
      markup`${rowLabel(bar.name, left - 8, middle, (left - 8) / SIZE, SIZE)}<rect x="${tenth(left)}" y="${tenth(middle - 8)}" width="${tenth(width)}" height="16" fill="${bar.color ?? COLOR.blue}"/>${bar.interval && whisker(left + x(bar.interval[0]), left + x(bar.interval[1]), middle)}${svgText(left + end + 6, middle + SIZE * 0.36, bar.text, {sizePx: SIZE, fill: COLOR.ink})}`,
    );
    y += height;
  }
  const axis = markup`<path d="M${tenth(left)} 2V${tenth(y + 2)}" stroke="${COLOR.muted}" stroke-width="1"/>`;
  return chartSvg(head, Math.ceil(y + 4), markup`${rows}${axis}`);
}

function whisker(from: number, to: number, y: number): Markup {
  const [a, b] = [tenth(from), tenth(to)];
  const d = `M${a} ${tenth(y)}H${b}M${a} ${tenth(y - 5)}v10M${b} ${tenth(y - 5)}v10`;
  return markup`<path d="${d}" fill="none" stroke="#ffffff" stroke-width="3.6"/><path d="${d}" fill="none" stroke="${COLOR.ink}" stroke-width="1.4"/>`;
}

import {max, min} from 'd3-array';
import {scaleLinear} from 'd3-scale';
import type {Text} from '../i18n/text.ts';
import {type Markup, markup} from '../markup.ts';
import {widthEm} from '../text-width.ts';
import {type ChartHead, chartSvg} from './chart.ts';
import {COLOR} from './palette.ts';
import {tenth} from './path.ts';
import {svgText} from './svg-text.ts';

/** What one parameter does alone: the value at its low and at its high end. */
export interface Swing {
  readonly name: Text;
  readonly low: {readonly value: number; readonly text: Text};
  readonly high: {readonly value: number; readonly text: Text};
}

const SIZE = 11.5;
const ROW = 22;

/** Bars round the value as it stands, a parameter each, in the order given; blue = its low end, orange = its high end. */
export function tornadoSvg(head: ChartHead, today: number, swings: readonly Swing[]): string {
  const both = (text: Text) => Math.max(widthEm(text.zh), widthEm(text.en));
  const nameRoom = Math.max(0, ...swings.map(({name}) => both(name))) * SIZE + 10;
  const endRoom =
    Math.max(0, ...swings.flatMap(({low, high}) => [both(low.text), both(high.text)])) * SIZE + 10;
  const values = swings.flatMap(({low, high}) => [low.value, high.value]);
  const x = scaleLinear(
    [Math.min(today, min(values) ?? today), Math.max(today, max(values) ?? today, today + 1e-9)],
    [nameRoom + endRoom, head.width - endRoom],
  );
  const rows = swings.map((swing, i) => swingRow(swing, x, today, nameRoom, i * ROW + 14));
  const bottom = swings.length * ROW + 6;
  const line = markup`<path d="M${tenth(x(today))} 2V${bottom}" stroke="${COLOR.ink}" stroke-width="1" stroke-dasharray="3 2"/>`;
  return chartSvg(head, bottom + 2, markup`${rows}${line}`);
}

function swingRow(
  {name, low, high}: Swing,
  x: (value: number) => number,
  today: number,
  nameRoom: number,
  y: number,
): Markup {
  const part = (end: number, color: string) => {
    const [a, b] = [Math.min(x(today), x(end)), Math.max(x(today), x(end))];
    return markup`<rect x="${tenth(a)}" y="${y - 7}" width="${tenth(b - a)}" height="14" fill="${color}" fill-opacity="0.85"/>`;
  };
  // the end that reaches farther back stands on the left, whichever it is
  const [left, right] = low.value <= high.value ? [low, high] : [high, low];
  const mark = (text: Text, at: number, anchor: 'start' | 'end') =>
    svgText(at, y + SIZE * 0.36, text, {sizePx: SIZE, fill: COLOR.muted, anchor});
  return markup`${svgText(nameRoom - 8, y + SIZE * 0.36, name, {sizePx: SIZE, fill: COLOR.ink, anchor: 'end'})}${part(low.value, COLOR.blue)}${part(high.value, COLOR.orange)}${mark(left.text, Math.min(x(today), x(left.value)) - 5, 'end')}${mark(right.text, Math.max(x(today), x(right.value)) + 5, 'start')}`;
}

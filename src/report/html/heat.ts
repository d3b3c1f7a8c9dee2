import {scaleQuantile} from 'd3-scale';
import {number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import type {Text} from '../i18n/text.ts';
import {type Markup, markup} from '../markup.ts';
import {HEAT} from '../svg/palette.ts';

type Step = (typeof HEAT)[number];

/** Colours for a set of values by their fifths: no fixed threshold that hides a difference. */
export interface Heat {
  readonly of: (value: number) => Step;
  readonly key: Markup | null;
}

/** Fewer than five different values get one colour each; none get no key. */
export function heatOf(values: readonly number[], what: Text): Heat {
  const different = [...new Set(values)].toSorted((a, b) => a - b);
  const steps = HEAT.slice(HEAT.length - Math.min(HEAT.length, Math.max(1, different.length)));
  const scale = scaleQuantile<Step>()
    .domain(different.length === 0 ? [0] : values)
    .range(steps);
  if (different.length === 0) return {of: scale, key: null};
  const low = different[0]!;
  const high = different[different.length - 1]!;
  const bounds = [low, ...scale.quantiles(), high];
  const marks = steps.map((step, i) => {
    const [from, to] = [number(bounds[i]!, 2), number(bounds[i + 1]!, 2)];
    const text = from === to ? from : `${from}–${to}`;
    return markup`<span class="step" style="background:${step.fill};color:${step.ink}">${text}</span>`;
  });
  return {of: scale, key: markup`<p class="heatkey dim">${msg('heatLegend', {what})}${marks}</p>`};
}

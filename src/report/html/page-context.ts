import type {DetourRow, ReportResult} from '../../analysis/rows.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {bilingual, type Child, type Markup, markup, raw} from '../markup.ts';
import {type MapSpec, mapSvg} from '../svg/map.ts';
import {type Background, regionBackground} from './base-map.ts';

/** What every section of a page needs besides the result. */
export interface Page {
  readonly result: ReportResult;
  /** Maps of the whole region, across the page and half of it. */
  readonly wide: Background;
  readonly half: Background;
  /** Source line of every figure. */
  readonly source: Text;
  /** Backgrounds that stand whole in a figure above, and are only referred to from there on. */
  readonly defined: Set<string>;
}

export const WIDE_PX = 980;
export const HALF_PX = 480;

export function pageOf(result: ReportResult): Page {
  return {
    result,
    wide: regionBackground(result.map, 'base-wide', WIDE_PX),
    half: regionBackground(result.map, 'base-half', HALF_PX),
    source: sourceLine(result),
    defined: new Set(),
  };
}

function sourceLine({provenance}: ReportResult): Text {
  const line = msg('figureSource', {
    attribution: provenance.attribution.join('; ') || '–',
    dataDate: provenance.dataDate ?? msg('notKnown'),
    asOf: provenance.asOf ?? msg('asData'),
  });
  if (!provenance.schematic) return line;
  return {zh: `【示意数据】${line.zh}`, en: `[Schematic sample] ${line.en}`};
}

/** A section with its heading; schematic data are announced in each. */
export function section(page: Page, id: string, title: Text, body: Child): Markup {
  return markup`<section id="${id}"><h2>${title}</h2>${stampOf(page)}${body}</section>`;
}

function stampOf(page: Page): Markup | null {
  if (!page.result.provenance.schematic) return null;
  return markup`<p class="banner small">${same('示意数据 · schematic sample')}</p>`;
}

/** A map as a figure; the first use of a background draws it, later ones refer to it. */
export function mapFigure(
  page: Page,
  caption: Text | null,
  back: Background,
  spec: Omit<MapSpec, 'frame' | 'base' | 'baseUse' | 'attribution' | 'stamp'>,
): Markup {
  const known = page.defined.has(back.base.id);
  page.defined.add(back.base.id);
  const svg = mapSvg({
    ...spec,
    frame: back.frame,
    base: back.base,
    baseUse: known ? 'refer' : 'define',
    attribution: page.source,
    ...(page.result.provenance.schematic ? {stamp: msg('schematicShort')} : {}),
  });
  return figure(caption, raw(svg));
}

export function figure(caption: Text | null, body: Markup): Markup {
  const words = caption === null ? null : markup`<figcaption>${caption}</figcaption>`;
  return markup`<figure>${words}${body}</figure>`;
}

/** The row of a pair in either direction, or `undefined`. */
export function rowOfPair(
  rows: readonly DetourRow[],
  pair: readonly [string, string],
): DetourRow | undefined {
  const is = (a: string, b: string) => (r: DetourRow) => r.from === a && r.to === b;
  return rows.find(is(pair[0], pair[1])) ?? rows.find(is(pair[1], pair[0]));
}

/** A paragraph that says the analysis was not run. */
export function notAsked(): Markup {
  return markup`<p class="dim">${msg('notAsked')}</p>`;
}

/** One line in both languages, for tooltips. */
export function tip(text: Text): string {
  return bilingual(text);
}

import type {ReportResult} from '../../analysis/rows.ts';
import {type Bbox, bboxOf, type LonLat} from '../../geo/line.ts';
import {rowOfPair} from '../findings/detour.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {bilingual, type Child, type Markup, markup, raw} from '../markup.ts';
import {type ProjectName, projectNames} from '../project-names.ts';
import {type KeyEntry, keySign} from '../svg/legend.ts';
import {type MapSpec, mapParts} from '../svg/map.ts';
import {type Background, regionBackground} from './base-map.ts';
import {type SectionId, sectionNumber} from './contents.ts';
import {type Trace, traceLine} from './trace.ts';

/** What every section of a page needs besides the result. */
export interface Page {
  readonly result: ReportResult;
  /** Background of the maps of the whole region. */
  readonly wide: Background;
  readonly nameOf: ProjectName;
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
    wide: regionBackground(result.map, studyBox(result), 'base-wide', WIDE_PX),
    nameOf: projectNames(result),
    source: sourceLine(result),
    defined: new Set(),
  };
}

/** The part of the map that the rows speak of; the whole map when they name no place on it. */
function studyBox({detour, deadends, circles, score, map, headlinePairs}: ReportResult): Bbox {
  const named = new Set([
    ...detour.flatMap((r) => [r.from, r.to]),
    ...circles.flatMap((c) => [c.place, ...c.places.map((p) => p.place)]),
  ]);
  const head = headlinePairs.map((pair) => rowOfPair(detour, pair));
  const points: LonLat[] = [
    ...map.places.filter((p) => named.has(p.name)).map((p): LonLat => [p.lon, p.lat]),
    ...head.flatMap((r) => r?.geometry ?? []),
    ...score.flatMap((s) => s.snapped).map((s): LonLat => [s.lon, s.lat]),
  ];
  const inside = points.filter(([lon, lat]) => contains(map.bbox, lon, lat));
  const ends = deadends.map((d): LonLat => [d.lon, d.lat]);
  return bboxOf([...inside, ...ends]) ?? map.bbox;
}

function contains([west, south, east, north]: Bbox, lon: number, lat: number): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
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

/** A section with its numbered heading; schematic data are announced in each. */
export function section(page: Page, id: SectionId, title: Text, body: Child): Markup {
  const n = sectionNumber(id);
  return markup`<section id="${id}"><h2><span class="n">${n}</span> ${title}</h2>${stampOf(page)}${body}</section>`;
}

function stampOf(page: Page): Markup | null {
  if (!page.result.provenance.schematic) return null;
  return markup`<p class="banner small">${same('示意数据 · schematic sample')}</p>`;
}

/**
 * A map as a figure with its legend and source under it; the first use of a background draws it, later
 * ones refer to it.
 */
export function mapFigure(
  page: Page,
  caption: Text | null,
  back: Background,
  spec: Omit<MapSpec, 'frame' | 'base' | 'baseUse' | 'attribution' | 'stamp'> & {
    readonly trace: Trace;
  },
): Markup {
  const known = page.defined.has(back.base.id);
  page.defined.add(back.base.id);
  const {trace, ...drawing} = spec;
  const {svg, key} = mapParts({
    ...drawing,
    frame: back.frame,
    base: back.base,
    baseUse: known ? 'refer' : 'define',
    attribution: page.source,
    ...(page.result.provenance.schematic ? {stamp: msg('schematicShort')} : {}),
  });
  const foot = markup`${keyList(key)}<p class="print">${page.source}</p>`;
  return figure(caption, markup`<div class="scroll">${raw(svg)}</div>${foot}`, trace);
}

function keyList(key: readonly KeyEntry[]): Markup {
  const entries = key.map((entry) => markup`<li>${keySign(entry)} ${entry.text}</li>`);
  return markup`<ul class="key">${entries}</ul>`;
}

/** A figure with its caption above it and, below, where its numbers stand. */
export function figure(caption: Text | null, body: Markup, trace: Trace): Markup {
  const words = caption === null ? null : markup`<figcaption>${caption}</figcaption>`;
  return markup`<figure>${words}${body}${traceLine(trace)}</figure>`;
}

/** A paragraph that says the analysis was not run. */
export function notAsked(): Markup {
  return markup`<p class="dim">${msg('notAsked')}</p>`;
}

/** One line in both languages, for tooltips. */
export function tip(text: Text): string {
  return bilingual(text);
}

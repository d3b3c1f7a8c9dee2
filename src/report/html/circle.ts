import type {
  CircleChange,
  CircleExtent,
  CirclePlace,
  CircleRow,
  CircleShare,
} from '../../analysis/rows.ts';
import {bboxOf, type LonLat} from '../../geo/line.ts';
import {circleFacts, circleTitle, provinceLines, provinceText} from '../circle-text.ts';
import {minutes, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {type Markup, markup} from '../markup.ts';
import {nameList} from '../names.ts';
import {frameOf} from '../svg/frame.ts';
import type {MapLayer} from '../svg/layers.ts';
import type {MapLabel} from '../svg/map.ts';
import {COLOR} from '../svg/palette.ts';
import {type Background, background} from './base-map.ts';
import {mapFigure, notAsked, type Page, section, WIDE_PX} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

/** The circles, each today and – when projects are given – with them. */
export function circleSection(page: Page): Markup {
  const {circles} = page.result;
  if (circles.length === 0) return section(page, 'circle', msg('circle'), notAsked());
  const body = circles.map((circle, i) => circlePart(page, withoutStart(circle), i + 1));
  return section(page, 'circle', msg('circle'), [markup`<p>${msg('circleIntro')}</p>`, body]);
}

/** The start is no place that is reached. */
function withoutStart(circle: CircleRow): CircleRow {
  return {...circle, places: circle.places.filter((p) => p.place !== circle.place)};
}

function circlePart(page: Page, circle: CircleRow, n: number): Markup {
  const title = circleTitle(circle);
  const {after, gained = [], lost = []} = circle;
  const projects =
    circle.projects === undefined
      ? null
      : markup`<p>${msg('circleWithProjects', {projects: nameList(circle.projects, 20)})}</p>`;
  const facts = [
    circle.nearClip ? markup`<p>${msg('circleNearClip')}</p>` : null,
    factsLine(msg('circleToday'), circle, circle.places.length),
    after === undefined
      ? null
      : factsLine(msg('circleWith'), after, circle.places.length + gained.length - lost.length),
  ];
  return markup`<h3>${title}</h3>${projects}${facts}${circleMaps(page, circle, n)}${placeTable(circle, n)}${provinceTable(circle, n)}`;
}

function factsLine(label: Text, extent: CircleExtent, places: number): Markup {
  return markup`<p>${circleFacts(label, extent, places)}</p>`;
}

/** The window of the circle with the projects and the places inside; the region when nothing is reached. */
function windowOf(page: Page, circle: CircleRow, n: number): Background {
  const extents = [circle, ...(circle.after === undefined ? [] : [circle.after])];
  const places = [...circle.places, ...(circle.gained ?? [])];
  const box = bboxOf([
    ...extents.flatMap((e) => [...e.polygon.flat(2), ...e.reached.flat()]),
    ...places.map((p): LonLat => [p.lon, p.lat]),
  ]);
  if (box === null) return page.wide;
  const frame = frameOf(box, WIDE_PX, {margin: 0.08, maxShape: 0.75});
  return background(page.result.map, `base-circle-${n}`, frame);
}

function circleMaps(page: Page, circle: CircleRow, n: number): Markup {
  const back = windowOf(page, circle, n);
  const before = circleMap(
    page,
    back,
    circle,
    `map-circle-${n}`,
    msg('circleToday'),
    todayLayers(circle),
  );
  if (circle.after === undefined) return before;
  const layers = comparedLayers(circle, circle.after);
  const after = circleMap(page, back, circle, `map-circle-${n}-with`, msg('circleWith'), layers);
  return markup`${before}${after}`;
}

function circleMap(
  page: Page,
  back: Background,
  circle: CircleRow,
  id: string,
  label: Text,
  layers: readonly MapLayer[],
): Markup {
  const title = circleTitle(circle);
  const caption = {zh: `${title.zh}：${label.zh}`, en: `${title.en}: ${label.en}`};
  const inside = [...circle.places, ...(id.endsWith('-with') ? (circle.gained ?? []) : [])];
  const start = page.result.map.places.find((p) => p.name === circle.place);
  const hub: MapLayer = {
    kind: 'point',
    points: start === undefined ? [] : [{lon: start.lon, lat: start.lat, title: start.name}],
    style: {shape: 'square', color: COLOR.ink, radius: 6},
    legend: msg('legendStart'),
  };
  const named = new Set([circle.place, ...inside.map((p) => p.place)]);
  return mapFigure(page, caption, back, {
    id,
    title: caption,
    desc: msg('circleMapDesc'),
    layers: [...layers, hub],
    labels: [
      ...(start === undefined ? [] : [hubLabel(start)]),
      ...inside.map(timeLabel),
      ...back.labels.filter((l) => !named.has(l.text)),
    ],
  });
}

function hubLabel(start: {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}): MapLabel {
  return {
    text: start.name,
    at: [start.lon, start.lat],
    priority: 1e14,
    sizePx: 15,
    weight: 700,
    gap: 8,
  };
}

function timeLabel(p: CirclePlace): MapLabel {
  return {
    text: `${p.place} ${minutes(p.timeS)}′`,
    at: [p.lon, p.lat],
    priority: 1e13 - p.timeS,
    sizePx: 12,
    weight: 600,
    gap: 6,
  };
}

function todayLayers(circle: CircleRow): MapLayer[] {
  return [
    {
      kind: 'area',
      polygons: circle.polygon,
      style: {fill: COLOR.blue, opacity: 0.14},
      legend: msg('legendArea'),
    },
    {
      kind: 'line',
      lines: circle.reached,
      style: {color: COLOR.blue, width: 2.6},
      legend: msg('legendReached'),
    },
    {
      kind: 'point',
      points: circle.places.map(marker),
      style: {shape: 'circle', color: COLOR.blue, radius: 4.5},
      legend: msg('legendPlaceIn'),
    },
  ];
}

/**
 * Blue + red = purple. What is reached with the projects is drawn red, and what is reached today in
 * purple over it: a project takes nothing away, so today's part is reached both times. Should places
 * be lost after all (a scenario that closes roads), today's part is drawn blue under the red.
 */
function comparedLayers(circle: CircleRow, after: NonNullable<CircleRow['after']>): MapLayer[] {
  const loses = (circle.lost ?? []).length > 0;
  const gained: MapLayer = {
    kind: 'line',
    lines: after.reached,
    style: {color: COLOR.red, width: 2.6},
    legend: loses ? msg('circleWith') : msg('legendGainedLine'),
  };
  const today: MapLayer = {
    kind: 'line',
    lines: circle.reached,
    style: {color: loses ? COLOR.blue : COLOR.purple, width: loses ? 4.4 : 2.8},
    legend: loses ? msg('legendReached') : msg('legendBoth'),
  };
  const gainedPlaces = new Set((circle.gained ?? []).map((p) => p.place));
  return [
    {
      kind: 'area',
      polygons: after.polygon,
      style: {fill: COLOR.red, opacity: 0.1},
      legend: msg('legendAreaAfter'),
    },
    {
      kind: 'area',
      polygons: circle.polygon,
      style: {fill: loses ? COLOR.blue : COLOR.purple, opacity: 0.13},
      legend: msg('legendAreaBefore'),
    },
    ...(loses ? [today, gained] : [gained, today]),
    {
      kind: 'point',
      points: circle.places.filter((p) => !gainedPlaces.has(p.place)).map(marker),
      style: {shape: 'circle', color: loses ? COLOR.blue : COLOR.purple, radius: 4.5},
      legend: msg('legendPlaceIn'),
    },
    {
      kind: 'point',
      points: (circle.gained ?? []).map(marker),
      style: {shape: 'triangle', color: COLOR.red, radius: 6},
      legend: msg('legendPlaceGained'),
    },
  ];
}

function marker(p: CirclePlace): {lon: number; lat: number; title: string} {
  return {lon: p.lon, lat: p.lat, title: `${p.place} ${minutes(p.timeS)}′`};
}

interface Line {
  readonly place: CirclePlace;
  readonly beforeS: number | null;
  readonly afterS: number | null;
  readonly change: 'inside' | 'gained' | 'newly-reachable' | 'lost';
}

/** Without projects the time with them shows a dash. */
function linesOf(circle: CircleRow): Line[] {
  const lost = new Set((circle.lost ?? []).map((p) => p.place));
  const gained = (circle.gained ?? []).map(
    (p: CircleChange): Line => ({
      place: p,
      beforeS: p.beforeS,
      afterS: p.timeS,
      change: p.beforeS === null ? 'newly-reachable' : 'gained',
    }),
  );
  const inside = circle.places.map(
    (p): Line => ({
      place: p,
      beforeS: p.timeS,
      afterS: p.afterS ?? null,
      change: lost.has(p.place) ? 'lost' : 'inside',
    }),
  );
  return [...gained, ...inside].toSorted((a, b) => a.place.timeS - b.place.timeS);
}

function placeTable(circle: CircleRow, n: number): Markup {
  const lines = linesOf(circle);
  if (lines.length === 0) return markup`<p>${msg('circleNoPlaces')}</p>`;
  const compared = circle.after !== undefined;
  const marks = {
    inside: same(''),
    gained: msg('gainedMark'),
    'newly-reachable': msg('newlyReachedMark'),
    lost: msg('lostMark'),
  };
  return table({
    id: `table-circle-${n}`,
    caption: msg('circlePlaces'),
    columns: [
      {head: msg('colPlace'), kind: 'name'},
      {head: compared ? msg('colBeforeMin') : msg('colMinutes'), kind: 'number'},
      ...(compared
        ? ([
            {head: msg('colAfterMin'), kind: 'number'},
            {head: msg('colChange'), kind: 'text'},
          ] as const)
        : []),
      {head: msg('colPopulation'), kind: 'number'},
      {head: msg('colProvince'), kind: 'text'},
    ],
    rows: lines.map((l) => [
      textCell(l.place.place),
      numberCell(
        l.beforeS,
        l.beforeS === null ? msg('circleBeforeUnreachable') : minutes(l.beforeS),
      ),
      ...(compared
        ? [
            numberCell(l.afterS, minutes(l.afterS)),
            {body: changeTag(l, marks[l.change]), sort: marks[l.change].zh},
          ]
        : []),
      numberCell(l.place.population, people(l.place.population)),
      textCell(l.place.province ?? NONE),
    ]),
  });
}

/** Places, people and area by province, today and with the projects. */
function provinceTable(circle: CircleRow, n: number): Markup {
  const lines = provinceLines(circle);
  const compared = circle.after !== undefined;
  const byFile = circle.cells !== undefined;
  const state = (after: boolean) =>
    [
      {head: msg(after ? 'colPlacesAfter' : 'colPlacesInside'), kind: 'number'},
      {head: msg(after ? 'colPopulationAfter' : 'colPopulation'), kind: 'number'},
      ...(byFile
        ? ([{head: msg(after ? 'colCellPersonsAfter' : 'colCellPersons'), kind: 'number'}] as const)
        : []),
      {head: msg(after ? 'colAreaAfter' : 'colArea'), kind: 'number'},
    ] as const;
  const cells = (share: CircleShare | null) => [
    numberCell(share?.places ?? null, number(share?.places ?? null)),
    numberCell(share?.population ?? null, people(share?.population ?? null)),
    ...(byFile ? [numberCell(share?.cellPersons ?? null, people(share?.cellPersons ?? null))] : []),
    numberCell(share?.areaKm2 ?? null, number(share?.areaKm2 ?? null)),
  ];
  return table({
    id: `table-circle-${n}-provinces`,
    caption: msg('circleByProvince', {title: circleTitle(circle)}),
    columns: [
      {head: msg('colProvince'), kind: 'name'},
      ...state(false),
      ...(compared ? state(true) : []),
    ],
    rows: lines.map((l) => [
      textCell(provinceText(l.province)),
      ...cells(l.today),
      ...(compared ? cells(l.after) : []),
    ]),
  });
}

function changeTag(line: Line, text: Text): Markup | null {
  return line.change === 'inside' ? null : markup`<span class="tag gained">${text}</span>`;
}

import type {CirclePlace, CircleRow} from '../../analysis/rows.ts';
import {bboxOf, type LonLat} from '../../geo/line.ts';
import {minutes} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import type {Text} from '../i18n/text.ts';
import {modeWord} from '../i18n/words.ts';
import type {Markup} from '../markup.ts';
import {frameOf} from '../svg/frame.ts';
import type {MapLayer} from '../svg/layers.ts';
import type {MapLabel} from '../svg/map.ts';
import {COLOR} from '../svg/palette.ts';
import {type Background, background} from './base-map.ts';
import {type CircleGroup, modesOf} from './circle-rows.ts';
import {mapFigure, type Page, WIDE_PX} from './page-context.ts';

/** The nearest band is the darkest. */
const DARKEST = 0.62;

/** A map a mode: bands of today's circles, and what the projects bring nearer over them, in one window. */
export function circleMaps(page: Page, group: CircleGroup, n: number): Markup[] {
  const back = windowOf(page, group, n);
  return modesOf(group.rows).map((mode) => {
    const rows = group.rows.filter((row) => row.mode === mode);
    const title = mapTitle(
      group,
      mode,
      rows.some((row) => row.after !== undefined),
    );
    return mapFigure(page, title, back, {
      id: `map-circle-${n}-${mode}`,
      title,
      desc: msg('circleMapDesc'),
      layers: [...bandLayers(rows), ...pointLayers(page, group, rows)],
      labels: labelsOf(page, group, rows, back),
      trace: {key: 'circles[].{polygon, places, gained}', file: 'circle-areas.geojson'},
    });
  });
}

function mapTitle({place, cutoffs}: CircleGroup, mode: CircleRow['mode'], compared: boolean): Text {
  return msg(compared ? 'circleMapCompared' : 'circleMapToday', {
    place,
    minutes: cutoffs.join(' / '),
    mode: modeWord(mode),
  });
}

/** The window of all circles and the places inside; the region when nothing is reached. */
function windowOf(page: Page, {rows}: CircleGroup, n: number): Background {
  const box = bboxOf(
    rows.flatMap((row) => [
      ...row.polygon.flat(2),
      ...(row.after?.polygon.flat(2) ?? []),
      ...[...row.places, ...(row.gained ?? [])].map((p): LonLat => [p.lon, p.lat]),
    ]),
  );
  if (box === null) return page.wide;
  const frame = frameOf(box, WIDE_PX, {margin: 0.03, maxShape: 0.8});
  return background(page.result.map, `base-circle-${n}`, frame);
}

type Shape = CircleRow['polygon'];

/** Of two drawings that nest what the wider has and the narrower has not: their rings cancel out. */
function between(wider: Shape, narrower: Shape): Shape {
  return [[...wider.flat(), ...narrower.flat()]];
}

/**
 * Blue + red = purple. Bands of today's circles, dark to light; purple when projects are given, for with
 * them all of it is reached as well. Red over them what they bring into a nearer circle than today's.
 */
function bandLayers(rows: readonly CircleRow[]): MapLayer[] {
  const loses = rows.some((row) => (row.lost ?? []).length > 0);
  const compared = rows.some((row) => row.after !== undefined);
  const fill = compared && !loses ? COLOR.purple : COLOR.blue;
  const key = compared && !loses ? 'legendBandBoth' : 'legendBandToday';
  const bands = rows.map((row, i): MapLayer => {
    const inner = rows[i - 1];
    return {
      kind: 'area',
      polygons: inner === undefined ? row.polygon : between(row.polygon, inner.polygon),
      style: {fill, opacity: DARKEST / 1.8 ** i},
      legend: msg(key, {minutes: row.minutes}),
    };
  });
  const nearer = rows.flatMap(({after, polygon, minutes: m}): MapLayer[] =>
    after === undefined
      ? []
      : [
          {
            kind: 'area',
            polygons: loses ? after.polygon : between(after.polygon, polygon),
            style: {fill: COLOR.red, opacity: loses ? 0.12 : 0.22, hatch: COLOR.red},
            legend: loses ? msg('legendBandWith', {minutes: m}) : msg('legendNearer'),
          },
        ],
  );
  return [...bands.reverse(), ...nearer];
}

/** Places inside today or with the projects, each once; `gained` = into any of the circles. */
function placesOf(group: CircleGroup, rows: readonly CircleRow[]) {
  const gained = new Set(rows.flatMap((row) => (row.gained ?? []).map(({place}) => place)));
  const all = new Map<string, CirclePlace>();
  for (const row of rows) {
    for (const place of [...row.places, ...(row.gained ?? [])]) {
      if (place.place !== group.place) all.set(place.place, place);
    }
  }
  const times = new Map(group.timesByPlace().map((one) => [one.place.place, one.times]));
  const mode = rows[0]!.mode;
  return [...all.values()].map((place) => ({
    place,
    gained: gained.has(place.place),
    time: times.get(place.place)!.get(mode)!,
  }));
}

function pointLayers(page: Page, group: CircleGroup, rows: readonly CircleRow[]): MapLayer[] {
  const places = placesOf(group, rows);
  const compared = rows.some((row) => row.after !== undefined);
  const mark = (gained: boolean) =>
    places
      .filter((one) => one.gained === gained)
      .map(({place, time}) => ({lon: place.lon, lat: place.lat, title: labelText(place, time)}));
  const start = startOf(page, group);
  return [
    {
      kind: 'point',
      points: mark(false),
      style: {shape: 'circle', color: compared ? COLOR.purple : COLOR.blue, radius: 4.5},
      legend: msg('legendPlaceIn'),
    },
    {
      kind: 'point',
      points: mark(true),
      style: {shape: 'triangle', color: COLOR.red, radius: 6},
      legend: msg('legendPlaceGained'),
    },
    {
      kind: 'point',
      points: start === undefined ? [] : [{lon: start.lon, lat: start.lat, title: group.place}],
      style: {shape: 'square', color: COLOR.ink, radius: 6},
      legend: msg('legendStart'),
    },
  ];
}

/** Where the centre stands: it is a place of its own circle. */
function startOf(page: Page, {place, rows}: CircleGroup): {lon: number; lat: number} | undefined {
  const own = rows.flatMap((row) => row.places).find((p) => p.place === place);
  return own ?? page.result.map.places.find((p) => p.name === place);
}

function labelText(
  {place}: CirclePlace,
  {beforeS, afterS}: {readonly beforeS: number | null; readonly afterS: number | null},
): string {
  const [before, after] = [minutes(beforeS), minutes(afterS)];
  if (afterS === null || before === after) return `${place} ${before}′`;
  return beforeS === null ? `${place} → ${after}′` : `${place} ${before}→${after}′`;
}

function labelsOf(
  page: Page,
  group: CircleGroup,
  rows: readonly CircleRow[],
  back: Background,
): MapLabel[] {
  const places = placesOf(group, rows);
  const start = startOf(page, group);
  const named = new Set([group.place, ...places.map(({place}) => place.place)]);
  const hub: MapLabel[] =
    start === undefined
      ? []
      : [
          {
            text: group.place,
            at: [start.lon, start.lat],
            priority: 1e14,
            sizePx: 15,
            weight: 700,
            gap: 8,
          },
        ];
  const inside = places.map(
    ({place, gained, time}): MapLabel => ({
      text: labelText(place, time),
      at: [place.lon, place.lat],
      priority: (gained ? 2e13 : 1e13) - (time.afterS ?? time.beforeS ?? 0),
      sizePx: 12,
      weight: 600,
      gap: gained ? 8 : 6,
      ...(gained && {color: COLOR.red}),
    }),
  );
  return [...hub, ...inside, ...back.labels.filter((label) => !named.has(label.text))];
}

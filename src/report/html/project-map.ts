import type {PairChange, ScoreRow} from '../../analysis/rows.ts';
import {bboxOf, type LonLat} from '../../geo/line.ts';
import {minutes} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import type {Markup} from '../markup.ts';
import {frameOf} from '../svg/frame.ts';
import type {MapLayer} from '../svg/layers.ts';
import type {MapLabel} from '../svg/map.ts';
import {COLOR, SERIES} from '../svg/palette.ts';
import {background} from './base-map.ts';
import {HALF_PX, mapFigure, type Page} from './page-context.ts';

/** Where all projects lie, numbered by rank. */
export function projectMap(page: Page, rows: readonly ScoreRow[]): Markup {
  const of = (mode: 'road' | 'rail') => rows.filter((r) => r.mode === mode).map((r) => r.geometry);
  const stops = rows.flatMap((r) => r.snapped);
  const names = rows.filter((r) => r.geometry.length > 1);
  return mapFigure(page, msg('rankingMap'), page.wide, {
    id: 'map-projects',
    title: msg('rankingMap'),
    desc: msg('rankingMapDesc'),
    trace: {key: 'score[].{geometry, snapped}', file: 'projects.geojson'},
    layers: [
      {
        kind: 'line',
        lines: of('road'),
        style: {color: COLOR.blue, width: 3, halo: true},
        legend: msg('legendProjectRoad'),
      },
      {
        kind: 'line',
        lines: of('rail'),
        style: {color: COLOR.purple, width: 3, dash: '9 3', halo: true},
        legend: msg('legendProjectRail'),
      },
      {
        kind: 'point',
        points: stops.filter((s) => s.joined).map((s) => ({lon: s.lon, lat: s.lat, title: s.stop})),
        style: {shape: 'ring', color: COLOR.ink, radius: 3.2},
        legend: msg('legendStop'),
      },
      {
        kind: 'point',
        points: stops
          .filter((s) => !s.joined)
          .map((s) => ({lon: s.lon, lat: s.lat, title: s.stop})),
        style: {shape: 'cross', color: COLOR.red, radius: 6},
        legend: msg('legendStopOff'),
      },
    ],
    labels: [
      ...names.map((row) => ({
        text: `(${row.rank})`,
        at: middle(row.geometry),
        priority: 1e14 - row.rank,
        sizePx: 16,
        weight: 700,
        color: row.mode === 'rail' ? COLOR.purple : COLOR.blue,
        gap: 5,
      })),
      ...page.wide.labels,
    ],
  });
}

/** A point of the drawn line for its number: the vertex half way through the list, moved half a step. */
function middle(line: readonly LonLat[]): LonLat {
  const i = Math.floor((line.length - 1) / 2);
  const a = line[i]!;
  const b = line[i + 1] ?? a;
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** Pairs whose new way is drawn. */
const MOST_ROUTES = 3;
const ROUTE_COLORS = [SERIES[1]!, SERIES[2]!, SERIES[4]!];

/** One project in its own window: its line, its stops, and the new way of the pairs that gain most. */
export function ownMap(page: Page, row: ScoreRow, id: string): Markup | null {
  const pairs = row.pairs.filter((pair) => pair.route !== undefined).slice(0, MOST_ROUTES);
  const routes = pairs.map(({route}) => route!.geometry);
  const stops = row.snapped.map((s): LonLat => [s.lon, s.lat]);
  const box = bboxOf([...row.geometry, ...stops, ...routes.flat()]);
  if (box === null) return null;
  const frame = frameOf(box, HALF_PX, {margin: 0.08, minShape: 0.5, maxShape: 0.72});
  const back = background(page.result.map, `base-${id}`, frame);
  const title = msg('projectMap', {project: page.nameOf(row.project)});
  return mapFigure(page, null, back, {
    id: `map-${id}`,
    title,
    desc: msg('projectMapDesc'),
    trace: {key: 'score[].{geometry, snapped, pairs[].route}', file: 'projects.geojson'},
    layers: [...pairs.map(routeLayer), lineLayer(row), ...stopLayers(row)],
    labels: [
      ...row.snapped.map(
        (stop, i): MapLabel => ({
          text: stop.stop,
          at: [stop.lon, stop.lat],
          priority: 1e14 - i,
          sizePx: 12.5,
          weight: 700,
          color: stop.joined ? COLOR.ink : COLOR.red,
          gap: 6,
        }),
      ),
      ...back.labels.filter(({text}) => !row.snapped.some(({stop}) => text.startsWith(stop))),
    ],
  });
}

function routeLayer({from, to, beforeS, afterS, route}: PairChange, i: number): MapLayer {
  return {
    kind: 'line',
    lines: [route!.geometry],
    style: {color: ROUTE_COLORS[i % ROUTE_COLORS.length]!, width: 5 - i, opacity: 0.7},
    legend: msg('legendNewWay', {from, to, before: minutes(beforeS), after: minutes(afterS)}),
  };
}

function lineLayer({mode, geometry}: ScoreRow): MapLayer {
  return {
    kind: 'line',
    lines: [geometry],
    style:
      mode === 'rail'
        ? {color: COLOR.purple, width: 3, dash: '9 3', halo: true}
        : {color: COLOR.blue, width: 3, halo: true},
    legend: msg(mode === 'rail' ? 'legendProjectRail' : 'legendProjectRoad'),
  };
}

function stopLayers({snapped}: ScoreRow): MapLayer[] {
  const points = (joined: boolean) =>
    snapped
      .filter((stop) => stop.joined === joined)
      .map(({lon, lat, stop}) => ({lon, lat, title: stop}));
  return [
    {
      kind: 'point',
      points: points(true),
      style: {shape: 'ring', color: COLOR.ink, radius: 4},
      legend: msg('legendStop'),
    },
    {
      kind: 'point',
      points: points(false),
      style: {shape: 'cross', color: COLOR.red, radius: 6},
      legend: msg('legendStopOff'),
    },
  ];
}

import type {DeadEndRow} from '../../analysis/rows.ts';
import {bboxOf, type LonLat} from '../../geo/line.ts';
import {number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same} from '../i18n/text.ts';
import {causeWord} from '../i18n/words.ts';
import type {Markup} from '../markup.ts';
import {roadName} from '../names.ts';
import {frameOf} from '../svg/frame.ts';
import type {MapLayer} from '../svg/layers.ts';
import {COLOR} from '../svg/palette.ts';
import {background} from './base-map.ts';
import {mapFigure, type Page} from './page-context.ts';

/** Roads that end, what lies opposite, the gap and the end itself. */
export function deadEndLayers(rows: readonly DeadEndRow[], radius: number): MapLayer[] {
  const beyond = rows.map((r) => r.counterpart).filter((c) => c !== null);
  return [
    {
      kind: 'line',
      lines: rows.map((r) => r.geometry),
      style: {color: COLOR.red, width: radius > 6 ? 2.6 : 3.2, halo: true},
      legend: msg('legendDeadEndRoad'),
    },
    {
      kind: 'line',
      lines: beyond.map((c) => c.geometry),
      style: {color: COLOR.blue, width: 2.6, dash: '6 3', halo: true},
      legend: msg('legendCounterpart'),
    },
    {
      kind: 'line',
      lines: rows.flatMap((r) => (r.counterpart ? [[at(r), at(r.counterpart)]] : [])),
      style: {color: COLOR.ink, width: 1.2, dash: '2 3'},
      legend: msg('legendGap'),
    },
    {
      kind: 'point',
      points: beyond.map((c) => ({lon: c.lon, lat: c.lat})),
      style: {shape: 'ring', color: COLOR.blue, radius: radius * 0.6},
      legend: msg('legendCounterpartEnd'),
    },
    {
      kind: 'point',
      points: rows.map((r) => ({lon: r.lon, lat: r.lat, title: r.id})),
      style: {shape: 'cross', color: COLOR.red, radius},
      legend: msg('legendDeadEnd'),
    },
  ];
}

export function at(point: {readonly lon: number; readonly lat: number}): LonLat {
  return [point.lon, point.lat];
}

const SKETCH_PX = 330;

/** The end and what lies opposite, close up. */
export function sketch(page: Page, row: DeadEndRow, n: number): Markup {
  const {map, closeUps} = page.result;
  const other = row.counterpart;
  const points: LonLat[] = [at(row), ...row.geometry];
  if (other !== null) points.push(at(other), ...other.geometry);
  const frame = frameOf(bboxOf(points)!, SKETCH_PX, {margin: 0.22, minShape: 0.62, maxShape: 0.8});
  const fine = closeUps.find(({deadend}) => deadend === row.id);
  const back = background(map, `base-deadend-${n}`, frame, fine);
  const title = joinTexts([msg('deadendCard', {n}), roadName(row.ref, row.name)], msg('colon'));
  return mapFigure(page, null, back, {
    id: `map-deadend-${n}`,
    trace: {key: `deadends[${n - 1}]`, file: 'deadends.csv'},
    title,
    desc: joinTexts([causeWord(row.cause), same(number(row.confidence, 2))], msg('listComma')),
    layers: deadEndLayers([row], 6),
    labels: back.labels,
  });
}

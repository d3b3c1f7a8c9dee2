import type {Bend, DetourRow} from '../../analysis/rows.ts';
import {bboxOf, type LonLat} from '../../geo/line.ts';
import {distance, duration, km, NONE, number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {classWord, reasonWord} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import {roadName} from '../names.ts';
import {frameOf} from '../svg/frame.ts';
import type {MapLayer} from '../svg/layers.ts';
import type {MapLabel} from '../svg/map.ts';
import {COLOR} from '../svg/palette.ts';
import {viaText} from '../via-text.ts';
import {background} from './base-map.ts';
import {HALF_PX, mapFigure, type Page} from './page-context.ts';

/** One pair: its way on a map, the straight line, where they part most, and the roads in words. */
export function pairPart(page: Page, row: DetourRow, i: number): Markup {
  return markup`<div>${pairMap(page, row, i)}<ul class="notes">${pairTexts(row).map((text) => markup`<li>${text}</li>`)}</ul></div>`;
}

function pairMap(page: Page, row: DetourRow, i: number): Markup {
  const {map} = page.result;
  const named = (name: string) => map.places.find((place) => place.name === name);
  const ends = [named(row.from), named(row.to)].filter((place) => place !== undefined);
  const straight = ends.map((p): LonLat => [p.lon, p.lat]);
  const box = bboxOf([...straight, ...row.geometry]) ?? map.bbox;
  const frame = frameOf(box, HALF_PX, {margin: 0.12, minShape: 0.6, maxShape: 0.68});
  const back = background(map, `base-pair-${i + 1}`, frame);
  return mapFigure(page, pairCaption(row), back, {
    id: `map-pair-${i + 1}`,
    trace: {key: 'detour[].geometry, detour[].bend', file: 'detour-routes.geojson'},
    title: pairCaption(row),
    desc: msg('detourMapDesc', {from: row.from, to: row.to}),
    layers: [
      {
        kind: 'line',
        lines: straight.length === 2 ? [straight] : [],
        style: {color: COLOR.ink, width: 1.4, dash: '5 4'},
        legend: msg('legendStraight'),
      },
      {
        kind: 'line',
        lines: [row.geometry],
        style: {color: COLOR.blue, width: 3.2, halo: true},
        legend: msg('legendRoute'),
      },
      ...(row.bend === null ? [] : bendLayers(row.bend)),
      {
        kind: 'point',
        points: ends.map((p) => ({lon: p.lon, lat: p.lat, title: p.name})),
        style: {shape: 'circle', color: COLOR.ink, radius: 5},
        legend: msg('legendEnds'),
      },
    ],
    labels: [
      ...ends.map(
        (p): MapLabel => ({
          text: p.name,
          at: [p.lon, p.lat],
          priority: 1e13,
          sizePx: 14,
          weight: 700,
          gap: 8,
        }),
      ),
      ...(row.bend === null ? [] : [bendLabel(row.bend)]),
      ...back.labels.filter((l) => l.text !== row.from && l.text !== row.to),
    ],
  });
}

function bendLayers(bend: Bend): MapLayer[] {
  return [
    {
      kind: 'line',
      lines: [
        [
          [bend.lon, bend.lat],
          [bend.footLon, bend.footLat],
        ],
      ],
      style: {color: COLOR.red, width: 1.6, dash: '2 2', halo: true},
      legend: msg('legendBend'),
    },
    {
      kind: 'point',
      points: [{lon: bend.lon, lat: bend.lat}],
      style: {shape: 'triangle', color: COLOR.red, radius: 6},
      legend: msg('legendBendPoint'),
    },
  ];
}

function bendLabel(bend: Bend): MapLabel {
  return {
    text: distance(bend.distanceM).zh,
    at: [bend.lon, bend.lat],
    priority: 1e13 - 1,
    sizePx: 13,
    weight: 700,
    color: COLOR.red,
    gap: 9,
  };
}

function pairCaption(row: DetourRow): Text {
  const {from, to, fastest} = row;
  if (fastest === null) {
    return msg('detourCaptionNone', {from, to, reason: reasonWord(row.reason ?? NONE)});
  }
  const index = number(fastest.detourIndex, 2);
  return msg('detourCaption', {
    from,
    to,
    km: km(fastest.distanceM),
    time: duration(fastest.timeS),
    index,
  });
}

/** The ways in words, and where the fastest bends away; nothing of a pair without a way. */
function pairTexts(row: DetourRow): Text[] {
  const {fastest, shortest, bend} = row;
  const way = (trip: NonNullable<DetourRow['fastest']>) => ({
    km: km(trip.distanceM),
    time: duration(trip.timeS),
  });
  return [
    ...(fastest ? [msg('detourFastest', {...way(fastest), via: viaText(row.via)})] : []),
    ...(shortest ? [msg('detourShortest', {...way(shortest), via: viaText(row.shortestVia)})] : []),
    ...(bend
      ? [
          msg('detourBend', {
            distance: distance(bend.distanceM),
            road: roadAt(bend),
            near: nearText(bend),
          }),
        ]
      : []),
    ...(row.nearClip ? [msg('detourNearClip')] : []),
  ];
}

/** The road by its number or name, else by its class. */
function roadAt({ref, name, class: cls}: Bend): Text {
  return ref === '' && name === '' ? classWord(cls) : roadName(ref, name);
}

function nearText({near}: Bend): Text {
  if (near === null) return same('');
  return msg('detourBendNear', {place: near.place, distance: distance(near.distanceM)});
}

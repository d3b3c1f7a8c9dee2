import type {BaseMap} from '../../analysis/rows.ts';
import type {Bbox, LonLat} from '../../geo/line.ts';
import {msg} from '../i18n/message.ts';
import {type Frame, frameOf, type Px} from '../svg/frame.ts';
import type {LineStyle, MapLayer} from '../svg/layers.ts';
import {type BaseDrawing, drawBase, type MapLabel} from '../svg/map.ts';
import {COLOR} from '../svg/palette.ts';
import {clipRing} from '../svg/path.ts';

/** A background for maps of one window, with the names that may stand on it. */
export interface Background {
  readonly frame: Frame;
  readonly base: BaseDrawing;
  readonly labels: readonly MapLabel[];
}

type BaseLines = Pick<BaseMap, 'lines' | 'borders' | 'places'>;
type Lines = readonly (readonly LonLat[])[];

/** The background of a part of the map at a width in px. */
export function regionBackground(map: BaseMap, bbox: Bbox, id: string, width: number): Background {
  return background(map, id, frameOf(bbox, width, {margin: 0.07}));
}

/** The background in any window of the region; finer lines than the region's where there are some. */
export function background(
  map: BaseMap,
  id: string,
  frame: Frame,
  lines: Pick<BaseMap, 'lines' | 'borders'> = map,
): Background {
  const labels = [...areaLabels(map, frame), ...placeLabels(map, frame)];
  const drawn = {lines: lines.lines, borders: lines.borders, places: map.places};
  return {frame, base: drawBase(id, frame, baseLayers(drawn, frame)), labels};
}

const BORDERS: readonly (readonly [level: number, LineStyle])[] = [
  [6, {color: COLOR.border, width: 0.7, dash: '1.5 2.5', opacity: 0.7}],
  [5, {color: COLOR.border, width: 0.9, dash: '5 3', opacity: 0.8}],
  [4, {color: COLOR.border, width: 1.5, dash: '8 2.5 1.5 2.5'}],
];
const BORDER_LEGEND = {4: 'legendBorder4', 5: 'legendBorder5', 6: 'legendBorder6'} as const;

/** From here on (metres per pixel) lesser roads would only blacken the map: they are not drawn. */
const COARSE_M_PER_PX = 700;

/** Lines get thinner as the window gets wider, so that a dense network stays legible. */
function weight(frame: Frame): number {
  return Math.min(1, Math.max(0.55, 550 / frame.metresPerPx));
}

function rounded(px: number): number {
  return Math.round(px * 10) / 10;
}

function baseLayers(map: BaseLines, frame: Frame): MapLayer[] {
  const w = weight(frame);
  const coarse = frame.metresPerPx > COARSE_M_PER_PX;
  const {other, trunk, rail, motorway, unopened} = linesByLook(map.lines);
  const layers: MapLayer[] = BORDERS.map(([level, style]) => ({
    kind: 'line',
    lines: map.borders.filter((b) => b.level === level).map((b) => b.line),
    style,
    legend: msg(BORDER_LEGEND[level as 4 | 5 | 6]),
  }));
  // the provincial border gets a soft band, so that it is found at once
  const band: MapLayer = {
    kind: 'line',
    lines: map.borders.filter((b) => b.level === 4).map((b) => b.line),
    style: {color: '#ead9b5', width: frame.width > 600 ? 6 : 4, opacity: 0.75},
  };
  return [
    band,
    ...layers,
    line(coarse ? [] : other, {color: COLOR.minor, width: rounded(0.8 * w)}, 'legendMinor'),
    line(trunk, {color: COLOR.trunk, width: rounded(1.4 * w)}, 'legendTrunk'),
    line(
      rail,
      coarse
        ? {color: COLOR.rail, width: 0.8, dash: '4 2'}
        : {color: COLOR.rail, width: rounded(1.7 * w), striped: true},
      'legendRail',
    ),
    line(
      motorway,
      coarse
        ? {color: COLOR.motorway, width: 1.3}
        : {color: COLOR.motorway, width: rounded(2.8 * w), core: true},
      'legendMotorway',
    ),
    line(
      unopened,
      {color: COLOR.motorway, width: rounded(1.5 * w), dash: '2.5 2.5'},
      'legendUnopened',
    ),
    {
      kind: 'point',
      points: shownPlaces(map, frame),
      style: {shape: 'ring', color: COLOR.muted, radius: 2.4},
    },
  ];
}

type LinesByLook = Readonly<Record<'other' | 'trunk' | 'rail' | 'motorway' | 'unopened', Lines>>;

const sorted = new WeakMap<BaseMap['lines'], LinesByLook>();

/** Lines by what they are drawn like; sorted once, for a page has dozens of maps of the same lines. */
function linesByLook(lines: BaseMap['lines']): LinesByLook {
  const known = sorted.get(lines);
  if (known !== undefined) return known;
  const open = (test: (cls: string) => boolean): Lines =>
    lines.filter((l) => l.status === 'open' && test(l.class)).flatMap((l) => l.lines);
  const isMotorway = (cls: string) => cls === 'motorway' || cls === 'motorway_link';
  const isTrunk = (cls: string) => cls === 'trunk' || cls === 'trunk_link';
  const made = {
    other: open((c) => !RAIL.has(c) && !isMotorway(c) && !isTrunk(c) && c !== 'ferry'),
    trunk: open(isTrunk),
    rail: open((c) => RAIL.has(c)),
    motorway: open(isMotorway),
    unopened: lines
      .filter((l) => l.status === 'construction' || l.status === 'proposed')
      .flatMap((l) => l.lines),
  };
  sorted.set(lines, made);
  return made;
}

const RAIL: ReadonlySet<string> = new Set(['rail', 'light_rail', 'subway', 'narrow_gauge', 'tram']);

type LegendKey = 'legendMinor' | 'legendTrunk' | 'legendRail' | 'legendMotorway' | 'legendUnopened';

function line(lines: Lines, style: LineStyle, key: LegendKey): MapLayer {
  return {kind: 'line', lines, style, legend: msg(key), generalised: true};
}

const KIND_RANK: Readonly<Record<string, number>> = {city: 3, county: 2, town: 2, district: 2};

/** Cities before towns, larger before smaller; villages only when they have a recorded population. */
function rank(place: BaseMap['places'][number]): number {
  const kind = KIND_RANK[place.kind] ?? 0;
  return kind * 1e11 + (place.population ?? 0);
}

function shownPlaces(map: Pick<BaseMap, 'places'>, frame: Frame): BaseMap['places'] {
  const [west, south, east, north] = frame.bbox;
  return map.places
    .filter((p) => rank(p) > 0)
    .filter((p) => p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north)
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, frame.width > 600 ? 80 : 30);
}

function placeLabels(map: BaseMap, frame: Frame): MapLabel[] {
  return shownPlaces(map, frame).map((place) => {
    const city = place.kind === 'city';
    return {
      text: place.name,
      at: [place.lon, place.lat],
      priority: rank(place),
      sizePx: city ? 13 : 11,
      weight: city ? 700 : 400,
      color: city ? COLOR.ink : COLOR.muted,
      gap: 5,
    };
  });
}

/** Names of the provinces in the middle of what the window shows of them. */
function areaLabels(map: BaseMap, frame: Frame): MapLabel[] {
  const cut = {left: 0, top: 0, right: frame.width, bottom: frame.height};
  const labels: MapLabel[] = [];
  for (const area of map.areas.filter((a) => a.level === 4)) {
    let best: {at: Px; size: number} | null = null;
    for (const polygon of area.coordinates) {
      const ring = clipRing((polygon[0] ?? []).map(frame.project), cut);
      const middle = middleOf(ring);
      if (middle !== null && (best === null || middle.size > best.size)) best = middle;
    }
    if (best === null || best.size < 3000) continue;
    labels.push({
      text: area.name,
      at: unproject(best.at, frame),
      priority: 1.5e11,
      sizePx: frame.width > 600 ? 17 : 13,
      weight: 600,
      color: '#a8823f',
      gap: 0,
    });
  }
  return labels;
}

function unproject([x, y]: Px, frame: Frame): LonLat {
  const [west, south, east, north] = frame.bbox;
  return [west + (x / frame.width) * (east - west), north - (y / frame.height) * (north - south)];
}

/** Centre of gravity and size of a ring in px²; `null` for a ring without area. */
function middleOf(ring: readonly Px[]): {at: Px; size: number} | null {
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const cross = a[0] * b[1] - b[0] * a[1];
    twice += cross;
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  if (Math.abs(twice) < 1e-6) return null;
  return {at: [x / (3 * twice), y / (3 * twice)], size: Math.abs(twice) / 2};
}

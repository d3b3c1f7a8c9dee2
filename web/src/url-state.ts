import type {Drawn, Where} from '../../src/server/contract.ts';
import type {Lang} from './words.ts';

/** All that a reload or a link must bring back. */
export interface UrlState {
  readonly lang: Lang;
  readonly mode: 'road' | 'rail' | 'best';
  readonly asOf: string | null;
  readonly on: readonly string[];
  readonly minutes: number;
  readonly centre: string | null;
  readonly drawn: Drawn | null;
  /** zoom / latitude / longitude of the map; `null` = all of the network. */
  readonly view: readonly [number, number, number] | null;
  readonly tool: Tool;
  readonly selected: Selected | null;
  readonly circleFrom: Where | null;
  /** None, a start, or a start and an end. */
  readonly routeEnds: readonly (readonly [number, number])[];
  readonly differenceBy: 'minutes' | 'percent';
}

/** What the page is for at the moment: what a click on the map does. */
export type Tool = 'look' | 'draw' | 'circle' | 'route';

const KINDS = ['finding', 'project', 'pair'] as const;

export interface Selected {
  readonly kind: (typeof KINDS)[number];
  readonly id: string;
}

export const START: UrlState = {
  lang: 'zh',
  mode: 'road',
  asOf: null,
  on: [],
  minutes: 60,
  centre: null,
  drawn: null,
  view: null,
  tool: 'look',
  selected: null,
  circleFrom: null,
  routeEnds: [],
  differenceBy: 'minutes',
};

/** The state behind `#`; what stands as at the start is left out. */
export function toHash(state: UrlState): string {
  const params = new URLSearchParams();
  if (state.lang !== START.lang) params.set('lang', state.lang);
  if (state.mode !== START.mode) params.set('mode', state.mode);
  if (state.asOf !== null) params.set('asof', state.asOf);
  if (state.on.length > 0) params.set('on', state.on.join(' '));
  if (state.minutes !== START.minutes) params.set('min', String(state.minutes));
  if (state.centre !== null) params.set('centre', state.centre);
  if (state.view !== null) params.set('map', state.view.map((n) => Number(n.toFixed(4))).join('/'));
  // A line that is being drawn is not in the address until it is whole.
  if (state.tool === 'circle' || state.tool === 'route') params.set('tool', state.tool);
  if (state.selected !== null) params.set('sel', `${state.selected.kind} ${state.selected.id}`);
  if (state.circleFrom !== null) params.set('from', whereText(state.circleFrom));
  if (state.routeEnds.length > 0) params.set('ends', state.routeEnds.map(pointText).join(' '));
  if (state.differenceBy !== START.differenceBy) params.set('diff', state.differenceBy);
  if (state.drawn !== null) params.set('draw', JSON.stringify(shortened(state.drawn)));
  return params.toString();
}

/** Reads a hash; what cannot be read is as at the start: a mangled link still opens the page. */
export function fromHash(hash: string): UrlState {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const minutes = Number(params.get('min') ?? START.minutes);
  const mode = params.get('mode');
  return {
    lang: params.get('lang') === 'en' ? 'en' : 'zh',
    mode: mode === 'rail' || mode === 'best' ? mode : 'road',
    asOf: /^\d{4}(-\d{2}){0,2}$/.test(params.get('asof') ?? '') ? params.get('asof') : null,
    on: (params.get('on') ?? '').split(' ').filter((id) => id !== ''),
    minutes: Number.isInteger(minutes) && minutes >= 15 && minutes <= 180 ? minutes : START.minutes,
    centre: params.get('centre'),
    drawn: readDrawn(params.get('draw')),
    view: readView(params.get('map')),
    tool:
      params.get('tool') === 'circle' || params.get('tool') === 'route'
        ? (params.get('tool') as Tool)
        : 'look',
    selected: readSelected(params.get('sel')),
    circleFrom: readWhere(params.get('from')),
    routeEnds: (params.get('ends') ?? '')
      .split(' ')
      .flatMap((text) => readPoint(text) ?? [])
      .slice(0, 2),
    differenceBy: params.get('diff') === 'percent' ? 'percent' : 'minutes',
  };
}

/** Five decimals are a metre: enough for a road on a map, short enough for a link. */
function shortened(drawn: Drawn): Drawn {
  const short = ([lon, lat]: readonly [number, number]): [number, number] => [
    Number(lon.toFixed(5)),
    Number(lat.toFixed(5)),
  ];
  return {
    ...drawn,
    line: drawn.line.map(short),
    ...(drawn.stops && {stops: drawn.stops.map(({name, at}) => ({name, at: short(at)}))}),
  };
}

function pointText([lon, lat]: readonly [number, number]): string {
  return `${Number(lon.toFixed(5))},${Number(lat.toFixed(5))}`;
}

/** A point is written as two numbers; no place is called so. */
function whereText(where: Where): string {
  return typeof where === 'string' ? where : pointText([where.at[0], where.at[1]]);
}

/** As a list of one, for there may be none. */
function readPoint(text: string): [[number, number]] | null {
  const [lon, lat, ...more] = text
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  if (more.length > 0 || !Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  return Math.abs(lon!) > 180 || Math.abs(lat!) > 90 ? null : [[lon!, lat!]];
}

function readWhere(text: string | null): Where | null {
  if (text === null || text.trim() === '') return null;
  const point = readPoint(text);
  return point === null ? text : {at: point[0]};
}

function readSelected(text: string | null): Selected | null {
  const at = (text ?? '').indexOf(' ');
  const kind = KINDS.find((one) => one === (text ?? '').slice(0, at));
  return kind === undefined ? null : {kind, id: text!.slice(at + 1)};
}

function readDrawn(text: string | null): Drawn | null {
  if (text === null) return null;
  try {
    const drawn = JSON.parse(text) as Drawn;
    const isPoint = (p: unknown): boolean =>
      Array.isArray(p) && p.length === 2 && p.every((n) => Number.isFinite(n));
    const sound =
      typeof drawn.name === 'string' &&
      Array.isArray(drawn.line) &&
      drawn.line.length >= 2 &&
      drawn.line.every(isPoint) &&
      (drawn.stops ?? []).every(({at}) => isPoint(at));
    return sound ? drawn : null;
  } catch {
    return null;
  }
}

function readView(text: string | null): UrlState['view'] {
  const [zoom, lat, lon] = (text ?? '').split('/').map(Number);
  if (![zoom, lat, lon].every((n) => Number.isFinite(n))) return null;
  // The map throws at a latitude that is none; it may have been turned once round the world.
  return Math.abs(lat!) > 90 || Math.abs(lon!) > 360 ? null : [zoom!, lat!, lon!];
}

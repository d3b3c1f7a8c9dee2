import type {Drawn} from '../../src/server/contract.ts';
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
  const sound = [zoom, lat, lon].every((n) => Number.isFinite(n));
  return sound ? [zoom!, lat!, lon!] : null;
}

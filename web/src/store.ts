import {batch, computed, signal} from '@preact/signals';
import type {Map as MapView} from 'maplibre-gl';
import type {
  About,
  CentreTime,
  CircleResult,
  DrawAnswer,
  Drawn,
  Overview,
  TripAnswer,
  VerdictAnswer,
} from '../../src/server/contract.ts';
import type {FaultText} from './faults.ts';
import type {DrawingBoard} from './map/drawing.ts';
import type {Names} from './stops.ts';
import {fromHash, type Tool, type UrlState} from './url-state.ts';
import {say, type Word} from './words.ts';

const first = fromHash(location.hash);

export const about = signal<About | null>(null);
export const lang = signal(first.lang);
export const mode = signal(first.mode);
export const asOf = signal(first.asOf);
/** Ids of registry projects that are taken for built. */
export const on = signal<readonly string[]>(first.on);
export const minutes = signal(first.minutes);
export const centre = signal(first.centre);
export const view = signal(first.view);
export const tool = signal<Tool>(first.tool);

export const drawn = signal<Drawn | null>(first.drawn);
/** Earlier and undone states of the drawing; the current one is `drawn`. */
const past = signal<readonly (Drawn | null)[]>([]);
const future = signal<readonly (Drawn | null)[]>([]);

export const overview = signal<Overview | null>(null);
export const answer = signal<DrawAnswer | null>(null);
export const circleAnswer = signal<CircleResult | null>(null);
export const routeAnswer = signal<TripAnswer | null>(null);
/** A place or a point whose circle is shown beside that of the leading city. */
export const circleFrom = signal(first.circleFrom);
/** Start, then end, of the route asked for. */
export const routeEnds = signal(first.routeEnds);
/** Which point of the drawing lies under the cross in the map or hangs on it, as keys were last pressed. */
export const crossAt = signal<{
  readonly what: 'at' | 'held' | 'none';
  readonly point: number;
  readonly of: number;
} | null>(null);
export const selected = signal(first.selected);
/** What the colours of the difference layer stand for. */
export const differenceBy = signal(first.differenceBy);
/** What the review said when a verdict was saved last. */
export const verdictAnswer = signal<VerdictAnswer | null>(null);
/** Step of the report that is being made; `null` = none is. */
export const reportStep = signal<string | null>(null);

/** Questions that are under way, shown or not. */
export const asking = signal(0);
/** Step of the work that has run for long enough to be shown, `null` when nothing does. */
export const working = signal<string | null>(null);
/** What questions were refused with, by kind of question, the latest last. */
const faults = signal<ReadonlyMap<string, FaultText>>(new Map());
export const fault = computed(() => [...faults.value.values()].at(-1) ?? null);

/** Sets what a kind of question was refused with; `null` when it was answered. */
export function setFault(kind: string, text: FaultText | null): void {
  const known = faults.peek();
  if (text === null && !known.has(kind)) return;
  const next = new Map(known);
  next.delete(kind);
  if (text !== null) next.set(kind, text);
  faults.value = next;
}

export function closeFaults(): void {
  faults.value = new Map();
}

export const t = (word: Word): string => say(word, lang.value);

export const urlState = computed<UrlState>(() => ({
  lang: lang.value,
  mode: mode.value,
  asOf: asOf.value,
  on: on.value,
  minutes: minutes.value,
  centre: centre.value,
  drawn: drawn.value,
  view: view.value,
  tool: tool.value,
  selected: selected.value,
  circleFrom: circleFrom.value,
  routeEnds: routeEnds.value,
  differenceBy: differenceBy.value,
}));

/** Times from the centre before and after: of the drawing, else of the projects that are switched on. */
export const centreTimes = computed<readonly CentreTime[]>(() =>
  drawn.value !== null || answer.value !== null
    ? (answer.value?.fromCentre ?? [])
    : (overview.value?.taken?.fromCentre ?? []),
);

/** Projects of the network's day; until the first answer those of the day the server was started with. */
export const projects = computed(() => overview.value?.projects ?? about.value?.projects ?? []);

/** What stops of a drawing are named after. */
export function namesFor(way: Drawn['mode']): Names {
  const {places = [], stations = []} = about.peek() ?? {};
  return {places, stations: way === 'rail' ? stations : []};
}

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

const MAX_HISTORY = 100;

/** A finished change of the drawing: one step of undo. */
export function commit(next: Drawn | null): void {
  batch(() => {
    past.value = [...past.value.slice(-MAX_HISTORY + 1), drawn.value];
    future.value = [];
    drawn.value = next;
  });
}

export function undo(): void {
  const last = past.value.at(-1);
  if (last === undefined) return;
  batch(() => {
    future.value = [drawn.value, ...future.value];
    past.value = past.value.slice(0, -1);
    drawn.value = last;
  });
}

export function redo(): void {
  const [next, ...rest] = future.value;
  if (next === undefined) return;
  batch(() => {
    past.value = [...past.value, drawn.value];
    future.value = rest;
    drawn.value = next;
  });
}

export const mapView = signal<MapView | null>(null);
export const board = signal<DrawingBoard | null>(null);
/** What a new drawing starts with. */
export const drawSettings = signal<Pick<Drawn, 'mode' | 'grade' | 'designSpeedKph' | 'status'>>({
  mode: 'road',
  grade: 'expressway',
  status: 'idea',
});

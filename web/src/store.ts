import {batch, computed, signal} from '@preact/signals';
import type {Map as MapView} from 'maplibre-gl';
import type {
  About,
  CircleResult,
  DrawAnswer,
  Drawn,
  Overview,
  RouteResult,
} from '../../src/server/contract.ts';
import type {DrawingBoard} from './map/drawing.ts';
import {fromHash, type UrlState} from './url-state.ts';
import {say, type Word} from './words.ts';

/** What the page is for at the moment: what a click on the map does. */
export type Tool = 'look' | 'draw' | 'circle' | 'route';

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
export const tool = signal<Tool>('look');

export const drawn = signal<Drawn | null>(first.drawn);
/** Earlier and undone states of the drawing; the current one is `drawn`. */
const past = signal<readonly (Drawn | null)[]>([]);
const future = signal<readonly (Drawn | null)[]>([]);

export const overview = signal<Overview | null>(null);
export const answer = signal<DrawAnswer | null>(null);
export const circleAnswer = signal<CircleResult | null>(null);
export const routeAnswer = signal<RouteResult | null>(null);
export const routeEnds = signal<readonly [number, number][]>([]);
export const selected = signal<{
  readonly kind: 'finding' | 'project' | 'pair';
  readonly id: string;
} | null>(null);

/** Step of the work that runs, `null` when nothing does. */
export const working = signal<string | null>(null);
export const fault = signal<string | null>(null);

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
}));

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

import {effect, untracked} from '@preact/signals';
import type {
  About,
  CircleResult,
  DrawAnswer,
  Drawn,
  Overview,
  ProjectsAnswer,
  RouteResult,
} from '../../src/server/contract.ts';
import {ask, Cancelled, get, Refusal} from './api.ts';
import * as store from './store.ts';

/** One name per window: drawings of two windows do not cancel each other. */
const PAGE = crypto.randomUUID();
/** Under this no bar is shown: it would only flicker. */
const SHOW_WORK_AFTER_MS = 300;

export async function open(): Promise<void> {
  await told(async () => {
    store.about.value = await get<About>('/api/v1/about');
  });
  effect(() => void askOverview());
  effect(() => {
    // Whatever a drawing is measured against: with any of it changed its effect is another.
    const {drawn, mode, asOf, on, minutes, centre, overview} = store;
    void [
      mode.value,
      asOf.value,
      on.value,
      minutes.value,
      centre.value,
      overview.value?.headlinePairs,
    ];
    const {value} = drawn;
    untracked(() => askDraw(value));
  });
}

function view() {
  return {
    mode: store.mode.value,
    ...(store.asOf.value !== null && {asOf: store.asOf.value}),
    projects: [...store.on.value],
  };
}

let overviewAbort = new AbortController();

async function askOverview(): Promise<void> {
  const body = {
    ...view(),
    minutes: store.minutes.value,
    ...(store.centre.value !== null && {centre: store.centre.value}),
  };
  overviewAbort.abort();
  overviewAbort = new AbortController();
  const {signal} = overviewAbort;
  await told(async (onStep) => {
    store.overview.value = await ask<Overview>('/api/v1/overview', body, {signal, onStep});
  });
}

let sequence = 0;
let inFlight = false;
let waiting: Drawn | null = null;

/**
 * Asks what a drawing changes. While one answer is under way only the newest drawing waits, so a mouse
 * that moves on never piles up questions.
 */
export function askDraw(drawn: Drawn | null): void {
  if (drawn === null) {
    store.answer.value = null;
    waiting = null;
    return;
  }
  if (inFlight) {
    waiting = drawn;
    return;
  }
  inFlight = true;
  void told(async (onStep) => {
    const body = {
      ...view(),
      drawn,
      pairs: store.overview.peek()?.headlinePairs ?? [],
      minutes: store.minutes.value,
      ...(store.centre.value !== null && {centre: store.centre.value}),
      sequence: sequence++,
      page: PAGE,
    };
    store.answer.value = await ask<DrawAnswer>('/api/v1/draw', body, {onStep});
  }).finally(() => {
    inFlight = false;
    const next = waiting;
    waiting = null;
    if (next !== null) askDraw(next);
  });
}

export async function askCircle(from: string | {at: [number, number]}): Promise<void> {
  await told(async (onStep) => {
    const body = {
      ...view(),
      from,
      minutes: store.minutes.value,
      ...(store.drawn.value !== null && {drawn: store.drawn.value}),
    };
    store.circleAnswer.value = await ask<CircleResult>('/api/v1/circle', body, {onStep});
  });
}

export async function askRoute(
  from: string | {at: [number, number]},
  to: string | {at: [number, number]},
): Promise<void> {
  await told(async (onStep) => {
    const body = {...(store.asOf.value !== null && {asOf: store.asOf.value}), from, to};
    store.routeAnswer.value = await ask<RouteResult>('/api/v1/route', body, {onStep});
  });
}

/** Reads a dropped file; what is wrong with a part of it is shown, the rest comes back. */
export async function askProjects(
  text: string,
  crs: 'wgs84' | 'gcj02' | 'bd09',
): Promise<readonly Drawn[]> {
  let drawn: readonly Drawn[] = [];
  let problems: readonly string[] = [];
  await told(async (onStep) => {
    const content: unknown = parsed(text);
    const answer = await ask<ProjectsAnswer>('/api/v1/projects', {content, crs}, {onStep});
    drawn = answer.drawn as readonly Drawn[];
    problems = answer.problems;
  });
  if (problems.length > 0) store.fault.value = problems.join('; ');
  return drawn;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('the file is not JSON', 'drop a GeoJSON or a file of projects');
  }
}

/** Runs a question with a bar when it takes long; what it is refused with is shown as a sentence. */
async function told(work: (onStep: (step: string) => void) => Promise<void>): Promise<void> {
  let step = '';
  const timer = setTimeout(() => {
    store.working.value = step;
  }, SHOW_WORK_AFTER_MS);
  try {
    await work((name) => {
      step = name;
      if (store.working.value !== null) store.working.value = name;
    });
    store.fault.value = null;
  } catch (error) {
    if (error instanceof Cancelled || (error as Error).name === 'AbortError') return;
    store.fault.value =
      error instanceof Refusal && error.hint !== undefined
        ? `${error.message} (${error.hint})`
        : String((error as Error).message);
  } finally {
    clearTimeout(timer);
    store.working.value = null;
  }
}

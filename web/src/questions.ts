import {batch, effect, untracked} from '@preact/signals';
import type {About, Drawn, VerdictAsk} from '../../src/server/contract.ts';
import {ask, Cancelled, get, Refusal} from './api.ts';
import {faultText, isFaultOfPlace} from './faults.ts';
import {download} from './save.ts';
import * as store from './store.ts';

/** One name per window: drawings of two windows do not cancel each other. */
const PAGE = crypto.randomUUID();
/** Under this no bar is shown: it would only flicker. */
const SHOW_WORK_AFTER_MS = 300;

export async function open(): Promise<void> {
  await told('about', async () => {
    const about = await get<About>('/api/v1/about');
    leaveOutUnknown(about);
    store.about.value = about;
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
  effect(() => void askCircle());
  effect(() => void askRoute());
}

/** A link may name projects of another registry: they are told and left out, and the rest goes on. */
function leaveOutUnknown({registry}: About): void {
  const on = store.on.peek();
  const unknown = on.filter((id) => !registry.includes(id));
  if (unknown.length === 0) return;
  store.on.value = on.filter((id) => registry.includes(id));
  store.setFault('link', {
    zh: `链接中的项目不在项目库中，已略去：${unknown.map((id) => `“${id}”`).join('、')}`,
    en: `the link names projects that the registry does not have, left out: ${unknown.map((id) => `"${id}"`).join(', ')}`,
  });
}

/** A link may name a centre that this network does not have: told, and the usual one asked for. */
function leaveOutCentre({message, hint}: Refusal): boolean {
  // No other place is named by the question that is refused.
  if (store.centre.peek() === null || !isFaultOfPlace(message)) return false;
  store.setFault('link', faultText(message, hint));
  store.centre.value = null;
  return true;
}

function view() {
  return {
    mode: store.mode.value,
    ...(store.asOf.value !== null && {asOf: store.asOf.value}),
    projects: [...store.on.value],
  };
}

function around() {
  return {
    minutes: store.minutes.value,
    ...(store.centre.value !== null && {centre: store.centre.value}),
  };
}

/** Of one kind of question only the newest counts: asking again calls the older one off. */
function newest(): () => AbortSignal {
  let abort = new AbortController();
  return () => {
    abort.abort();
    abort = new AbortController();
    return abort.signal;
  };
}

const overviewSignal = newest();

async function askOverview(): Promise<void> {
  const body = {...view(), ...around()};
  const signal = overviewSignal();
  await told('overview', async (onStep) => {
    try {
      store.overview.value = await ask('overview', body, {signal, onStep});
    } catch (error) {
      if (!(error instanceof Refusal && leaveOutCentre(error))) throw error;
    }
  });
}

let sequence = 0;
let inFlight = false;
let waiting: Drawn | null = null;
/** How often the drawing was cleared: what is under way about one that was is not to be shown. */
let cleared = 0;

/**
 * Asks what a drawing changes. While one answer is under way only the newest drawing waits, so a mouse
 * that moves on never piles up questions.
 */
export function askDraw(drawn: Drawn | null): void {
  if (drawn === null) {
    cleared++;
    store.answer.value = null;
    store.setFault('draw', null);
    waiting = null;
    return;
  }
  if (inFlight) {
    waiting = drawn;
    return;
  }
  inFlight = true;
  const before = cleared;
  void told('draw', async (onStep) => {
    const body = {
      ...view(),
      ...around(),
      drawn,
      pairs: store.overview.peek()?.headlinePairs ?? [],
      sequence: sequence++,
      page: PAGE,
    };
    try {
      const answer = await ask('draw', body, {onStep});
      if (cleared === before) store.answer.value = answer;
    } catch (error) {
      if (cleared === before) throw error;
    }
  }).finally(() => {
    inFlight = false;
    const next = waiting;
    waiting = null;
    if (next !== null) askDraw(next);
  });
}

const circleSignal = newest();

/** The circle of the place or point that was clicked, again whenever what it stands on changes. */
async function askCircle(): Promise<void> {
  const from = store.circleFrom.value;
  const {value: drawn} = store.drawn;
  const shown = {...view(), minutes: store.minutes.value, ...(drawn !== null && {drawn})};
  const signal = circleSignal();
  if (from === null) {
    store.circleAnswer.value = null;
    store.setFault('circle', null);
    return;
  }
  await told('circle', async (onStep) => {
    const body = {...shown, from};
    store.circleAnswer.value = await ask('circle', body, {signal, onStep});
  });
}

const routeSignal = newest();

async function askRoute(): Promise<void> {
  const [from, to] = store.routeEnds.value;
  const shown = view();
  const signal = routeSignal();
  if (from === undefined || to === undefined) {
    store.routeAnswer.value = null;
    store.setFault('route', null);
    return;
  }
  await told('route', async (onStep) => {
    const body = {...shown, from: {at: from}, to: {at: to}};
    store.routeAnswer.value = await ask('route', body, {signal, onStep});
  });
}

/** Saves what a planner says of a finding. */
export async function askVerdict(
  verdict: Pick<VerdictAsk, 'id' | 'verdict' | 'note' | 'author'>,
): Promise<void> {
  await told('verdict', async (onStep) => {
    const day = store.asOf.value;
    const body = {...verdict, date: today(), ...(day !== null && {asOf: day})};
    const answer = await ask('verdict', body, {onStep});
    const known = store.overview.peek();
    if (known !== null) store.overview.value = {...known, deadends: answer.deadends};
    store.verdictAnswer.value = answer;
  });
}

/** The day where the planner is, `yyyy-mm-dd`. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

let reportAbort = new AbortController();

/** Has the report of the present state made and takes it down as a file. */
export async function askReport(scope: 'all' | 'on'): Promise<void> {
  reportAbort = new AbortController();
  store.reportStep.value = '';
  const {value: drawn} = store.drawn;
  const {value: lang} = store.lang;
  const body = {...view(), ...around(), scope, lang, ...(drawn !== null && {drawn})};
  await told(
    'report',
    async () => {
      const {name, html} = await ask('report', body, {
        signal: reportAbort.signal,
        onStep: (step) => {
          store.reportStep.value = step;
        },
      });
      download(new Blob([html], {type: 'text/html'}), name);
    },
    {bar: false},
  );
  store.reportStep.value = null;
}

/** Takes the drawing down as a file of projects. */
export async function askDrawing(drawn: Drawn): Promise<void> {
  await told('drawing', async (onStep) => {
    const {geojson} = await ask('drawing', {drawn}, {onStep});
    download(new Blob([geojson], {type: 'application/geo+json'}), `${drawn.name}.geojson`);
  });
}

export function cancelReport(): void {
  reportAbort.abort();
}

/** Reads a dropped file; what is wrong with a part of it is shown, the rest comes back. */
export async function askProjects(
  text: string,
  crs: 'wgs84' | 'gcj02' | 'bd09',
): Promise<readonly Drawn[]> {
  let drawn: readonly Drawn[] = [];
  let problems: readonly string[] = [];
  await told('drop', async (onStep) => {
    const content: unknown = parsed(text);
    const answer = await ask('projects', {content, crs}, {onStep});
    drawn = answer.drawn as readonly Drawn[];
    problems = answer.problems;
  });
  if (problems.length > 0) {
    const en = problems.join('; ');
    store.setFault('drop', {
      zh: `文件中有 ${problems.length} 处问题，其余已读入：${en}`,
      en,
    });
  }
  return drawn;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(store.t('notJson'), store.t('notJsonHint'));
  }
}

/** Work that runs, the latest last, with its step. */
const running = new Map<symbol, string>();

/**
 * Runs a question with a bar when it takes long; what it is refused with is shown as a sentence, until a
 * question of its kind is answered.
 */
async function told(
  kind: string,
  work: (onStep: (step: string) => void) => Promise<void>,
  {bar = true}: {readonly bar?: boolean} = {},
): Promise<void> {
  const own = Symbol();
  let step = '';
  const show = (): void => {
    store.working.value = [...running.values()].at(-1) ?? null;
  };
  const timer = setTimeout(() => {
    if (!bar) return;
    running.set(own, step);
    show();
  }, SHOW_WORK_AFTER_MS);
  store.asking.value = store.asking.peek() + 1;
  try {
    await work((name) => {
      step = name;
      if (!running.has(own)) return;
      running.set(own, name);
      show();
    });
    store.setFault(kind, null);
  } catch (error) {
    if (error instanceof Cancelled || (error as Error).name === 'AbortError') return;
    const hint = error instanceof Refusal ? error.hint : undefined;
    store.setFault(kind, faultText(String((error as Error).message), hint));
  } finally {
    clearTimeout(timer);
    running.delete(own);
    batch(() => {
      show();
      store.asking.value = store.asking.peek() - 1;
    });
  }
}

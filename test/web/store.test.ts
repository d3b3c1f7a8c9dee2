import fc from 'fast-check';
import {afterAll, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest';
import type {Drawn} from '../../src/server/contract.ts';
import {pageModule} from './page-module.ts';

interface Signal<T> {
  readonly value: T;
  readonly subscribe: (see: () => void) => () => void;
}
interface Store {
  readonly drawn: Signal<Drawn | null>;
  readonly answer: Signal<{readonly name: string} | null>;
  readonly canUndo: Signal<boolean>;
  readonly canRedo: Signal<boolean>;
  readonly fault: Signal<{readonly zh: string} | null>;
  readonly commit: (next: Drawn | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const drawing = (name: string): Drawn => ({
  name,
  mode: 'road',
  status: 'idea',
  line: [
    [119, 28],
    [119.1, 28],
  ],
});

let store: Store;
let askDraw: (drawn: Drawn | null) => void;
beforeAll(async () => {
  vi.stubGlobal('location', {hash: '', pathname: '/', origin: 'http://127.0.0.1'});
  vi.stubGlobal('sessionStorage', {getItem: () => null});
  store = await pageModule('store');
  ({askDraw} = await pageModule<{askDraw: typeof askDraw}>('questions'));
});
afterAll(() => vi.unstubAllGlobals());

describe('undo and redo', () => {
  const step = fc.oneof(
    {weight: 3, arbitrary: fc.string({minLength: 1, maxLength: 3}).map((name) => ({name}))},
    fc.constant('clear' as const),
    {weight: 2, arbitrary: fc.constant('undo' as const)},
    {weight: 2, arbitrary: fc.constant('redo' as const)},
  );

  /** The states a planner has been in, and where in them the drawing stands. */
  class Model {
    states: (string | null)[] = [null];
    at = 0;

    take(one: 'clear' | 'undo' | 'redo' | {readonly name: string}): void {
      if (one === 'undo') this.at = Math.max(0, this.at - 1);
      else if (one === 'redo') this.at = Math.min(this.states.length - 1, this.at + 1);
      else {
        this.states = [...this.states.slice(0, this.at + 1), one === 'clear' ? null : one.name];
        this.at++;
      }
    }
  }

  test('go back and forth over what was done; what is done anew ends the way forth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 40}), async (steps) => {
        vi.resetModules();
        const own = await pageModule<Store>('store');
        const model = new Model();
        for (const one of steps) {
          model.take(one);
          if (one === 'undo') own.undo();
          else if (one === 'redo') own.redo();
          else own.commit(one === 'clear' ? null : drawing(one.name));
          expect(own.drawn.value?.name ?? null).toBe(model.states[model.at]);
          expect(own.canUndo.value).toBe(model.at > 0);
          expect(own.canRedo.value).toBe(model.at < model.states.length - 1);
        }
      }),
      {numRuns: 40},
    );
  });

  test('keep a hundred steps', () => {
    for (let i = 0; i <= 150; i++) store.commit(drawing(String(i)));
    let steps = 0;
    for (; store.canUndo.value; steps++) store.undo();
    expect(steps).toBe(100);
    expect(store.drawn.value!.name).toBe('50');
  });
});

describe('what a drawing changes', () => {
  /** Answers of the server, given when the test says so, by the name of the drawing. */
  const answers = new Map<string, () => void>();
  const asked: string[] = [];
  beforeEach(() => {
    answers.clear();
    asked.length = 0;
    askDraw(null);
    vi.stubGlobal('fetch', async (_: string, {body}: {body: string}) => {
      const {drawn} = JSON.parse(body) as {drawn: Drawn};
      asked.push(drawn.name);
      await new Promise<void>((resolve) => answers.set(drawn.name, resolve));
      return new Response(`{"result":{"name":"${drawn.name}"}}\n`);
    });
  });
  const answer = async (name: string): Promise<void> => {
    await expect.poll(() => answers.has(name)).toBe(true);
    answers.get(name)!();
  };
  const shown = (): unknown => store.answer.value?.name;

  test('while one is under way only the newest of the others waits', async () => {
    for (const name of ['a', 'b', 'c', 'd']) askDraw(drawing(name));
    await answer('a');
    await expect.poll(shown).toBe('a');
    await answer('d');
    await expect.poll(shown).toBe('d');
    expect(asked).toEqual(['a', 'd']);
  });

  test('is not shown when the drawing has been cleared meanwhile', async () => {
    askDraw(drawing('a'));
    askDraw(null);
    await answer('a');
    // The next one is asked only when the first is done with.
    askDraw(drawing('b'));
    const seen: unknown[] = [];
    const stop = store.answer.subscribe(() => seen.push(shown()));
    await answer('b');
    await expect.poll(shown).toBe('b');
    stop();
    expect(seen).not.toContain('a');
  });

  test('that took its place is shown alone: the cleared one is not, though its answer comes first', async () => {
    const seen: unknown[] = [];
    const stop = store.answer.subscribe(() => seen.push(shown()));
    askDraw(drawing('a'));
    askDraw(null);
    askDraw(drawing('b'));
    await answer('a');
    await answer('b');
    await expect.poll(shown).toBe('b');
    stop();
    expect(seen).not.toContain('a');
  });

  test('a refusal of a drawing that has been cleared is not shown', async () => {
    vi.stubGlobal('fetch', async () => {
      await new Promise<void>((resolve) => answers.set('a', resolve));
      return new Response('{"error":{"message":"too far"}}\n');
    });
    askDraw(drawing('a'));
    await answer('a');
    await expect.poll(() => store.fault.value?.zh ?? null).not.toBeNull();
    answers.clear();
    askDraw(drawing('a'));
    askDraw(null);
    expect(store.fault.value).toBeNull();
    await answer('a');
    // Another question comes only when that one is done with.
    answers.clear();
    askDraw(drawing('a'));
    await expect.poll(() => answers.has('a')).toBe(true);
    expect(store.fault.value).toBeNull();
  });
});

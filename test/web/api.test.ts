import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {pageModule} from './page-module.ts';

type Watch = {readonly onStep?: (step: string) => void};
const {ask, get, Cancelled, Refusal} = await pageModule<{
  ask: (question: string, body: unknown, watch?: Watch) => Promise<unknown>;
  get: (path: string) => Promise<unknown>;
  Cancelled: new () => Error;
  Refusal: new (message: string) => Error;
}>('api');

const VIEW = {from: '甲', to: '乙'} as const;

/** What the server sends, in as many pieces as given. */
function sends(pieces: readonly string[], status = 200): void {
  const body = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, {status})),
  );
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', {getItem: () => 'secret'});
});
afterEach(() => vi.unstubAllGlobals());

describe('a question', () => {
  test('is sent with the header that work needs, and the token', async () => {
    sends(['{"result":1}\n']);
    await ask('route', VIEW);
    const [path, init] = vi.mocked(fetch).mock.calls[0]!;
    expect(path).toBe('/api/v1/route');
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"from":"甲","to":"乙"}',
      headers: {
        'x-guantong': '1',
        authorization: 'Bearer secret',
        'content-type': 'application/json',
      },
    });
  });

  test.each([
    ['line by line', ['{"step":"engine"}\n', '{"step":"route"}\n', '{"result":{"a":"甲"}}\n']],
    ['in one piece', ['{"step":"engine"}\n{"step":"route"}\n{"result":{"a":"甲"}}\n']],
    ['cut anywhere', ['{"st', 'ep":"engine"}\n{"step":"route', '"}\n{"result":{"a":"甲"', '}}\n']],
    ['without a last line break', ['{"step":"engine"}\n{"step":"route"}\n{"result":{"a":"甲"}}']],
  ])('is answered after its steps, sent %s', async (_, pieces) => {
    sends(pieces);
    const steps: string[] = [];
    const answer = await ask('route', VIEW, {onStep: (step) => steps.push(step)});
    expect(answer).toEqual({a: '甲'});
    expect(steps).toEqual(['engine', 'route']);
  });

  test('that is refused says so with its hint, within the answer or before it', async () => {
    sends(['{"step":"route"}\n{"error":{"message":"no way","hint":"ask another"}}\n']);
    await expect(ask('route', VIEW)).rejects.toMatchObject({
      message: 'no way',
      hint: 'ask another',
    });
    sends(['{"error":{"message":"too large"}}'], 413);
    const refused = ask('route', VIEW);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toMatchObject({message: 'too large', hint: undefined});
    sends(['null'], 500);
    await expect(ask('route', VIEW)).rejects.toThrow('HTTP 500');
  });

  test('that a newer one took the place of is no fault', async () => {
    sends(['{"cancelled":true}\n']);
    await expect(ask('route', VIEW)).rejects.toBeInstanceOf(Cancelled);
  });

  test('whose answer breaks off says so', async () => {
    sends(['{"step":"route"}\n']);
    await expect(ask('route', VIEW)).rejects.toThrow('the answer broke off');
  });
});

test('what is only read is asked for with the token as well', async () => {
  sends(['{"name":"a.gtn"}']);
  expect(await get('/api/v1/about')).toEqual({name: 'a.gtn'});
  expect(vi.mocked(fetch).mock.calls[0]![1]).toMatchObject({
    headers: {authorization: 'Bearer secret'},
  });
});

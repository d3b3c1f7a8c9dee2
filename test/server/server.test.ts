import {describe, expect, test} from 'vitest';
import type {Desk} from '../../src/app/desk/desk.ts';
import {UserError} from '../../src/errors.ts';
import {loopbackHosts} from '../../src/server/guard.ts';
import {makeServer} from '../../src/server/make-server.ts';
import type {PageFile} from '../../src/server/page-files.ts';
import {slowDraw, stubDesk} from './stub-desk.ts';

const HOST = '127.0.0.1:8080';
const PAGE: ReadonlyMap<string, PageFile> = new Map([
  ['/index.html', {bytes: new TextEncoder().encode('<!doctype html>'), type: 'text/html'}],
]);

function server(parts: Partial<Desk> = {}, token: string | null = null) {
  const hosts = token === null ? loopbackHosts(8080) : null;
  return makeServer({desk: stubDesk(parts), page: PAGE, hosts, token});
}

const get = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://${HOST}${path}`, {headers: {host: HOST, ...headers}});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`http://${HOST}${path}`, {
    method: 'POST',
    headers: {host: HOST, 'x-guantong': '1', ...headers},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const LINE = [
  [119, 28],
  [120, 28],
];
const drawing = (name: string, sequence: number, page = 'page-1') => ({
  drawn: {name, mode: 'road', line: LINE},
  sequence,
  page,
});

const linesOf = async (response: Response): Promise<unknown[]> =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('who may ask', () => {
  test('the page of this machine', async () => {
    const response = await server().request(get('/api/v1/about'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({name: 'stub.gtn'});
  });

  test.each(['evil.example:8080', '127.0.0.1:9999', '127.0.0.1.evil.example:8080', ''])(
    'a name rebound to this machine is refused: %s',
    async (host) => {
      const response = await server().request(get('/api/v1/about', {host}));
      expect(response.status).toBe(421);
    },
  );

  test('another page of the same browser is refused, whatever it asks', async () => {
    const from = {origin: 'https://evil.example'};
    expect((await server().request(get('/api/v1/about', from))).status).toBe(403);
    expect((await server().request(post('/api/v1/draw', drawing('a', 1), from))).status).toBe(403);
    const null_ = {origin: 'null'};
    expect((await server().request(post('/api/v1/draw', drawing('a', 1), null_))).status).toBe(403);
  });

  test('a form cannot set the header that work needs', async () => {
    const request = post('/api/v1/draw', drawing('a', 1));
    request.headers.delete('x-guantong');
    expect((await server().request(request)).status).toBe(403);
  });

  test('opened to other machines: data only with the token, the page itself without', async () => {
    const open = server({}, 'secret');
    expect((await open.request(get('/', {host: 'planner.lan:8080'}))).status).toBe(200);
    expect((await open.request(get('/api/v1/about'))).status).toBe(401);
    expect((await open.request(get('/tiles/0/0/0.pbf'))).status).toBe(401);
    const wrong = {authorization: 'Bearer secreT'};
    expect((await open.request(get('/api/v1/about', wrong))).status).toBe(401);
    const right = {authorization: 'Bearer secret'};
    expect((await open.request(get('/api/v1/about', right))).status).toBe(200);
  });
});

describe('what is served', () => {
  test('everything under a policy that runs no foreign and no inline script', async () => {
    const response = await server().request(get('/'));
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('http');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/etc/passwd',
    '/index.html%00',
  ])('no path reaches the disk: %s', async (path) => {
    const response = await server().request(get(path));
    expect(response.status).toBe(404);
    expect(await response.json()).toHaveProperty('error.message');
  });

  test('the description of the API names every question', async () => {
    const response = await server().request(get('/api/v1/openapi.json'));
    const {paths, openapi} = (await response.json()) as {paths: object; openapi: string};
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(
        ['overview', 'circle', 'route', 'draw', 'drawing', 'projects', 'verdict', 'report'].map(
          (q) => `/api/v1/${q}`,
        ),
      ),
    );
  });
});

test('what the page waits for is asked of the desk before the tiles, and once', async () => {
  const asked: string[] = [];
  const {about, columns} = stubDesk();
  const app = server({
    about: () => {
      asked.push('about');
      return about();
    },
    columns: () => {
      asked.push('columns');
      return columns();
    },
  });
  const [one, other] = [
    await app.request(get('/api/v1/about')),
    await app.request(get('/api/v1/about')),
  ];
  expect(await one.json()).toEqual(await other.json());
  expect(asked).toEqual(['about', 'columns']);
});

describe('questions', () => {
  test('steps come before the answer, a line each', async () => {
    const app = server({
      route: async (_, {step}) => {
        step('route');
        return {rows: []} as unknown as Awaited<ReturnType<Desk['route']>>;
      },
    });
    const response = await app.request(post('/api/v1/route', {from: 'A', to: 'B'}));
    expect(await linesOf(response)).toEqual([{step: 'route'}, {result: {rows: []}}]);
  });

  test.each([
    ['not JSON', '{', /not JSON/],
    ['a key nobody knows', {from: 'A', to: 'B', form: 'A'}, /form/],
    ['a place that is no place', {from: {at: [200, 95]}, to: 'B'}, /from/],
    ['nothing', '', /not JSON/],
  ])('%s is refused with a sentence', async (_, body, says) => {
    const response = await server().request(post('/api/v1/route', body));
    expect(response.status).toBe(400);
    const {error} = (await response.json()) as {error: {message: string}};
    expect(error.message).toMatch(says);
  });

  test('a body over the limit is refused before it is read', async () => {
    const response = await server().request(post('/api/v1/route', 'x'.repeat((1 << 20) + 1)));
    expect(response.status).toBe(413);
  });

  test('a line of more vertices, or stops, than anybody draws is refused', async () => {
    const line = Array.from({length: 5001}, (_, i) => [119 + i * 1e-4, 28]);
    const ask = {...drawing('long', 1), drawn: {name: 'long', mode: 'road', line}};
    expect((await server().request(post('/api/v1/draw', ask))).status).toBe(400);
  });

  test('what a user can mend is told, a bug is not spelt out to the page', async () => {
    const throwing = (error: Error) =>
      server({
        route: async () => {
          throw error;
        },
      }).request(post('/api/v1/route', {from: 'A', to: 'B'}));
    const mend = new UserError('E_PLACE', 'no place is called A', {hint: 'see info'});
    expect(await linesOf(await throwing(mend))).toEqual([
      {error: {message: 'no place is called A', hint: 'see info'}},
    ]);
    const [line] = await linesOf(await throwing(new Error('secret path /home/x')));
    expect(JSON.stringify(line)).not.toContain('secret');
    expect(line).toHaveProperty('error.message');
  });
});

describe('verdicts and reports', () => {
  const SAID = {id: 'R2:x', verdict: 'built', author: '张三', date: '2026-11-26'};

  test.each([
    ['a path of its own', {...SAID, file: '/etc/passwd'}, /file/],
    ['a review of its own', {...SAID, review: '../review.json'}, /review/],
    ['a verdict nobody knows', {...SAID, verdict: 'maybe'}, /verdict/],
    ['a day that is none', {...SAID, date: '2026-02-30'}, /date/],
    ['no name', {...SAID, author: ' '}, /author/],
    ['a note longer than a page', {...SAID, note: 'x'.repeat(2001)}, /note/],
    ['an id longer than any', {...SAID, id: 'x'.repeat(501)}, /id/],
  ])('a verdict with %s is refused', async (_, body, says) => {
    const response = await server().request(post('/api/v1/verdict', body));
    expect(response.status).toBe(400);
    const {error} = (await response.json()) as {error: {message: string}};
    expect(error.message).toMatch(says);
  });

  test('a verdict reaches the desk as it was said, only with the header that work needs', async () => {
    const asked: unknown[] = [];
    const app = server({
      verdict: async (ask) => {
        asked.push(ask);
        return {file: 'review.json'} as unknown as Awaited<ReturnType<Desk['verdict']>>;
      },
    });
    const bare = post('/api/v1/verdict', SAID);
    bare.headers.delete('x-guantong');
    expect((await app.request(bare)).status).toBe(403);
    const foreign = post('/api/v1/verdict', SAID, {origin: 'https://evil.example'});
    expect((await app.request(foreign)).status).toBe(403);
    expect(asked).toEqual([]);
    const lines = await linesOf(await app.request(post('/api/v1/verdict', SAID)));
    expect(lines).toEqual([{result: {file: 'review.json'}}]);
    expect(asked).toEqual([SAID]);
  });

  test.each([
    ['an output folder', {output: '/tmp/x'}],
    ['a network of its own', {network: '/etc/passwd'}],
    ['a scope nobody knows', {scope: 'everything'}],
  ])('a report with %s is refused', async (_, body) => {
    expect((await server().request(post('/api/v1/report', body))).status).toBe(400);
  });

  test('who goes away calls the work off', async () => {
    let signal: AbortSignal | undefined;
    const app = server({
      report: (_, watch) => {
        ({signal} = watch);
        watch.step('info');
        return new Promise((_resolve, reject) => {
          watch.signal.addEventListener('abort', () => reject(watch.signal.reason));
        });
      },
    });
    const response = await app.request(post('/api/v1/report', {}));
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => signal?.aborted).toBe(true);
  });
});

describe('drawings', () => {
  test('a newer one of the same page calls off the older, other pages go on', async () => {
    const slow = slowDraw();
    const app = server({draw: slow.draw});
    const first = app.request(post('/api/v1/draw', drawing('first', 1)));
    const other = app.request(post('/api/v1/draw', drawing('other', 1, 'page-2')));
    const [one, two] = [await first, await other];
    const second = await app.request(post('/api/v1/draw', drawing('second', 2)));
    expect(await linesOf(one)).toEqual([{cancelled: true}]);
    expect(slow.calledOff).toEqual(['first']);
    slow.letGo();
    expect(await linesOf(second)).toEqual([{result: {joins: true, rank: {rank: 1, of: 1}}}]);
    expect(await linesOf(two)).toEqual([{result: {joins: true, rank: {rank: 1, of: 1}}}]);
  });

  test('of two with one number the later counts; what was called off is not answered, though it was finished', async () => {
    const letGo: (() => void)[] = [];
    // A desk that looks at no signal.
    const app = server({
      draw: async ({drawn}) => {
        await new Promise<void>((resolve) => letGo.push(resolve));
        return {joins: true, name: drawn.name} as never;
      },
    });
    const first = await app.request(post('/api/v1/draw', drawing('first', 1)));
    const second = await app.request(post('/api/v1/draw', drawing('second', 1)));
    await expect.poll(() => letGo.length).toBe(2);
    for (const go of letGo) go();
    expect(await linesOf(first)).toEqual([{cancelled: true}]);
    expect(await linesOf(second)).toEqual([{result: {joins: true, name: 'second'}}]);
  });

  test('one that comes late is not worked on', async () => {
    const slow = slowDraw();
    const app = server({draw: slow.draw});
    const late = app.request(post('/api/v1/draw', drawing('newer', 5)));
    await late;
    const response = await app.request(post('/api/v1/draw', drawing('older', 4)));
    expect(await linesOf(response)).toEqual([{cancelled: true}]);
    slow.letGo();
    expect(await linesOf(await late)).toHaveLength(1);
  });
});

import {type Context, Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {secureHeaders} from 'hono/secure-headers';
import {streamText} from 'hono/streaming';
import type {z} from 'zod';
import type {Desk, Watch} from '../app/desk/desk.ts';
import {UserError} from '../errors.ts';
import {
  circleAskSchema,
  drawAskSchema,
  drawingAskSchema,
  overviewAskSchema,
  projectsAskSchema,
  reportAskSchema,
  routeAskSchema,
  type StreamLine,
  verdictAskSchema,
} from './contract.ts';
import {type GuardOptions, guard, refusal} from './guard.ts';
import {latestOnly} from './latest-only.ts';
import {openApi} from './openapi.ts';
import type {PageFile} from './page-files.ts';
import {MAX_ZOOM, tiles} from './tiles.ts';

export interface ServerOptions extends GuardOptions {
  readonly desk: Desk;
  /** The built page, by path; without it only the API answers. */
  readonly page: ReadonlyMap<string, PageFile>;
}

/** What a planner draws has kilobytes; a file dropped onto the page may have some megabytes. */
const MAX_BODY_BYTES = 1 << 20;
const MAX_DROP_BYTES = 16 << 20;

const CSP = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The page and its API as a fetch handler: no socket, no file; `listen.ts` gives it both. */
export function makeServer({desk, page, hosts, token}: ServerOptions): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: CSP,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  );
  app.use(guard({hosts, token}));
  app.onError((error, c) => {
    // Who went away in the middle of a sentence is no bug.
    if (isCutOff(error)) return c.json(refusal('the request was not sent whole'), 400);
    const {status, body} = failure(error);
    return c.json(body, status);
  });
  app.notFound((c) => c.json(refusal('there is nothing at this address'), 404));

  app.get('/api/v1/openapi.json', (c) => c.json(openApi()));
  // Asked for once, and before the tiles: the page waits for it, and of a large network tiles take a while.
  const about = desk.about();
  about.catch(() => {});
  app.get('/api/v1/about', async (c) => c.json(await about));
  addTiles(app, desk);
  const limit = bodyLimit({maxSize: MAX_BODY_BYTES, onError: tooLarge});
  app.post('/api/v1/overview', limit, answer(overviewAskSchema, desk.overview));
  app.post('/api/v1/circle', limit, answer(circleAskSchema, desk.circle));
  app.post('/api/v1/route', limit, answer(routeAskSchema, desk.route));
  app.post('/api/v1/verdict', limit, answer(verdictAskSchema, desk.verdict));
  app.post('/api/v1/report', limit, answer(reportAskSchema, desk.report));
  app.post('/api/v1/drawing', limit, answer(drawingAskSchema, desk.drawing));
  const dropLimit = bodyLimit({maxSize: MAX_DROP_BYTES, onError: tooLarge});
  app.post('/api/v1/projects', dropLimit, answer(projectsAskSchema, desk.projects));
  const newest = latestOnly();
  app.post(
    '/api/v1/draw',
    limit,
    answer(drawAskSchema, ({page: window, sequence, ...ask}, watch) =>
      newest(window, sequence, watch, (own) => desk.draw(ask, own)),
    ),
  );

  app.get('/', (c) => pageFile(c, page, '/index.html'));
  app.get('/*', (c) => pageFile(c, page, c.req.path));
  return app;
}

/** A question as one JSON body, the answer as lines: steps, then a result or an error. */
function answer<S extends z.ZodType, T>(
  schema: S,
  work: (ask: z.output<S>, watch: Watch) => Promise<T>,
): (c: Context) => Promise<Response> {
  return async (c) => {
    const ask = readAsk(schema, await c.req.text());
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    c.header('cache-control', 'no-store');
    return streamText(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const say = (line: StreamLine<T>): void => {
        void stream.write(`${JSON.stringify(line)}\n`);
      };
      try {
        say({result: await work(ask, {signal: gone.signal, step: (step) => say({step})})});
      } catch (error) {
        if (isAbort(error)) say({cancelled: true});
        else say(failure(error).body);
      }
    });
  };
}

function readAsk<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UserError('E_INPUT', 'the body of the request is not JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [first, ...more] = parsed.error.issues;
  const path = first!.path.join('.');
  throw new UserError(
    'E_INPUT',
    `${path === '' ? 'the request' : path}: ${first!.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`,
    {hint: 'GET /api/v1/openapi.json says what may be asked'},
  );
}

function addTiles(app: Hono, desk: Desk): void {
  // Asked for at once: whoever opens the page finds the first tiles made.
  const made = desk.columns().then(tiles);
  made.catch(() => {});
  app.get('/tiles/:z/:x/:file', async (c) => {
    const y = /^(\d{1,5})\.pbf$/.exec(c.req.param('file'))?.[1];
    const day = c.req.query('asOf');
    if (y === undefined || (day !== undefined && !/^\d{4}(-\d{2}){0,2}$/.test(day)))
      return c.notFound();
    const tile = (await made)(Number(c.req.param('z')), Number(c.req.param('x')), Number(y), day);
    if (tile === null) return c.json(refusal(`tiles go from zoom 0 to ${MAX_ZOOM}`), 404);
    return c.body(tile, 200, {
      'content-type': 'application/vnd.mapbox-vector-tile',
      'cache-control': 'private, max-age=3600',
    });
  });
}

function pageFile(c: Context, page: ReadonlyMap<string, PageFile>, path: string): Response {
  const file = page.get(path);
  if (file === undefined) return c.json(refusal('there is nothing at this address'), 404);
  return c.body(file.bytes, 200, {
    'content-type': file.type,
    'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  });
}

function tooLarge(c: Context): Response {
  return c.json(refusal('the body of the request is too large'), 413);
}

function isAbort(error: unknown): boolean {
  return (error as {name?: unknown} | null)?.name === 'AbortError';
}

function isCutOff(error: unknown): boolean {
  return (error as {code?: unknown} | null)?.code === 'ECONNRESET';
}

/** What a user can mend goes out as a sentence; a bug says only that it is one, and goes to the log. */
function failure(error: unknown): {status: 400 | 500; body: ReturnType<typeof refusal>} {
  if (error instanceof UserError) return {status: 400, body: refusal(error.message, error.hint)};
  process.stderr.write(`guantong: ${(error as Error)?.stack ?? String(error)}\n`);
  return {status: 500, body: refusal('this is a bug of guantong: see its terminal')};
}

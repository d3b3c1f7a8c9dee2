import {timingSafeEqual} from 'node:crypto';
import type {MiddlewareHandler} from 'hono';

export interface GuardOptions {
  /** Hosts (`name:port`) that a request may be addressed to; `null` = any, for a server with a token. */
  readonly hosts: readonly string[] | null;
  /** What every request for data must carry as `Authorization: Bearer …`; `null` on loopback. */
  readonly token: string | null;
}

/**
 * Keeps other pages of the same browser out. A page that rebinds its name to 127.0.0.1 still sends its
 * own name as `Host`; a page that merely posts here sends its own `Origin`, and cannot set the header
 * `x-guantong` without asking first, which nobody here answers.
 */
export function guard({hosts, token}: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (hosts !== null && !hosts.includes(host.toLowerCase())) {
      return c.json(refusal('this server answers to its own address only'), 421);
    }
    const origin = c.req.header('origin');
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
      return c.json(refusal('requests of other pages are refused'), 403);
    }
    if (changes(c.req.method) && c.req.header('x-guantong') === undefined) {
      return c.json(refusal('a request that asks for work must carry the header x-guantong'), 403);
    }
    if (
      token !== null &&
      needsToken(c.req.path) &&
      !carries(c.req.header('authorization'), token)
    ) {
      return c.json(
        refusal('the token is missing or wrong: open the address that was printed'),
        401,
      );
    }
    await next();
    return undefined;
  };
}

/** Hosts that name this machine's loopback, as a browser writes them. */
export function loopbackHosts(port: number): string[] {
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
}

export function refusal(message: string, hint?: string): {error: {message: string; hint?: string}} {
  return {error: {message, ...(hint !== undefined && {hint})}};
}

function changes(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** The page itself holds no data of anybody: it must load before it can send a token. */
function needsToken(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/tiles/');
}

function carries(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

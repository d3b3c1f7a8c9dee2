import {randomBytes} from 'node:crypto';
import type {Server} from 'node:http';
import {fileURLToPath} from 'node:url';
import {serve} from '@hono/node-server';
import type {Desk} from '../app/desk/desk.ts';
import {UserError} from '../errors.ts';
import {loopbackHosts} from './guard.ts';
import {makeServer} from './make-server.ts';
import {readPageFiles} from './page-files.ts';

export interface ListenOptions {
  readonly desk: Desk;
  /** 0 = any free port. */
  readonly port: number;
  /** `127.0.0.1` unless the planner opens it to others, which then takes a token. */
  readonly host: string;
  /** A request that has not been sent whole by then is given up; 30 s. */
  readonly requestTimeoutMs?: number;
}

export interface Listening {
  /** What to open in a browser; with the token behind `#` where there is one. */
  readonly url: string;
  readonly loopback: boolean;
  readonly close: () => Promise<void>;
}

const PAGE_FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url));
const REQUEST_TIMEOUT_MS = 30_000;

/** Starts the page and its API. Only this machine can reach it unless `host` says otherwise. */
export async function listen({
  desk,
  port,
  host,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: ListenOptions): Promise<Listening> {
  const loopback = ['127.0.0.1', 'localhost', '::1'].includes(host);
  const token = loopback ? null : randomBytes(24).toString('base64url');
  const page = await readPageFiles(PAGE_FOLDER);
  // The port, and so the hosts that may be asked for, are known once the server listens.
  const hosts: string[] = [];
  const app = makeServer({desk, page, hosts: loopback ? hosts : null, token});
  return new Promise((resolve, reject) => {
    const serverOptions = {
      requestTimeout: requestTimeoutMs,
      headersTimeout: requestTimeoutMs / 2,
      connectionsCheckingInterval: requestTimeoutMs / 2,
    };
    const server = serve(
      {fetch: app.fetch, port, hostname: host, serverOptions},
      ({port: taken}) => {
        hosts.push(...loopbackHosts(taken));
        const name = host.includes(':') ? `[${host}]` : host;
        resolve({
          url: `http://${name}:${taken}/${token === null ? '' : `#token=${token}`}`,
          loopback,
          close: () => closed(server),
        });
      },
    ) as Server;
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? `port ${port} is taken by another program` : cause.message;
      reject(
        new UserError('E_INPUT', `cannot listen on ${host}: ${why}`, {
          hint: 'choose another with --port, or --port 0 for any that is free',
          cause,
        }),
      );
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

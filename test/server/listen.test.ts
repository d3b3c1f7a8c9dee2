import {connect} from 'node:net';
import {networkInterfaces} from 'node:os';
import {expect, onTestFinished, test} from 'vitest';
import {type ListenOptions, listen} from '../../src/server/listen.ts';
import {stubDesk} from './stub-desk.ts';

async function listening(parts: Partial<ListenOptions> = {}) {
  const open = await listen({desk: stubDesk(), port: 0, host: '127.0.0.1', ...parts});
  onTestFinished(open.close);
  return {...open, port: Number(new URL(open.url).port)};
}

/** What a server answers to raw bytes, up to the end of the connection; `null` = nobody listens there. */
function talk(host: string, port: number, bytes: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect({host, port}, () => socket.write(bytes));
    socket.on('data', (data) => {
      said += data;
    });
    socket.on('close', () => resolve(said));
    socket.on('error', () => resolve(null));
  });
}

const OUTSIDE = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({family, internal}) => family === 'IPv4' && !internal)?.address;

test.skipIf(OUTSIDE === undefined)(
  'by default only this machine can reach it (needs a second address)',
  async () => {
    const {port, loopback} = await listening();
    expect(loopback).toBe(true);
    const ask = `GET /api/v1/about HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n\r\n`;
    expect(await talk('127.0.0.1', port, ask)).toContain('200 OK');
    expect(await talk(OUTSIDE!, port, ask)).toBeNull();
  },
);

test('on this machine it answers to its own names only: a page that rebinds its name gets nothing', async () => {
  const {port} = await listening();
  const about = (host: string) =>
    talk(
      '127.0.0.1',
      port,
      `GET /api/v1/about HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
    );
  expect(await about(`localhost:${port}`)).toContain('200 OK');
  expect(await about(`evil.example:${port}`)).toContain('421');
  expect(await about(`127.0.0.1:${port + 1}`)).toContain('421');
});

test('opened to others it gives data only to who has the token of the printed address', async () => {
  const {url, port, loopback} = await listening({host: '0.0.0.0'});
  expect(loopback).toBe(false);
  const token = /#token=([\w-]{32,})$/.exec(url)![1]!;
  const about = (authorization?: string) =>
    fetch(`http://127.0.0.1:${port}/api/v1/about`, {
      headers: authorization === undefined ? {} : {authorization},
    });
  expect((await about()).status).toBe(401);
  expect((await about('Bearer wrong')).status).toBe(401);
  expect((await about(`Bearer ${token}`)).status).toBe(200);
  const other = await listening({host: '0.0.0.0'});
  expect(other.url).not.toContain(token);
});

test('a request that is never sent whole is given up', async () => {
  const {port} = await listening({requestTimeoutMs: 200});
  const head = `POST /api/v1/route HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n`;
  const slowHead = await talk('127.0.0.1', port, head);
  expect(slowHead).toContain('408');
  const slowBody = await talk(
    '127.0.0.1',
    port,
    `${head}x-guantong: 1\r\ncontent-length: 100\r\n\r\n{"from"`,
  );
  expect(slowBody === null || /^$|408/.test(slowBody)).toBe(true);
});

test('a port that is taken is said in one sentence', async () => {
  const {port} = await listening();
  await expect(listen({desk: stubDesk(), port, host: '127.0.0.1'})).rejects.toThrow(
    /cannot listen on 127\.0\.0\.1: port \d+ is taken/,
  );
});

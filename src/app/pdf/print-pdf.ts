import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {compactPdf} from './compact-pdf.ts';
import {withoutClock} from './pdf-dates.ts';

/** A page of a hundred figures takes seconds; a browser that hangs must not hold the report for ever. */
const TIMEOUT_MS = 120_000;

/**
 * Prints a page of this machine by Chromium, without a window, a profile of the user or a network. Gives
 * the bytes; the same page gives the same bytes. Throws with what the browser said when it makes none.
 */
export async function printPdf(
  chromium: string,
  page: string,
  day: string | null,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-pdf-'));
  try {
    const out = join(folder, 'report.pdf');
    const said = await run(chromium, [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      // No request may leave the machine: no name is known, and what is asked goes nowhere.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--proxy-server=http://127.0.0.1:9',
      '--proxy-bypass-list=<-loopback>',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${out}`,
      // Chromium has no sandbox for root, and our own page needs none.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      pathToFileURL(resolve(page)).href,
    ]);
    const bytes = await readFile(out).catch(() => null);
    if (bytes === null || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
      throw new Error(lastLine(said) || 'the browser made none');
    }
    return compactPdf(withoutClock(bytes, day));
  } finally {
    await rm(folder, {recursive: true, force: true, maxRetries: 5});
  }
}

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {stdio: ['ignore', 'ignore', 'pipe']});
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`${program} took longer than ${TIMEOUT_MS / 1000} s`));
    }, TIMEOUT_MS);
    child.on('error', (error) => {
      clearTimeout(late);
      fail(error);
    });
    child.on('close', () => {
      clearTimeout(late);
      done(said);
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

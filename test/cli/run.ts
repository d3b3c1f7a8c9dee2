import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {onTestFinished} from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/guantong.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a person would. */
export function guantong(
  args: readonly string[],
  cwd = tmpdir(),
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: {...process.env, ...env},
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({code, stdout, stderr}));
  });
}

/** Starts the command line and leaves it running. */
export function start(args: readonly string[]): {
  /** Resolves when stderr has shown the text. */
  readonly says: (text: string) => Promise<void>;
  readonly interrupt: () => void;
  readonly ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [BIN, ...args]);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return {
    says: async (text) => {
      while (!stderr.includes(text)) {
        await new Promise((resolve) => child.stderr.once('data', resolve));
      }
    },
    interrupt: () => child.kill('SIGINT'),
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
}

/** An empty folder that goes when the test ends. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'guantong-test-'));
  onTestFinished(() => rmSync(path, {recursive: true, force: true}));
  return path;
}

/** Writes a file into a folder and gives its path. */
export function put(where: string, name: string, content: string | Uint8Array): string {
  const path = join(where, name);
  writeFileSync(path, content);
  return path;
}

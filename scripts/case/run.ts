import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {argumentsOf} from './commands.ts';

const BIN = fileURLToPath(new URL('../../bin/guantong.js', import.meta.url));
const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** What the commands wrote, by file name. */
export type Outputs = (file: string) => unknown;

/** Runs the commands in a folder of their own, as somebody would who follows the page. */
export function runCommands(commands: readonly string[], data: string): Outputs {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-case-'));
  symlinkSync(DATA, join(folder, 'data'));
  for (const command of commands) {
    const ran = spawnSync(process.execPath, [BIN, ...argumentsOf(command, data)], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(`guantong ${command}\n${ran.stderr}`);
  }
  return (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

import {join} from 'node:path';
import type {Run} from './measure.ts';

export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  readonly runs: Run[];
}

export const OURS = 'guantong: decode + network';
export const COMMAND = 'guantong import -o network.gtn';
export const OSMIUM = 'osmium cat -f opl -o /dev/null';
export const PARSER = 'osm-pbf-parser-node: decode only';

/** Who reads the extract, each in a process of its own, asked as its documentation suggests. */
export function contestants(root: string, extract: string, out: string): Contestant[] {
  const here = join(root, 'scripts/bench-import');
  const node = process.execPath;
  const door = join(root, 'dist/import/import-network.js');
  const program = join(root, 'bin/guantong.js');
  const commands: readonly (readonly [name: string, command: readonly string[]])[] = [
    [OURS, [node, join(here, 'import-once.mjs'), door, extract]],
    [OSMIUM, ['osmium', 'cat', '-f', 'opl', '-O', '-o', '/dev/null', extract]],
    [PARSER, [node, join(here, 'decode-once.mjs'), extract]],
    [COMMAND, [node, program, 'import', extract, '-o', out, '--quiet']],
  ];
  return commands.map(([name, command]) => ({name, command, runs: []}));
}

import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {TARGET_CELLS} from './targets.ts';

/** One network of a run. */
export interface Size {
  /** First argument of the network maker. */
  readonly cells: number;
  /** Whether the peers run on it too. */
  readonly peers: boolean;
}

/** What can be run apart from the rest, for machines that one does not have for long. */
export const PARTS = ['memory', 'ours', 'stored', 'threads', 'own', 'npm', 'debian'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  /** The script that makes networks; `null` = none at hand. */
  readonly maker: string | null;
  readonly sizes: readonly Size[];
  readonly parts: ReadonlySet<Part>;
  /** Where what was measured is kept from call to call; `null` = nowhere. */
  readonly keep: string | null;
  readonly check: boolean;
  /** Where the results go; `null` = to the terminal only. */
  readonly out: string | null;
}

const USUAL: readonly Size[] = [
  {cells: 4, peers: true},
  {cells: 22, peers: true},
  {cells: 60, peers: false},
  {cells: TARGET_CELLS, peers: true},
];
const LARGE: Size = {cells: 375, peers: true};

/** Reads the command line; a run on sizes of one's own choice leaves the recorded results alone. */
export function readOptions(args: readonly string[], results: string): Options {
  const {values} = parseArgs({
    args: [...args],
    options: {
      maker: {type: 'string'},
      cells: {type: 'string'},
      large: {type: 'boolean', default: false},
      peers: {type: 'boolean', default: false},
      'no-peers': {type: 'boolean', default: false},
      part: {type: 'string'},
      keep: {type: 'string'},
      check: {type: 'boolean', default: false},
      out: {type: 'string'},
    },
  });
  const chosen = values.cells
    ?.split(',')
    .map((cells): Size => ({cells: Number(cells), peers: true}));
  const wrong = chosen?.find(({cells}) => !Number.isInteger(cells) || cells < 4);
  if (wrong) throw new Error(`--cells takes whole numbers from 4 up, not ${values.cells}`);
  const parts = values.part?.split(',');
  const unknown = parts?.find((part) => !(PARTS as readonly string[]).includes(part));
  if (unknown !== undefined) throw new Error(`--part takes ${PARTS.join(', ')}, not ${unknown}`);
  const usual = values.large ? [...USUAL, LARGE] : USUAL;
  const recorded = values.keep === undefined && (chosen || values['no-peers']) ? null : results;
  const usualParts = PARTS.filter(
    (part) =>
      (part !== 'npm' || !values['no-peers']) &&
      (part !== 'debian' || (values.peers && !values['no-peers'])),
  );
  return {
    maker: makerFile(values.maker ?? process.env['GUANTONG_BENCH']),
    sizes: chosen ?? usual,
    parts: new Set((parts as Part[] | undefined) ?? usualParts),
    keep: values.keep ?? null,
    check: values.check,
    out: values.out ?? recorded,
  };
}

function makerFile(named: string | undefined): string | null {
  if (named === undefined || !existsSync(named)) return null;
  const file = statSync(named).isDirectory() ? join(named, 'make-network.mjs') : named;
  return existsSync(file) ? file : null;
}

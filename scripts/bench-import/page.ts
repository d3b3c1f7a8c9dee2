import {statSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';
import {COMMAND, type Contestant, OSMIUM, OURS, PARSER} from './contestants.ts';
import {median, type Run} from './measure.ts';

/** One file and what everybody made of it. */
export interface Size {
  readonly extract: string;
  readonly field: readonly Contestant[];
}

const FIXED_BYTES = 1.5e9;
const BYTES_PER_NODE = 60;
/** From so many nodes on there is a promise on time. */
const TIME_FROM_NODES = 5e6;

/** bench/IMPORT.md: how to read it, then a table and the promises for each file. */
export function page(sizes: readonly Size[], rounds: number, load: number): string {
  const [cpu] = cpus();
  return `${[
    `# Import against its peers, ${new Date().toISOString().slice(0, 10)}`,
    '',
    `Written by \`npx tsx scripts/bench-import.ts\`; do not edit. Machine: ${cpus().length} × ${cpu?.model ?? 'unknown processor'},`,
    `${(totalmem() / 2 ** 30).toFixed(1)} GiB of memory, Node.js v${process.versions.node}, ${process.platform} ${process.arch}; load average ${load.toFixed(1)} when it began;`,
    `${rounds} rounds, everybody in turn within each.`,
    '',
    '## How to read this',
    '',
    '- Compare within a table, never with seconds of another day: *ours ÷ it* is what carries to other machines (it drifts by',
    '  5–20 % from run to run). Above 1, guantong is slower than that program.',
    '- Every program runs in a process of its own, from its start to its end, and is measured from outside: seconds by the',
    '  clock, processor seconds of all its threads, highest resident memory of all rounds.',
    '- They do not do the same work. osmium decodes everything and formats it as text; osm-pbf-parser-node decodes and',
    '  counts; guantong decodes, joins ways to nodes, tells junctions from points of a line, clip nodes, borders and the',
    '  ledger, and ends with a network in memory. The last row is the whole command, which also hashes the input and writes',
    '  the network file.',
    '- The files are synthetic road networks (`scripts/make-big-extract.ts`). Their header carries a date, their objects carry no',
    '  versions, so nobody has any to decode. Nearly every node is on a road; in an extract of everything about one node in four to',
    '  ten is, and the rest is skipped sooner.',
    '- The promises on time speak of five million nodes and more: in a smaller file the start of the programs weighs.',
    ...sizes.flatMap(section),
    '',
  ].join('\n')}`;
}

function section({extract, field}: Size): string[] {
  const runsOf = (name: string): readonly Run[] =>
    field.find((contestant) => contestant.name === name)!.runs;
  const nodes = Number(/^\d+/.exec(runsOf(PARSER)[0]!.output)?.[0]);
  const ratio = (peer: string): number =>
    median(runsOf(OURS).map((run, round) => run.wallS / runsOf(peer)[round]!.wallS));
  const memory = (name: string): number =>
    peakBytes(runsOf(name)) / (FIXED_BYTES + BYTES_PER_NODE * nodes);
  const promises: readonly (readonly [what: string, figure: number, limit: number])[] = [
    ...(nodes < TIME_FROM_NODES
      ? []
      : ([
          ['time against osmium', ratio(OSMIUM), 2],
          ['time against osm-pbf-parser-node', ratio(PARSER), 1],
        ] as const)),
    ['peak memory against 1.5 GB + 60 bytes a node', memory(OURS), 1],
    ['the same of the whole command', memory(COMMAND), 1],
  ];
  return [
    '',
    `## ${nodes.toLocaleString('en')} nodes, ${(statSync(extract).size / 1e6).toFixed(1)} MB of \`.osm.pbf\``,
    '',
    '| program | wall s (median) | least | CPU s | peak MB | ours ÷ it |',
    '|---|---|---|---|---|---|',
    ...field.map(({name, runs}) => {
      const wall = runs.map((run) => run.wallS);
      const cells = [
        median(wall).toFixed(2),
        Math.min(...wall).toFixed(2),
        median(runs.map((run) => run.cpuS)).toFixed(2),
        (peakBytes(runs) / 1e6).toFixed(0),
        ratio(name).toFixed(2),
      ];
      return `| ${name} | ${cells.join(' | ')} |`;
    }),
    '',
    ...promises.map(
      ([what, figure, limit]) =>
        `- ${figure <= limit ? 'kept' : '**broken**'}: ${what} ${figure.toFixed(2)}, promised at most ${limit}`,
    ),
    '',
    `guantong made of it: ${runsOf(OURS)[0]!.output}.`,
  ];
}

function peakBytes(runs: readonly Run[]): number {
  return Math.max(...runs.map((run) => run.peakBytes));
}

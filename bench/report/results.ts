import {cpus, totalmem} from 'node:os';
import type {MemoryLine} from '../protocol.ts';
import type {SizeRun} from '../run-size.ts';
import {figure} from './figures.ts';
import {memorySection} from './memory.ts';
import {peerSection} from './peers.ts';
import {promiseSection, sizeSection} from './promises.ts';

/** The bench alone makes a load of one, of two where threads or a database run. */
const MOST_LOAD = 2.5;

/** The whole page of results. */
export function resultsPage(
  sizes: readonly SizeRun[],
  limits: readonly MemoryLine[],
  date: Date,
): string {
  return `# Results of the bench, ${date.toISOString().slice(0, 10)}

Written by \`npm run bench\`; do not edit. ${machine(sizes)}

## How to read this

- **D** is the unit: the median time of a one-to-all search by plain Dijkstra with a 4-ary heap, ours, on the same network in
  the same run. Ratios to D carry from one machine to another fairly well, milliseconds do not, and nothing here says how
  long anything takes elsewhere. Even ratios drift by 5–20 % from run to run, more on a machine with other work to do.
- The networks are synthetic: motorways to residential streets, most nodes in chains, towns of very different size, a border
  with few crossings. Costs are whole milliseconds, so that all engines can be held to the same sums.
- Every engine runs in a process of its own with a limit on time and memory, and is asked in the way its documentation
  suggests: it gets the network from arrays in memory, and that is its *build*. *Peak memory* is that of the whole process:
  about 80 MiB of it are the empty process of Node.js or 45 MiB that of Python, the network file is in it too.
- *Costs* says whether the costs an engine found are those of the first engine in the table: a checksum over all nodes
  (one-to-all), over all pairs (matrices), or the costs of the first ten pairs one by one.
- Single pairs: from a town to a random node, the median of as many as fit six seconds (at least 3, at most 1,000).
- Engines that answer pair by pair, or node by node, are asked for a matrix as so many single questions, unless that would
  take over 15 s (the compiled ones: 45 s). What was not asked is not estimated.

${promiseSection(sizes)}

${sizeSection(sizes)}

${peerSection(sizes)}

${memorySection(limits, sizes)}
`;
}

function machine(sizes: readonly SizeRun[]): string {
  const all = cpus();
  const memory = figure(totalmem() / 2 ** 30);
  const load = Math.max(0, ...sizes.map((size) => size.load));
  const busy = load > MOST_LOAD ? ' It had other work to do: the ratios are rough.' : '';
  return `Machine: ${all.length} × ${all[0]?.model ?? 'unknown processor'}, ${memory} GiB of memory, Node.js ${process.version},
${process.platform} ${process.arch}; load average of the last minute of a network at most ${load.toFixed(1)} (the bench alone: 1 to
2).${busy}`;
}

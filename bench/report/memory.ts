import type {MemoryLine, SweepLine} from '../protocol.ts';
import type {SizeRun} from '../run-size.ts';
import {figure, mib, table} from './figures.ts';

const ROW_BYTES = 64;
const TREES = 16;

/** What the memory gives, and how near the sweep comes to it. */
export function memorySection(limits: readonly MemoryLine[], sizes: readonly SizeRun[]): string {
  const heading = '## The limit of the memory';
  if (limits.length === 0) return `${heading}\n\nIt could not be measured in this run.`;
  const rows = limits.map((limit) => [
    mib(limit.workingSetBytes),
    `${figure(limit.readOneThread / 1e9)} GB/s`,
    `${figure(limit.readTwoThreads / 1e9)} GB/s`,
    `${figure(limit.independentNs)} ns`,
    `${figure(limit.independentLineNs)} ns`,
    `${figure(limit.dependentNs)} ns`,
  ]);
  const head = [
    'table of',
    'read in order, one thread',
    'two threads',
    'random word',
    'random line of 64 bytes',
    'random word that waits for the last',
  ];
  const swept = sizes.flatMap(({nodeCount, sweep}) =>
    sweep ? [sweepRow(nodeCount, sweep, nearest(limits, sweep.memoryBytes))] : [],
  );
  const sweepHead = [
    'nodes',
    'memory of the sweep',
    'MB a tree',
    'ms a tree',
    'GB/s',
    'of the reading rate',
    'ms a tree with climbs',
    'GB/s, fetched rows counted',
  ];
  return `${heading}

Measured in this run by small WebAssembly loops with the same SIMD as the sweep (best of several rounds; "two threads"
read a table each).

${table(head, rows)}

One sweep makes ${TREES} trees over all nodes. *MB a tree* is what has to pass through the processor at least once, each byte
counted once: every row of ${ROW_BYTES} bytes written and read back at most once (2 × ${ROW_BYTES}), 4 bytes of row start, 8 bytes
an arc, divided by ${TREES}. An arc also fetches the row it comes from, ${ROW_BYTES} bytes more, which mostly still lie in a cache:
the last column counts them. *Of the reading rate* compares with reading a table of the nearest size in order on one thread:
near 100 % the memory is the limit and a second thread cannot help; far below, the waiting for fetched rows is; above, part
of the table stays in a faster cache from one row to the next.

${table(sweepHead, swept)}`;
}

function sweepRow(nodeCount: number, sweep: SweepLine, limit: MemoryLine): string[] {
  const once = sweep.rows * (2 * ROW_BYTES + 4) + 8 * sweep.arcs;
  const fetched = once + ROW_BYTES * sweep.arcs;
  const rate = once / (sweep.kernelMs / 1000);
  return [
    figure(nodeCount),
    mib(sweep.memoryBytes),
    figure(once / TREES / 1e6),
    figure(sweep.kernelMs / TREES),
    figure(rate / 1e9),
    `${figure((100 * rate) / limit.readOneThread)} %`,
    figure(sweep.sweepMs / TREES),
    figure(fetched / (sweep.kernelMs / 1000) / 1e9),
  ];
}

function nearest(limits: readonly MemoryLine[], bytes: number): MemoryLine {
  const off = ({workingSetBytes}: MemoryLine): number =>
    Math.abs(Math.log(workingSetBytes / bytes));
  return limits.reduce((best, limit) => (off(limit) < off(best) ? limit : best));
}

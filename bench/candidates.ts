/**
 * How long `candidates` takes, by size: `npx tsx bench/candidates.ts net100k.bin net300k.bin net1m.bin` with
 * networks of a maker of `.bin` files (bench/README.md). Borders: five lines each way across the network, each
 * in five pieces, 50 in all. Prints a table; the machine has a say in it, so compare the columns.
 */
import {readFileSync} from 'node:fs';
import {candidates} from '../src/analysis/candidates/answer.ts';
import {openStudy} from '../src/analysis/study.ts';
import type {LonLat} from '../src/geo/line.ts';
import type {BorderLine, Network} from '../src/graph/network.ts';
import {NetworkBuilder} from '../src/graph/network-builder.ts';
import type {EdgeClass} from '../src/graph/vocabulary.ts';

const CLASSES: readonly EdgeClass[] = [
  'motorway',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'motorway_link',
];
const MAGIC = 0x42524731;

function readNetwork(path: string): Network {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const [magic, n, m] = new Uint32Array(buffer, 0, 4);
  if (magic !== MAGIC) throw new Error(`${path} is no network of the bench`);
  let at = 16;
  const take = <T>(make: (offset: number) => T, size: number): T => {
    const made = make(at);
    at += (size + 3) & ~3;
    return made;
  };
  const lon = take((o) => new Float32Array(buffer, o, n), 4 * n!);
  const lat = take((o) => new Float32Array(buffer, o, n), 4 * n!);
  take(() => null, n!);
  const tail = take((o) => new Uint32Array(buffer, o, m), 4 * m!);
  const head = take((o) => new Uint32Array(buffer, o, m), 4 * m!);
  take(() => null, 4 * m!);
  const cls = take((o) => new Uint8Array(buffer, o, m), m!);
  const builder = new NetworkBuilder();
  for (let node = 0; node < n!; node++) builder.addNode(lon[node]!, lat[node]!);
  for (let a = 0; a < m!; a++) {
    const oneway = cls[a]! >= 128;
    if (!oneway && tail[a]! > head[a]!) continue;
    builder.addEdge({from: tail[a]!, to: head[a]!, class: CLASSES[cls[a]! & 127]!, oneway});
  }
  return builder.finish({borders: bordersOver(lon, lat)});
}

function bordersOver(lon: Float32Array, lat: Float32Array): BorderLine[] {
  const range = (values: Float32Array): readonly [number, number] => [
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
  ];
  const [[west, east], [south, north]] = [range(lon), range(lat)];
  const lines: BorderLine[] = [];
  for (let i = 0; i < 5; i++) {
    for (let k = 0; k < 5; k++) {
      const [share, from, to] = [(i + 0.5) / 5, k / 5, (k + 1) / 5];
      const x = (t: number): number => west + t * (east - west);
      const y = (t: number): number => south + t * (north - south);
      const add = (a: LonLat, b: LonLat): void => {
        lines.push({level: 5, sides: [], osmWayIds: [], line: [a, b]});
      };
      add([x(share), y(from)], [x(share), y(to)]);
      add([x(from), y(share)], [x(to), y(share)]);
    }
  }
  return lines;
}

console.log(
  '| nodes | edges | points | far pairs | corridors | opening s | engine s | candidates s | µs a point |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const path of process.argv.slice(2)) {
  const network = readNetwork(path);
  const clock = (): number => performance.now() / 1000;
  const t0 = clock();
  const study = openStudy(network);
  const t1 = clock();
  study.engine('time');
  const t2 = clock();
  const answer = candidates(study, {level: 'prefecture'});
  const t3 = clock();
  const tally = answer.parameters['tally'] as Record<string, number>;
  const cells = [
    network.nodes.count,
    network.edges.count,
    tally['points'],
    tally['farPairs'],
    tally['corridors'],
    (t1 - t0).toFixed(1),
    (t2 - t1).toFixed(1),
    (t3 - t2).toFixed(1),
    (((t3 - t2) * 1e6) / tally['points']!).toFixed(0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

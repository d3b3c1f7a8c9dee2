/**
 * How long `candidates` takes, by size: `npx tsx bench/candidates.ts net100k.bin net300k.bin net1m.bin` with
 * networks of a maker of `.bin` files (bench/README.md). Borders: five lines each way across the network, each
 * in five pieces, 50 in all. Prints a table; the machine has a say in it, so compare the columns.
 */
import {candidates} from '../src/analysis/candidates/answer.ts';
import {openStudy} from '../src/analysis/study.ts';
import type {Bbox, LonLat} from '../src/geo/line.ts';
import type {BorderLine} from '../src/graph/network.ts';
import {readNetwork} from './made-network.ts';

function bordersOver([west, south, east, north]: Bbox): BorderLine[] {
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
  const network = readNetwork(path, (box) => ({borders: bordersOver(box)}));
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

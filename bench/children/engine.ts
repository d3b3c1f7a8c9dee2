import {oneToAllOnCore} from '../../src/graph/search/core/one-to-all.ts';
import type {Seed} from '../../src/graph/search/dijkstra.ts';
import {buildEngine, type SearchEngine} from '../../src/graph/search/engine.ts';
import {pairSearch} from '../../src/graph/search/hierarchy/pair-search.ts';
import {costMatrix} from '../../src/graph/search/sweep/cost-matrix.ts';
import {LANES} from '../../src/graph/search/sweep/kernel.ts';
import {planFullSweep} from '../../src/graph/search/sweep/plan.ts';
import {sweepRunner} from '../../src/graph/search/sweep/run-sweep.ts';
import {bestKernel} from '../../src/graph/search/sweep/wasm-kernel.ts';
import {askMatrix, askPairs} from '../ask.ts';
import {checksum} from '../checksum.ts';
import {answer, built, type Say} from '../child.ts';
import {placesOf} from '../questions.ts';
import {repeat} from '../repeat.ts';

const seed = (node: number): Seed[] => [{node, cost: 0}];

/** Our engine's answers to what the peers are asked, and its bare sweep beside the memory's limits. */
await answer(({graph, cities}, say) => {
  const engine = built(say, 'core and hierarchy', () => buildEngine(graph, [...cities]));
  const tree = oneToAllOnCore(engine.core);
  const {result, ...timed} = repeat((run) => tree(seed(cities[run]!)));
  const inside = 'bucket queue on the core, recovery, fresh result array';
  say.answer('one-to-all', timed, inside, {checksum: checksum(result)});
  const pairs = pairSearch(engine);
  askPairs(say, cities, 'hierarchy, the cost alone', (from, to) => {
    return pairs.least(seed(from), seed(to))?.cost ?? Infinity;
  });
  const matrix = (count: number): Uint32Array => {
    const places = placesOf(cities, count).map(seed);
    return costMatrix(engine, places, places).cost;
  };
  for (const count of [10, 100, 1000]) {
    askMatrix(say, count, 0, 'closure of the targets, climbs, sweeps, result', () => matrix(count));
  }
  checkCorner(matrix(100), matrix(1000));
  sweep(engine, cities, say);
});

/** The first 100 places are the same in both: nobody else answers for 1,000 on large networks. */
function checkCorner(small: Uint32Array, large: Uint32Array): void {
  const same = small.every((cost, i) => cost === large[1000 * Math.floor(i / 100) + (i % 100)]);
  if (!same) throw new Error('costs of the first 100 places differ between two matrices');
}

function sweep(engine: SearchEngine, cities: Uint32Array, say: Say): void {
  const plan = planFullSweep(engine, {kernel: bestKernel(), direction: 'out'});
  const {memory, count, first, arcs, cost} = plan;
  const run = sweepRunner(engine, 'out');
  const sources = placesOf(cities, LANES).map(seed);
  const whole = repeat(() => run(plan, sources));
  const kernel = repeat(() => memory.sweep(count, first, arcs, cost));
  say.line({
    kind: 'sweep',
    rows: count,
    arcs: memory.words[first + count]!,
    memoryBytes: memory.words.byteLength,
    kernelMs: kernel.ms,
    sweepMs: whole.ms,
  });
}

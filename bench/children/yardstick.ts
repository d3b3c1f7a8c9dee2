import {FAR} from '../../src/graph/search/core/digraph.ts';
import {askTrees} from '../ask.ts';
import {answer} from '../child.ts';
import {plainDijkstra} from '../plain-dijkstra.ts';
import {pairOf, STATED_PAIRS} from '../questions.ts';
import {repeat} from '../repeat.ts';

/** The yardstick's answers: what all others have to agree with. */
await answer(({graph, cities}, say) => {
  const dijkstra = plainDijkstra(graph);
  const costs: number[] = [];
  const pairs = repeat((run) => {
    const [from, to] = pairOf(cities, run);
    return dijkstra(from)[to]!;
  }, STATED_PAIRS);
  for (let i = 0; i < STATED_PAIRS; i++) {
    const [from, to] = pairOf(cities, i);
    const cost = dijkstra(from)[to]!;
    costs.push(cost < FAR ? cost : Infinity);
  }
  const inside = 'plain 4-ary heap, fresh result array';
  say.answer('pair', pairs, `${inside}; no early stop`, {costs});
  // Others' matrices are compared with this one: it may take longer.
  askTrees(say, cities, inside, dijkstra, 100_000);
});

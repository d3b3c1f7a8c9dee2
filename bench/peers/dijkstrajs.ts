import {createRequire} from 'node:module';
import {askTrees} from '../ask.ts';
import {answer, built} from '../child.ts';
import {forSimpleArcs, treeCosts} from '../simple-arcs.ts';

/** The part of the library in use; it has no types of its own. */
interface DijkstraJs {
  readonly single_source_shortest_paths: (
    graph: Record<number, Record<number, number>>,
    source: number,
  ) => Record<number, string>;
}

const dijkstra = createRequire(import.meta.url)('dijkstrajs') as DijkstraJs;

await answer(({graph, cities}, say) => {
  const made = built(say, 'an object of neighbours for every node', () => {
    const objects: Record<number, Record<number, number>> = {};
    for (let u = 0; u < graph.nodeCount; u++) objects[u] = {};
    forSimpleArcs(graph, (u, v, cost) => {
      objects[u]![v] = cost;
    });
    return objects;
  });
  say.refuse('pair', 'the library has no early stop: a pair costs a one-to-all');
  const inside = 'single_source_shortest_paths and costs along its parents';
  askTrees(say, cities, inside, (source) => {
    const parents = dijkstra.single_source_shortest_paths(made, source);
    return treeCosts(graph, source, (node) => {
      const parent = parents[node];
      return parent === undefined ? undefined : Number(parent);
    });
  });
});

import Graph from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';
import {askPairsAndMatrix} from '../ask.ts';
import {checksum} from '../checksum.ts';
import {answer, built} from '../child.ts';
import {repeat} from '../repeat.ts';
import {forSimpleArcs, treeCosts, wayCost} from '../simple-arcs.ts';

await answer(({graph, cities}, say) => {
  const made = built(say, 'nodes and edges added one by one', () => {
    const directed = new Graph.DirectedGraph<object, {weight: number}>();
    for (let u = 0; u < graph.nodeCount; u++) directed.addNode(u);
    forSimpleArcs(graph, (u, v, weight) => void directed.addEdge(u, v, {weight}));
    return directed;
  });
  askPairsAndMatrix(say, cities, 'dijkstra.bidirectional, the way as nodes', (from, to) =>
    wayCost(graph, dijkstra.bidirectional(made, from, to).map(Number)),
  );
  const source = cities[0]!;
  const {result, ...timed} = repeat(() => dijkstra.singleSource(made, source), 3);
  const parentOf = (node: number): number | undefined => {
    const path = result[node];
    return path === undefined || path.length < 2 ? undefined : Number(path[path.length - 2]);
  };
  say.answer('one-to-all', timed, 'dijkstra.singleSource, which keeps the way to every node', {
    checksum: checksum(treeCosts(graph, source, parentOf)),
  });
});

import createGraph from 'ngraph.graph';
import ngraphPath from 'ngraph.path';
import {askPairsAndMatrix} from '../ask.ts';
import {answer, built} from '../child.ts';
import type {BenchNetwork} from '../network-file.ts';
import {forSimpleArcs, wayCost} from '../simple-arcs.ts';

/** `ngraph.ts FILE astar|nba`: both with a lower bound by straight distance, which they are made for. */
const kind = process.argv[3] === 'nba' ? 'nba' : 'aStar';

interface Place {
  readonly x: number;
  readonly y: number;
}

await answer((network, say) => {
  const {graph, cities} = network;
  const places = onPlane(network);
  const made = built(say, 'nodes and links added one by one', () => {
    const linked = createGraph<Place, number>();
    places.forEach((place, u) => void linked.addNode(u, place));
    forSimpleArcs(graph, (u, v, cost) => void linked.addLink(u, v, cost));
    return linked;
  });
  const apart = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);
  let fastest = 0;
  forSimpleArcs(graph, (u, v, cost) => {
    fastest = Math.max(fastest, apart(places[u]!, places[v]!) / cost);
  });
  // A hair below the least possible cost, so that rounding never makes it an overestimate.
  const costPerMetre = (1 - 1e-6) / fastest;
  const finder = ngraphPath[kind]<Place, number>(made, {
    oriented: true,
    distance: (_from, _to, link) => link.data,
    heuristic: (from, to) => apart(from.data, to.data) * costPerMetre,
  });
  askPairsAndMatrix(
    say,
    cities,
    `${kind} with a straight-line bound, the way as nodes`,
    (from, to) =>
      wayCost(
        graph,
        finder
          .find(from, to)
          .map((node) => Number(node.id))
          .reverse(),
      ),
  );
  say.refuse('one-to-all', 'the library answers single pairs only');
});

/** Metres on a plane at the middle latitude. */
function onPlane({lon, lat}: BenchNetwork): Place[] {
  const middle = lat.reduce((sum, y) => sum + y, 0) / lat.length;
  const scale = Math.cos((middle * Math.PI) / 180) * 111_320;
  return Array.from(lon, (x, u) => ({x: x * scale, y: lat[u]! * 110_540}));
}

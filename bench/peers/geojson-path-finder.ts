import type {Feature, LineString, Point} from 'geojson';
import library from 'geojson-path-finder';
import {askPairsAndMatrix} from '../ask.ts';
import {answer, built} from '../child.ts';
import {arcCost, forSimpleArcs} from '../simple-arcs.ts';

interface Costs {
  readonly forward: number;
  readonly backward: number;
}

// The package is CommonJS: what it exports as its default is one level deeper.
const PathFinder = library.default;

await answer(({graph, lon, lat, cities}, say) => {
  // Seen in compact() of its src/compactor.ts, 2.1.0; a fresh finder gives the same costs.
  say.note(
    'where two chains of roads join the same two nodes its compaction keeps the first it meets, not the cheaper: some of its costs are too high',
  );
  const place = (u: number): [number, number] => [lon[u]!, lat[u]!];
  const keys = new Set(Array.from(lon, (x, u) => `${x},${lat[u]}`));
  const shared = graph.nodeCount - keys.size;
  if (shared > 0) {
    say.note(`${shared} nodes share coordinates with another and are one node to this library`);
  }
  keys.clear();
  const made = built(say, 'one GeoJSON feature a pair of neighbours, then new PathFinder', () => {
    const features: Feature<LineString, Costs>[] = [];
    forSimpleArcs(graph, (u, v, cost) => {
      const back = arcCost(graph, v, u);
      if (u > v && back < Infinity) return;
      const costs = {forward: cost, backward: back < Infinity ? back : 0};
      const geometry: LineString = {type: 'LineString', coordinates: [place(u), place(v)]};
      features.push({type: 'Feature', properties: costs, geometry});
    });
    return new PathFinder<never, Costs>(
      {type: 'FeatureCollection', features},
      // Finer than the steps of a 32-bit coordinate: different nodes stay different.
      {tolerance: 1e-7, weight: (_from, _to, costs) => ({...costs})},
    );
  });
  const point = (u: number): Feature<Point> => ({
    type: 'Feature',
    properties: {},
    geometry: {type: 'Point', coordinates: place(u)},
  });
  askPairsAndMatrix(say, cities, 'findPath, the way as coordinates', (from, to) => {
    return made.findPath(point(from), point(to))?.weight ?? Infinity;
  });
  say.refuse('one-to-all', 'the library answers single pairs only');
});

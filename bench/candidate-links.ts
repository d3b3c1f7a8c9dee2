import type {CandidateLinks} from '../src/graph/search/links/score-links.ts';
import type {BenchNetwork} from './network-file.ts';
import {seededRandom} from './stopwatch.ts';

/**
 * Random links of 2–50 km between nodes, at 80 km/h over 1.2 times the straight distance; lengths on
 * a plane of 85 by 111 km a degree, which is near enough for a bench.
 */
export function randomLinks({graph, lon, lat}: BenchNetwork, count: number): CandidateLinks {
  const random = seededRandom(4);
  const pick = (): number => Math.floor(random() * graph.nodeCount);
  const links = {
    from: new Uint32Array(count),
    to: new Uint32Array(count),
    cost: new Uint32Array(count),
  };
  for (let i = 0; i < count; ) {
    const [u, v] = [pick(), pick()];
    const km = Math.hypot((lon[u]! - lon[v]!) * 85, (lat[u]! - lat[v]!) * 111);
    if (km < 2 || km > 50) continue;
    links.from[i] = u;
    links.to[i] = v;
    links.cost[i++] = Math.round((km * 1.2 * 3_600_000) / 80);
  }
  return links;
}

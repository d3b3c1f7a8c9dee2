import {UndirectedGraph} from 'graphology';
import {countConnectedComponents} from 'graphology-components';
import type {CorridorGraph} from '../corridors/corridor-graph.ts';
import type {Structure} from './rows.ts';

/**
 * α, β, γ, η and μ (METHODS.md §D.4) of the corridors both of whose junctions lie inside. e counts parallel
 * corridors and loops; p comes from graphology-components, for which neither matters.
 */
export function structureOf(
  {corridors}: Pick<CorridorGraph, 'corridors'>,
  inside: (junction: number) => boolean,
): Structure {
  const own = corridors.filter(({a, b}) => inside(a) && inside(b));
  const graph = new UndirectedGraph();
  for (const {a, b} of own) {
    graph.mergeNode(a);
    graph.mergeNode(b);
    if (a !== b) graph.mergeEdge(a, b);
  }
  const [v, e] = [graph.order, own.length];
  const p = v === 0 ? 0 : countConnectedComponents(graph);
  const km = own.reduce((sum, {lengthM}) => sum + lengthM, 0) / 1000;
  const mu = e - v + p;
  return {
    junctions: v,
    corridors: e,
    parts: p,
    km,
    mu,
    alpha: v >= 3 ? mu / (2 * v - 5) : null,
    beta: v > 0 ? e / v : null,
    gamma: v >= 3 ? e / (3 * (v - 2)) : null,
    etaKm: e > 0 ? km / e : null,
  };
}

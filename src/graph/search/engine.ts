import {buildCore, type Core} from './core/core.ts';
import type {Digraph} from './core/digraph.ts';
import {buildHierarchy} from './hierarchy/build.ts';
import type {Hierarchy} from './hierarchy/hierarchy.ts';

/**
 * A graph made ready for many questions: its core and the hierarchy of the core. Frozen; every query
 * takes it as first argument and keeps its scratch memory to itself.
 */
export interface SearchEngine {
  readonly graph: Digraph;
  readonly core: Core;
  /** Over core rows. */
  readonly hierarchy: Hierarchy;
}

/**
 * Builds the engine of a graph. Nodes to `keep` stay in the core, which spares them the climb out of
 * the contracted part; any node can be asked about all the same. Same graph, same engine.
 */
export function buildEngine(graph: Digraph, keep: readonly number[] = []): SearchEngine {
  const core = buildCore(graph, keep);
  return {graph, core, hierarchy: buildHierarchy(core.inner)};
}

/** What lies along an arc of the graph or a shortcut of the core. */
export function alongOf({graph, core}: SearchEngine): (arc: number) => number {
  const {base} = core.shortcuts;
  return (arc) => (arc < base ? (graph.along?.[arc] ?? 0) : core.shortcutAlong[arc - base]!);
}

/** Bytes of all arrays of an engine, without those of the graph it is of. */
export function engineBytes({core, hierarchy}: SearchEngine): number {
  const bytes = (part: object): number =>
    Object.values(part).reduce((sum: number, value: unknown) => {
      if (value instanceof Uint32Array) return sum + value.byteLength;
      return typeof value === 'object' && value !== null ? sum + bytes(value) : sum;
    }, 0);
  return bytes(core) + bytes(hierarchy);
}

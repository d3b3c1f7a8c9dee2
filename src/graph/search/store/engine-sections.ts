import {createHash} from 'node:crypto';
import type {Column, Section} from '../../file/layout.ts';
import type {Shortcuts} from '../core/arc-store.ts';
import {type Core, rowsOf} from '../core/core.ts';
import {type Digraph, reverseArcs} from '../core/digraph.ts';
import type {SearchEngine} from '../engine.ts';
import type {Hierarchy} from '../hierarchy/hierarchy.ts';
import {isSound} from './sound.ts';

/** Raised when the meaning of a section changes: engines of another version are built anew. */
const ENGINE_VERSION = 1;

const HIGH = [
  'nodeAt',
  'first',
  'above',
  'upCost',
  'downCost',
  'upArc',
  'downArc',
  'upAlong',
  'downAlong',
] as const satisfies readonly (keyof Hierarchy)[];

const LOW = [
  'coreNode',
  'lowNode',
  'innerArc',
  'end',
  'upCost',
  'upArc',
  'downCost',
  'downArc',
  'shortcutAlong',
] as const satisfies readonly (keyof Core)[];

const INNER = ['firstOut', 'head', 'cost', 'along'] as const;

/**
 * An engine as named sections for a `.gtn` file (`encodeNetwork`), all called `<name>.…`. They say
 * which graph they are of by its hash, so that they are never used on another: neither after a
 * change of speeds or day, nor beside another network.
 */
export function engineSections(engine: SearchEngine, name: string): Section[] {
  const {core, hierarchy} = engine;
  const of = (part: string, columns: Readonly<Record<string, Uint32Array>>): Section[] =>
    Object.entries(columns).map(([key, column]) => ({name: `${name}.${part}.${key}`, column}));
  const pick = <K extends string>(
    keys: readonly K[],
    from: Readonly<Record<K, Uint32Array>>,
  ): Record<string, Uint32Array> => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return [
    {name: `${name}.stamp`, column: stampOf(engine.graph)},
    ...of('core', pick(LOW, core)),
    ...of('inner', pick(INNER, core.inner)),
    ...of('coreShortcuts', {first: core.shortcuts.first, second: core.shortcuts.second}),
    ...of('hierarchy', pick(HIGH, hierarchy)),
    ...of('shortcuts', {first: hierarchy.shortcuts.first, second: hierarchy.shortcuts.second}),
  ];
}

/**
 * The engine stored under a name among a file's columns (`decodeNetworkFile`), its arrays views on
 * them. `null` when there is none, when it is of another version or of another graph, or when it
 * does not hang together: build it anew then.
 */
export function engineFromSections(
  columns: ReadonlyMap<string, Column>,
  name: string,
  graph: Digraph,
): SearchEngine | null {
  const stamp = columns.get(`${name}.stamp`);
  if (stamp === undefined) return null;
  const expected = stampOf(graph);
  if (stamp.length !== expected.length) return null;
  if (!expected.every((word, i) => word === stamp[i])) return null;
  const missing: string[] = [];
  const part = <K extends string>(prefix: string, keys: readonly K[]): Record<K, Uint32Array> =>
    Object.fromEntries(
      keys.map((key) => {
        const column = columns.get(`${name}.${prefix}.${key}`);
        if (column instanceof Uint32Array) return [key, column];
        missing.push(key);
        return [key, new Uint32Array(0)];
      }),
    ) as Record<K, Uint32Array>;
  const shortcuts = (prefix: string, base: number): Shortcuts => ({
    base,
    ...part(prefix, ['first', 'second']),
  });
  const stored = {
    low: part('core', LOW),
    inner: part('inner', INNER),
    lowShortcuts: shortcuts('coreShortcuts', graph.head.length),
    high: part('hierarchy', HIGH),
  };
  const coreArcs = stored.inner.head.length;
  const highShortcuts = shortcuts('shortcuts', coreArcs);
  if (missing.length > 0 || !isSound({...stored, highShortcuts}, graph.nodeCount)) return null;
  const {low, high} = stored;
  const inner = {nodeCount: low.coreNode.length, ...stored.inner};
  const core: Core = {
    nodeCount: graph.nodeCount,
    ...low,
    rowOf: rowsOf(graph.nodeCount, low.coreNode, low.lowNode),
    inner,
    innerReverse: reverseArcs(inner),
    shortcuts: stored.lowShortcuts,
  };
  const rankOf = new Uint32Array(inner.nodeCount);
  for (let rank = 0; rank < rankOf.length; rank++) rankOf[high.nodeAt[rank]!] = rank;
  const hierarchy = {nodeCount: inner.nodeCount, ...high, rankOf, shortcuts: highShortcuts};
  return {graph, core, hierarchy};
}

/** Version and SHA-256 of everything a search depends on; 9 words. */
function stampOf(graph: Digraph): Uint32Array {
  const hash = createHash('sha256');
  const sizes = Uint32Array.of(graph.nodeCount, graph.head.length, graph.along ? 1 : 0);
  for (const column of [sizes, graph.firstOut, graph.head, graph.cost, graph.along]) {
    if (column) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  const digest = new Uint8Array(hash.digest());
  return Uint32Array.of(ENGINE_VERSION, ...new Uint32Array(digest.buffer));
}

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {engineThreads} from '../../../src/app/threads/engine-threads.ts';
import {buildEngine, type SearchEngine} from '../../../src/graph/search/engine.ts';
import {scoreLinks} from '../../../src/graph/search/links/score-links.ts';
import {nodeTerminal} from '../../../src/graph/search/links/terminal.ts';
import {costMatrix} from '../../../src/graph/search/sweep/cost-matrix.ts';
import {manyTrees} from '../../../src/graph/search/sweep/trees.ts';
import {digraph, randomArcs} from '../../graph/engine/random-digraph.ts';
import {startSource} from './start-source.ts';

const start = (data: {readonly engine: SearchEngine}) => startSource('thread.ts', data);

const at = (node: number) => [{node, cost: 0}];
const bytes = (column: Uint32Array | Float64Array | null): string =>
  Buffer.from(new Uint8Array(column?.buffer ?? new ArrayBuffer(0))).toString('base64');

/** Ring roads and spokes with ties, islands and one-ways, large enough for several batches of 16. */
const [list] = fc.sample(randomArcs(60), {numRuns: 1, seed: 11});
const graph = digraph(list!);
const nodes = [...Array(graph.nodeCount).keys()];
const engine = buildEngine(graph);

describe.each([1, 2, 3])('%i threads give the bytes of none', (count) => {
  test('matrix, trees both ways, links', async () => {
    const threads = engineThreads(engine, {count, start});
    try {
      const sources = nodes.flatMap((node) => [at(node), at(node)]);
      const targets = nodes.map(at);
      for (const withAlong of [false, true]) {
        const found = await threads.matrix(sources, targets, {withAlong});
        const expected = costMatrix(engine, sources, targets, {withAlong});
        expect(bytes(found.cost)).toBe(bytes(expected.cost));
        expect(bytes(found.along)).toBe(bytes(expected.along));
      }
      for (const direction of ['out', 'in'] as const) {
        const found = await threads.trees(sources, direction);
        expect(found.map(bytes)).toEqual(manyTrees(engine, direction)(sources).map(bytes));
      }
      const places = nodes.map(nodeTerminal);
      const links = {
        from: Uint32Array.from(nodes),
        to: Uint32Array.from(nodes, (u) => (u * 7 + 3) % nodes.length),
        cost: Uint32Array.from(nodes, (u) => u % 5),
      };
      const weight = new Float64Array(places.length ** 2).map((_, i) => 1 / (1 + i));
      const scores = await threads.scoreLinks(places, links, {weight});
      const expected = scoreLinks(engine, places, links, {weight});
      expect(bytes(scores.saved)).toBe(bytes(expected.saved));
      expect(bytes(scores.shortened)).toBe(bytes(expected.shortened));
      expect(bytes(scores.joined)).toBe(bytes(expected.joined));
      expect(Math.max(...expected.saved)).toBeGreaterThan(0);
    } finally {
      await threads.close();
    }
  });
});

test('nothing to do needs no answer', async () => {
  const threads = engineThreads(engine, {count: 2, start});
  expect(await threads.trees([])).toEqual([]);
  expect((await threads.matrix([], nodes.map(at))).cost).toHaveLength(0);
  await threads.close();
});

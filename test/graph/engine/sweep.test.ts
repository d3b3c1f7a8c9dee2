import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compileKernel, kernelModule} from '../../../scripts/wasm/compile-kernel.ts';
import {FAR} from '../../../src/graph/search/core/digraph.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {costMatrix} from '../../../src/graph/search/sweep/cost-matrix.ts';
import {KERNEL_BASE64} from '../../../src/graph/search/sweep/kernel-bytes.ts';
import {PLAIN_KERNEL} from '../../../src/graph/search/sweep/plain-kernel.ts';
import {manyTrees} from '../../../src/graph/search/sweep/trees.ts';
import {bestKernel, wasmKernel} from '../../../src/graph/search/sweep/wasm-kernel.ts';
import {bruteForce, digraph, graphologyCosts, randomArcs} from './random-digraph.ts';

const wasm = wasmKernel();
const kernels = [PLAIN_KERNEL, ...(wasm ? [wasm] : [])];
const at = (node: number) => [{node, cost: 0}];
const asNull = (cost: number): number | null => (cost === UNREACHED ? null : cost);

test('the bytes of the kernel are those of its source', async () => {
  const bytes = await compileKernel();
  expect(Buffer.from(bytes).toString('base64')).toBe(KERNEL_BASE64);
  expect(kernelModule(bytes)).toContain(KERNEL_BASE64.slice(0, 80));
});

test('this machine has the WebAssembly kernel, and it is the one taken', () => {
  expect(bestKernel().name).toBe('wasm');
});

describe.each(kernels.map((kernel) => [kernel.name, kernel] as const))('%s kernel', (_, kernel) => {
  test('matrix of all nodes with what lies along it is brute force', () => {
    fc.assert(
      fc.property(randomArcs(), fc.boolean(), (list, keepAll) => {
        const nodes = [...Array(list.nodeCount).keys()];
        const engine = buildEngine(digraph(list), keepAll ? nodes : []);
        const expected = nodes.map((s) => bruteForce(list, s));
        const all = nodes.map(at);
        const found = costMatrix(engine, all, all, {kernel, withAlong: true});
        const costs = expected.flat().map((least) => least?.cost ?? null);
        expect([...found.cost].map(asNull)).toEqual(costs);
        expect([...found.along!]).toEqual(expected.flat().map((least) => least?.along ?? 0));
        const plain = costMatrix(engine, all, all, {kernel});
        expect(plain.cost).toEqual(found.cost);
        expect(plain.along).toBeNull();
      }),
      {numRuns: 200},
    );
  });

  test('matrix of a few sources and targets, either more, with several seeds each', () => {
    const ends = fc.array(
      fc.array(fc.tuple(fc.nat(13), fc.oneof(fc.constant(0), fc.nat(300))), {maxLength: 3}),
      {maxLength: 20},
    );
    fc.assert(
      fc.property(randomArcs(), ends, ends, (list, a, b) => {
        const seeds = (picks: [number, number][]) =>
          picks.map(([u, cost]) => ({node: u % list.nodeCount, cost}));
        const [sources, targets] = [a.map(seeds), b.map(seeds)];
        const trees = [...Array(list.nodeCount).keys()].map((s) => bruteForce(list, s));
        const expected = sources.flatMap((from) =>
          targets.map((to) => {
            const ways = from.flatMap((s) =>
              to.map((t) => s.cost + (trees[s.node]![t.node]?.cost ?? Infinity) + t.cost),
            );
            const least = Math.min(...ways);
            return least === Infinity ? null : least;
          }),
        );
        const found = costMatrix(buildEngine(digraph(list)), sources, targets, {kernel});
        expect([...found.cost].map(asNull)).toEqual(expected);
      }),
      {numRuns: 200},
    );
  });

  test('many trees, out and in, agree with graphology', () => {
    fc.assert(
      fc.property(randomArcs(), fc.array(fc.nat(13), {maxLength: 20}), (list, picks) => {
        const sources = picks.map((u) => u % list.nodeCount);
        const engine = buildEngine(digraph(list));
        const turned = {...list, arcs: list.arcs.map(([u, v, c, l]) => [v, u, c, l] as const)};
        for (const [direction, arcs] of [
          ['out', list],
          ['in', turned],
        ] as const) {
          const search = manyTrees(engine, direction, kernel);
          for (let again = 0; again < 2; again++) {
            const trees = search(sources.map(at));
            const expected = sources.map((s) => graphologyCosts(arcs, s));
            expect(trees.map((tree) => [...tree].map(asNull))).toEqual(expected);
          }
        }
      }),
      {numRuns: 60},
    );
  });

  test('costs up to FAR − 1 are ways, sums beyond are none', () => {
    const most = FAR - 1;
    const arcs = [
      [0, 1, most, 1],
      [1, 2, 1, 1],
      [2, 3, most, 1],
      [3, 0, 0, 1],
    ] as const;
    const engine = buildEngine(digraph({nodeCount: 4, arcs}), [0, 1, 2, 3]);
    const all = [0, 1, 2, 3].map(at);
    const {cost} = costMatrix(engine, all, all, {kernel});
    const no = UNREACHED;
    expect([...cost]).toEqual([0, most, no, no, no, 0, 1, no, most, no, 0, most, 0, most, no, 0]);
  });
});

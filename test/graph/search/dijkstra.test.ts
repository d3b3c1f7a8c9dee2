import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CompiledNetwork, compileNetwork} from '../../../src/graph/compile.ts';
import type {Network} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {growTree, NO_ARC, treePath, UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {leastCosts, leastCostsByRounds, turnedRound, wholeArcs} from '../../support/oracle.ts';
import {randomNetwork} from '../../support/random-network.ts';

const compile = (network: Network): CompiledNetwork =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});

/** Costs in the tree as the oracle writes them: by node row, unreached nodes left out. */
function costsOf(cost: Uint32Array): Map<string, number> {
  const reached = [...cost].map((c, node) => [`${node}`, c] as const);
  return new Map(reached.filter(([, c]) => c !== UNREACHED));
}

/** The oracle lists names in the order it met them, we by row. */
const sorted = (costs: Map<string, number>): [string, number][] =>
  [...costs].sort(([a], [b]) => Number(a) - Number(b));

const weight = fc.constantFrom('time' as const, 'length' as const);
const direction = fc.constantFrom('out' as const, 'in' as const);
const network = randomNetwork({obstacles: true});

describe('growTree', () => {
  test('agrees with graphology and with Bellman and Ford on any network', () => {
    fc.assert(
      fc.property(network, fc.nat(), weight, direction, (net, at, w, way) => {
        const source = at % net.nodes.count;
        const {cost} = growTree(compile(net), [{node: source, cost: 0}], {
          weight: w,
          direction: way,
        });
        const arcs = way === 'out' ? wholeArcs(net, w) : turnedRound(wholeArcs(net, w));
        const byGraphology = sorted(leastCosts(arcs, `${source}`));
        expect(sorted(costsOf(cost))).toEqual(byGraphology);
        expect(sorted(leastCostsByRounds(arcs, `${source}`))).toEqual(byGraphology);
      }),
      {numRuns: 400},
    );
  });

  test('from several seeds is the least over the seeds, each with its own cost', () => {
    const seeds = fc.array(fc.tuple(fc.nat(), fc.nat(200_000)), {maxLength: 4});
    fc.assert(
      fc.property(network, seeds, (net, drawn) => {
        const starts = drawn.map(([at, cost]) => ({node: at % net.nodes.count, cost}));
        const {cost} = growTree(compile(net), starts);
        const joined = [
          ...wholeArcs(net, 'time'),
          ...starts.map((s) => ({from: 'start', to: `${s.node}`, cost: s.cost})),
        ];
        const expected = leastCosts(joined, 'start');
        expected.delete('start');
        expect(sorted(costsOf(cost))).toEqual(sorted(expected));
      }),
    );
  });

  test('with a maximum cost reaches what lies within it, the last millisecond included', () => {
    fc.assert(
      fc.property(network, fc.nat(), fc.nat(), fc.boolean(), weight, (net, at, pick, less, w) => {
        const source = at % net.nodes.count;
        const exact = leastCosts(wholeArcs(net, w), `${source}`);
        const costs = [...exact.values()];
        const maxCost = Math.max(0, costs[pick % costs.length]! - (less ? 1 : 0));
        const {cost} = growTree(compile(net), [{node: source, cost: 0}], {weight: w, maxCost});
        const within = [...exact].filter(([, c]) => c <= maxCost);
        expect(sorted(costsOf(cost))).toEqual(sorted(new Map(within)));
      }),
      {numRuns: 300},
    );
  });

  test('with targets is exact at the targets and never too low elsewhere', () => {
    const targets = fc.array(fc.nat(), {minLength: 1, maxLength: 3});
    fc.assert(
      fc.property(network, fc.nat(), targets, (net, at, drawn) => {
        const source = at % net.nodes.count;
        const wanted = drawn.map((t) => t % net.nodes.count);
        const {cost} = growTree(compile(net), [{node: source, cost: 0}], {targets: wanted});
        const exact = leastCosts(wholeArcs(net, 'time'), `${source}`);
        for (const t of wanted) expect(cost[t]).toBe(exact.get(`${t}`) ?? UNREACHED);
        cost.forEach((c, node) => {
          expect(c).toBeGreaterThanOrEqual(exact.get(`${node}`) ?? UNREACHED);
        });
      }),
    );
  });

  test('stops once its targets are settled', () => {
    const {network: net, at} = asciiNetwork('A--B--C--D');
    const tree = growTree(compile(net), [{node: at('A'), cost: 0}], {targets: [at('B')]});
    expect(tree.cost[at('B')]).toBeLessThan(UNREACHED);
    expect(tree.cost[at('D')]).toBe(UNREACHED);
  });

  test('without seeds reaches nothing', () => {
    const {network: net} = asciiNetwork('A--B');
    const {cost, parentArc} = growTree(compile(net), []);
    expect([...cost]).toEqual([UNREACHED, UNREACHED]);
    expect([...parentArc]).toEqual([NO_ARC, NO_ARC]);
  });

  test('leaves a node unreached that lies more than 49 days away, instead of wrapping round', () => {
    const builder = new NetworkBuilder();
    for (let i = 0; i < 4; i++) builder.addNode(119 + i, 28);
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const) {
      builder.addEdge({from, to, class: 'track', lengthM: 1_000_000, maxspeedKph: 2});
    }
    // 1000 km at 2 km/h = 500 h = 1.8·10⁹ ms: two fit below 2³² ≈ 4.29·10⁹, three do not.
    const {cost} = growTree(compile(builder.finish()), [{node: 0, cost: 0}]);
    expect([...cost]).toEqual([0, 1_800_000_000, 3_600_000_000, UNREACHED]);
  });

  test('gives the same tree every time', () => {
    fc.assert(
      fc.property(network, fc.nat(), (net, at) => {
        const seeds = [{node: at % net.nodes.count, cost: 0}];
        const first = growTree(compile(net), seeds);
        const again = growTree(compile(net), seeds);
        expect([...again.parentArc]).toEqual([...first.parentArc]);
        expect([...again.cost]).toEqual([...first.cost]);
      }),
    );
  });
});

describe('treePath', () => {
  test('is contiguous from the seed to the node and costs what the tree says', () => {
    fc.assert(
      fc.property(network, fc.nat(), weight, direction, (net, at, w, way) => {
        const source = at % net.nodes.count;
        const compiled = compile(net);
        const tree = growTree(compiled, [{node: source, cost: 0}], {weight: w, direction: way});
        const column = w === 'time' ? compiled.timeMs : compiled.lengthCm;
        for (let node = 0; node < compiled.nodeCount; node++) {
          const arcs = treePath(compiled, tree, node);
          if (node === source || tree.cost[node] === UNREACHED) {
            expect(arcs).toEqual([]);
            continue;
          }
          const [start, end] = way === 'out' ? [source, node] : [node, source];
          expect(compiled.tail[arcs[0]!]).toBe(start);
          expect(compiled.head[arcs.at(-1)!]).toBe(end);
          for (let i = 1; i < arcs.length; i++) {
            expect(compiled.tail[arcs[i]!]).toBe(compiled.head[arcs[i - 1]!]);
          }
          expect(arcs.reduce((sum, a) => sum + column[a]!, 0)).toBe(tree.cost[node]);
        }
      }),
    );
  });

  test('takes the cheaper of two parallel roads', () => {
    const builder = new NetworkBuilder();
    builder.addNode(119, 28);
    builder.addNode(119.1, 28);
    const slow = builder.addEdge({from: 0, to: 1, class: 'track', lengthM: 9000});
    const fast = builder.addEdge({from: 0, to: 1, class: 'trunk', lengthM: 12_000});
    const net = compile(builder.finish());
    const by = (w: 'time' | 'length'): number[] => {
      const tree = growTree(net, [{node: 0, cost: 0}], {weight: w});
      return treePath(net, tree, 1).map((a) => net.edgeOf[a]!);
    };
    expect([by('time'), by('length')]).toEqual([[fast], [slow]]);
  });
});

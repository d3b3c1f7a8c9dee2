import fc from 'fast-check';
import {expect, test} from 'vitest';
import {NetworkWays} from '../../../src/analysis/dead-ends/network-way.ts';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {growTree, UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {CHINA_CAR} from '../../../src/graph/speed.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';

const compiled = (network: Parameters<typeof compileNetwork>[0]) =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});

test('searches from both ends cost what one plain Dijkstra does, call after call', () => {
  const edge = fc.record({
    from: fc.nat(11),
    to: fc.nat(11),
    lengthM: fc.integer({min: 1, max: 5000}),
    oneway: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(edge, {maxLength: 30}), (edges) => {
      const builder = new NetworkBuilder();
      for (let n = 0; n < 12; n++) builder.addNode(119 + n / 100, 28);
      for (const one of edges) builder.addEdge({...one, class: 'secondary'});
      const net = compiled(builder.finish());
      const ways = new NetworkWays(net);
      for (const weight of ['length', 'time'] as const) {
        for (const from of [0, 5]) {
          const {cost} = growTree(net, [{node: from, cost: 0}], {weight});
          for (let to = 0; to < 12; to++) {
            const plain = cost[to] === UNREACHED ? null : cost[to];
            expect(ways.cost({nodes: [from]}, {nodes: [to]}, weight)).toBe(plain);
          }
        }
      }
    }),
    {numRuns: 60},
  );
});

test('from and to points along edges, against one way only where the other is shut', () => {
  const {network} = asciiNetwork('A----B----C', {edges: {BC: {oneway: true}}});
  const ways = new NetworkWays(compiled(network));
  const along = (edge: number, km: number) => ({edge, alongM: km * 1000});
  // Edge rows follow the strokes: A–B, B–C, of five cells each.
  expect(ways.cost(along(0, 1), along(1, 2), 'length')! / 100_000).toBeCloseTo(6, 3);
  expect(ways.cost(along(1, 2), along(0, 1), 'length')).toBeNull();
  expect(ways.between(along(1, 2), along(0, 1))!.networkM / 1000).toBeCloseTo(6, 3);
  const {network: apart} = asciiNetwork('A--B  C--D');
  expect(new NetworkWays(compiled(apart)).between({nodes: [0]}, {nodes: [3]})).toBeNull();
});

test('two points of one edge: straight along it, unless that is against one way', () => {
  // A ring of 5 + 3 + 5 + 3 cells in two edges: the long one goes round by C and D.
  const map = `
    A----B
    |    |
    |    |
    +----+
  `;
  const way = (oneway: boolean, from: number, to: number) => {
    const {network} = asciiNetwork(map, {default: {oneway}});
    const long = network.edges.lengthM.findIndex((m) => m > 6000);
    const at = (km: number) => ({edge: long, alongM: km * 1000});
    const cm = new NetworkWays(compiled(network)).cost(at(from), at(to), 'length');
    return cm === null ? null : cm / 100_000;
  };
  expect(way(false, 2, 9)).toBeCloseTo(7, 2);
  expect(way(false, 9, 2)).toBeCloseTo(7, 2);
  // Nearer round the other way: 1 km back, A–B of 5, 1 km on.
  expect(way(false, 1, 10)).toBeCloseTo(7, 2);
  expect(way(false, 4, 4)).toBe(0);
  // Both edges lead from A to B: what lies behind is out of reach.
  expect(way(true, 2, 9)).toBeCloseTo(7, 2);
  expect(way(true, 9, 2)).toBeNull();
});

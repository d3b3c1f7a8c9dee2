import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  type CompiledNetwork,
  type CompileOptions,
  compileNetwork,
} from '../../src/graph/compile.ts';
import {growTree, UNREACHED} from '../../src/graph/search/dijkstra.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {type AsciiNetwork, asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {directions, edgeCost} from '../support/oracle.ts';
import {randomNetwork} from '../support/random-network.ts';

const ROAD: CompileOptions = {mode: 'road', asOf: null, profile: FREE_FLOW};

const compile = (map: AsciiNetwork, options: Partial<CompileOptions> = {}): CompiledNetwork =>
  compileNetwork(map.network, {...ROAD, ...options});

/** Arcs as pairs of letters. */
function arcs(map: AsciiNetwork, options: Partial<CompileOptions> = {}): string[] {
  const net = compile(map, options);
  const letters = [...'ABCDEFGH'].filter((l) => {
    try {
      return map.at(l) >= 0;
    } catch {
      return false;
    }
  });
  const name = (node: number): string => letters.find((l) => map.at(l) === node)!;
  return [...net.tail].map((tail, a) => name(tail) + name(net.head[a]!)).sort();
}

describe('compileNetwork', () => {
  test('makes an arc for each direction that may be travelled', () => {
    const map = asciiNetwork('A--B--C', {edges: {CB: {oneway: true}}});
    expect(arcs(map)).toEqual(['AB', 'BA', 'CB']);
  });

  test('lets one drive up to a closed barrier and not through', () => {
    const map = asciiNetwork('A--B--C', {flags: {B: NODE_FLAG.barrier}});
    expect(arcs(map)).toEqual(['AB', 'CB']);
  });

  test('does not stop trains at a barrier for cars', () => {
    const map = asciiNetwork('A--B--C', {
      default: {class: 'rail'},
      flags: {B: NODE_FLAG.barrier},
    });
    expect(arcs(map, {mode: 'rail'})).toEqual(['AB', 'BA', 'BC', 'CB']);
  });

  test('runs tracks in both directions', () => {
    const map = asciiNetwork('A--B', {default: {class: 'rail', oneway: true}});
    expect(arcs(map, {mode: 'rail'})).toEqual(['AB', 'BA']);
  });

  test('leaves out private and forbidden roads, keeps those for residents of a place', () => {
    const map = asciiNetwork('A--B--C--D--E', {
      edges: {BC: {access: 'private'}, CD: {access: 'no'}, DE: {access: 'destination'}},
    });
    expect(arcs(map)).toEqual(['AB', 'BA', 'DE', 'ED']);
  });

  test('keeps roads and ferries apart from railways', () => {
    const map = asciiNetwork('A--B--C--D', {
      edges: {AB: {class: 'track'}, BC: {class: 'ferry'}, CD: {class: 'rail'}},
    });
    expect(arcs(map)).toEqual(['AB', 'BA', 'BC', 'CB']);
    expect(arcs(map, {mode: 'rail'})).toEqual(['CD', 'DC']);
  });

  test('leaves dormant roads asleep until their day', () => {
    const map = asciiNetwork('A--B--C', {
      edges: {
        AB: {openedOn: 20_160_101},
        BC: {status: 'construction', openedOn: 20_201_222},
      },
    });
    expect(arcs(map)).toEqual(['AB', 'BA']);
    expect(arcs(map, {asOf: 20_151_231})).toEqual([]);
    expect(arcs(map, {asOf: 20_201_221})).toEqual(['AB', 'BA']);
    expect(arcs(map, {asOf: 20_201_222})).toEqual(['AB', 'BA', 'BC', 'CB']);
  });

  test('takes the tagged time of a ferry, whatever its length', () => {
    const map = asciiNetwork('A--B', {
      default: {class: 'ferry', durationS: 1800, lengthM: 12_345.678},
    });
    const net = compile(map);
    expect([...net.timeMs]).toEqual([1_800_000, 1_800_000]);
    expect([...net.lengthCm]).toEqual([1_234_568, 1_234_568]);
  });

  test('never makes an endless crossing a quick one', () => {
    // 50 days are 4.32·10⁹ ms, more than 32 bits hold; so is a way of 50,000 km in centimetres.
    const map = asciiNetwork('A--B', {
      default: {class: 'ferry', durationS: 50 * 86_400, lengthM: 5e7, oneway: true},
    });
    const net = compile(map);
    expect([net.timeMs[0], net.lengthCm[0]]).toEqual([0xffff_ffff, 0xffff_ffff]);
    const {cost} = growTree(net, [{node: map.at('A'), cost: 0}]);
    expect(cost[map.at('B')]).toBe(UNREACHED);
  });

  test('is consistent on any network: rows by tail and by head, costs and edges of every arc', () => {
    fc.assert(
      fc.property(randomNetwork({obstacles: true}), (network) => {
        const net = compileNetwork(network, ROAD);
        const expected: string[] = [];
        for (let e = 0; e < network.edges.count; e++) {
          for (const [u, v] of directions(network, e)) {
            const costs = [edgeCost(network, e, 'time'), edgeCost(network, e, 'length')];
            expected.push([u, v, e, ...costs].join(' '));
          }
        }
        const found = [...net.tail].map((u, a) =>
          [u, net.head[a], net.edgeOf[a], net.timeMs[a], net.lengthCm[a]].join(' '),
        );
        expect(found.sort()).toEqual(expected.sort());
        expect([net.firstOut.at(-1), net.firstIn.at(-1)]).toEqual([net.arcCount, net.arcCount]);
        for (let u = 0; u < net.nodeCount; u++) {
          const out = net.tail.subarray(net.firstOut[u], net.firstOut[u + 1]);
          const into = net.inArc.subarray(net.firstIn[u], net.firstIn[u + 1]);
          expect([...out].every((tail) => tail === u)).toBe(true);
          expect([...into].every((a) => net.head[a] === u)).toBe(true);
        }
        expect([...net.inArc].sort((a, b) => a - b)).toEqual([...net.inArc.keys()]);
        [...net.forward].forEach((forward, a) => {
          const {from, to} = network.edges;
          const e = net.edgeOf[a]!;
          const ends = forward === 1 ? [from[e], to[e]] : [to[e], from[e]];
          expect([net.tail[a], net.head[a]]).toEqual(ends);
        });
      }),
    );
  });

  test('of a network without edges has no arcs', () => {
    const net = compile(asciiNetwork('A  B'));
    expect([net.nodeCount, net.arcCount, [...net.firstOut]]).toEqual([2, 0, [0, 0, 0]]);
  });
});

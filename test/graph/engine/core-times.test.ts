import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {buildCore} from '../../../src/graph/search/core/core.ts';
import {digraphOf} from '../../../src/graph/search/core/digraph.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {coreTimes, costsBetween} from '../../../src/graph/search/links/core-times.ts';
import {snapTerminal} from '../../../src/graph/search/links/snap-terminal.ts';
import {
  endOf,
  engineTimes,
  type Point,
  type SnapGraph,
} from '../../../src/graph/search/links/snap-times.ts';
import {roadTravel} from '../../../src/graph/search/travel.ts';
import type {Snap} from '../../../src/graph/snap.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {randomNetwork, randomSnap} from '../../support/random-network.ts';

/** Networks with loops, one-ways, islands, ties; points on edges, some of them joined to nothing. */
const drawn = randomNetwork({maxNodes: 12, maxEdges: 24}).chain((network) => {
  const points = (maxLength: number): fc.Arbitrary<Point[]> =>
    fc.array(fc.option(randomSnap(network.edges.count), {freq: 8}), {maxLength});
  return fc.record({network: fc.constant(network), places: points(6), more: points(4)});
});

function opened(network: Parameters<typeof compileNetwork>[0]) {
  const net = compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});
  const graph = digraphOf(net, 'time');
  const snapGraph: SnapGraph = {net, terminal: (snap) => snapTerminal(net, snap, 'time')};
  return {
    net,
    byCore: coreTimes(snapGraph, buildCore(graph)),
    byEngine: engineTimes(snapGraph, buildEngine(graph)),
  };
}

describe('times by searches over the core', () => {
  test('are those of the engine and of plain searches, also when more points come later', () => {
    fc.assert(
      fc.property(drawn, ({network, places, more}) => {
        const {net, byCore, byEngine} = opened(network);
        for (const points of [places, [...places, ...more], more]) {
          const found = byCore.times(points, points);
          expect(found).toEqual(byEngine.times(points, points));
          const plain = points.flatMap((from) => {
            const times = from && roadTravel(net).from([{snap: from, cost: 0}]);
            return points.map((to) => (times && to && times.to(to)) ?? UNREACHED);
          });
          expect([...found.cost]).toEqual(plain);
        }
        expect(byCore.times(places, more)).toEqual(byEngine.times(places, more));
      }),
      {numRuns: 400},
    );
  });

  test('found elsewhere and taken over are the same, with nothing left to search for', () => {
    fc.assert(
      fc.property(drawn, ({network, places}) => {
        const {net, byCore, byEngine} = opened(network);
        const graph: SnapGraph = {net, terminal: (snap) => snapTerminal(net, snap, 'time')};
        const core = buildCore(digraphOf(net, 'time'));
        byCore.learn(places, costsBetween(core, places.map(endOf(graph))));
        expect([...byCore.searches(places, places)]).toEqual([]);
        expect(byCore.times(places, places)).toEqual(byEngine.times(places, places));
      }),
      {numRuns: 200},
    );
  });

  test('trees too', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom('out' as const, 'in' as const), (c, direction) => {
        const {net, byCore, byEngine} = opened(c.network);
        const seeds = c.places.flatMap((snap) =>
          snap === null ? [] : snapTerminal(net, snap, 'time')[direction],
        );
        const tree = byCore.tree(seeds, {direction});
        expect(tree).toEqual(byEngine.tree(seeds, {direction}));
      }),
      {numRuns: 200},
    );
  });

  test('one search for each of many points, two for each that comes later, none for what is known', () => {
    const snaps = fc.sample(drawn, 200).find(({places}) => places.filter(Boolean).length >= 4)!;
    const {byCore} = opened(snaps.network);
    const places = snaps.places.filter((point): point is Snap => point !== null);
    const [late, ...first] = places;
    const count = (points: readonly Point[]) => [...byCore.searches(points, points)].length;
    expect(count(first)).toBe(first.length);
    expect(count(places)).toBe(2);
    expect(count([late!, null, ...first])).toBe(0);
  });

  test('a walk through the searches that is broken off loses nothing of what was found', () => {
    const snaps = fc.sample(drawn, 200).find(({places}) => places.filter(Boolean).length >= 4)!;
    const {byCore} = opened(snaps.network);
    const points = snaps.places.filter((point) => point !== null);
    for (const _ of byCore.searches(points, points)) break;
    expect([...byCore.searches(points, points)]).toHaveLength(points.length - 1);
  });
});

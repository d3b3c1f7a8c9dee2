import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {digraphOf} from '../../../src/graph/search/core/digraph.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {snapWays} from '../../../src/graph/search/links/snap-ways.ts';
import {snapMatrix, snapWhatIf} from '../../../src/graph/search/links/snapped.ts';
import {roadTravel} from '../../../src/graph/search/travel.ts';
import {costTo, growSnapTree, pathTo, type TripPiece} from '../../../src/graph/search/trip.ts';
import {whatIf} from '../../../src/graph/search/what-if.ts';

import {FREE_FLOW} from '../../support/free-flow.ts';
import {edgeCost} from '../../support/oracle.ts';
import {randomNetwork, randomSnap} from '../../support/random-network.ts';

const weight = fc.constantFrom<('time' | 'length')[]>('time', 'length');

const drawn = randomNetwork({maxNodes: 10, maxEdges: 20}).chain((network) =>
  fc.record({
    network: fc.constant(network),
    snaps: fc.array(randomSnap(network.edges.count), {minLength: 1, maxLength: 6}),
  }),
);

const asNull = (cost: number): number | null => (cost === UNREACHED ? null : cost);

describe('the engine between snapped places', () => {
  test('matrix: the costs of a plain search, and what lies along is that of the ways', () => {
    fc.assert(
      fc.property(drawn, weight, ({network, snaps}, w) => {
        const net = compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});
        const engine = buildEngine(digraphOf(net, w));
        const {cost, along} = snapMatrix(engine, net, w, snaps, snaps, {withAlong: true});
        const expected = snaps.flatMap((from) => {
          const tree = growSnapTree(net, [{snap: from, cost: 0}], {weight: w});
          return snaps.map((to) => costTo(net, tree, to));
        });
        expect([...cost].map(asNull)).toEqual(expected);
        const ways = snapWays(engine, net, w);
        const other = w === 'time' ? 'length' : 'time';
        const sum = (pieces: readonly TripPiece[], of: 'time' | 'length'): number =>
          pieces.reduce((total, {edge, fromShare, toShare}) => {
            const whole = edgeCost(network, edge, of);
            return total + Math.abs(Math.round(whole * toShare) - Math.round(whole * fromShare));
          }, 0);
        snaps.forEach((from, i) => {
          snaps.forEach((to, j) => {
            const way = ways(from, to);
            const at = i * snaps.length + j;
            expect(way?.cost ?? null).toBe(expected[at]);
            const plain = pathTo(net, growSnapTree(net, [{snap: from, cost: 0}], {weight: w}), to);
            expect(plain?.cost ?? null).toBe(expected[at]);
            if (!way || !plain) return;
            expect(sum(plain.pieces, other)).toBe(along![at]);
            expect(sum(way.pieces, w)).toBe(way.cost);
            expect(sum(way.pieces, other)).toBe(along![at]);
          });
        });
      }),
      {numRuns: 400},
    );
  });

  test('projects: the times and trees of the what-if on searches', () => {
    const withServices = drawn.chain(({network, snaps}) =>
      fc.record({
        network: fc.constant(network),
        snaps: fc.constant(snaps),
        services: fc.array(
          fc.array(randomSnap(network.edges.count), {minLength: 2, maxLength: 4}).chain((stops) =>
            fc.record({
              stops: fc.constant(stops),
              rideMs: fc.array(
                fc.array(fc.option(fc.nat(400_000)), {
                  minLength: stops.length,
                  maxLength: stops.length,
                }),
                {minLength: stops.length, maxLength: stops.length},
              ),
            }),
          ),
          {maxLength: 3},
        ),
      }),
    );
    fc.assert(
      fc.property(withServices, fc.nat(1_000_000), ({network, snaps, services}, bound) => {
        const net = compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});
        const engine = buildEngine(digraphOf(net, 'time'));
        const found = snapWhatIf(engine, net, snaps, services);
        const travel = whatIf(roadTravel(net), services);
        const expected = snaps.map((snap) => travel.from([{snap, cost: 0}]));
        const table = expected.flatMap((times) => snaps.map((to) => times.to(to)));
        expect([...found.after.cost].map(asNull)).toEqual(table);
        snaps.forEach((_, place) => {
          const tree = expected[place]!.nodeMs();
          expect(found.treeFrom(place)).toEqual(tree);
          const within = tree.map((ms) => (ms <= bound ? ms : UNREACHED));
          expect(found.treeFrom(place, bound)).toEqual(within);
        });
      }),
      {numRuns: 300},
    );
  });
});

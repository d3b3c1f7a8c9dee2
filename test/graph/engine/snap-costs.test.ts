import fc from 'fast-check';
import {expect, test} from 'vitest';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {snapCosts} from '../../../src/graph/search/snap-costs.ts';
import {costTo, growSnapTree} from '../../../src/graph/search/trip.ts';
import {CHINA_CAR} from '../../../src/graph/speed.ts';
import {randomNetwork, randomSnap} from '../../support/random-network.ts';

test('times over the core are those of the plain search, at nodes and on edges', () => {
  const drawn = randomNetwork({maxNodes: 12, maxEdges: 24}).chain((network) =>
    fc.record({
      network: fc.constant(network),
      snaps: fc.array(randomSnap(network.edges.count), {minLength: 1, maxLength: 4}),
      cost: fc.nat(100_000),
    }),
  );
  fc.assert(
    fc.property(drawn, ({network, snaps, cost}) => {
      const net = compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});
      const starts = snaps.slice(0, 2).map((snap, i) => ({snap, cost: i * cost}));
      const plain = growSnapTree(net, starts);
      const search = snapCosts(net, undefined, 0);
      for (let again = 0; again < 2; again++) {
        const found = search(starts);
        expect(found.tree.cost).toEqual(plain.tree.cost);
        const times = snaps.map((snap) => costTo(net, found, snap));
        expect(times).toEqual(snaps.map((snap) => costTo(net, plain, snap)));
      }
    }),
    {numRuns: 300},
  );
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compileNetwork} from '../../src/graph/compile.ts';
import {reversedNetwork} from '../../src/graph/reversed.ts';
import {roadTravel} from '../../src/graph/search/travel.ts';
import {turnedService, whatIf} from '../../src/graph/search/what-if.ts';
import {CHINA_CAR} from '../../src/graph/speed.ts';
import {randomNetwork, randomSnap} from '../support/random-network.ts';

const compiled = (network: Parameters<typeof compileNetwork>[0]) =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});

describe('a network turned round', () => {
  test('times to a place are times from it in the turned network, closed barriers included', () => {
    fc.assert(
      fc.property(
        randomNetwork({obstacles: true}).chain((network) =>
          fc.tuple(
            fc.constant(network),
            randomSnap(network.edges.count),
            randomSnap(network.edges.count),
          ),
        ),
        ([network, a, b]) => {
          const net = compiled(network);
          const searched = new Set(net.edgeOf);
          fc.pre([...a.points, ...b.points].every((p) => searched.has(p.edge)));
          const there = roadTravel(net)
            .from([{snap: a, cost: 0}])
            .to(b);
          const turned = roadTravel(reversedNetwork(net)).from([{snap: b, cost: 0}]);
          expect(turned.to(a)).toBe(there);
        },
      ),
      {numRuns: 300},
    );
  });

  test('turned twice it is the same network', () => {
    fc.assert(
      fc.property(randomNetwork({obstacles: true}), (network) => {
        const net = compiled(network);
        const twice = reversedNetwork(reversedNetwork(net));
        const arcs = (n: typeof net): string[] =>
          [...n.tail.keys()]
            .map((a) => [n.tail[a], n.head[a], n.timeMs[a], n.edgeOf[a], n.forward[a]].join())
            .sort();
        expect(arcs(twice)).toEqual(arcs(net));
      }),
      {numRuns: 100},
    );
  });

  test('a service with times of its own each way is turned with the roads', () => {
    fc.assert(
      fc.property(
        randomNetwork().chain((network) => {
          const snap = randomSnap(network.edges.count);
          const ride = fc.option(fc.integer({min: 0, max: 100_000}), {nil: null});
          return fc.tuple(
            fc.constant(network),
            fc.tuple(snap, snap, snap, snap),
            fc.tuple(ride, ride),
          );
        }),
        ([network, [a, b, p, q], [pq, qp]]) => {
          const net = compiled(network);
          const service = {
            stops: [p, q],
            rideMs: [
              [null, pq],
              [qp, null],
            ],
          };
          const there = whatIf(roadTravel(net), [service])
            .from([{snap: a, cost: 0}])
            .to(b);
          const turned = whatIf(roadTravel(reversedNetwork(net)), [turnedService(service)]);
          expect(turned.from([{snap: b, cost: 0}]).to(a)).toBe(there);
        },
      ),
      {numRuns: 300},
    );
  });
});

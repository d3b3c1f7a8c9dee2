import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Baseline} from '../../src/analysis/score/baseline.ts';
import {withService} from '../../src/analysis/score/project-set.ts';
import {afterService, projectTables, rideTable} from '../../src/analysis/score/project-tables.ts';
import {type CompiledNetwork, compileNetwork} from '../../src/graph/compile.ts';
import type {Network} from '../../src/graph/network.ts';
import {digraphOf} from '../../src/graph/search/core/digraph.ts';
import {UNREACHED} from '../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../src/graph/search/engine.ts';
import type {CostTable} from '../../src/graph/search/links/closure.ts';
import {snapTerminal} from '../../src/graph/search/links/snap-terminal.ts';
import {engineTimes} from '../../src/graph/search/links/snap-times.ts';
import {roadTravel} from '../../src/graph/search/travel.ts';
import type {PlannedService} from '../../src/graph/search/what-if.ts';
import type {Snap} from '../../src/graph/snap.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {cutArcs, leastCosts, serviceArcs, snapArcs} from '../support/oracle.ts';
import {randomNetwork, randomSnap} from '../support/random-network.ts';
import {travelBaseline} from '../support/travel-baseline.ts';

interface Case {
  readonly network: Network;
  readonly places: readonly Snap[];
  readonly services: readonly PlannedService[];
}

const compile = (network: Network): CompiledNetwork =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});

const baselineOf = ({network}: Case): Baseline => {
  const net = compile(network);
  const terminal = (snap: Snap) => snapTerminal(net, snap, 'time');
  return engineTimes({net, terminal}, buildEngine(digraphOf(net, 'time')));
};

/** A service of up to four stops; some pairs are not served, rides are often quicker than the roads. */
const service = (edgeCount: number, maxPoints = 2): fc.Arbitrary<PlannedService> =>
  fc.array(randomSnap(edgeCount, maxPoints), {maxLength: 4}).chain((stops) => {
    const ride = fc.option(fc.oneof(fc.nat(20_000), fc.nat(1_000_000)), {nil: null, freq: 4});
    const row = fc.array(ride, {minLength: stops.length, maxLength: stops.length});
    return fc.array(row, {minLength: stops.length, maxLength: stops.length}).map((rideMs) => ({
      stops,
      rideMs: rideMs.map((own, i) => own.map((ms, j) => (i === j ? null : ms))),
    }));
  });

const caseOf = (maxPoints?: number): fc.Arbitrary<Case> =>
  randomNetwork().chain((network) =>
    fc.record({
      network: fc.constant(network),
      places: fc.array(randomSnap(network.edges.count), {minLength: 2, maxLength: 4}),
      services: fc.array(service(network.edges.count, maxPoints), {minLength: 1, maxLength: 3}),
    }),
  );

const anyCase = caseOf();

/** Times between places on the network built anew, by graphology. */
function rebuilt({network, places, services}: Case): number[] {
  const snaps = [...places, ...services.flatMap(({stops}) => stops)];
  const arcs = [
    ...cutArcs(
      network,
      'time',
      snaps.flatMap(({points}) => points),
    ),
    ...places.flatMap((snap, i) => [
      ...snapArcs(`from ${i}`, snap, 'out'),
      ...snapArcs(`to ${i}`, snap, 'in'),
    ]),
    ...services.flatMap(serviceArcs),
  ];
  return places.flatMap((_, i) => {
    const least = leastCosts(arcs, `from ${i}`);
    return places.map((_to, j) => least.get(`to ${j}`) ?? UNREACHED);
  });
}

/** Times between places with a set of services, one put on top of the other. */
function withSet(c: Case, baseline: Baseline = baselineOf(c)): number[] {
  const {places, services} = c;
  const points = [...places, ...services.flatMap(({stops}) => stops)];
  let times: CostTable = baseline.times(points, points);
  let first = places.length;
  for (const one of services) {
    times = withService(
      times,
      one.stops.map((_, i) => first + i),
      rideTable(one),
    );
    first += one.stops.length;
  }
  return places.flatMap((_, i) => places.map((_to, j) => times.cost[i * points.length + j]!));
}

describe('scoring', () => {
  test('of each project alone is a rebuild with Dijkstra, to the millisecond', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const tables = projectTables(baselineOf(c), c.places, c.services);
        c.services.forEach((one, k) => {
          const after = afterService(tables.before, tables.stopCosts(k));
          expect([...after.cost]).toEqual(rebuilt({...c, services: [one]}));
        });
      }),
      {numRuns: 200},
    );
  });

  test('of a set of projects is a rebuild with Dijkstra, to the millisecond', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        expect(withSet(c)).toEqual(rebuilt(c));
      }),
      {numRuns: 200},
    );
  });

  test('gives the same on the engine and by single searches', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const plain = travelBaseline(roadTravel(compile(c.network)));
        expect(withSet(c)).toEqual(withSet(c, plain));
      }),
      {numRuns: 200},
    );
  });

  test('does not depend on the order of projects', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        expect(withSet(c)).toEqual(withSet({...c, services: c.services.toReversed()}));
      }),
      {numRuns: 200},
    );
  });

  test('makes no trip longer, and a set is never worse than its subsets', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(2), (c, left) => {
        const all = withSet(c);
        const subset = withSet({...c, services: c.services.filter((_, k) => k !== left)});
        const none = withSet({...c, services: []});
        all.forEach((ms, at) => {
          expect(ms).toBeLessThanOrEqual(subset[at]!);
          expect(subset[at]).toBeLessThanOrEqual(none[at]!);
        });
      }),
      {numRuns: 200},
    );
  });

  // At stops of one point: one that joins both carriageways of a road also lets trips turn there.
  test('of a service that is no quicker than what runs today changes nothing', () => {
    fc.assert(
      fc.property(caseOf(1), (c) => {
        const baseline = baselineOf(c);
        const services = c.services.map(({stops}) => {
          const today = baseline.times(stops, stops);
          return {
            stops,
            rideMs: stops.map((_, i) =>
              stops.map((_to, j) => (i === j ? null : asNull(today.cost[i * stops.length + j]!))),
            ),
          };
        });
        expect(withSet({...c, services})).toEqual(withSet({...c, services: []}));
      }),
      {numRuns: 200},
    );
  });
});

const asNull = (ms: number): number | null => (ms === UNREACHED ? null : ms);

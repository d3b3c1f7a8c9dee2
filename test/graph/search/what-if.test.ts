import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CompiledNetwork, compileNetwork} from '../../../src/graph/compile.ts';
import type {Network} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {rememberTravel, roadTravel, type Travel} from '../../../src/graph/search/travel.ts';
import {type PlannedService, whatIf} from '../../../src/graph/search/what-if.ts';
import type {Snap} from '../../../src/graph/snap.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {cutArcs, leastCosts, type OracleArc, serviceArcs, snapArcs} from '../../support/oracle.ts';
import {randomNetwork, randomSnap, snapAt} from '../../support/random-network.ts';

const compile = (network: Network): CompiledNetwork =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});

/** A service of 0–4 stops; some pairs are not served, rides are often quicker than the roads. */
const service = (edgeCount: number): fc.Arbitrary<PlannedService> =>
  fc.array(randomSnap(edgeCount, 2), {maxLength: 4}).chain((stops) => {
    const ride = fc.option(fc.oneof(fc.nat(20_000), fc.nat(1_000_000)), {nil: null, freq: 4});
    const row = fc.array(ride, {minLength: stops.length, maxLength: stops.length});
    return fc.array(row, {minLength: stops.length, maxLength: stops.length}).map((rideMs) => ({
      stops,
      rideMs: rideMs.map((own, i) => own.map((ms, j) => (i === j ? null : ms))),
    }));
  });

interface Case {
  readonly network: Network;
  readonly services: readonly PlannedService[];
  readonly from: Snap;
  readonly to: Snap;
}

const anyCase: fc.Arbitrary<Case> = randomNetwork().chain((network) => {
  const edgeCount = network.edges.count;
  return fc.record({
    network: fc.constant(network),
    services: fc.array(service(edgeCount), {minLength: 1, maxLength: 3}),
    from: randomSnap(edgeCount),
    to: randomSnap(edgeCount),
  });
});

/** The network built anew with the services in it: edges cut at all points, rides as arcs. */
function rebuilt({network, services, from, to}: Case): OracleArc[] {
  const snaps = [from, to, ...services.flatMap(({stops}) => stops)];
  return [
    ...cutArcs(
      network,
      'time',
      snaps.flatMap(({points}) => points),
    ),
    ...snapArcs('from', from, 'out'),
    ...snapArcs('to', to, 'in'),
    ...services.flatMap(serviceArcs),
  ];
}

const ms = (travel: Travel, from: Snap, to: Snap): number | null =>
  travel.from([{snap: from, cost: 0}]).to(to);

const orNever = (cost: number | null | undefined): number => cost ?? Infinity;

describe('whatIf', () => {
  test('gives the times of the network built anew, to the millisecond', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const travel = whatIf(roadTravel(compile(c.network)), c.services);
        const expected = leastCosts(rebuilt(c), 'from').get('to');
        expect(ms(travel, c.from, c.to)).toBe(expected ?? null);
      }),
      {numRuns: 1500},
    );
  });

  test('gives every node the time of the network built anew', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const travel = whatIf(roadTravel(compile(c.network)), c.services);
        const expected = leastCosts(rebuilt(c), 'from');
        const nodeMs = travel.from([{snap: c.from, cost: 0}]).nodeMs();
        expect([...nodeMs]).toEqual(
          [...nodeMs.keys()].map((node) => expected.get(`${node}`) ?? UNREACHED),
        );
      }),
      {numRuns: 500},
    );
  });

  test('never makes a trip longer, nor a reachable one unreachable', () => {
    fc.assert(
      fc.property(anyCase, ({network, services, from, to}) => {
        const baseline = roadTravel(compile(network));
        const before = baseline.from([{snap: from, cost: 0}]);
        const after = whatIf(baseline, services).from([{snap: from, cost: 0}]);
        expect(orNever(after.to(to))).toBeLessThanOrEqual(orNever(before.to(to)));
        const nodesBefore = before.nodeMs();
        const slower = [...after.nodeMs()].filter((cost, node) => cost > nodesBefore[node]!);
        expect(slower).toEqual([]);
      }),
      {numRuns: 500},
    );
  });

  test('with one more service is never longer than without', () => {
    fc.assert(
      fc.property(anyCase, ({network, services, from, to}) => {
        const baseline = roadTravel(compile(network));
        const fewer = whatIf(baseline, services.slice(1));
        const all = whatIf(baseline, services);
        expect(orNever(ms(all, from, to))).toBeLessThanOrEqual(orNever(ms(fewer, from, to)));
      }),
    );
  });

  test('does not depend on the order of the services, nor on one stacked on another', () => {
    fc.assert(
      fc.property(anyCase, ({network, services, from, to}) => {
        const baseline = roadTravel(compile(network));
        const turned = whatIf(baseline, [...services].reverse());
        expect(ms(turned, from, to)).toBe(ms(whatIf(baseline, services), from, to));
      }),
    );
  });

  test('is the baseline itself without services, or without stops', () => {
    const baseline = roadTravel(compile(asciiNetwork('A--B').network));
    expect(whatIf(baseline, [])).toBe(baseline);
    expect(whatIf(baseline, [{stops: [], rideMs: []}])).toBe(baseline);
  });

  test('is the same on a remembered baseline', () => {
    fc.assert(
      fc.property(anyCase, ({network, services, from, to}) => {
        const plain = roadTravel(compile(network));
        const remembered = rememberTravel(plain, network.nodes.count);
        for (let again = 0; again < 2; again++) {
          const travel = whatIf(remembered, services);
          expect(ms(travel, from, to)).toBe(ms(whatIf(plain, services), from, to));
          expect(ms(remembered, from, to)).toBe(ms(plain, from, to));
        }
      }),
    );
  });
});

describe('a service as a planner sees it', () => {
  test('shortens by the ride, and by a second service where the two meet over the road', () => {
    // 10 km of road a side at 60 km/h: 600 s; rides of 60 s from P to Q and from R to S.
    const builder = new NetworkBuilder();
    for (let i = 0; i < 4; i++) builder.addNode(119 + i / 10, 28);
    const tags = {class: 'primary', lengthM: 10_000, maxspeedKph: 60} as const;
    for (let i = 0; i < 3; i++) builder.addEdge({...tags, from: i, to: i + 1});
    const [p, q] = [snapAt({edge: 0, share: 0}), snapAt({edge: 0, share: 1})];
    const [r, s] = [snapAt({edge: 2, share: 0}), snapAt({edge: 2, share: 1})];
    const ride = (a: Snap, b: Snap): PlannedService => ({
      stops: [a, b],
      rideMs: [
        [null, 60_000],
        [60_000, null],
      ],
    });
    const baseline = roadTravel(compile(builder.finish()));
    expect(ms(baseline, p, s)).toBe(1_800_000);
    expect(ms(whatIf(baseline, [ride(p, q)]), p, s)).toBe(1_260_000);
    expect(ms(whatIf(baseline, [ride(p, q), ride(r, s)]), p, s)).toBe(720_000);
    expect(ms(whatIf(baseline, [ride(p, q), ride(r, s)]), s, p)).toBe(720_000);
  });

  test('gives nothing to those who only drive past its stop', () => {
    // A dual carriageway, out on e0 and back on e1, joined at its far ends by e2 and e3. The stop
    // lies between the carriageways and joins both; nobody may turn round there for free.
    const builder = new NetworkBuilder();
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [1, 0.0002],
      [0, 0.0002],
    ] as const) {
      builder.addNode(119 + x / 10, 28 + y);
    }
    const tags = {class: 'trunk', lengthM: 10_000, maxspeedKph: 60, oneway: true} as const;
    builder.addEdge({...tags, from: 0, to: 1});
    builder.addEdge({...tags, from: 2, to: 3});
    builder.addEdge({...tags, from: 1, to: 2, lengthM: 100});
    builder.addEdge({...tags, from: 3, to: 0, lengthM: 100});
    const baseline = roadTravel(compile(builder.finish()));
    const stop = snapAt({edge: 0, share: 0.5}, {edge: 1, share: 0.5});
    const far = snapAt({edge: 2, share: 0.5});
    const useless = {
      stops: [stop, far],
      rideMs: [
        [null, 9_000_000],
        [null, null],
      ],
    };
    const [out, back] = [snapAt({edge: 0, share: 0.4}), snapAt({edge: 1, share: 0.6})];
    // 6 km on, 100 m across, 6 km back at 60 km/h.
    expect(ms(baseline, out, back)).toBe(726_000);
    expect(ms(whatIf(baseline, [useless]), out, back)).toBe(726_000);
  });
});

import fc from 'fast-check';
import {expect, test} from 'vitest';
import {withService} from '../../../src/analysis/score/project-set.ts';
import {rideTable} from '../../../src/analysis/score/project-tables.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {engineTimes} from '../../../src/graph/search/links/snap-times.ts';
import type {PlannedService} from '../../../src/graph/search/what-if.ts';
import type {Snap} from '../../../src/graph/snap.ts';
import {
  anyCase,
  type Case,
  railOf,
  rideArcs,
  roadArcs,
  trainArcs,
} from '../../graph/service/rail-oracle.ts';
import {leastCosts, snapArcs} from '../../support/oracle.ts';
import {randomSnap} from '../../support/random-network.ts';

interface Mixed {
  readonly one: Case;
  readonly places: readonly Snap[];
  readonly services: readonly PlannedService[];
}

/** Roads, trains, places, and new lines that stop on streets and in stations of today. */
const anyMixed: fc.Arbitrary<Mixed> = anyCase.chain((one) => {
  const street = randomSnap(one.roads.edges.count, 2);
  const inside = fc
    .nat()
    .map((k): Snap => ({points: [], distanceM: 0, lon: 0, lat: 0, hub: k % one.hubs.length}));
  const stop = one.hubs.length === 0 ? street : fc.oneof(street, inside);
  const service = fc.array(stop, {maxLength: 4}).chain((stops) => {
    const ride = fc.option(fc.nat(1_000_000), {nil: null, freq: 4});
    const row = fc.array(ride, {minLength: stops.length, maxLength: stops.length});
    return fc.array(row, {minLength: stops.length, maxLength: stops.length}).map((rideMs) => ({
      stops,
      rideMs: rideMs.map((own, i) => own.map((ms, j) => (i === j ? null : ms))),
    }));
  });
  return fc.record({
    one: fc.constant(one),
    places: fc.array(randomSnap(one.roads.edges.count), {minLength: 2, maxLength: 3}),
    services: fc.array(service, {maxLength: 3}),
  });
});

/** Times between places with all services, on the network built anew, by graphology. */
function rebuilt({one, places, services}: Mixed): number[] {
  const streets = services.flatMap(({stops}) => stops);
  const arcs = [
    ...roadArcs(one, [...places, ...streets]),
    ...trainArcs(one),
    ...places.flatMap((snap, i) => [
      ...snapArcs(`from ${i}`, snap, 'out'),
      ...snapArcs(`to ${i}`, snap, 'in'),
    ]),
    ...services.flatMap(rideArcs),
  ];
  return places.flatMap((_, i) => {
    const least = leastCosts(arcs, `from ${i}`);
    return places.map((_to, j) => least.get(`to ${j}`) ?? UNREACHED);
  });
}

function scored({one, places, services}: Mixed): number[] {
  const rail = railOf(one);
  const baseline = engineTimes(
    {net: rail.road, terminal: rail.terminal},
    buildEngine(rail.graph()),
  );
  const points = [...places, ...services.flatMap(({stops}) => stops)];
  let times = baseline.times(points, points);
  let first = places.length;
  for (const service of services) {
    const rows = service.stops.map((_, i) => first + i);
    times = withService(times, rows, rideTable(service));
    first += service.stops.length;
  }
  return places.flatMap((_, i) => places.map((_to, j) => times.cost[i * points.length + j]!));
}

test('sets of roads and railways over roads and trains are a rebuild with Dijkstra, to the millisecond', () => {
  fc.assert(
    fc.property(anyMixed, (mixed) => {
      expect(scored(mixed)).toEqual(rebuilt(mixed));
    }),
    {numRuns: 200},
  );
});

test('no trip gets longer, and the order of projects is of no account', () => {
  fc.assert(
    fc.property(anyMixed, (mixed) => {
      const all = scored(mixed);
      const none = scored({...mixed, services: []});
      all.forEach((ms, at) => {
        expect(ms).toBeLessThanOrEqual(none[at]!);
      });
      expect(scored({...mixed, services: mixed.services.toReversed()})).toEqual(all);
    }),
    {numRuns: 100},
  );
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {reversedNetwork} from '../../../src/graph/reversed.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {roadTravel, type Travel} from '../../../src/graph/search/travel.ts';
import {type PlannedService, turnedService, whatIf} from '../../../src/graph/search/what-if.ts';
import type {Hub} from '../../../src/graph/service/hubs.ts';
import type {RailProfile} from '../../../src/graph/service/rail-profile.ts';
import {bestTravel, railTravel, stationTravel} from '../../../src/graph/service/rail-travel.ts';
import type {Snap} from '../../../src/graph/snap.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {leastCosts, snapArcs} from '../../support/oracle.ts';
import {randomSnap, snapAt} from '../../support/random-network.ts';
import {
  anyCase,
  type Case,
  compile,
  PROFILE,
  railOf,
  rideArcs,
  roadArcs,
  trainArcs,
} from './rail-oracle.ts';

/**
 *   A ──road 10 km── B ─────────road 60 km────────── C ──road 5 km── D
 *                     b ═════ 30 km ═ m ═ 30 km ═════ c
 * Roads at 60 km/h (a km a minute), the track at 180 km/h (50 m/s): 20 minutes for 60 km, and 50 s
 * lost by each start and each stop at 0.5 m/s².
 */
function drawn(change: Partial<RailProfile> = {}) {
  const builder = new NetworkBuilder();
  for (const x of [0, 0.1, 0.7, 0.75]) builder.addNode(119 + x, 28);
  for (const x of [0.1, 0.4, 0.7]) builder.addNode(119 + x, 28.001);
  const road = {class: 'primary', maxspeedKph: 60} as const;
  builder.addEdge({...road, from: 0, to: 1, lengthM: 10_000});
  builder.addEdge({...road, from: 1, to: 2, lengthM: 60_000});
  builder.addEdge({...road, from: 2, to: 3, lengthM: 5000});
  const track = {class: 'rail', lengthM: 30_000, maxspeedKph: 180} as const;
  builder.addEdge({...track, from: 4, to: 5});
  builder.addEdge({...track, from: 5, to: 6});
  const network = builder.finish();
  const hub = (name: string, lon: number, road: Snap | null, edge: number, share: number): Hub => ({
    name,
    osmId: null,
    lon,
    lat: 28,
    road,
    tracks: [{edge, share}],
  });
  const hubs = [
    hub('b', 119.1, snapAt({edge: 0, share: 1}), 3, 0),
    hub('m', 119.4, null, 3, 1),
    hub('c', 119.7, snapAt({edge: 2, share: 0}), 4, 1),
  ];
  const rail = railOf({roads: network, tracks: network, hubs, profile: {...PROFILE, ...change}});
  return {
    rail,
    road: roadTravel(rail.road),
    byRail: railTravel(rail, rail.road, 'from'),
    best: bestTravel(rail, 'from'),
    stations: stationTravel(rail, 'from'),
  };
}

const A = snapAt({edge: 0, share: 0});
const D = snapAt({edge: 2, share: 1});
const NEAR_A = snapAt({edge: 0, share: 0.5});

const seconds = (travel: Travel, from = A, to = D): number | null => {
  const ms = travel.from([{snap: from, cost: 0}]).to(to);
  return ms === null ? null : ms / 1000;
};

// drive 10 + 5 km; checks, wait, start, ride, stop, off the train, out of the station
const HALF_AN_HOUR_BY_TRAIN = 600 + 600 + 300 + 50 + 1200 + 50 + 60 + 120 + 300;

describe('trains from door to door', () => {
  test('add drive, station, wait, losses, ride, way out and drive', () => {
    expect(seconds(drawn().byRail)).toBe(HALF_AN_HOUR_BY_TRAIN);
    expect(seconds(drawn().byRail, D, A)).toBe(HALF_AN_HOUR_BY_TRAIN);
    expect(seconds(drawn().road)).toBe(75 * 60);
  });

  test('stops on the way are spread over it: every 20 km one of 50 + 60 + 50 s', () => {
    expect(seconds(drawn({kmBetweenStops: 20}).byRail)).toBe(HALF_AN_HOUR_BY_TRAIN + 3 * 160);
  });

  test('that stop at every station lose start, dwell and stop at the one between', () => {
    expect(seconds(drawn({stopPattern: 'all'}).byRail)).toBe(HALF_AN_HOUR_BY_TRAIN + 160);
  });

  test('wait for half the headway, and no longer than who knows the timetable', () => {
    const waiting = (headwayS: number) =>
      seconds(drawn({headwayS}).byRail)! - HALF_AN_HOUR_BY_TRAIN;
    expect(waiting(3600)).toBe(1500);
    expect(waiting(86_400)).toBe(1500);
    expect(waiting(0)).toBe(-300);
  });

  test('in mode best lose to the road where it is quicker', () => {
    const {best, byRail, road} = drawn();
    expect(seconds(best)).toBe(HALF_AN_HOUR_BY_TRAIN);
    expect(seconds(best, A, NEAR_A)).toBe(5 * 60);
    expect(seconds(road, A, NEAR_A)).toBe(5 * 60);
    expect(seconds(byRail, A, NEAR_A)).toBeGreaterThan(5 * 60);
  });

  test('know the nodes of the roads by the same times', () => {
    const nodeMs = drawn()
      .best.from([{snap: A, cost: 0}])
      .nodeMs();
    const found = [...nodeMs].map((ms) => (ms === UNREACHED ? null : ms / 1000));
    const atC = HALF_AN_HOUR_BY_TRAIN - 300;
    expect(found).toEqual([0, 600, atC, atC + 300, null, null, null]);
  });

  test('a place on the very edge of a station does not drive to its end and back', () => {
    const builder = new NetworkBuilder();
    for (const x of [0, 0.2]) builder.addNode(119 + x, 28);
    for (const x of [0.1, 0.9]) builder.addNode(119 + x, 28.001);
    builder.addEdge({class: 'primary', maxspeedKph: 60, from: 0, to: 1, lengthM: 20_000});
    builder.addEdge({class: 'rail', maxspeedKph: 180, from: 2, to: 3, lengthM: 60_000});
    const network = builder.finish();
    const at = (name: string, lon: number, share: number, track: number): Hub => ({
      name,
      osmId: null,
      lon,
      lat: 28,
      road: snapAt({edge: 0, share}),
      tracks: [{edge: 1, share: track}],
    });
    const hubs = [at('b', 119.1, 0.5, 0), at('c', 119.9, 1, 1)];
    const rail = railOf({roads: network, tracks: network, hubs, profile: PROFILE});
    // from 0.45 to 0.5 of 20 km: a minute of road
    const time = seconds(
      railTravel(rail, rail.road, 'from'),
      snapAt({edge: 0, share: 0.45}),
      snapAt({edge: 0, share: 1}),
    );
    expect(time).toBe(60 + 600 + 300 + 50 + 1200 + 50 + 60 + 120);
  });
});

describe('trains from station to station', () => {
  const near = (lon: number): Snap => ({...snapAt({edge: 0, share: 0}), lon, lat: 28.05});

  test('count the ride alone, from the stations within reach of a place', () => {
    expect(seconds(drawn().stations, near(119.1), near(119.7))).toBe(50 + 1200 + 50);
    expect(seconds(drawn().stations, near(119.4), near(119.7))).toBe(50 + 600 + 50);
    expect(seconds(drawn().stations, near(119.1), near(121))).toBeNull();
  });
});

const places = ({roads}: Case) =>
  fc.tuple(randomSnap(roads.edges.count), randomSnap(roads.edges.count));

const onOneSpot = (one: Case): Case => ({
  ...one,
  hubs: one.hubs.map((hub) => ({
    ...hub,
    road: hub.road && {...hub.road, points: hub.road.points.slice(0, 1)},
  })),
});

describe('laws of trains', () => {
  test('mode best equals graphology on roads and tracks joined by hand, both directions', () => {
    const any = anyCase.chain((one) => fc.tuple(fc.constant(one), places(one)));
    fc.assert(
      fc.property(any, ([one, [from, to]]) => {
        const arcs = [
          ...roadArcs(one, [from, to]),
          ...trainArcs(one),
          ...snapArcs('from', from, 'out'),
          ...snapArcs('to', to, 'in'),
        ];
        const expected = leastCosts(arcs, 'from').get('to') ?? null;
        const rail = railOf(one);
        expect(
          bestTravel(rail, 'from')
            .from([{snap: from, cost: 0}])
            .to(to),
        ).toBe(expected);
        expect(
          bestTravel(rail, 'to')
            .from([{snap: to, cost: 0}])
            .to(from),
        ).toBe(expected);
      }),
      {numRuns: 300},
    );
  });

  test('cut ends of tracks are reached, and left again, by the times of graphology', () => {
    const any = anyCase.chain((one) =>
      fc.tuple(fc.constant(one), places(one), fc.nat(one.tracks.nodes.count - 1)),
    );
    fc.assert(
      fc.property(any, ([one, [place], node]) => {
        const flags = one.tracks.nodes.flags.slice();
        flags[node]! |= NODE_FLAG.clip;
        const tracks = {...one.tracks, nodes: {...one.tracks.nodes, flags}};
        const cuts = {points: [], distanceM: 0, lon: 0, lat: 0, onCutTracks: true};
        const arcs = [...roadArcs(one, [place]), ...trainArcs(one)];
        const out = leastCosts([...arcs, ...snapArcs('place', place, 'out')], 'place');
        const rail = railOf({...one, tracks});
        const reached = bestTravel(rail, 'from').from([{snap: place, cost: 0}]);
        expect(reached.to(cuts)).toBe(out.get(`T:${node}`) ?? null);
        const into = leastCosts([...arcs, ...snapArcs('place', place, 'in')], `T:${node}`);
        const left = bestTravel(rail, 'from').from([{snap: cuts, cost: 0}]);
        expect(left.to(place)).toBe(into.get('place') ?? null);
        // turned round: the same two
        const back = bestTravel(rail, 'to');
        expect(back.from([{snap: cuts, cost: 0}]).to(place)).toBe(reached.to(cuts));
        expect(back.from([{snap: place, cost: 0}]).to(cuts)).toBe(left.to(place));
      }),
      {numRuns: 200},
    );
  });

  test('mode rail equals it on three storeys: road, one train from a station to another, and all', () => {
    // Stations on one spot of the road: one that has two may be passed through on foot, in by one road and
    // out by the other, which `from` allows after the first ride and `to` before the last (docs/rail.md).
    const any = anyCase.map(onOneSpot).chain((one) => fc.tuple(fc.constant(one), places(one)));
    fc.assert(
      fc.property(any, ([one, [from, to]]) => {
        const isHub = (name: string): boolean => name.startsWith('hub');
        const first = trainArcs(one, 'before ', 'first ');
        const shared = [
          ...roadArcs(one, [from, to]),
          ...trainArcs(one),
          ...roadArcs(one, [from, to], 'before '),
          ...snapArcs('from', from, 'out', 'before '),
          ...first
            .filter((arc) => arc.from.startsWith('before ') && isHub(arc.to))
            .map((arc) => ({...arc, to: `before ${arc.to}`})),
          ...first.filter((arc) => arc.from.startsWith('first ') && arc.to.startsWith('first ')),
          ...snapArcs('to', to, 'in'),
        ];
        const byHub = one.hubs.map((_, k) => {
          const riding = first.flatMap((arc) => {
            if (arc.from === `hub ${k}` && arc.to.startsWith('first ')) {
              return [{...arc, from: `before ${arc.from}`}];
            }
            return arc.from.startsWith('first ') && isHub(arc.to) && arc.to !== `hub ${k}`
              ? [arc]
              : [];
          });
          return leastCosts([...shared, ...riding], 'from').get('to') ?? Infinity;
        });
        const least = Math.min(Infinity, ...byHub);
        const expected = least === Infinity ? null : least;
        const rail = railOf(one);
        const travel = railTravel(rail, rail.road, 'from');
        expect(travel.from([{snap: from, cost: 0}]).to(to)).toBe(expected);
        const back = railTravel(rail, reversedNetwork(rail.road), 'to');
        expect(back.from([{snap: to, cost: 0}]).to(from)).toBe(expected);
      }),
      {numRuns: 200},
    );
  });

  /** A new line: stops on streets and in stations. */
  const service = (one: Case): fc.Arbitrary<PlannedService> => {
    const street = randomSnap(one.roads.edges.count);
    const inside =
      one.hubs.length === 0
        ? street
        : fc
            .nat(one.hubs.length - 1)
            .map((hub): Snap => ({points: [], distanceM: 0, lon: 0, lat: 0, hub}));
    const ride = fc.option(fc.integer({min: 0, max: 400_000}), {freq: 4});
    return fc.array(fc.oneof(street, inside), {maxLength: 4}).chain((stops) => {
      const row = fc.array(ride, {minLength: stops.length, maxLength: stops.length});
      return fc
        .array(row, {minLength: stops.length, maxLength: stops.length})
        .map((rideMs) => ({stops, rideMs}));
    });
  };

  test('new lines and roads: the integers of a network rebuilt with them, and no trip longer', () => {
    const any = anyCase.chain((one) =>
      fc.tuple(fc.constant(one), places(one), fc.array(service(one), {maxLength: 3})),
    );
    fc.assert(
      fc.property(any, ([one, [from, to], services]) => {
        const streets = services.flatMap(({stops}) => stops);
        const arcs = [
          ...roadArcs(one, [from, to, ...streets]),
          ...trainArcs(one),
          ...services.flatMap(rideArcs),
          ...snapArcs('from', from, 'out'),
          ...snapArcs('to', to, 'in'),
        ];
        const expected = leastCosts(arcs, 'from').get('to') ?? null;
        const rail = railOf(one);
        const today = bestTravel(rail, 'from');
        const after = whatIf(today, services)
          .from([{snap: from, cost: 0}])
          .to(to);
        expect(after).toBe(expected);
        const before = today.from([{snap: from, cost: 0}]).to(to);
        expect(after ?? Infinity).toBeLessThanOrEqual(before ?? Infinity);
        const back = whatIf(bestTravel(rail, 'to'), services.map(turnedService));
        expect(back.from([{snap: to, cost: 0}]).to(from)).toBe(expected);
      }),
      {numRuns: 200},
    );
  });

  test('more frequent trains never make a trip longer', () => {
    const any = anyCase.chain((one) =>
      fc.tuple(fc.constant(one), places(one), fc.nat(7200), fc.nat(7200)),
    );
    fc.assert(
      fc.property(any, ([one, [from, to], a, b]) => {
        const at = (headwayS: number) => {
          const rail = railOf({...one, profile: {...one.profile, headwayS}});
          const travel = railTravel(rail, rail.road, 'from');
          return travel.from([{snap: from, cost: 0}]).to(to) ?? Infinity;
        };
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
      }),
      {numRuns: 100},
    );
  });

  test('without stations there is no answer by rail, and that of the road in mode best', () => {
    const any = anyCase.chain((one) => fc.tuple(fc.constant({...one, hubs: []}), places(one)));
    fc.assert(
      fc.property(any, ([one, [from, to]]) => {
        const rail = railOf(one);
        const start = [{snap: from, cost: 0}];
        expect(railTravel(rail, rail.road, 'from').from(start).to(to)).toBeNull();
        const road = roadTravel(compile(one.roads, 'road')).from(start).to(to);
        expect(bestTravel(rail, 'from').from(start).to(to)).toBe(road);
      }),
      {numRuns: 100},
    );
  });
});

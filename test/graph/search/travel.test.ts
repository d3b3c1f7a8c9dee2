import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CompiledNetwork, compileNetwork} from '../../../src/graph/compile.ts';
import type {Network} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {
  type RailParameters,
  railTravel,
  rememberTravel,
  roadTravel,
  type StationLink,
  type Travel,
} from '../../../src/graph/search/travel.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {cutArcs, leastCosts, type OracleArc, snapArcs} from '../../support/oracle.ts';
import {randomNetwork, randomSnap, snapAt} from '../../support/random-network.ts';

const compile = (network: Network, mode: 'road' | 'rail'): CompiledNetwork =>
  compileNetwork(network, {mode, asOf: null, profile: FREE_FLOW});

const PARAMETERS: RailParameters = {
  stationS: 600,
  waitS: 300,
  egressS: 120,
  accelerationLossS: 60,
};

/**
 *   A ──road 10 km── B ─────────road 60 km────────── C ──road 5 km── D
 *                     b ═══════track 50 km══════════ c
 * Roads at 60 km/h (a km a minute), the track at 200 km/h: 15 minutes.
 */
function drawn() {
  const builder = new NetworkBuilder();
  for (const x of [0, 0.1, 0.6, 0.65]) builder.addNode(119 + x, 28);
  for (const x of [0.1, 0.6]) builder.addNode(119 + x, 28.001);
  const road = {class: 'primary', maxspeedKph: 60} as const;
  builder.addEdge({...road, from: 0, to: 1, lengthM: 10_000});
  builder.addEdge({...road, from: 1, to: 2, lengthM: 60_000});
  builder.addEdge({...road, from: 2, to: 3, lengthM: 5000});
  builder.addEdge({from: 4, to: 5, class: 'rail', lengthM: 50_000, maxspeedKph: 200});
  const network = builder.finish();
  const stations: StationLink[] = [
    {name: 'b', road: snapAt({edge: 0, share: 1}), track: snapAt({edge: 3, share: 0})},
    {name: 'c', road: snapAt({edge: 2, share: 0}), track: snapAt({edge: 3, share: 1})},
  ];
  const [road_, rail] = [compile(network, 'road'), compile(network, 'rail')];
  return {
    road: roadTravel(road_),
    rail: railTravel(road_, rail, stations, PARAMETERS, false),
    best: railTravel(road_, rail, stations, PARAMETERS, true),
  };
}

const A = snapAt({edge: 0, share: 0});
const D = snapAt({edge: 2, share: 1});
const NEAR_A = snapAt({edge: 0, share: 0.5});

const minutes = (travel: Travel, from = A, to = D): number | null => {
  const ms = travel.from([{snap: from, cost: 0}]).to(to);
  return ms === null ? null : ms / 60_000;
};

describe('railTravel', () => {
  test('adds drive, station, wait, acceleration, ride, egress and drive', () => {
    // 10 + 10 + 5 + 1 + 15 + 2 + 5 minutes; by road 75 km at a km a minute.
    expect(minutes(drawn().rail)).toBe(48);
    expect(minutes(drawn().rail, D, A)).toBe(48);
    expect(minutes(drawn().road)).toBe(75);
  });

  test('in mode best takes the road where it is quicker, the train where that is', () => {
    const {best, rail, road} = drawn();
    expect(minutes(best)).toBe(48);
    expect(minutes(best, A, NEAR_A)).toBe(minutes(road, A, NEAR_A));
    expect(minutes(road, A, NEAR_A)).toBe(5);
    expect(minutes(rail, A, NEAR_A)).toBeGreaterThan(5);
  });

  test('knows the nodes by the same times', () => {
    const nodeMs = drawn()
      .best.from([{snap: A, cost: 0}])
      .nodeMs();
    // A 0, B 10 min by road, C 43 min by train, D 48; the ends of the track are no road nodes.
    expect([...nodeMs].map((ms) => (ms === UNREACHED ? null : ms / 60_000))).toEqual([
      0,
      10,
      43,
      48,
      null,
      null,
    ]);
  });

  test('has no answer by rail without stations, and falls back on the road in mode best', () => {
    const builder = new NetworkBuilder();
    builder.addNode(119, 28);
    builder.addNode(119.1, 28);
    builder.addEdge({from: 0, to: 1, class: 'primary', lengthM: 6000, maxspeedKph: 60});
    const network = builder.finish();
    const [road, rail] = [compile(network, 'road'), compile(network, 'rail')];
    const [from, to] = [snapAt({edge: 0, share: 0}), snapAt({edge: 0, share: 1})];
    expect(minutes(railTravel(road, rail, [], PARAMETERS, false), from, to)).toBeNull();
    expect(minutes(railTravel(road, rail, [], PARAMETERS, true), from, to)).toBe(6);
  });

  const anyCase = fc
    .tuple(randomNetwork(), randomNetwork({classes: ['rail'], oneways: false}))
    .chain(([roads, tracks]) => {
      const [road, track] = [randomSnap(roads.edges.count), randomSnap(tracks.edges.count)];
      const station = fc.record({name: fc.constant(''), road, track});
      return fc.record({
        roads: fc.constant(roads),
        tracks: fc.constant(tracks),
        stations: fc.array(station, {maxLength: 4}),
        from: road,
        to: road,
      });
    });

  test('equals graphology on three storeys: road, track, and road again', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({roads, tracks, stations, from, to}, withRoad) => {
        const travel = railTravel(
          compile(roads, 'road'),
          compile(tracks, 'rail'),
          stations,
          PARAMETERS,
          withRoad,
        );
        const cuts = [from, to, ...stations.map((s) => s.road)].flatMap((s) => s.points);
        const trackCuts = stations.flatMap((s) => s.track.points);
        const arcs: OracleArc[] = [
          ...cutArcs(roads, 'time', cuts, 'access '),
          ...cutArcs(tracks, 'time', trackCuts, 'track '),
          ...cutArcs(roads, 'time', cuts, 'egress '),
          ...snapArcs('from', from, 'out', 'access '),
          ...(withRoad ? snapArcs('from', from, 'out', 'egress ') : []),
          ...snapArcs('to', to, 'in', 'egress '),
          ...stations.flatMap((s, i) => [
            ...snapArcs(`forecourt ${i}`, s.road, 'in', 'access '),
            {from: `forecourt ${i}`, to: `train ${i}`, cost: 960_000},
            ...snapArcs(`train ${i}`, s.track, 'out', 'track '),
            ...snapArcs(`arrived ${i}`, s.track, 'in', 'track '),
            {from: `arrived ${i}`, to: `outside ${i}`, cost: 120_000},
            ...snapArcs(`outside ${i}`, s.road, 'out', 'egress '),
          ]),
        ];
        const expected = leastCosts(arcs, 'from').get('to') ?? null;
        expect(travel.from([{snap: from, cost: 0}]).to(to)).toBe(expected);
      }),
      {numRuns: 400},
    );
  });
});

describe('rememberTravel', () => {
  test('asks the baseline once for a single start, and each time for others', () => {
    const asked: number[] = [];
    const {road} = drawn();
    const counted: Travel = {
      from: (starts) => {
        asked.push(starts.length);
        return road.from(starts);
      },
    };
    const remembered = rememberTravel(counted);
    expect(minutes(remembered)).toBe(75);
    expect(minutes(remembered)).toBe(75);
    expect(asked).toEqual([1]);
    const late = [{snap: A, cost: 60_000}];
    expect(remembered.from(late).to(D)).toBe(76 * 60_000);
    expect(remembered.from([]).to(D)).toBeNull();
    expect(remembered.from([...late, {snap: D, cost: 0}]).to(D)).toBe(0);
    expect(asked).toEqual([1, 1, 0, 2]);
  });
});

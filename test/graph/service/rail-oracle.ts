import fc from 'fast-check';
import {type CompiledNetwork, compileNetwork} from '../../../src/graph/compile.ts';
import type {Network} from '../../../src/graph/network.ts';
import type {PlannedService} from '../../../src/graph/search/what-if.ts';
import type {Hub} from '../../../src/graph/service/hubs.ts';
import {railNetwork} from '../../../src/graph/service/rail-network.ts';
import type {RailProfile} from '../../../src/graph/service/rail-profile.ts';
import type {EdgePoint, Snap} from '../../../src/graph/snap.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {cutArcs, cutName, type OracleArc, snapArcs} from '../../support/oracle.ts';
import {randomNetwork, randomSnap} from '../../support/random-network.ts';

/** Round numbers for drawings and for the oracle. */
export const PROFILE: RailProfile = {
  id: 'test',
  stopPattern: 'spaced',
  lineSpeedFactor: 1,
  accelerationMps2: 0.5,
  brakingMps2: 0.5,
  dwellS: 60,
  kmBetweenStops: 1e12,
  stationS: 600,
  alightS: 60,
  leaveS: 120,
  headwayS: 600,
  serviceDayS: 61_200,
  waitShare: 0.5,
  longestWaitS: 1800,
  connectorKph: 30,
  lineKph: new Map(),
  sourcesIn: 'test',
};

export const compile = (network: Network, mode: 'road' | 'rail'): CompiledNetwork =>
  compileNetwork(network, {mode, asOf: null, profile: FREE_FLOW});

export interface Case {
  readonly roads: Network;
  readonly tracks: Network;
  readonly hubs: readonly Hub[];
  readonly profile: RailProfile;
}

export const railOf = ({roads, tracks, hubs, profile}: Case) =>
  railNetwork(compile(roads, 'road'), {rail: compile(tracks, 'rail'), hubs, profile});

/** Roads, tracks and up to four stations on both, some off the road, some without a road. */
export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(randomNetwork(), randomNetwork({classes: ['rail'], oneways: false}))
  .chain(([roads, tracks]) => {
    const hub = fc.record({
      name: fc.constant('station'),
      osmId: fc.constant(null),
      lon: fc.constant(119),
      lat: fc.constant(28),
      road: fc.option(
        fc
          .tuple(randomSnap(roads.edges.count), fc.constantFrom(0, 0, 400))
          .map(([snap, distanceM]) => ({...snap, distanceM})),
        {freq: 8},
      ),
      tracks: randomSnap(tracks.edges.count).map(({points}) => points),
    });
    const profile = fc.record({
      lineSpeedFactor: fc.constantFrom(1, 0.8),
      kmBetweenStops: fc.constantFrom(5, 1e12),
      headwayS: fc.constantFrom(0, 600, 9000),
    });
    return fc.record({
      roads: fc.constant(roads),
      tracks: fc.constant(tracks),
      hubs: fc.array(hub, {maxLength: 4}),
      profile: profile.map((some) => ({...PROFILE, ...some})),
    });
  });

const whole = (seconds: number): number => Math.round(seconds * 1000);

/**
 * Trains of pattern `spaced` as arcs, in words: `T:` the tracks, `hub k` the concourses. Put together
 * from the tables alone, without the digraph under test. Roads are in `layer`, tracks in `train`.
 */
export function trainArcs({tracks, hubs, profile}: Case, layer = '', train = 'T:'): OracleArc[] {
  const {edges} = tracks;
  const points = hubs.flatMap((hub) => hub.tracks);
  const kphOf = (edge: number): number => edges.maxspeedKph[edge]! * profile.lineSpeedFactor;
  const lossS = (kph: number, rate: number): number => kph / 3.6 / (2 * rate);
  const nodeName = (edge: number, share: number): string => `${train}${cutName({edge, share})}`;
  const arcs: OracleArc[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const own = [...new Set(points.filter((p) => p.edge === edge).map((p) => p.share))];
    const places = [
      {share: 0, name: `${train}${edges.from[edge]!}`},
      ...own.sort((a, b) => a - b).map((share) => ({share, name: nodeName(edge, share)})),
      {share: 1, name: `${train}${edges.to[edge]!}`},
    ];
    for (let i = 1; i < places.length; i++) {
      const [a, b] = [places[i - 1]!, places[i]!];
      const lengthM = edges.lengthM[edge]! * (b.share - a.share);
      const kph = kphOf(edge);
      const stopS = profile.dwellS + lossS(kph, 0.5) + lossS(kph, 0.5);
      const cost = whole(
        (lengthM * 3.6) / kph + (lengthM / (profile.kmBetweenStops * 1000)) * stopS,
      );
      arcs.push({from: a.name, to: b.name, cost});
      arcs.push({from: b.name, to: a.name, cost});
    }
  }
  const waitS = Math.min(profile.headwayS / 2, profile.longestWaitS);
  hubs.forEach(({road, tracks: own}, k) => {
    const connectorMs = road === null ? 0 : whole((road.distanceM * 3.6) / profile.connectorKph);
    if (road) {
      for (const {from} of snapArcs('x', road, 'in', layer)) {
        arcs.push({from, to: `hub ${k}`, cost: connectorMs + whole(profile.stationS)});
        arcs.push({from: `hub ${k}`, to: from, cost: connectorMs + whole(profile.leaveS)});
      }
    }
    const fastest = new Map<string, number>();
    for (const {edge, share} of own) {
      const name = nodeName(edge, share);
      fastest.set(name, Math.max(fastest.get(name) ?? 0, kphOf(edge)));
    }
    for (const [name, kph] of fastest) {
      // the platform of a station on one track
      const loss = whole(lossS(kph, 0.5));
      arcs.push({from: `hub ${k}`, to: name, cost: whole(waitS) + loss});
      arcs.push({from: name, to: `hub ${k}`, cost: whole(profile.alightS) + loss});
    }
  });
  return arcs;
}

/** Roads cut where places and stations lie. */
export function roadArcs({roads, hubs}: Case, places: readonly Snap[], layer = ''): OracleArc[] {
  const points: EdgePoint[] = [
    ...places.flatMap((snap) => snap.points),
    ...hubs.flatMap(({road}) => road?.points ?? []),
  ];
  return cutArcs(roads, 'time', points, layer);
}

/** A service of stops on streets and in stations. */
export function rideArcs(service: PlannedService, id: number): OracleArc[] {
  const {stops, rideMs} = service;
  const at = (snap: Snap, name: string, way: 'in' | 'out'): OracleArc[] => {
    if (snap.hub === undefined) return snapArcs(name, snap, way);
    const hub = `hub ${snap.hub}`;
    return [way === 'in' ? {from: hub, to: name, cost: 0} : {from: name, to: hub, cost: 0}];
  };
  return stops.flatMap((stop, i) => [
    ...at(stop, `board ${id} ${i}`, 'in'),
    ...at(stop, `alight ${id} ${i}`, 'out'),
    ...stops.flatMap((_, j) => {
      const cost = rideMs[i]![j] ?? null;
      return cost === null ? [] : [{from: `board ${id} ${i}`, to: `alight ${id} ${j}`, cost}];
    }),
  ]);
}

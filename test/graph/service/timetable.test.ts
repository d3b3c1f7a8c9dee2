import {describe, expect, test} from 'vitest';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {openRail} from '../../../src/graph/service/open-rail.ts';
import {railTravel} from '../../../src/graph/service/rail-travel.ts';
import type {Timetable} from '../../../src/graph/service/timetable.ts';
import {stationName} from '../../../src/graph/service/timetable-hubs.ts';
import {makeSnapper, type Snapper} from '../../../src/graph/snap.ts';
import {compile, PROFILE} from './rail-oracle.ts';

/** A road of 100 km along 28° N at 60 km/h; stations 西 and 东 of the data at its ends on a track. */
function drawn(table: Timetable) {
  const builder = new NetworkBuilder();
  for (const lon of [119, 120]) builder.addNode(lon, 28);
  for (const lon of [119, 120]) builder.addNode(lon, 28.001);
  builder.addEdge({class: 'primary', maxspeedKph: 60, from: 0, to: 1, lengthM: 100_000});
  builder.addEdge({class: 'rail', maxspeedKph: 200, from: 2, to: 3, lengthM: 100_000});
  const station = (name: string, lon: number) => ({
    osmId: null,
    name,
    kind: 'station' as const,
    lon,
    lat: 28.001,
    node: null,
  });
  const network = builder.finish({stations: [station('西站', 119), station('东', 120)]});
  const road = compile(network, 'road');
  const snapper: Snapper = makeSnapper(road);
  const rail = openRail(road, snapper, {...PROFILE, connectorKph: 200}, table);
  const [west, east] = [119, 120].map((lon) => snapper.snap(lon, 28, 1000)!);
  const ms = railTravel(rail, road, 'from')
    .from([{snap: west!, cost: 0}])
    .to(east!);
  return {rail, seconds: ms === null ? null : ms / 1000};
}

const stop = (name: string, lon: number) => ({id: name, name, lon, lat: 28.001});

describe('trains of a timetable', () => {
  test('run as it says: 17 trains a day one way are one an hour, so half an hour of waiting', () => {
    const {rail, seconds} = drawn({
      stops: [stop('西', 119.001), stop('中', 119.5), stop('东站', 120.001)],
      lines: [
        {name: 'x', stops: [0, 1, 2], runS: [1200, 900], dwellS: [0, 180, 0], trainsPerDay: 17},
      ],
    });
    // 111 m from the road at 200 km/h are 2 s; then checks, wait, ride with dwell, way out
    const connector = Math.round(((rail.hubs[0]!.road!.distanceM * 3.6) / 200) * 1000) / 1000;
    const ride = 1200 + 180 + 900;
    expect(seconds).toBeCloseTo(2 * connector + 600 + 1800 + ride + 60 + 120, 6);
    expect(rail.hubs.map(({name}) => name)).toEqual(['西站', '东', '中']);
    expect(rail.addedByTimetable).toBe(1);
  });

  test('a change costs the way to the other platform and the wait for the next train', () => {
    const stops = [stop('西', 119), stop('中', 119.5), stop('东', 120)];
    const line = {runS: [1000], dwellS: [0, 0], trainsPerDay: 34};
    const through = drawn({
      stops,
      lines: [{...line, name: 'x', stops: [0, 1, 2], runS: [1000, 1000], dwellS: [0, 0, 0]}],
    });
    const changed = drawn({
      stops,
      lines: [
        {...line, name: 'a', stops: [0, 1]},
        {...line, name: 'b', stops: [1, 2]},
      ],
    });
    // 34 trains in 17 hours: half of 30 minutes
    expect(changed.seconds! - through.seconds!).toBe(60 + 900);
  });

  test('two lines between the same stations are waited for together', () => {
    const line = {stops: [0, 1], dwellS: [0, 0], trainsPerDay: 17};
    const stops = [stop('西', 119), stop('东', 120)];
    const one = drawn({stops, lines: [{...line, name: 'a', runS: [1200]}]});
    const two = drawn({
      stops,
      lines: [
        {...line, name: 'a', runS: [1200]},
        {...line, name: 'b', runS: [1800]},
      ],
    });
    // one an hour: 1800 + 1200; both together two an hour: 900 + (1200 + 1800) ÷ 2
    expect(one.seconds! - two.seconds!).toBe(3000 - 2400);
  });

  test('where no train runs there is no way by rail, whatever the tracks', () => {
    expect(drawn({stops: [stop('西', 119), stop('东', 120)], lines: []}).seconds).toBeNull();
  });

  test.each([
    ['温州南站', '温州南'],
    ['温州南', '温州南'],
    ['温州火车站', '温州'],
    ['Wenzhou South Railway Station', 'wenzhou south'],
    ['站', '站'],
  ])('%s is called %s', (written, name) => {
    expect(stationName(written)).toBe(name);
  });
});

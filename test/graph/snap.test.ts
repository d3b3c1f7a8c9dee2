import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import {type LonLat, lineLengthM, pointAlong} from '../../src/geo/line.ts';
import {type CompiledNetwork, compileNetwork} from '../../src/graph/compile.ts';
import {edgeLine} from '../../src/graph/edge-geometry.ts';
import type {Network} from '../../src/graph/network.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import {makeSnapper, type Snap} from '../../src/graph/snap.ts';
import {type AsciiNetwork, asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';

const compile = (network: Network): CompiledNetwork =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});

const snapOn = (network: Network, at: LonLat, maxM = 15_000): Snap | null =>
  makeSnapper(compile(network)).snap(at[0], at[1], maxM);

/** A place so many metres east and north of a letter of a map. */
function beside(map: AsciiNetwork, letter: string, eastM: number, northM: number): LonLat {
  const [lon, lat] = map.lonLat(letter);
  const perDegree = (6_371_008.8 * Math.PI) / 180;
  return [lon + eastM / perDegree / Math.cos((lat * Math.PI) / 180), lat + northM / perDegree];
}

const edgesOf = (snap: Snap | null): number[] => snap!.points.map(({edge}) => edge).sort();

/** A chain of bent two-way roads: one component, points every few kilometres. */
const chain = fc
  .array(
    fc.array(
      fc.tuple(
        fc.double({min: 119, max: 119.3, noNaN: true}),
        fc.double({min: 28, max: 28.3, noNaN: true}),
      ),
      {minLength: 1, maxLength: 3},
    ),
    {minLength: 2, maxLength: 8},
  )
  .map((legs) => {
    const builder = new NetworkBuilder();
    for (const [point] of legs) builder.addNode(point![0], point![1]);
    for (let i = 1; i < legs.length; i++) {
      builder.addEdge({from: i - 1, to: i, class: 'primary', between: legs[i]!.slice(1)});
    }
    return builder.finish();
  });

/** Metres from a place to an edge by trying points along every straight step of it. */
function sampledM(network: Network, edge: number, at: LonLat): number {
  const line = edgeLine(network, edge);
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    const step = [line[i - 1]!, line[i]!];
    const lengthM = lineLengthM(step);
    for (let k = 0; k <= 300; k++) {
      best = Math.min(best, greatCircleM(...at, ...pointAlong(step, (lengthM * k) / 300)));
    }
  }
  return best;
}

describe('the nearest edges', () => {
  test('are those a search through all segments finds, within 30 m of the nearest', () => {
    const place = fc.tuple(
      fc.double({min: 118.95, max: 119.35, noNaN: true}),
      fc.double({min: 27.95, max: 28.35, noNaN: true}),
    );
    fc.assert(
      fc.property(chain, place, (network, at) => {
        const found = edgesOf(snapOn(network, at, 100_000));
        const distances = [...Array(network.edges.count).keys()].map((e) =>
          sampledM(network, e, at),
        );
        // Samples lie up to 150 m apart, the plane is good to 0.3 % here; both matter near 30 m.
        const nearest = Math.min(...distances);
        const blurM = 80 + nearest * 0.006;
        for (const e of found) expect(distances[e]).toBeLessThan(nearest + 30 + blurM);
        distances.forEach((m, e) => {
          if (m < nearest + 30 - blurM) expect(found).toContain(e);
        });
        expect(found.length).toBeGreaterThan(0);
      }),
    );
  });

  test('lie where the snap says: position and share agree', () => {
    const place = fc.tuple(
      fc.double({min: 119, max: 119.3, noNaN: true}),
      fc.double({min: 28, max: 28.3, noNaN: true}),
    );
    fc.assert(
      fc.property(chain, place, (network, at) => {
        const snap = snapOn(network, at, 100_000)!;
        const {edge, share} = snap.points[0]!;
        const line = edgeLine(network, edge);
        const p = pointAlong(line, share * lineLengthM(line));
        expect(greatCircleM(...p, snap.lon, snap.lat)).toBeLessThan(0.01);
        expect(snap.distanceM).toBeCloseTo(greatCircleM(...at, snap.lon, snap.lat), 6);
      }),
    );
  });

  test('give the distance to the nearest of the points, also when points are moved to drawn ones', () => {
    const metre = 180 / Math.PI / 6_371_008.8;
    const builder = new NetworkBuilder();
    // Two parallel roads of 1.8 km, 20 m apart; only the farther one has a point drawn half-way.
    for (const [x, y] of [
      [0, 0],
      [1800, 0],
      [0, 20],
      [1800, 20],
    ] as const) {
      builder.addNode(119 + x * metre, y * metre);
    }
    builder.addEdge({from: 0, to: 1, class: 'trunk'});
    builder.addEdge({from: 2, to: 3, class: 'trunk', between: [[119 + 900 * metre, 20 * metre]]});
    builder.addEdge({from: 0, to: 2, class: 'trunk'});
    const snap = snapOn(builder.finish(), [119 + 900 * metre, -5 * metre])!;
    expect(edgesOf(snap)).toEqual([0, 1]);
    expect(snap.distanceM).toBeCloseTo(25, 0);
    expect(snap.points[0]!.edge).toBe(1);
  });

  test('beyond the maximum are none', () => {
    const map = asciiNetwork('A----B');
    const at = beside(map, 'A', 0, 1500);
    expect(snapOn(map.network, at, 1490)).toBeNull();
    expect(snapOn(map.network, at, 1510)?.distanceM).toBeCloseTo(1500, 0);
    expect(snapOn(new NetworkBuilder().finish(), at)).toBeNull();
  });

  test('are found on both carriageways within 30 m, not on a road 40 m off', () => {
    const builder = new NetworkBuilder();
    const metre = 180 / Math.PI / 6_371_008.8;
    // Two carriageways 20 m apart, joined at their ends; a third road 60 m north of the first.
    for (const north of [0, 20, 60]) {
      builder.addNode(119, 28 + north * metre);
      builder.addNode(119.001, 28 + north * metre);
    }
    const [there, back, third] = [
      builder.addEdge({from: 0, to: 1, class: 'trunk', oneway: true}),
      builder.addEdge({from: 3, to: 2, class: 'trunk', oneway: true}),
      builder.addEdge({from: 4, to: 5, class: 'trunk'}),
    ];
    for (const [from, to] of [
      [1, 3],
      [2, 0],
      [3, 5],
    ] as const) {
      builder.addEdge({from, to, class: 'trunk_link'});
    }
    const snap = snapOn(builder.finish(), [119.0004, 28 - 5 * metre]);
    expect(edgesOf(snap)).toContain(there);
    expect(edgesOf(snap)).toContain(back);
    expect(edgesOf(snap)).not.toContain(third);
  });
});

describe('what can be snapped to', () => {
  test('is one component only: an island nearer by is passed over', () => {
    const map = asciiNetwork(`
      C-D
      .
      A--------B`);
    const main = [0, 1].find((e) => map.network.edges.from[e] === map.at('A'))!;
    expect(edgesOf(snapOn(map.network, beside(map, 'C', 500, 0)))).toEqual([main]);
    expect(snapOn(map.network, beside(map, 'C', 500, 0), 1500)).toBeNull();
  });

  test('is no street that cannot be left again', () => {
    const map = asciiNetwork('A------B--C', {edges: {BC: {oneway: true}}});
    expect(snapOn(map.network, beside(map, 'C', 0, 100), 1500)).toBeNull();
    expect(snapOn(map.network, beside(map, 'C', 0, 100), 4000)!.lon).toBeCloseTo(
      map.lonLat('B')[0],
      6,
    );
  });

  test('is a motorway only when there is nothing else', () => {
    const map = asciiNetwork(
      `
      A--------B
      |        |
      C--------D`,
      {edges: {AB: {class: 'motorway'}, AC: {class: 'motorway_link'}}},
    );
    const by = (from: string, to: string): number =>
      [0, 1, 2, 3].find(
        (e) => map.network.edges.from[e] === map.at(from) && map.network.edges.to[e] === map.at(to),
      )!;
    // 100 m from the motorway, 2 km from the road below.
    const at = beside(map, 'A', 4500, -100);
    expect(edgesOf(snapOn(map.network, at))).toEqual([by('C', 'D')]);
    expect(edgesOf(snapOn(map.network, at, 1500))).toEqual([by('A', 'B')]);
  });
});

test('a ferry is boarded at its landing, never on the water', () => {
  const map = asciiNetwork(
    `
    A--B--------C--D
    `,
    {edges: {BC: {class: 'ferry'}}},
  );
  const atSea = beside(map, 'B', 4000, 300);
  expect(snapOn(map.network, atSea, 2000)).toBeNull();
  const snap = snapOn(map.network, atSea, 15_000)!;
  expect([snap.lon, snap.lat]).toEqual(map.lonLat('B'));
  expect(snap.points).toHaveLength(1);
});

describe('where on an edge', () => {
  test('at a drawn point within a kilometre along it, else between the points', () => {
    const map = asciiNetwork('A---------B');
    // The road is 10 km long; points are drawn at its ends only.
    expect(snapOn(map.network, beside(map, 'A', 900, 200))!.points).toEqual([{edge: 0, share: 0}]);
    expect(snapOn(map.network, beside(map, 'B', -900, 200))!.points).toEqual([{edge: 0, share: 1}]);
    const between = snapOn(map.network, beside(map, 'A', 3000, 200))!;
    expect(between.points[0]!.share).toBeCloseTo(0.3, 3);
  });

  test('at a bend that is drawn, by its share of the length', () => {
    const map = asciiNetwork(`
      A---+
      ....|
      ....|
      ....|
      ....B`);
    // 4 km east, then 4 km south: the bend is half-way.
    const bend = beside(map, 'A', 4000, 0);
    const snap = snapOn(map.network, [bend[0] + 0.001, bend[1] + 0.001])!;
    expect(snap.points[0]!.share).toBeCloseTo(0.5, 3);
    expect(greatCircleM(...bend, snap.lon, snap.lat)).toBeLessThan(20);
  });

  test('is named nearest first, and the same every time', () => {
    const map = asciiNetwork(`
      A----B----C
      .....|
      .....D`);
    const at = beside(map, 'B', 3, 5);
    const snapper = makeSnapper(compile(map.network));
    const snap = snapper.snap(at[0], at[1], 1000)!;
    expect(snap.points).toHaveLength(3);
    expect(snapper.snap(at[0], at[1], 1000)).toEqual(snap);
    expect([snap.lon, snap.lat]).toEqual(map.lonLat('B'));
  });
});

test('a place in a lake beside a city of 160,000 streets snaps to its shore', () => {
  const builder = new NetworkBuilder();
  const side = 400;
  // 400 × 400 crossings 20 m apart: all within 15 km of the place, none within 8 km.
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) builder.addNode(119 + x * 1e-4, 28 + y * 1e-4);
  }
  for (let row = 0; row < side * side; row++) {
    if (row % side !== side - 1) {
      builder.addEdge({from: row, to: row + 1, class: 'residential', lengthM: 10});
    } else if (row + 1 < side * side) {
      builder.addEdge({from: row, to: row + 1 - side, class: 'residential', lengthM: 10});
    }
  }
  for (let row = 0; row + side < side * side; row += side) {
    builder.addEdge({from: row, to: row + side, class: 'residential', lengthM: 10});
  }
  const shore: LonLat = [119, 28.02];
  const snap = snapOn(builder.finish(), [shore[0] - 0.084, shore[1]], 15_000)!;
  expect(greatCircleM(...shore, snap.lon, snap.lat)).toBeLessThan(20);
});

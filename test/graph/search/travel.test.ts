import {describe, expect, test} from 'vitest';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {rememberTravel, roadTravel, type Travel} from '../../../src/graph/search/travel.ts';
import type {Snap} from '../../../src/graph/snap.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {snapAt} from '../../support/random-network.ts';

/** A ──10 km── B ──60 km── C ──5 km── D, at 60 km/h (a km a minute). */
function drawn() {
  const builder = new NetworkBuilder();
  for (const x of [0, 0.1, 0.6, 0.65]) builder.addNode(119 + x, 28);
  const road = {class: 'primary', maxspeedKph: 60} as const;
  builder.addEdge({...road, from: 0, to: 1, lengthM: 10_000});
  builder.addEdge({...road, from: 1, to: 2, lengthM: 60_000});
  builder.addEdge({...road, from: 2, to: 3, lengthM: 5000});
  const profile = {mode: 'road', asOf: null, profile: FREE_FLOW} as const;
  return {road: roadTravel(compileNetwork(builder.finish(), profile))};
}

const A = snapAt({edge: 0, share: 0});
const D = snapAt({edge: 2, share: 1});

const minutes = (travel: Travel, from = A, to = D): number | null => {
  const ms = travel.from([{snap: from, cost: 0}]).to(to);
  return ms === null ? null : ms / 60_000;
};

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
    const remembered = rememberTravel(counted, 4);
    expect(minutes(remembered)).toBe(75);
    expect(minutes(remembered)).toBe(75);
    expect(asked).toEqual([1]);
    const late = [{snap: A, cost: 60_000}];
    expect(remembered.from(late).to(D)).toBe(76 * 60_000);
    expect(remembered.from([]).to(D)).toBeNull();
    expect(remembered.from([...late, {snap: D, cost: 0}]).to(D)).toBe(0);
    expect(asked).toEqual([1, 1, 0, 2]);
  });

  test('on a large network keeps the four asked for last', () => {
    const asked: Snap[] = [];
    const remembered = rememberTravel(
      {
        from: ([start]) => {
          asked.push(start!.snap);
          return {to: () => null, nodeMs: () => new Uint32Array(0)};
        },
      },
      1_000_000_000,
    );
    const [a, b, c, d, e] = [...Array(5)].map((_, edge) => snapAt({edge, share: 0}));
    const ask = (...snaps: (Snap | undefined)[]): number => {
      const before = asked.length;
      for (const snap of snaps) remembered.from([{snap: snap!, cost: 0}]);
      return asked.length - before;
    };
    expect(ask(a, b, c, d)).toBe(4);
    expect(ask(a, b, c, d)).toBe(0);
    expect(ask(a, e)).toBe(1); // b was asked for longest ago
    expect(ask(a, c, d, e)).toBe(0);
    expect(ask(b)).toBe(1);
  });
});

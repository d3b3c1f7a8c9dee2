import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lineLengthM} from '../../../src/geo/line.ts';
import {type CompiledNetwork, compileNetwork} from '../../../src/graph/compile.ts';
import {edgeLine} from '../../../src/graph/edge-geometry.ts';
import type {Network} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {costTo, growSnapTree, pathTo, type TripPiece} from '../../../src/graph/search/trip.ts';
import type {EdgePoint, Snap} from '../../../src/graph/snap.ts';
import {piecesLengthM, piecesLine} from '../../../src/graph/trip-shape.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {cutArcs, edgeCost, leastCosts, snapArcs} from '../../support/oracle.ts';
import {randomNetwork, randomSnap, snapAt} from '../../support/random-network.ts';

const compile = (network: Network): CompiledNetwork =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});

type Weight = 'time' | 'length';
const weight = fc.constantFrom<Weight[]>('time', 'length');

/** A network with some snaps on it. */
const withSnaps = (count: number) =>
  randomNetwork().chain((network) =>
    fc.tuple(
      fc.constant(network),
      fc.array(randomSnap(network.edges.count), {minLength: count, maxLength: count}),
    ),
  );

/** Least cost between two snaps on a graph whose edges are cut at their points. */
function cutCost(network: Network, weight: Weight, from: Snap, to: Snap): number | null {
  const arcs = [
    ...cutArcs(network, weight, [...from.points, ...to.points]),
    ...snapArcs('from', from, 'out'),
    ...snapArcs('to', to, 'in'),
  ];
  return leastCosts(arcs, 'from').get('to') ?? null;
}

/** Cost of a piece by its definition: parts before a point are rounded, the rest is what is left. */
function pieceCost(network: Network, weight: Weight, piece: TripPiece): number {
  const whole = edgeCost(network, piece.edge, weight);
  return Math.abs(Math.round(whole * piece.toShare) - Math.round(whole * piece.fromShare));
}

/** Where a piece begins or ends: a node, or a place on an edge. */
function spot({edges}: Network, edge: number, share: number): string {
  if (share === 0) return `node ${edges.from[edge]}`;
  if (share === 1) return `node ${edges.to[edge]}`;
  return `${edge} at ${share}`;
}

describe('costTo', () => {
  test('equals graphology on a graph in which the edges are cut at the points', () => {
    fc.assert(
      fc.property(withSnaps(2), weight, ([network, [from, to]], w) => {
        const net = compile(network);
        const tree = growSnapTree(net, [{snap: from!, cost: 0}], {weight: w});
        expect(costTo(net, tree, to!)).toBe(cutCost(network, w, from!, to!));
      }),
      {numRuns: 1000},
    );
  });

  test('from several starts is the least over them, with what each has cost already', () => {
    const costs = fc.tuple(fc.nat(100_000), fc.nat(100_000));
    fc.assert(
      fc.property(withSnaps(3), costs, ([network, [a, b, to]], [costA, costB]) => {
        const net = compile(network);
        const tree = growSnapTree(net, [
          {snap: a!, cost: costA},
          {snap: b!, cost: costB},
        ]);
        const [fromA, fromB] = [
          cutCost(network, 'time', a!, to!),
          cutCost(network, 'time', b!, to!),
        ];
        const least = Math.min(
          fromA === null ? Infinity : costA + fromA,
          fromB === null ? Infinity : costB + fromB,
        );
        expect(costTo(net, tree, to!)).toBe(least === Infinity ? null : least);
      }),
    );
  });

  test('from a point to itself is 0', () => {
    fc.assert(
      fc.property(withSnaps(1), weight, ([network, [snap]], w) => {
        const net = compile(network);
        const tree = growSnapTree(net, [{snap: snap!, cost: 0}], {weight: w});
        expect(costTo(net, tree, snap!)).toBe(0);
      }),
    );
  });
});

describe('pathTo', () => {
  test('has pieces that join, start and end at the snaps, keep the directions and cost the cost', () => {
    fc.assert(
      fc.property(withSnaps(2), weight, ([network, [from, to]], w) => {
        const net = compile(network);
        const tree = growSnapTree(net, [{snap: from!, cost: 0}], {weight: w});
        const path = pathTo(net, tree, to!);
        const cost = costTo(net, tree, to!);
        expect(path?.cost ?? null).toBe(cost);
        if (path === null) return;
        const {pieces} = path;
        expect(pieces.reduce((sum, p) => sum + pieceCost(network, w, p), 0)).toBe(path.cost);
        const spots = (snap: Snap): string[] =>
          snap.points.map(({edge, share}) => spot(network, edge, share));
        pieces.forEach((piece, i) => {
          if (piece.toShare < piece.fromShare) expect(network.edges.oneway[piece.edge]).toBe(0);
          const begins = spot(network, piece.edge, piece.fromShare);
          const before = pieces[i - 1];
          if (before) expect(begins).toBe(spot(network, before.edge, before.toShare));
          else expect(spots(from!)).toContain(begins);
        });
        if (pieces.length > 1) expect(pieces.filter((p) => p.fromShare === p.toShare)).toEqual([]);
        const last = pieces.at(-1);
        if (last) expect(spots(to!)).toContain(spot(network, last.edge, last.toShare));
      }),
      {numRuns: 500},
    );
  });

  test('draws a line without gaps or doubled points, as long as the pieces', () => {
    fc.assert(
      fc.property(withSnaps(2), ([network, [from, to]]) => {
        const net = compile(network);
        const path = pathTo(net, growSnapTree(net, [{snap: from!, cost: 0}]), to!);
        fc.pre(path !== null);
        const line = piecesLine(net, path.pieces);
        // Every edge is one straight step here, so a gap or a way back would make it longer.
        const drawnM = path.pieces.reduce((sum, {edge, fromShare, toShare}) => {
          return sum + lineLengthM(edgeLine(network, edge)) * Math.abs(toShare - fromShare);
        }, 0);
        expect(Math.abs(lineLengthM(line) - drawnM)).toBeLessThan(0.01 + drawnM * 1e-4);
        const lengthM = path.pieces.reduce(
          (sum, p) => sum + network.edges.lengthM[p.edge]! * Math.abs(p.toShare - p.fromShare),
          0,
        );
        expect(piecesLengthM(net, path.pieces)).toBeCloseTo(lengthM, 6);
      }),
    );
  });
});

describe('by hand', () => {
  /** 0 ──e0── 1, and a one-way loop e1 at node 1; all 1000 m at 36 km/h: 100 s an edge. */
  function drawn(oneway: boolean) {
    const builder = new NetworkBuilder();
    builder.addNode(119, 28);
    builder.addNode(119.01, 28);
    const tags = {class: 'secondary', lengthM: 1000, maxspeedKph: 36} as const;
    builder.addEdge({...tags, from: 0, to: 1, oneway});
    builder.addEdge({
      ...tags,
      from: 1,
      to: 1,
      oneway: true,
      between: [
        [119.02, 28.01],
        [119.02, 27.99],
      ],
    });
    return compile(builder.finish());
  }
  const seconds = (net: CompiledNetwork, from: EdgePoint, to: EdgePoint): number | null => {
    const ms = costTo(net, growSnapTree(net, [{snap: snapAt(from), cost: 0}]), snapAt(to));
    return ms === null ? null : ms / 1000;
  };

  test('along one edge both ways, and only one way where it is one-way', () => {
    const [a, b] = [
      {edge: 0, share: 0.25},
      {edge: 0, share: 0.75},
    ];
    expect([seconds(drawn(false), a, b), seconds(drawn(false), b, a)]).toEqual([50, 50]);
    expect([seconds(drawn(true), a, b), seconds(drawn(true), b, a)]).toEqual([50, null]);
  });

  test('back on a one-way loop goes once round', () => {
    const [a, b] = [
      {edge: 1, share: 0.25},
      {edge: 1, share: 0.75},
    ];
    expect([seconds(drawn(true), a, b), seconds(drawn(true), b, a)]).toEqual([50, 50]);
    expect(seconds(drawn(true), {edge: 0, share: 0}, b)).toBe(175);
    expect(seconds(drawn(true), b, {edge: 0, share: 1})).toBeNull();
    expect(seconds(drawn(false), b, {edge: 0, share: 1})).toBe(25);
  });

  test('of several points takes the best to leave from and the best to reach', () => {
    const net = drawn(true);
    const from = snapAt({edge: 0, share: 0.1}, {edge: 0, share: 0.9});
    const to = snapAt({edge: 1, share: 0.8}, {edge: 1, share: 0.2});
    const tree = growSnapTree(net, [{snap: from, cost: 0}]);
    expect(pathTo(net, tree, to)).toEqual({
      cost: 30_000,
      pieces: [
        {edge: 0, fromShare: 0.9, toShare: 1},
        {edge: 1, fromShare: 0, toShare: 0.2},
      ],
    });
  });

  test('no pieces make no line', () => {
    expect(piecesLine(drawn(false), [])).toEqual([]);
    expect(piecesLengthM(drawn(false), [])).toBe(0);
  });

  test('a line cut twice on its way joins without doubling the points where the cuts meet', () => {
    const net = drawn(false);
    const line = piecesLine(net, [
      {edge: 0, fromShare: 0.5, toShare: 1},
      {edge: 1, fromShare: 0, toShare: 1},
      {edge: 0, fromShare: 1, toShare: 0},
    ]);
    expect(line.map(([lon]) => Number(lon.toFixed(6)))).toEqual([
      119.005, 119.01, 119.02, 119.02, 119.01, 119,
    ]);
  });
});

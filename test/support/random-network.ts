import fc from 'fast-check';
import type {Network} from '../../src/graph/network.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import type {EdgePoint, Snap} from '../../src/graph/snap.ts';
import type {EdgeClass} from '../../src/graph/vocabulary.ts';

export interface NetworkShape {
  readonly maxNodes?: number;
  readonly maxEdges?: number;
  readonly classes?: readonly EdgeClass[];
  /** Some edges are private or under construction, some nodes closed barriers. */
  readonly obstacles?: boolean;
  /** Default `true`: some edges are one-way. */
  readonly oneways?: boolean;
}

/**
 * Small networks of open roads with everything a search can trip over: loops, parallel edges,
 * one-ways, edges of no length, nodes without any edge. Lengths and speeds repeat often, so that
 * ties happen. Every edge has a tagged speed: times do not depend on a profile.
 */
export function randomNetwork(shape: NetworkShape = {}): fc.Arbitrary<Network> {
  const {maxNodes = 8, maxEdges = 16, classes = ['secondary']} = shape;
  const {obstacles = false, oneways = true} = shape;
  const often = <T>(usual: T, seldom: T): fc.Arbitrary<T> =>
    obstacles ? fc.constantFrom(usual, usual, usual, usual, seldom) : fc.constant(usual);
  const edge = fc.record({
    ends: fc.tuple(fc.nat(), fc.nat()),
    class: fc.constantFrom(...classes),
    lengthM: fc.oneof(fc.constantFrom(0, 100, 250), fc.double({min: 0, max: 5000, noNaN: true})),
    maxspeedKph: fc.constantFrom(30, 60, 70, 100),
    oneway: oneways ? fc.boolean() : fc.constant(false),
    access: often('yes' as const, 'private' as const),
    status: often('open' as const, 'construction' as const),
  });
  const node = fc.tuple(fc.nat(40), fc.nat(40), often(0, 2));
  return fc
    .tuple(
      fc.array(node, {minLength: 1, maxLength: maxNodes}),
      fc.array(edge, {minLength: 1, maxLength: maxEdges}),
    )
    .map(([nodes, edges]) => {
      const builder = new NetworkBuilder();
      for (const [x, y, flags] of nodes) {
        builder.addNode(119 + x / 1000, 28 + y / 1000, builder.nodeCount + 1, flags);
      }
      for (const {ends, ...tags} of edges) {
        const [from, to] = [ends[0] % nodes.length, ends[1] % nodes.length];
        builder.addEdge({...tags, from, to});
      }
      return builder.finish();
    });
}

/** A point on an edge, often at its very ends or at a place where another one may be. */
export function randomPoint(edgeCount: number): fc.Arbitrary<EdgePoint> {
  const share = fc.oneof(
    fc.constantFrom(0, 0.25, 0.5, 1),
    fc.double({min: 0, max: 1, noNaN: true}),
  );
  return fc.record({edge: fc.nat(edgeCount - 1), share});
}

/** A snap of one to `maxPoints` points; where it lies does not matter to a search. */
export function randomSnap(edgeCount: number, maxPoints = 3): fc.Arbitrary<Snap> {
  return fc
    .array(randomPoint(edgeCount), {minLength: 1, maxLength: maxPoints})
    .map((points) => snapAt(...points));
}

export function snapAt(...points: readonly EdgePoint[]): Snap {
  return {points, distanceM: 0, lon: 0, lat: 0};
}

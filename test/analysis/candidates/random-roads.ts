import fc from 'fast-check';
import type {Network} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';

/** The border runs along this meridian. */
export const BORDER_LON = 119.06;

/** Roads of one class on a square of 12 km, some one-way, some loops; all nodes at different places. */
export const randomRoads: fc.Arbitrary<Network> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.integer({min: 0, max: 24}), fc.integer({min: 0, max: 24})), {
      minLength: 4,
      maxLength: 10,
      selector: ([x, y]) => `${x} ${y}`,
    }),
    fc.array(
      fc.record({
        ends: fc.tuple(fc.nat(), fc.nat()),
        stretch: fc.constantFrom(1, 1.3, 2.5),
        maxspeedKph: fc.constantFrom(20, 40, 60),
        oneway: fc.constantFrom(false, false, false, true),
      }),
      {minLength: 4, maxLength: 14},
    ),
  )
  .map(([nodes, edges]) => {
    const builder = new NetworkBuilder();
    // Off the grid by a little that differs, so that no two gaps are equal by chance.
    nodes.forEach(([x, y], i) => {
      builder.addNode(119 + x / 200 + (i * i + 1) / 1e5, 28 + y / 200 + (i * 7 + 3) / 1e5);
    });
    const seen = new Set<string>();
    for (const {ends, stretch, ...tags} of edges) {
      const [from, to] = [ends[0] % nodes.length, ends[1] % nodes.length];
      const key = [from, to].sort().join(' ');
      if (from === to || seen.has(key)) continue;
      seen.add(key);
      const [a, b] = [nodes[from]!, nodes[to]!];
      const lengthM = Math.hypot((a[0] - b[0]) * 491, (a[1] - b[1]) * 556) * stretch + seen.size;
      builder.addEdge({...tags, from, to, class: 'secondary', lengthM});
    }
    return builder.finish({
      borders: [
        {
          level: 4,
          sides: [],
          osmWayIds: [],
          line: [
            [BORDER_LON, 27],
            [BORDER_LON, 29],
          ],
        },
      ],
    });
  });

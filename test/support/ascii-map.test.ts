import {expect, test} from 'vitest';
import {asciiNetwork} from './ascii-map.ts';

test('strokes that cross at a # have no common node, a + bends, cells have the size asked for', () => {
  const {network, lonLat} = asciiNetwork(
    `
          C
          |
      A---#---B
          |   |
          D-+ |
            | |
            E-F
    `,
    {cellM: 100},
  );
  const letter = new Map(['A', 'B', 'C', 'D', 'E', 'F'].map((l) => [lonLat(l).join(), l]));
  const nameOf = (node: number): string =>
    letter.get([network.nodes.lon[node], network.nodes.lat[node]].join())!;
  const {edges} = network;
  const drawn = Array.from({length: edges.count}, (_, e) =>
    [nameOf(edges.from[e]!), nameOf(edges.to[e]!)].sort().join(''),
  );
  expect(drawn.sort()).toEqual(['AB', 'BF', 'CD', 'DE', 'EF']);
  // A–B, eight cells.
  expect(Math.max(...edges.lengthM)).toBeCloseTo(800, 0);
});

test('a ring of + without a letter is a fault of the map, not an endless walk', () => {
  expect(() =>
    asciiNetwork(`
      A---+-+
          | |
          +-+
    `),
  ).toThrow(/ring of \+ without a letter/);
});

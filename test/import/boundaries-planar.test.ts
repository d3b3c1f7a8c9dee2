import fc from 'fast-check';
import {expect, test} from 'vitest';
import {indexAreas} from '../../src/geo/area-index.ts';
import type {LonLat} from '../../src/geo/line.ts';
import {dissolve} from '../../src/import/boundaries/dissolve.ts';
import {traceFaces} from '../../src/import/boundaries/faces.ts';
import {innerPoint} from '../../src/import/boundaries/inner-point.ts';
import {nodePieces, type Piece} from '../../src/import/boundaries/noding.ts';

const SIZE = 100_000;
const BOX = [0, 0, SIZE, SIZE] as const;
const frame: Piece[] = [
  {ax: 0, ay: 0, bx: SIZE, by: 0, label: -1},
  {ax: SIZE, ay: 0, bx: SIZE, by: SIZE, label: -1},
  {ax: SIZE, ay: SIZE, bx: 0, by: SIZE, label: -1},
  {ax: 0, ay: SIZE, bx: 0, by: 0, label: -1},
];
/** Coarse and fine positions, so that lines touch, overlap and end on each other often. */
const coordinate = fc.oneof(
  fc.integer({min: -2, max: 12}).map((i) => i * 10_000),
  fc.integer({min: -20_000, max: 120_000}),
);
const pieces = fc
  .array(fc.tuple(coordinate, coordinate, coordinate, coordinate), {maxLength: 25})
  .map((all) =>
    all
      .filter(([ax, ay, bx, by]) => ax !== bx || ay !== by)
      .map(([ax, ay, bx, by], label): Piece => ({ax, ay, bx, by, label})),
  );

/** Twice the signed area of a ring, in degrees². */
function shoelace(ring: readonly LonLat[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  }
  return sum / 2;
}

function componentCount(nodes: number, from: readonly number[], to: readonly number[]): number {
  const parent = Array.from({length: nodes}, (_, i) => i);
  const root = (i: number): number => (parent[i] === i ? i : root(parent[i]!));
  from.forEach((a, e) => {
    parent[root(a)] = root(to[e]!);
  });
  return parent.filter((p, i) => p === i).length;
}

test('faces of any lines in a box: Euler’s formula, areas that add up, one face per point', () => {
  fc.assert(
    fc.property(pieces, (lines) => {
      const graph = nodePieces([...frame, ...lines], BOX);
      const faces = traceFaces(graph);
      // V − E + F = 1 + C, F without the outside: an independent count of the faces.
      const parts = componentCount(graph.x.length, graph.from, graph.to);
      expect(faces.count).toBe(parts - graph.x.length + graph.from.length);
      const total = faces.polygons.flat().reduce((sum, ring) => sum + shoelace(ring), 0);
      expect(total).toBeCloseTo((SIZE / 1e7) ** 2, 12);
      const index = indexAreas(faces.polygons.map((polygon) => [polygon]));
      for (let x = 0.13; x < 1; x += 0.29) {
        for (let y = 0.17; y < 1; y += 0.23) {
          expect(index.areasAt((x * SIZE) / 1e7, (y * SIZE) / 1e7)).toHaveLength(1);
        }
      }
    }),
    {numRuns: 300},
  );
});

test('each half edge has on its left the face that lies there, and dissolving all gives the box', () => {
  fc.assert(
    fc.property(pieces, (lines) => {
      const graph = nodePieces([...frame, ...lines], BOX);
      const faces = traceFaces(graph);
      const index = indexAreas(faces.polygons.map((polygon) => [polygon]));
      graph.from.forEach((a, e) => {
        const [ax, ay] = [graph.x[a]!, graph.y[a]!];
        const [bx, by] = [graph.x[graph.to[e]!]!, graph.y[graph.to[e]!]!];
        const length = Math.hypot(bx - ax, by - ay);
        if (length < 1000) return;
        // A hair to the left of the middle.
        const x = (ax + bx) / 2 - ((by - ay) / length) * 0.01;
        const y = (ay + by) / 2 + ((bx - ax) / length) * 0.01;
        expect(faces.left[2 * e]).toBe(index.areaAt(x / 1e7, y / 1e7));
      });
      const all = new Set(faces.polygons.map((_, face) => face));
      const whole = dissolve(graph, faces, all);
      expect(whole).toHaveLength(1);
      expect(whole[0]).toHaveLength(1);
      expect(shoelace(whole[0]![0]!)).toBeCloseTo((SIZE / 1e7) ** 2, 12);
    }),
    {numRuns: 200},
  );
});

test('lines a grain apart: cuts are rounded, and what they touch then is cut too', () => {
  // Found by the tests above: the first line all but coincides with the frame where the second crosses.
  const graph = nodePieces(
    [
      ...frame,
      {ax: 0, ay: 31_002, bx: 1, by: 0, label: 0},
      {ax: 20_000, ay: 0, bx: -19_998, by: 60_000, label: 1},
    ],
    BOX,
  );
  const parts = componentCount(graph.x.length, graph.from, graph.to);
  const faces = traceFaces(graph);
  expect(faces.count).toBe(parts - graph.x.length + graph.from.length);
  const total = faces.polygons.flat().reduce((sum, ring) => sum + shoelace(ring), 0);
  expect(total).toBeCloseTo((SIZE / 1e7) ** 2, 15);
});

test('an inner point lies inside its face', () => {
  fc.assert(
    fc.property(pieces, (lines) => {
      const faces = traceFaces(nodePieces([...frame, ...lines], BOX));
      const index = indexAreas(faces.polygons.map((polygon) => [polygon]));
      faces.polygons.forEach((polygon, face) => {
        // Slivers thinner than the grain have no inside to speak of.
        const area = polygon.reduce((sum, ring) => sum + shoelace(ring), 0);
        if (area * 1e14 < 1e5) return;
        expect(index.areasAt(...innerPoint([polygon]))).toEqual([face]);
      });
    }),
    {numRuns: 200},
  );
});

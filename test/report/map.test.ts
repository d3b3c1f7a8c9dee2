import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../src/geo/distance.ts';
import {type Box, frameOf, type Px} from '../../src/report/svg/frame.ts';
import {candidates, placeLabels} from '../../src/report/svg/label-placement.ts';
import type {MapLayer} from '../../src/report/svg/layers.ts';
import {mapSvg} from '../../src/report/svg/map.ts';
import {clipLine, pathData, thin} from '../../src/report/svg/path.ts';
import {elements, hasClass, parseTree, textOf} from './markup-tree.ts';

const same = (s: string) => ({zh: s, en: s});
const FRAME = frameOf([118, 27, 121, 29], 800);

function draw(layers: MapLayer[], labels: Parameters<typeof mapSvg>[0]['labels'] = []) {
  const spec = {id: 'm', title: same('t'), desc: same('d'), frame: FRAME, layers, labels};
  return parseTree(mapSvg({...spec, attribution: {zh: '来源甲', en: 'source A'}}));
}

const line = (legend: string, lon: number): MapLayer => ({
  kind: 'line',
  lines: [
    [
      [lon, 28],
      [lon + 0.5, 28.2],
    ],
  ],
  style: {color: '#000000', width: 2},
  legend: same(legend),
});

describe('a label', () => {
  const wish = fc.record({
    text: fc.constantFrom('温州市', '武夷山市', 'A', 'Long name', '寿宁县 55′', '①'),
    x: fc.double({min: -20, max: 420, noNaN: true}),
    y: fc.double({min: -20, max: 320, noNaN: true}),
    priority: fc.integer({min: 0, max: 5}),
    sizePx: fc.constantFrom(11, 13, 16),
    gap: fc.constantFrom(0, 5, 8),
  });
  const bounds: Box = {x: 0, y: 0, width: 400, height: 300};
  const obstacle: Box = {x: 0, y: 260, width: 120, height: 40};
  const share = (a: Box, b: Box) =>
    Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
    Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

  test('never overlaps another, an obstacle or the edge; what is dropped had no free place', () => {
    fc.assert(
      fc.property(fc.array(wish, {maxLength: 40}), (wishes) => {
        const placed = placeLabels(wishes, bounds, [obstacle]);
        for (const [i, a] of placed.entries()) {
          expect(share(a.box, bounds)).toBeCloseTo(a.box.width * a.box.height, 6);
          expect(share(a.box, obstacle)).toBe(0);
          for (const b of placed.slice(i + 1)) expect(share(a.box, b.box)).toBe(0);
        }
        const kept = new Set(placed.map((p) => p.wish));
        for (const lost of wishes.filter((w) => !kept.has(w))) {
          const stronger = placed.filter((p) => p.wish.priority >= lost.priority).map((p) => p.box);
          for (const box of candidates(lost)) {
            const inside = Math.abs(share(box, bounds) - box.width * box.height) < 1e-6;
            const free =
              inside && [...stronger, obstacle].every((other) => share(box, other) === 0);
            expect(free).toBe(false);
          }
        }
      }),
    );
  });
});

test('the legend tells what is drawn in the window and nothing else', () => {
  const tree = draw([line('inside', 119), line('outside', 130)]);
  expect(textOf(tree)).toContain('inside');
  expect(textOf(tree)).not.toContain('outside');
});

test('a figure stands alone: name, scale, north, source in both languages', () => {
  const tree = draw([line('road', 119)], [{text: '<温州>', at: [119.5, 28.5], priority: 1}]);
  const all = [...elements(tree)];
  expect(all[0]!.attributes['role']).toBe('img');
  for (const name of ['title', 'desc']) expect(all.some((e) => e.name === name)).toBe(true);
  for (const cls of ['scale', 'north']) expect(all.some((e) => hasClass(e, cls))).toBe(true);
  for (const text of ['来源甲', 'source A', '<温州>', '50 km'])
    expect(textOf(tree)).toContain(text);
});

test('the scale bar is as long as it says, by the great circle', () => {
  const tree = draw([]);
  const bar = [...elements(tree)].find((e) => hasClass(e, 'scale'))!;
  const half = [...elements(bar)].filter((e) => e.name === 'rect')[1]!;
  const px = 2 * Number(half.attributes['width']);
  const [west, south, east, north] = FRAME.bbox;
  const lat = (south + north) / 2;
  const kmPerPx = greatCircleM(west, lat, east, lat) / 1000 / FRAME.width;
  expect(textOf(bar)).toContain('50 km');
  expect(Math.abs(px * kmPerPx - 50)).toBeLessThan(0.5);
});

test('the window shows the whole box, also of a single point', () => {
  const box = fc.tuple(
    fc.double({min: 70, max: 130, noNaN: true}),
    fc.double({min: 5, max: 50, noNaN: true}),
    fc.double({min: 0, max: 8, noNaN: true}),
    fc.double({min: 0, max: 8, noNaN: true}),
  );
  fc.assert(
    fc.property(box, ([lon, lat, dx, dy]) => {
      const frame = frameOf([lon, lat, lon + dx, lat + dy], 500);
      for (const corner of [
        [lon, lat],
        [lon + dx, lat + dy],
      ] as const) {
        const [x, y] = frame.project(corner);
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(frame.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(frame.height);
      }
    }),
  );
});

const px = fc.tuple(fc.integer({min: -300, max: 300}), fc.integer({min: -300, max: 300}));
const CUT = {left: 0, top: 0, right: 100, bottom: 80};

test('clipping keeps exactly what lies inside', () => {
  fc.assert(
    fc.property(fc.array(px, {minLength: 2, maxLength: 8}), (points) => {
      const pieces = clipLine(points as Px[], CUT);
      for (const [x, y] of pieces.flat()) {
        expect(x >= -1e-6 && x <= 100 + 1e-6 && y >= -1e-6 && y <= 80 + 1e-6).toBe(true);
      }
      // oracle: length inside by fine sampling
      let inside = 0;
      for (let i = 1; i < points.length; i++) inside += sampledLength(points[i - 1]!, points[i]!);
      const kept = pieces.reduce((sum, p) => sum + lengthOf(p), 0);
      expect(Math.abs(kept - inside)).toBeLessThan(0.01 * (1 + totalOf(points as Px[])));
    }),
    {numRuns: 40},
  );
});

test('thinning moves a line by no more than the tolerance and keeps its ends', () => {
  fc.assert(
    fc.property(fc.array(px, {minLength: 2, maxLength: 30}), (points) => {
      const out = thin(points as Px[], 5);
      expect(out[0]).toEqual(points[0]);
      expect(out.at(-1)).toEqual(points.at(-1));
      for (const p of points as Px[]) {
        const nearest = Math.min(...out.slice(1).map((b, i) => gap(p, out[i]!, b)));
        expect(nearest).toBeLessThanOrEqual(5 + 1e-9);
      }
    }),
  );
});

test('path data is rounded without drift', () => {
  const line: Px[] = Array.from({length: 200}, (_, i) => [i * 0.333, i * 0.777]);
  const numbers = pathData(line)
    .match(/-?[\d.]+/g)!
    .map(Number);
  let [x, y] = [numbers[0]!, numbers[1]!];
  for (let i = 2; i < numbers.length; i += 2) {
    x += numbers[i]!;
    y += numbers[i + 1]!;
  }
  expect(Math.abs(x - 199 * 0.333)).toBeLessThan(0.051);
  expect(Math.abs(y - 199 * 0.777)).toBeLessThan(0.051);
});

const lengthOf = (p: readonly Px[]): number =>
  p.slice(1).reduce((sum, b, i) => sum + Math.hypot(b[0] - p[i]![0], b[1] - p[i]![1]), 0);
const totalOf = lengthOf;

function sampledLength(a: readonly number[], b: readonly number[]): number {
  const steps = 2000;
  let hits = 0;
  for (let i = 0; i < steps; i++) {
    const t = (i + 0.5) / steps;
    const x = a[0]! + t * (b[0]! - a[0]!);
    const y = a[1]! + t * (b[1]! - a[1]!);
    if (x >= 0 && x <= 100 && y >= 0 && y <= 80) hits++;
  }
  return (hits / steps) * Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
}

function gap(p: Px, a: Px, b: Px): number {
  let best = Number.POSITIVE_INFINITY;
  const l2 = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
  const t = l2 === 0 ? 0 : ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / l2;
  const h = Math.min(1, Math.max(0, t));
  best = Math.min(
    best,
    Math.hypot(p[0] - a[0] - h * (b[0] - a[0]), p[1] - a[1] - h * (b[1] - a[1])),
  );
  return best;
}

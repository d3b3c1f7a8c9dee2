import {along, bearing, distance, length, lineString, nearestPointOnLine} from '@turf/turf';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {Courses} from '../../../src/analysis/corridors/courses.ts';
import {edgeLine} from '../../../src/graph/edge-geometry.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';

const position = fc.tuple(
  fc.double({min: 119, max: 119.02, noNaN: true}),
  fc.double({min: 28, max: 28.02, noNaN: true}),
);

/** Two edges of drawn points; the second one is asked for, so that rows matter. */
const network = fc
  .array(position, {minLength: 2, maxLength: 12})
  .map((drawn) =>
    drawn.map(([lon, lat]) => [Number(lon.toFixed(7)), Number(lat.toFixed(7))] as const),
  )
  .map((drawn) => {
    const builder = new NetworkBuilder();
    const [first, last] = [drawn[0]!, drawn[drawn.length - 1]!];
    const [a, b] = [builder.addNode(first[0], first[1], 1), builder.addNode(last[0], last[1], 2)];
    const tags = {class: 'motorway', lengthM: 1} as const;
    builder.addEdge({...tags, from: b, to: a});
    builder.addEdge({...tags, from: a, to: b, between: drawn.slice(1, -1)});
    return builder.finish();
  });

const lineOf = (net: Parameters<typeof edgeLine>[0]) =>
  lineString(edgeLine(net, 1).map((point) => [...point]));
const metres = {units: 'meters'} as const;

describe('courses agree with turf', () => {
  test('in lengths and points along', () => {
    fc.assert(
      fc.property(network, fc.double({min: -0.2, max: 1.2, noNaN: true}), (net, share) => {
        const courses = new Courses(net, () => true);
        const line = lineOf(net);
        const lengthM = length(line, metres);
        expect(courses.lengthM(1)).toBeCloseTo(lengthM, 3);
        courses.pointAt(1, share * lengthM);
        const held = Math.min(Math.max(share, 0), 1) * lengthM;
        const there = along(line, held, metres).geometry.coordinates;
        expect(distance([courses.lon, courses.lat], there, metres)).toBeLessThan(0.05);
      }),
    );
  });

  test('in the bearing over 20 m', () => {
    fc.assert(
      fc.property(network, fc.double({min: 0, max: 1, noNaN: true}), (net, share) => {
        const courses = new Courses(net, () => true);
        const line = lineOf(net);
        const alongM = share * length(line, metres);
        const a = along(line, Math.max(0, alongM - 10), metres);
        const b = along(line, Math.min(length(line, metres), alongM + 10), metres);
        fc.pre(distance(a, b, metres) > 5); // a hairpin has no course
        const gap = Math.abs(((bearing(a, b) + 360) % 360) - courses.courseDeg(1, alongM));
        expect(Math.min(gap, 360 - gap)).toBeLessThan(0.5);
      }),
    );
  });

  test('in the nearest point', () => {
    fc.assert(
      fc.property(network, position, (net, [lon, lat]) => {
        const courses = new Courses(net, () => true);
        const line = lineOf(net);
        courses.nearest(1, lon, lat);
        const expected = nearestPointOnLine(line, [lon, lat], metres);
        // on a plane here, on the sphere there: a thousandth of some kilometres
        expect(Math.abs(courses.distanceM - expected.properties.dist!)).toBeLessThan(2);
        courses.pointAt(1, courses.alongM);
        const there = distance([courses.lon, courses.lat], [lon, lat], metres);
        expect(Math.abs(there - courses.distanceM)).toBeLessThan(2);
      }),
    );
  });
});

test('only chosen edges are laid out', () => {
  const builder = new NetworkBuilder();
  const [a, b, c] = [119, 119.01, 119.03].map((lon, i) => builder.addNode(lon, 28, i + 1));
  builder.addEdge({class: 'motorway', lengthM: 1, from: a!, to: b!});
  builder.addEdge({class: 'trunk', lengthM: 1, from: b!, to: c!});
  const net = builder.finish();
  const courses = new Courses(net, (edge) => edge === 1);
  expect(courses.lengthM(1)).toBeCloseTo(distance([119.01, 28], [119.03, 28], metres), 3);
});

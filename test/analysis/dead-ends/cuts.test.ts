import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cutsOf} from '../../../src/analysis/dead-ends/cuts.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';

const place: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({min: 119, max: 119.4, noNaN: true}),
  fc.double({min: 28, max: 28.4, noNaN: true}),
);
const places = fc.array(place, {maxLength: 6});

test('cut ends and traces are those within, by measuring to each', () => {
  fc.assert(
    fc.property(
      places,
      places,
      places,
      place,
      place,
      fc.integer({min: 1, max: 60_000}),
      (clips, whole, lostWays, a, b, metres) => {
        const builder = new NetworkBuilder();
        for (const at of whole) builder.addNode(...at);
        for (const at of clips) builder.addNode(...at, undefined, NODE_FLAG.clip);
        const cuts = cutsOf(builder.finish({lostWays}));
        const toA = clips.map((at) => greatCircleM(...a, ...at)).filter((m) => m <= metres);
        expect(cuts.clipM(a, metres)).toBe(toA.length === 0 ? null : Math.min(...toA));
        const points = [...clips, ...lostWays];
        expect(cuts.isNear(a, metres)).toBe(points.some((p) => greatCircleM(...a, ...p) <= metres));
        expect(cuts.mayHide(a, b, metres)).toBe(
          points.some((p) => greatCircleM(...a, ...p) + greatCircleM(...p, ...b) < metres),
        );
      },
    ),
    {numRuns: 300, seed: 6},
  );
});

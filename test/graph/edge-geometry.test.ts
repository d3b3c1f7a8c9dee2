import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lineLengthM, pointAlong} from '../../src/geo/line.ts';
import {edgeLine, pointAlongEdge} from '../../src/graph/edge-geometry.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';

const place = fc.tuple(
  fc.integer({min: 1_190_000_000, max: 1_190_100_000}).map((e7) => e7 / 1e7),
  fc.integer({min: 280_000_000, max: 280_100_000}).map((e7) => e7 / 1e7),
);

test('a point along an edge is that along its line, from either end', () => {
  const share = fc.double({min: -0.2, max: 1.2, noNaN: true});
  fc.assert(
    fc.property(place, fc.array(place, {maxLength: 5}), place, share, (from, between, to, t) => {
      const builder = new NetworkBuilder();
      builder.addNode(...from, 1);
      builder.addNode(...to, 2);
      // One before it, so that its points are not the first of the network.
      builder.addEdge({from: 1, to: 0, class: 'trunk', between: [[119.5, 28.5]]});
      builder.addEdge({from: 0, to: 1, class: 'trunk', between});
      const network = builder.finish();
      const line = edgeLine(network, 1);
      const alongM = t * lineLengthM(line);
      expect(pointAlongEdge(network, 1, true, alongM)).toEqual(pointAlong(line, alongM));
      const back = line.toReversed();
      expect(pointAlongEdge(network, 1, false, alongM)).toEqual(pointAlong(back, alongM));
    }),
  );
});

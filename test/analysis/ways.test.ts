import fc from 'fast-check';
import {expect, test} from 'vitest';
import {openStudy, type StudyPlace} from '../../src/analysis/study.ts';
import {waysFrom} from '../../src/analysis/ways.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {edgeCost} from '../support/oracle.ts';
import {placeAt} from '../support/places.ts';
import {randomNetwork, randomSnap} from '../support/random-network.ts';

const drawn = randomNetwork({maxNodes: 10, maxEdges: 20}).chain((network) =>
  fc.record({
    network: fc.constant(network),
    snaps: fc.array(fc.option(randomSnap(network.edges.count), {freq: 5}), {
      minLength: 1,
      maxLength: 5,
    }),
    weight: fc.constantFrom<('time' | 'length')[]>('time', 'length'),
  }),
);

test('ways of few origins and of many cost the same and are as long', () => {
  fc.assert(
    fc.property(drawn, ({network, snaps, weight}) => {
      const study = openStudy(network, {profile: FREE_FLOW});
      const places = snaps.map((snap, i): StudyPlace => ({...placeAt(`${i}`, [119, 28]), snap}));
      const [few, many] = [waysFrom(study, weight, 1), waysFrom(study, weight, 1_000)];
      const measures = (way: ReturnType<ReturnType<typeof few>>) =>
        way && {
          cost: way.cost,
          ...Object.fromEntries(
            (['time', 'length'] as const).map((of) => [
              of,
              way.pieces.reduce((sum, {edge, fromShare, toShare}) => {
                const whole = edgeCost(network, edge, of);
                return sum + Math.abs(Math.round(whole * toShare) - Math.round(whole * fromShare));
              }, 0),
            ]),
          ),
        };
      for (const from of places) {
        for (const to of places) expect(measures(many(from)(to))).toEqual(measures(few(from)(to)));
      }
    }),
    {numRuns: 300},
  );
});

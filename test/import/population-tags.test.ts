import {expect, test} from 'vitest';
import {decodeNetwork} from '../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../src/graph/file/encode.ts';
import {drawn} from './draw-osm.ts';

test('whose people a figure counts is read, kept in a network file, and not made up', async () => {
  const read = await drawn('A--B--C', {
    ways: {ABC: {highway: 'primary'}},
    nodes: {
      A: {place: 'city', name: '甲市', population: '900', 'population:kind': '常住'},
      B: {place: 'county', name: '乙县', population: '80', 'population:within': '甲市'},
      C: {place: 'town', name: '丙镇', 'population:kind': 'about'},
    },
  });
  const {places} = decodeNetwork(encodeNetwork(read), 'x.gtn');
  expect(places.map((p) => [p.name, p.populationKind, p.populationWithin])).toEqual([
    ['甲市', 'resident', undefined],
    ['乙县', undefined, '甲市'],
    ['丙镇', undefined, undefined],
  ]);
});

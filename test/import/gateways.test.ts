import {expect, test} from 'vitest';
import {drawn} from './draw-osm.ts';

test('named airports, harbours and checkpoints are places; a town stays a town', async () => {
  const network = await drawn('A--B--C--D--E--F', {
    ways: {ABCDEF: {highway: 'primary'}},
    nodes: {
      A: {aeroway: 'aerodrome', name: '龙湾机场'},
      B: {harbour: 'yes', name: '温州港'},
      C: {barrier: 'border_control', name: '口岸'},
      D: {harbour: 'yes', place: 'town', name: '港镇'},
      E: {'seamark:type': 'harbour', name: '渔港'},
      F: {aeroway: 'aerodrome'},
    },
  });
  expect(network.places.map(({name, kind}) => [name, kind])).toEqual([
    ['龙湾机场', 'airport'],
    ['温州港', 'port'],
    ['口岸', 'checkpoint'],
    ['港镇', 'town'],
    ['渔港', 'port'],
  ]);
});

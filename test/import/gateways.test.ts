import {describe, expect, test} from 'vitest';
import type {Network} from '../../src/graph/network.ts';
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

describe('gateways drawn as areas', () => {
  // cells are 1 km; the L covers G–H–I–J–K–M, its corner at M
  const MAP = `
    A--B--C--D

    G-H
    | |
    | J---I
    M-----K`;
  const ROAD = {highway: 'primary'};
  const AIRPORT = {aeroway: 'aerodrome', name: '龙湾机场', alt_name: '永强机场'};
  const kmOf = ({places}: Network, row = 0) => {
    const {lon, lat} = places[row]!;
    return [(lon - 119) * Math.cos((28 / 180) * Math.PI) * 111.195, (28 - lat) * 111.195];
  };
  const reasons = ({ledger}: Network) =>
    ledger
      .filter(({reason}) => /^(gateway|drawn)-/.test(reason))
      .map(({reason, count, examples}) => [reason, count, examples.join()]);

  test('an outline counts with its centroid, not the middle of its box', async () => {
    const network = await drawn(MAP, {ways: {ABCD: ROAD, GHJIKMG: AIRPORT}});
    expect(network.places).toMatchObject([
      {osmId: null, name: '龙湾机场', altNames: ['永强机场'], kind: 'airport', population: null},
    ]);
    // By hand, west to east: 2 × 3 km with its middle at x 1, y 3.5; 4 × 1 km at x 4, y 4.5.
    const [x, y] = kmOf(network);
    expect(x).toBeCloseTo((6 * 1 + 4 * 4) / 10, 2);
    expect(y).toBeCloseTo((6 * 3.5 + 4 * 4.5) / 10, 2);
    expect(reasons(network)).toEqual([['gateway-area', 1, 'way/2']]);
  });

  test('a multipolygon counts with its centroid, holes left out', async () => {
    const holed = `
      A--B--C--D
      E-------F
      |  N-O  |
      |  Q-P  |
      H-------G`;
    const member = (ref: number, role: string) => ({type: 'way' as const, ref, role});
    const network = await drawn(holed, {
      ways: {ABCD: ROAD, EFG: {}, GHE: {}, NOPQN: {}},
      relations: [
        {
          id: 5,
          members: [member(2, 'outer'), member(3, 'outer'), member(4, 'inner')],
          tags: {type: 'multipolygon', 'seamark:type': 'harbour', name: '温州港'},
        },
      ],
    });
    expect(network.places).toMatchObject([{name: '温州港', kind: 'port'}]);
    // 8 × 3 km at x 4, y 2.5 without 2 × 1 km at x 4, y 2.5: the hole is in the middle
    const [x, y] = kmOf(network);
    expect(x).toBeCloseTo(4, 2);
    expect(y).toBeCloseTo(2.5, 2);
    expect(reasons(network)).toEqual([['gateway-area', 1, 'relation/5']]);
  });

  test('one cut by the extract is in the middle of what is there, and is counted so', async () => {
    const network = await drawn(MAP, {ways: {ABCD: ROAD, GHJIKMG: AIRPORT}, missing: 'IK'});
    const [x, y] = kmOf(network);
    expect(x).toBeCloseTo(1, 2); // G, H, J, M: 2 × 3 km
    expect(y).toBeCloseTo(3.5, 2);
    expect(reasons(network)).toEqual([
      ['drawn-area-cut', 1, 'way/2'],
      ['gateway-area', 1, 'way/2'],
    ]);
  });

  test('a node of its kind and name in it stands for it; one of another name does not', async () => {
    const inside = (name: string) =>
      drawn(MAP, {
        ways: {ABCD: ROAD, GHJIKMG: AIRPORT},
        nodes: {H: {aeroway: 'aerodrome', name}},
      });
    const one = await inside('龙湾机场');
    expect(one.places).toMatchObject([{osmId: 8, name: '龙湾机场'}]);
    expect(reasons(one)).toEqual([['gateway-merged', 1, 'way/2']]);
    expect((await inside('新机场')).places.map(({name}) => name)).toEqual(['新机场', '龙湾机场']);
  });

  test('harbours by land use; none for a slipway or a fuel station in one', async () => {
    const kinds = async (tags: Record<string, string>) =>
      (await drawn(MAP, {ways: {ABCD: ROAD, GHJIKMG: {name: '港', ...tags}}})).places.map(
        ({kind}) => kind,
      );
    expect(await kinds({landuse: 'harbour'})).toEqual(['port']);
    expect(await kinds({landuse: 'industrial', industrial: 'port'})).toEqual(['port']);
    expect(await kinds({harbour: 'yes'})).toEqual(['port']);
    expect(await kinds({barrier: 'border_control'})).toEqual(['checkpoint']);
    expect(await kinds({harbour: 'slipway'})).toEqual([]);
    expect(await kinds({landuse: 'industrial'})).toEqual([]);
  });

  test('without a name they are left out and counted, drawn or not', async () => {
    const network = await drawn(MAP, {
      ways: {ABCD: ROAD, GHJIKMG: {aeroway: 'aerodrome'}},
      nodes: {A: {aeroway: 'aerodrome'}},
    });
    expect(network.places).toEqual([]);
    expect(reasons(network)).toEqual([['gateway-without-name', 2, 'node/1,way/2']]);
  });
});

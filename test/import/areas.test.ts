import {describe, expect, test} from 'vitest';
import {decodeNetwork} from '../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../src/graph/file/encode.ts';
import type {Network} from '../../src/graph/network.ts';
import type {OsmData} from '../support/osm-data.ts';
import {pointInArea} from '../support/point-in-area.ts';
import {drawn, drawOsm, idOf} from './draw-osm.ts';

type Relation = NonNullable<OsmData['relations']>[number];

const ROAD = {highway: 'primary'};
const unit = (level: number, name: string, more = {}) => ({
  type: 'boundary',
  boundary: 'administrative',
  admin_level: String(level),
  name,
  ...more,
});
const outer = (...refs: number[]) =>
  refs.map((ref) => ({type: 'way' as const, ref, role: 'outer'}));
const inner = (...refs: number[]) =>
  refs.map((ref) => ({type: 'way' as const, ref, role: 'inner'}));
const seat = (letter: string) => ({type: 'node' as const, ref: idOf(letter), role: 'admin_centre'});

/** Names of the areas of a level that hold each letter, by an independent reader of polygons. */
function holders(network: Network, map: string, level: number, letters: string): string[] {
  const {nodes} = drawOsm(map, {ways: {}});
  return [...letters].map((letter) => {
    const {lon, lat} = nodes.find(({id}) => id === idOf(letter))!;
    return network.areas
      .filter((area) => area.level === level && pointInArea(lon, lat, area.coordinates))
      .map(({name}) => name)
      .join('+');
  });
}

const noted = (network: Network, reason: string) =>
  network.ledger.find((entry) => entry.reason === reason);
const relation = (id: number, tags: Relation['tags'], members: Relation['members']): Relation => ({
  id,
  ...(tags ? {tags} : {}),
  members,
});

describe('areas of whole relations', () => {
  test('hole, unit in the hole, exclave, several outers', async () => {
    const map = `
      A-----------B   K---L
      |           |   |   |
      |  E--F     |   | X |
      |  |P |  Q  |   |   |
      |  H--G     |   N---M
      |           |
      D-----------C   Y---Z
    `;
    const network = await drawn(map, {
      ways: {ABCDA: {}, EFGHE: {}, KLMNK: {}, YZ: ROAD},
      relations: [
        relation(1, unit(5, '外市'), [...outer(1, 3), ...inner(2)]),
        relation(2, unit(5, '内市'), outer(2)),
      ],
    });
    expect(holders(network, map, 5, 'PQXY')).toEqual(['内市', '外市', '外市', '']);
    expect(network.borders.map(({osmWayIds, sides}) => [osmWayIds[0], sides])).toEqual([
      [1, ['外市']],
      [2, ['内市', '外市']],
      [3, ['外市']],
    ]);
    // Drawn clockwise: what lies inside the ring is on the right hand.
    const ring = network.borders[1]!;
    expect([ring.left, ring.right]).toEqual([{5: '外市'}, {5: '内市'}]);
  });

  test('holes that touch in a point, and an outer that touches another', async () => {
    const map = `
      A--------------B
      |              |
      |  E--F        |
      |  |P |        |
      |  H--G--J     |
      |     |Q |  R  |
      |     L--K     |
      |              |
      D--------------C--M
                     |  |
                     O--N
      Y--Z
    `;
    const network = await drawn(map, {
      ways: {ABCDA: {}, EFGHE: {}, GJKLG: {}, CMNOC: {}, YZ: ROAD},
      relations: [relation(1, unit(6, '县'), [...outer(1, 4), ...inner(2, 3)])],
    });
    expect(holders(network, map, 6, 'PQR')).toEqual(['', '', '县']);
    expect(network.areas[0]!.coordinates.flat()).toHaveLength(4);
  });

  test('a way listed twice, and rings pieced together of many ways', async () => {
    const map = `
      A--B--C
      |  P  |
      D--E--F
      Y--Z
    `;
    const network = await drawn(map, {
      ways: {AB: {}, CB: {}, 'C F': {}, EF: {}, 'E D A': {}, YZ: ROAD},
      relations: [relation(1, unit(4, '省'), outer(1, 2, 3, 4, 5, 2))],
    });
    expect(holders(network, map, 4, 'P')).toEqual(['省']);
    expect(network.borders).toHaveLength(5);
  });

  test('a way in outlines of three levels is one line of the highest, named at each level', async () => {
    const map = `
      A-----B-----C
      |  P  |  Q  |
      D-----E-----F
      Y--Z
    `;
    const west = (level: number, id: number, name: string) =>
      relation(id, unit(level, name), outer(1, 2));
    const east = (level: number, id: number, name: string) =>
      relation(id, unit(level, name), outer(2, 3));
    const network = await drawn(map, {
      ways: {
        'B A D E': {},
        'E B': {admin_level: '6', boundary: 'administrative'},
        'B C F E': {},
        YZ: ROAD,
      },
      relations: [
        west(4, 1, '浙江省'),
        west(5, 2, '温州市'),
        west(6, 3, '泰顺县'),
        east(4, 4, '福建省'),
        east(5, 5, '宁德市'),
        east(6, 6, '寿宁县'),
      ],
    });
    const shared = network.borders.filter(({osmWayIds}) => osmWayIds[0] === 2);
    expect(shared).toHaveLength(1);
    // Way 2 runs north, from E to B: the west is on its left hand.
    expect(shared[0]).toMatchObject({
      level: 4,
      sides: ['浙江省', '福建省'],
      left: {4: '浙江省', 5: '温州市', 6: '泰顺县'},
      right: {4: '福建省', 5: '宁德市', 6: '寿宁县'},
    });
    const read = decodeNetwork(encodeNetwork(network), 'x.gtn');
    expect(read.borders).toEqual(network.borders);
    expect(read.areas).toEqual(network.areas);
  });

  test('a corner of three provinces: each line has its own two', async () => {
    const map = `
      A-----B-----C
      |     |     |
      |     O     |
      |    / \\    |
      D---E---F---G
      Y--Z
    `;
    const network = await drawn(map, {
      ways: {'B A D E': {}, BO: {}, OE: {}, 'E F': {}, OF: {}, 'B C G F': {}, YZ: ROAD},
      relations: [
        relation(1, unit(4, '浙'), outer(1, 2, 3)),
        relation(2, unit(4, '闽'), outer(3, 4, 5)),
        relation(3, unit(4, '赣'), outer(2, 5, 6)),
      ],
    });
    const sides = new Map(network.borders.map(({osmWayIds, sides: both}) => [osmWayIds[0], both]));
    expect(sides.get(2)).toEqual(['浙', '赣']);
    expect(sides.get(3)).toEqual(['浙', '闽']);
    expect(sides.get(5)).toEqual(['赣', '闽']);
  });

  test('a line that the way of a lower unit meets in its middle is cut there', async () => {
    const map = `
      A-----B-----C
      |     |     |
      |     G-----H
      |     |     |
      D-----E-----F
      Y--Z
    `;
    const network = await drawn(map, {
      ways: {'B A D E': {}, BGE: {}, 'B C H': {}, GH: {}, 'H F E': {}, BG: {}, GE: {}, YZ: ROAD},
      relations: [
        relation(1, unit(4, '西省'), outer(1, 2)),
        relation(2, unit(4, '东省'), outer(2, 3, 5)),
        // The counties draw the outline anew, as nobody has split way 2 at G.
        relation(3, unit(6, '北县'), outer(6, 3, 4)),
        relation(4, unit(6, '南县'), outer(7, 4, 5)),
      ],
    });
    const middle = network.borders.filter(({osmWayIds}) => osmWayIds[0] === 2);
    expect(middle.map(({level, left}) => [level, left])).toEqual([
      [4, {4: '东省', 6: '北县'}],
      [4, {4: '东省', 6: '南县'}],
    ]);
  });
});

describe('areas of relations with missing members', () => {
  /** The extract ends at the letters; what is outside of it is missing. */
  const cut = `
    A-----B-----C
    |  P  |  Q  |
    |     |     |
    D-----E-----F
    Y--Z
  `;

  test('two units and one line: nothing says on which side which lies', async () => {
    const network = await drawn(cut, {
      marginKm: 0,
      ways: {BE: {}, YZ: ROAD},
      relations: [
        relation(1, unit(4, '西省'), outer(1, 90)),
        relation(2, unit(4, '东省'), outer(1, 91)),
      ],
    });
    expect(network.borders).toMatchObject([{level: 4, sides: ['东省', '西省']}]);
    expect(network.borders[0]!.left).toBeUndefined();
    expect(noted(network, 'area-incomplete')).toMatchObject({
      count: 2,
      examples: ['relation/1 "西省"', 'relation/2 "东省"'],
    });
    expect(network.areas.filter(({name}) => name !== '')).toEqual([]);
  });

  test('a seat on one side settles both', async () => {
    const network = await drawn(cut, {
      marginKm: 0,
      ways: {BE: {}, YZ: ROAD},
      relations: [
        relation(1, unit(4, '西省'), [...outer(1, 90), seat('P')]),
        relation(2, unit(4, '东省'), outer(1, 91)),
      ],
    });
    expect(holders(network, cut, 4, 'PQ')).toEqual(['西省', '东省']);
    expect(network.areas.every(({closedAlongExtract}) => closedAlongExtract)).toBe(true);
    expect(noted(network, 'area-closed-along-extract')?.count).toBe(2);
    // From B southwards: the east is on the left hand.
    expect(network.borders[0]).toMatchObject({left: {4: '东省'}, right: {4: '西省'}});
  });

  test('so does a place that says where it lies', async () => {
    const network = await drawn(cut, {
      marginKm: 0,
      ways: {BE: {}, YZ: ROAD},
      nodes: {Q: {place: 'town', name: '镇', 'is_in:province': '东省'}},
      relations: [
        relation(1, unit(4, '西省'), outer(1, 90)),
        relation(2, unit(4, '东省'), outer(1, 91)),
      ],
    });
    expect(holders(network, cut, 4, 'PQ')).toEqual(['西省', '东省']);
  });

  test('a neighbour that is whole settles it: units of a level do not overlap', async () => {
    const map = `
      A-----------C
      |           |
      |  G--H     |
      |  |P |  Q  |
      |  J--K     |
      D-----------F
      Y--Z
    `;
    const network = await drawn(map, {
      marginKm: 0,
      ways: {GHKJG: {}, YZ: ROAD},
      relations: [
        relation(1, unit(4, '内省'), outer(1)),
        relation(2, unit(4, '外省'), [...inner(1), ...outer(90)]),
      ],
    });
    expect(holders(network, map, 4, 'PQ')).toEqual(['内省', '外省']);
    const [, around] = network.areas;
    expect(around!.coordinates[0]).toHaveLength(2);
  });

  test('three provinces that meet in a corner settle each other', async () => {
    const map = `
      A-----B-----C
      |  P  |  Q  |
      |     O     |
      |    / \\    |
      |   / R \\   |
      D--E-----F--G
      Y--Z
    `;
    const network = await drawn(map, {
      marginKm: 0,
      ways: {BO: {}, OE: {}, OF: {}, YZ: ROAD},
      relations: [
        relation(1, unit(4, '浙'), outer(1, 2, 90)),
        relation(2, unit(4, '赣'), outer(1, 3, 91)),
        relation(3, unit(4, '闽'), outer(2, 3, 92)),
      ],
    });
    expect(holders(network, map, 4, 'PQR')).toEqual(['浙', '赣', '闽']);
    expect(network.borders).toMatchObject([
      {left: {4: '赣'}, right: {4: '浙'}},
      {left: {4: '闽'}, right: {4: '浙'}},
      {left: {4: '赣'}, right: {4: '闽'}},
    ]);
  });

  test('a member missing inside the extract: left open, no side is claimed', async () => {
    const map = `
      A-----B-----C
      |  P  |  Q  |
      G-----H-----J
      |     |     |
      D-----E-----F
      Y--Z
    `;
    // 北 is bounded by G-H and H-J; H-J is missing, and a road passes where it was and all round.
    const network = await drawn(map, {
      marginKm: 1,
      ways: {GH: {}, 'A B C J F E D': ROAD, YZ: ROAD},
      relations: [relation(1, unit(4, '北'), [...outer(1, 90), seat('P')])],
    });
    expect(network.areas.filter(({name}) => name === '北')).toEqual([]);
    expect(noted(network, 'area-incomplete')?.examples).toEqual(['relation/1 "北"']);
    expect(network.borders).toMatchObject([{level: 4, sides: ['北']}]);
  });

  test('a border much longer than the extract, with the nodes outside missing', async () => {
    const map = `
      A--B--C--D--E
         P  Q
      Y--Z
    `;
    const network = await drawn(map, {
      marginKm: 1,
      missing: 'AE',
      ways: {ABCDE: {}, YZ: ROAD},
      relations: [
        relation(1, unit(4, '北'), outer(1)),
        relation(2, unit(4, '南'), [...outer(1), seat('P')]),
      ],
    });
    expect(network.borders).toMatchObject([{level: 4, sides: ['北', '南']}]);
    expect(network.borders[0]!.line).toHaveLength(3);
    expect(holders(network, map, 4, 'PQ')).toEqual(['南', '南']);
  });

  test('a relation that collects a border line is no unit on its side', async () => {
    const network = await drawn(cut, {
      marginKm: 0,
      ways: {BE: {}, YZ: ROAD},
      relations: [
        relation(1, unit(2, 'Ost'), outer(1, 90)),
        relation(2, unit(2, 'West'), outer(1, 91)),
        relation(3, unit(2, 'Ost - West'), outer(1, 92)),
      ],
    });
    expect(network.borders).toMatchObject([{sides: ['Ost', 'West']}]);
  });
});

import {describe, expect, test} from 'vitest';
import type {Network} from '../../src/graph/network.ts';
import {unitFinder} from '../../src/graph/units.ts';
import {drawn, drawOsm, idOf} from './draw-osm.ts';

const ROAD = {highway: 'primary'};
const LINE = {boundary: 'administrative', admin_level: '4'};

/** Letters grouped by the province they are told to lie in; unknown ones are left out. */
function groups(network: Network, map: string, letters: string): string[] {
  const {nodes} = drawOsm(map, {ways: {}});
  const finder = unitFinder(network);
  const found = new Map<number, string>();
  for (const letter of letters) {
    const {lon, lat} = nodes.find(({id}) => id === idOf(letter))!;
    const unit = finder.at('province', lon, lat);
    if (unit > 0) found.set(unit, (found.get(unit) ?? '') + letter);
  }
  return [...found.values()].sort();
}

const count = (network: Network, reason: string) =>
  network.ledger.find((entry) => entry.reason === reason)?.count ?? 0;

describe('provinces told apart by loose border ways', () => {
  const map = `
    A-----B-----C
    |  P  |  Q  |
    |     O     |
    |    / \\    |
    |   / R \\   |
    D--E-----F--G
    Y--Z
  `;

  test('lines that reach the edge of the extract part it; without names there are no names', async () => {
    const network = await drawn(map, {marginKm: 0, ways: {BO: LINE, OE: LINE, OF: LINE, YZ: ROAD}});
    expect(groups(network, map, 'PQR')).toEqual(['P', 'Q', 'R']);
    expect(network.areas.map(({name, level}) => [name, level])).toEqual([
      ['', 4],
      ['', 4],
      ['', 4],
    ]);
    expect(network.borders.every(({sides}) => sides.length === 0)).toBe(true);
    expect(count(network, 'area-without-name')).toBe(3);
  });

  test('places that say where they lie name areas and the sides of lines', async () => {
    const town = (province: string) => ({place: 'town', name: '镇', 'is_in:province': province});
    const network = await drawn(map, {
      marginKm: 0,
      ways: {BO: LINE, OE: LINE, OF: LINE, YZ: ROAD},
      nodes: {P: town('江西省'), Q: town('浙江省')},
    });
    expect(network.borders.map(({sides}) => sides)).toEqual([
      ['江西省', '浙江省'],
      ['江西省'],
      ['浙江省'],
    ]);
    expect(network.borders[0]).toMatchObject({left: {4: '浙江省'}, right: {4: '江西省'}});
    expect(groups(network, map, 'PQR')).toEqual(['P', 'Q', 'R']);
  });

  test('places of one area that say different things leave it without a name', async () => {
    const town = (province: string) => ({place: 'town', name: '镇', 'is_in:province': province});
    const network = await drawn(map, {
      marginKm: 0,
      ways: {OE: LINE, OF: LINE, BO: {}, YZ: ROAD},
      nodes: {P: town('江西省'), Q: town('浙江省')},
    });
    expect(groups(network, map, 'PQR')).toEqual(['PQ', 'R']);
    expect(network.areas.map(({name}) => name)).toEqual(['', '']);
  });

  test('two areas of one province, parted by another, are one unit', async () => {
    const strip = `
      A--B--C--D
      |P |Q |R |
      E--F--G--H
      Y--Z
    `;
    const town = (province: string) => ({place: 'town', name: '镇', 'is_in:province': province});
    const network = await drawn(strip, {
      marginKm: 0,
      ways: {BF: LINE, CG: LINE, YZ: ROAD},
      nodes: {P: town('甲'), Q: town('乙'), R: town('甲')},
    });
    expect(groups(network, strip, 'PQR')).toEqual(['PR', 'Q']);
    expect(network.areas.find(({name}) => name === '甲')!.coordinates).toHaveLength(2);
  });

  test('an exclave drawn as a closed way; one drawn there and back encloses nothing', async () => {
    const one = `
      A--------C
      |  G--H  |
      |P |Q |  |
      |  J--K  |
      |        |
      |  L--M  |
      D--------F
      Y--Z
    `;
    const network = await drawn(one, {
      marginKm: 0,
      ways: {GHKJG: LINE, LML: LINE, YZ: ROAD},
    });
    expect(groups(network, one, 'PQ')).toEqual(['P', 'Q']);
    expect(count(network, 'border-end-open')).toBe(0);
  });
});

describe('ends that do not meet', () => {
  const map = `
    A--B------------C
    |  |         |
    |P |  Q      S
    |  |         |
    D--E------T--F
    Y--Z
  `;

  test('a gap no road crosses is closed; the ledger says where', async () => {
    const network = await drawn(map, {marginKm: 2, ways: {BE: LINE, YZ: ROAD}});
    expect(groups(network, map, 'PQ')).toEqual(['P', 'Q']);
    expect(count(network, 'border-end-prolonged')).toBe(2);
    const [entry] = network.ledger.filter(({reason}) => reason === 'border-end-prolonged');
    expect(entry!.examples[0]).toMatch(/^level 4 at 119\.\d{4},2[78]\.\d{4}$/);
  });

  test('where a road goes round the end nothing is closed, and nobody is told apart', async () => {
    const round = `
      A-----------C
      |     B     |
      |  P  |  Q  |
      |     E     |
      D-----------F
    `;
    const network = await drawn(round, {marginKm: 2, ways: {BE: LINE, ACFDA: ROAD}});
    expect(groups(network, round, 'PQ')).toEqual([]);
    expect(count(network, 'border-end-open')).toBe(2);
    expect(network.borders).toHaveLength(1);
  });

  test('a ferry is no road: a line is closed across its way', async () => {
    const round = `
      A-----------C
      |     B     |
      |  P  |  Q  |
      |     E     |
      D-----------F
      Y--Z
    `;
    const network = await drawn(round, {
      marginKm: 2,
      ways: {BE: LINE, ACFDA: {route: 'ferry'}, YZ: ROAD},
    });
    expect(groups(network, round, 'PQ')).toEqual(['P', 'Q']);
  });

  test('ends some metres apart are joined, whatever passes between them', async () => {
    const data = drawOsm(
      `
      A--B--C
      |P |Q |
      |  G  |
      |  H  |
      |  |  |
      D--E--F
      `,
      {marginKm: 0, ways: {BG: LINE, HE: LINE, APQC: ROAD}},
    );
    const g = data.nodes.find(({id}) => id === idOf('G'))!;
    const near = (metres: number) => ({
      ...data,
      nodes: data.nodes.map((node) =>
        node.id === idOf('H') ? {...node, lat: g.lat - metres / 111_195} : node,
      ),
    });
    const {toXml} = await import('../support/osm-data.ts');
    const {importOne} = await import('./draw-osm.ts');
    const joined = await importOne(toXml(near(60)), 'xml');
    expect(count(joined, 'border-end-joined')).toBe(2);
    expect(joined.areas).toHaveLength(2);
    const apart = await importOne(toXml(near(140)), 'xml');
    expect(count(apart, 'border-end-joined')).toBe(0);
  });
});

describe('coast is no border', () => {
  const map = `
    A-----B-----C
    |  P  |  Q  |
    D-----E-----F
    |           |
    G-----------H
    Y--Z
  `;
  const unit = (level: number, name: string) => ({
    type: 'boundary',
    boundary: 'administrative',
    admin_level: String(level),
    name,
  });
  const ways = (...refs: number[]) =>
    refs.map((ref) => ({type: 'way' as const, ref, role: 'outer'}));

  test('coastline in an outline bounds the area and is no line', async () => {
    const network = await drawn(map, {
      ways: {
        'B A D': LINE,
        BE: LINE,
        'B C F': LINE,
        DE: {natural: 'coastline'},
        EF: {natural: 'coastline'},
        YZ: ROAD,
      },
      relations: [
        {id: 1, tags: unit(4, '西省'), members: ways(1, 2, 4)},
        {id: 2, tags: unit(4, '东省'), members: ways(2, 3, 5)},
      ],
    });
    expect(network.areas.map(({name}) => name)).toEqual(['西省', '东省']);
    expect(network.borders.map(({osmWayIds}) => osmWayIds[0])).toEqual([1, 2, 3]);
  });

  test('a border way that runs along the coastline for a while is a border for the rest only', async () => {
    const network = await drawn(map, {
      ways: {'B E F C': LINE, DEF: {natural: 'coastline'}, YZ: ROAD},
    });
    // B-E inland, E-F on the coast, F-C inland.
    expect(network.borders.map(({line}) => line.length)).toEqual([2, 2]);
  });

  test('maritime lines part provinces at sea and are no border', async () => {
    const network = await drawn(map, {
      marginKm: 0,
      ways: {BE: LINE, 'E G': {...LINE, maritime: 'yes'}, DEF: {natural: 'coastline'}, YZ: ROAD},
    });
    expect(network.borders.map(({osmWayIds}) => osmWayIds[0])).toEqual([1]);
    expect(groups(network, map, 'PQ')).toEqual(['P', 'Q']);
    expect(count(network, 'border-end-coast')).toBe(0);
  });

  test('a border that ends at the coast is led out to sea', async () => {
    const network = await drawn(map, {
      marginKm: 2,
      ways: {BE: LINE, DEF: {natural: 'coastline'}, YZ: ROAD},
    });
    expect(count(network, 'border-end-coast')).toBe(1);
    expect(groups(network, map, 'PQ')).toEqual(['P', 'Q']);
  });
});

import {describe, expect, test} from 'vitest';
import {drawn} from './draw-osm.ts';
import {importData, NO_DATA} from './real-data.ts';

const ROAD = {highway: 'primary'};
const unit = (level: number, name: string) => ({
  type: 'boundary',
  boundary: 'administrative',
  admin_level: String(level),
  name,
});
const ways = (...refs: number[]) => refs.map((ref) => ({type: 'way' as const, ref, role: 'outer'}));

/** Two provinces side by side; the east one has a county in its north. */
const MAP = `
  A--B--C
  |  |  |
  |  G--H
  |  |  |
  D--E--F
        X--Y
`;
const OUTLINES = {
  'B A D E': {boundary: 'administrative', admin_level: '4'}, // 1
  'B G': {boundary: 'administrative', admin_level: '6'}, // 2
  'G E': {}, // 3
  'B C H': {}, // 4
  'G H': {boundary: 'administrative', admin_level: '6'}, // 5
  'H F E': {}, // 6
  'X Y': ROAD, // 7
};
const RELATIONS = [
  {id: 1, tags: unit(4, '西省'), members: ways(1, 2, 3)},
  {id: 2, tags: unit(4, '东省'), members: ways(2, 3, 6, 4)},
  {id: 3, tags: unit(6, '北县'), members: ways(2, 4, 5)},
  {id: 4, tags: unit(6, '南县'), members: ways(3, 6, 5)},
  {id: 5, tags: unit(6, '外县'), members: ways(5, 99)},
  {id: 6, tags: unit(6, '开县'), members: ways(4, 6)},
];

describe('borders and areas', () => {
  test('a line belongs to its highest level, with the units of that level on its sides', async () => {
    const {borders} = await drawn(MAP, {ways: OUTLINES, relations: RELATIONS});
    expect(borders.map(({osmWayIds, level, sides}) => [osmWayIds[0], level, sides])).toEqual([
      [1, 4, ['西省']],
      [2, 4, ['东省', '西省']],
      [3, 4, ['东省', '西省']],
      [4, 4, ['东省']],
      // 外县 lists it too, but a line has two sides and both are known by their areas.
      [5, 6, ['北县', '南县']],
      [6, 4, ['东省']],
    ]);
  });

  test('whole relations become areas that know their province; others are noted by name', async () => {
    const {areas, ledger} = await drawn(MAP, {ways: OUTLINES, relations: RELATIONS});
    expect(areas.map(({name, level, province}) => [name, level, province])).toEqual([
      ['西省', 4, '西省'],
      ['东省', 4, '东省'],
      ['北县', 6, '东省'],
      ['南县', 6, '东省'],
    ]);
    // 西省: 3 km × 4 km drawn, closed ring of A B G E D
    expect(areas[0]!.coordinates).toHaveLength(1);
    expect(areas[0]!.coordinates[0]![0]).toHaveLength(6);
    expect(ledger.find(({reason}) => reason === 'area-incomplete')?.examples).toEqual([
      'relation/5 "外县"',
    ]);
    expect(ledger.find(({reason}) => reason === 'area-not-closed')?.examples).toEqual([
      'relation/6 "开县"',
    ]);
    expect(ledger.find(({reason}) => reason === 'boundary')?.ways).toBe(6);
  });

  test('a border that leaves the extract is drawn as far as it is there', async () => {
    const {borders} = await drawn(
      `
      A--B--C--D--E
      X--Y
      `,
      {
        ways: {ABCDE: {boundary: 'administrative', admin_level: '5'}, XY: ROAD},
        missing: 'C',
      },
    );
    expect(borders.map(({line}) => line.length)).toEqual([2, 2]);
  });

  test('a place takes its province from the area that holds it', async () => {
    const {places} = await drawn(
      `
      A-----B-----C
      |     |     |
      |  P  |  Q  |
      |     |     |
      D-----E-----F
      `,
      {
        ways: {'B A D E': {}, 'B E': {}, 'B C F E': {}, PQ: ROAD},
        nodes: {
          P: {place: 'town', name: '甲', population: 'many'},
          Q: {place: 'village', 'name:zh': '乙', 'name:en': 'Yi'},
          A: {place: 'hamlet', name: '丙'},
          B: {place: 'town'},
        },
        relations: [
          {id: 1, tags: unit(4, '西省'), members: ways(1, 2)},
          {id: 2, tags: unit(4, '东省'), members: ways(2, 3)},
        ],
      },
    );
    expect(
      places.map(({name, altNames, kind, province, population}) => ({
        name,
        altNames,
        kind,
        province,
        population,
      })),
    ).toEqual([
      {name: '甲', altNames: [], kind: 'town', province: '西省', population: null},
      {name: '乙', altNames: ['Yi'], kind: 'village', province: '东省', population: null},
    ]);
  });
});

describe.skipIf(NO_DATA)('on real files (GUANTONG_DATA)', () => {
  test('Liechtenstein: eleven municipalities and two districts, villages cut off are noted', async () => {
    const {areas, borders, ledger} = await importData('liechtenstein-2015.osm.pbf');
    expect(areas.filter(({level}) => level === 8)).toHaveLength(11);
    const whole = areas.filter(({level, closedAlongExtract}) => level === 6 && !closedAlongExtract);
    expect(whole.map(({name}) => name)).toEqual(['Wahlkreis Unterland', 'Wahlkreis Oberland']);
    expect(new Set(borders.map(({level}) => level))).toContain(2);
    expect(ledger.some(({reason}) => reason === 'area-incomplete')).toBe(true);
  });

  test('浙闽赣: provincial border ways, the 18 places with their census', async () => {
    const {borders, places} = await importData('zhe-min-gan.osm.pbf');
    expect(borders.every(({level}) => level === 4)).toBe(true);
    expect(borders.length).toBeGreaterThanOrEqual(221);
    expect(places).toHaveLength(18);
    expect(places.find(({name}) => name === '温州市')).toMatchObject({
      population: 9572903,
      populationDate: '2020',
      kind: 'city',
    });
  });
});

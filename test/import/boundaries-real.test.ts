import {readFileSync} from 'node:fs';
import {beforeAll, describe, expect, test} from 'vitest';
import {indexBorders} from '../../src/geo/border-index.ts';
import {edgeLine} from '../../src/graph/edge-geometry.ts';
import type {Network} from '../../src/graph/network.ts';
import {edgeUnits, kmByUnit, unitFinder} from '../../src/graph/units.ts';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';
import {SAMPLE_FILE} from '../sample/read-sample.ts';
import {importOne} from './draw-osm.ts';
import {importData, NO_DATA} from './real-data.ts';

/** What the file does not say: in which province its places lie (浙江, 福建, 江西). */
const PROVINCE_OF: Readonly<Record<string, string>> = {
  温州市: '浙',
  台州市: '浙',
  丽水市: '浙',
  苍南县: '浙',
  泰顺县: '浙',
  庆元县: '浙',
  景宁县: '浙',
  宁德市: '闽',
  '南平市(延平)': '闽',
  '南平市(建阳)': '闽',
  寿宁县: '闽',
  松溪县: '闽',
  武夷山市: '闽',
  霞浦县: '闽',
  柘荣县: '闽',
  屏南县: '闽',
  政和县: '闽',
  上饶市: '赣',
};

/**
 * Edges whose ends lie in different provinces though they cross no border line. An end that lies on a
 * line has crossed it or not as one likes, one on the edge of the extract lies in no area.
 */
function unexplained(network: Network): number[] {
  const {at} = unitFinder(network);
  const borders = indexBorders(network.borders.map(({line}) => line));
  const found: number[] = [];
  for (let e = 0; e < network.edges.count; e++) {
    if (EDGE_CLASSES[network.edges.class[e]!] === 'ferry') continue;
    const line = edgeLine(network, e);
    const [from, to] = [line[0]!, line.at(-1)!];
    const units = [at('province', ...from), at('province', ...to)];
    if (units[0] === units[1] || units.includes(0)) continue;
    if ([from, to].some(([lon, lat]) => borders.nearest(lon, lat, 0.5))) continue;
    if (borders.crossingsOfLine(line).length === 0) found.push(e);
  }
  return found;
}

describe.skipIf(NO_DATA)('浙闽赣: 221 loose ways (GUANTONG_DATA)', () => {
  let network: Network;
  beforeAll(async () => {
    network = await importData('zhe-min-gan.osm.pbf');
  });

  test('cities of one province lie in one area, those of two in two', () => {
    const {at} = unitFinder(network);
    const area = new Map<string, number>();
    expect(network.places).toHaveLength(18);
    for (const {name, lon, lat} of network.places) {
      const unit = at('province', lon, lat);
      expect(unit, name).toBeGreaterThan(0);
      const province = PROVINCE_OF[name]!;
      expect(province, name).toBeDefined();
      expect(area.get(province) ?? unit, name).toBe(unit);
      area.set(province, unit);
    }
    expect(new Set(area.values()).size).toBe(3);
  });

  test('all lines close; no name is invented', () => {
    expect(network.ledger.some(({reason}) => reason === 'border-end-open')).toBe(false);
    expect(network.areas.every(({name}) => name === '')).toBe(true);
    expect(network.borders).toHaveLength(221);
  });

  test('who gets to another province crosses a border, but for the last kilometres at the edge', () => {
    const [west, south, east, north] = network.meta.bbox!;
    const edges = unexplained(network);
    // The expressway at the western edge, both ways, where the line stops short of the edge.
    expect(edges.length).toBeLessThanOrEqual(2);
    for (const e of edges) {
      const nearEdge = edgeLine(network, e).some(
        ([lon, lat]) =>
          lon - west < 0.05 || east - lon < 0.05 || lat - south < 0.05 || north - lat < 0.05,
      );
      expect(nearEdge, `edge ${e} at ${edgeLine(network, e)[0]}`).toBe(true);
    }
  });

  test('km by province add up to all km', () => {
    const km = [...kmByUnit(network, 'province', () => true).values()];
    const total = network.edges.lengthM.reduce((a, b) => a + b, 0) / 1000;
    expect(km.reduce((a, b) => a + b)).toBeCloseTo(total, 6);
  });
});

describe('the sample: six prefectures, provincial lines', () => {
  let network: Network;
  beforeAll(async () => {
    network = await importOne(readFileSync(SAMPLE_FILE), 'xml');
  });

  test('every provincial line between two prefectures names both pairs', () => {
    const pairs = new Set(
      network.borders
        .filter(({level, left, right}) => level === 4 && left?.[5] && right?.[5])
        .map(
          ({sides, left, right}) => `${sides.join('|')} ${[left![5], right![5]].sort().join('/')}`,
        ),
    );
    expect([...pairs].sort()).toEqual([
      '江西省|福建省 上饶市/南平市',
      '浙江省|福建省 丽水市/南平市',
      '浙江省|福建省 丽水市/宁德市',
      '浙江省|福建省 宁德市/温州市',
    ]);
  });

  test('places lie in the prefecture and province that their tags name', () => {
    const {at, units} = unitFinder(network);
    for (const {name, lon, lat, province} of network.places) {
      const unit = units[at('province', lon, lat)]!;
      if (unit.name !== '' && province !== null) expect(unit.name, name).toBe(province);
    }
    expect(edgeUnits(network).units.filter(({kind}) => kind === 'prefecture')).toHaveLength(6);
  });

  test('nobody changes province without crossing a line', () => {
    expect(unexplained(network)).toEqual([]);
  });

  test('the coast of the prefectures is no border', () => {
    // The four stretches of the sea are ways 488 to 490 of the sample, tagged as coastline.
    expect(network.borders.flatMap(({osmWayIds}) => osmWayIds)).not.toContain(488);
    expect(network.borders.flatMap(({osmWayIds}) => osmWayIds)).not.toContain(490);
  });
});

describe.skipIf(NO_DATA)('Liechtenstein, cut all round (GUANTONG_DATA)', () => {
  test('the cantons and the Land around it lie where they lie', async () => {
    const network = await importData('liechtenstein-2015.osm.pbf');
    const areas = network.areas.filter(({level}) => level === 4);
    expect(areas.map(({name}) => name).sort()).toEqual([
      'Graubünden - Grigioni - Grischun',
      'Sankt Gallen',
      'Vorarlberg',
    ]);
    const {at, units} = unitFinder(network);
    // Feldkirch (A), Buchs SG and Fläsch GR (CH), Vaduz (no unit of level 4).
    expect(units[at('province', 9.597, 47.237)]!.name).toBe('Vorarlberg');
    expect(units[at('province', 9.4785, 47.1665)]!.name).toBe('Sankt Gallen');
    expect(units[at('province', 9.53, 47.055)]!.name).toBe('Graubünden - Grigioni - Grischun');
    expect(at('province', 9.5215, 47.141)).toBe(0);
    // Every line of the country has the country on one hand and a neighbour on the other.
    const round = network.borders.filter(({sides}) => sides.includes('Liechtenstein'));
    expect(round.length).toBeGreaterThan(20);
    for (const {left, right} of round) {
      expect([left?.[2], right?.[2]]).toContain('Liechtenstein');
      expect(left?.[2] ?? left?.[4]).toBeDefined();
      expect(right?.[2] ?? right?.[4]).toBeDefined();
    }
  });
});

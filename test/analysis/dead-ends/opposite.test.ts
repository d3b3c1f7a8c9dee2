import {describe, expect, test} from 'vitest';
import {deadEnds} from '../../../src/analysis/dead-ends/answer.ts';
import {findDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {draw} from './gallery/case.ts';

/** Two ends face each other; roads go over the border north and south of them. */
const MAP = `
      P---------------:---------Q
      |               :         |
      |               :         |
      |               :         |
      |               :         |
      |               :         |
      A-----------B   :   C-----D
      |               :         |
      |               :         |
      |               :         |
      |               :         |
      |               :         |
      |               :         |
      |               :         |
      |               :         |
      R---------------:---------S
                      :
`;
const tags = {PQ: {class: 'primary', ref: 'G1'}, RS: {class: 'secondary', ref: 'S2'}} as const;

describe('what lies opposite an end', () => {
  const {network, lonLat} = asciiNetwork(MAP, {edges: tags});
  const [row] = findDeadEnds(network, {level: 'province'});

  test('the other end, the gap, and the way between the two today by hand', () => {
    expect(row).toMatchObject({rule: 'R3', cause: 'missing-link'});
    const other = row!.counterpart!;
    expect([other.lon, other.lat]).toEqual(lonLat('C'));
    expect(other.gapM / 1000).toBeCloseTo(8, 1);
    // 12 back to A, 6 up, 26 over, 6 down, 6 back to C: 56 cells of a kilometre.
    expect(other.networkM! / 1000).toBeCloseTo(56, 0);
    expect(other.detourRatio).toBeCloseTo(7, 1);
    expect(other.timeS).toBeGreaterThan(0);
  });

  test('the crossings on either hand as one looks over the border, by metres along it', () => {
    // B looks east: north is on its left, south on its right.
    expect(row!.crossings.left).toMatchObject({ref: 'G1', class: 'primary'});
    expect(row!.crossings.left!.alongBorderM / 1000).toBeCloseTo(6, 1);
    expect(row!.crossings.right).toMatchObject({ref: 'S2'});
    expect(row!.crossings.right!.alongBorderM / 1000).toBeCloseTo(9, 1);
  });

  test('a crossing of a lower class is none', () => {
    const lower = asciiNetwork(MAP, {edges: {...tags, RS: {class: 'tertiary'}}}).network;
    const [found] = findDeadEnds(lower, {level: 'province'});
    expect(found!.crossings.right).toBeNull();
  });

  test('settlements at both ends, each at the end it is nearer to, people where known', () => {
    const {network: settled} = draw({
      name: '',
      about: [],
      expect: [],
      map: MAP.replace('A-----------B', 'A-----T-----B').replace('C-----D', 'C--V--D'),
      edges: tags,
      places: {
        T: {kind: 'town', population: 9000},
        V: {kind: 'village'},
        P: {kind: 'city', population: 1e6},
      },
    });
    const [found] = findDeadEnds(settled, {level: 'province'});
    const told = found!.settlements.map(({name, population, end}) => [name, population, end]);
    // P lies 13.4 km from B: out of reach.
    expect(told).toEqual([
      ['T', 9000, 'near'],
      ['V', null, 'far'],
    ]);
    expect(found!.settlements[0]!.distanceM / 1000).toBeCloseTo(6, 1);
  });
});

test('borders that do not close are a sentence with a place, closed ones are none', () => {
  const map = `
              :
    A------B  :
              :
  `;
  const {network} = asciiNetwork(map);
  const warnings = (borders: typeof network.borders) =>
    deadEnds({...network, borders}, {level: 'province'}).warnings.map(({id}) => id);
  expect(warnings(network.borders)).toContain('borders-do-not-close');
  const [border] = network.borders;
  const ring = [...border!.line, [119.5, 28] as const, border!.line[0]!];
  expect(warnings([{...border!, line: ring}])).not.toContain('borders-do-not-close');
  const meta = {...network.meta, bbox: [119.05, 27.95, 119.2, 28.01] as const};
  const atEdge = deadEnds({...network, meta}, {level: 'province'}).warnings.map(({id}) => id);
  expect(atEdge).not.toContain('borders-do-not-close');
});

test('a figure that is none is one sentence', () => {
  const {network} = asciiNetwork(`
              :
    A------B  :
              :
  `);
  const ask = (options: object) => () => findDeadEnds(network, {level: 'province', ...options});
  expect(ask({detourRatio: 0.5})).toThrow(/detourRatio must be a number of at least 1/);
  expect(ask({gapM: {county: -1}})).toThrow(/gapM must be/);
  expect(ask({bufferM: 0})).toThrow(/border buffer/);
  expect(ask({gradeSteps: Number.NaN})).toThrow(/gradeSteps/);
});

import {describe, expect, test} from 'vitest';
import {corridorGraph} from '../../../src/analysis/corridors/corridor-graph.ts';
import {type AsciiOptions, asciiNetwork} from '../../support/ascii-map.ts';

const graphOf = (map: string, options: AsciiOptions = {}) =>
  corridorGraph(asciiNetwork(map, options).network, () => true);

const lengths = (map: string, options: AsciiOptions = {}) =>
  graphOf(map, options)
    .corridors.map(({lengthM}) => Math.round(lengthM / 1000))
    .sort((a, b) => a - b);

describe('the corridor graph', () => {
  test('passes over nodes between', () => {
    expect(lengths('A---B---C---D')).toEqual([12]);
  });

  test('keeps forks, ends and parallel roads', () => {
    const graph = graphOf(`
  A---B---C
      |
      D`);
    expect([graph.junctionCount, graph.corridors.length]).toEqual([4, 3]);
    const ring = graphOf(`
  A---B---C---D
      |   |
      E---F`);
    expect([ring.junctionCount, ring.corridors.length]).toEqual([4, 4]);
  });

  test('keeps a ring without a fork as one loop', () => {
    const {corridors} = graphOf(`
  A---B
  |   |
  C---D`);
    expect(corridors).toHaveLength(1);
    expect(corridors[0]!.a).toBe(corridors[0]!.b);
  });

  test('takes ramps into the junction they make', () => {
    const link = {class: 'primary_link'} as const;
    const graph = graphOf(
      `
  A---B--C---D
      |
      E
      |
      F`,
      {edges: {BC: link, BE: link}},
    );
    expect([graph.junctionCount, graph.corridors.length]).toEqual([4, 3]);
  });

  test('lists every edge of a corridor', () => {
    const {corridors} = graphOf('A---B---C');
    expect([...corridors[0]!.edges].sort()).toEqual([0, 1]);
  });
});

describe('carriageways of a pair', () => {
  /** Two one-way lines side by side 10 km long, 40 m apart, with a side road off either at different places. */
  function divided() {
    const one = {class: 'trunk', oneway: true} as const;
    const drawn = asciiNetwork(
      `
  A---G-----B
  .
  C------H--D
         |
         K`,
      {edges: {AG: one, GB: one, HC: one, DH: one}},
    );
    const {network} = drawn;
    const lat = Float64Array.from(network.nodes.lat);
    for (const letter of ['C', 'H', 'D']) lat[drawn.at(letter)] = 28 - 0.04 * 0.00899322;
    return {...network, nodes: {...network.nodes, lat}};
  }

  test('are one corridor, cut where either forks', () => {
    const network = divided();
    const {corridors, junctionCount} = corridorGraph(network, () => true);
    // West end – fork at H (7 km) – east end (3 km), and the side road (4 km from the line moved up): a star.
    expect(junctionCount).toBe(4);
    expect(corridors.map(({lengthM}) => Math.round(lengthM / 1000)).sort()).toEqual([3, 4, 7]);
    const west = corridors.find(({lengthM}) => Math.round(lengthM / 1000) === 7)!;
    expect(west.edges.length).toBeGreaterThanOrEqual(2);
  });

  test('that meet at their end lead to an end: no loop, and one crossing of what they cross', () => {
    const one = {class: 'motorway', oneway: true} as const;
    const drawn = asciiNetwork(
      `
  A---B---------------------------------------C
      |                                       |
      D---------------------------------------E`,
      {default: one, edges: {AB: {oneway: false}, ED: {}, DB: {}}, cellM: 60},
    );
    const {corridors, junctionCount} = corridorGraph(drawn.network, () => true);
    const ends = corridors.map(({a, b}) => a === b);
    expect(ends).not.toContain(true);
    expect(junctionCount).toBe(2);
    // A–B of 240 m and half of the 84 cells out and back, one corridor to its end.
    expect(corridors.map(({lengthM}) => Math.round(lengthM))).toEqual([
      expect.closeTo(240 + (84 * 60) / 2, -1),
    ]);
  });
});

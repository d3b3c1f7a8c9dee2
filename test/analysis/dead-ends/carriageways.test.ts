import {describe, expect, test} from 'vitest';
import {surveyDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import type {Network} from '../../../src/graph/network.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';

const survey = (network: Network) => surveyDeadEnds(network, {level: 'province'});

describe('a corridor ends where all its carriageways do', () => {
  test('two edges to one neighbour, side by side', () => {
    const map = `
      +------------+  :
      A            B  :
      +------------+  :
    `;
    const at = (cellM: number) => {
      const network = asciiNetwork(map, {cellM}).network;
      const [, b] = network.nodes.lon;
      return survey(network).rows.map(({lon}) => lon === b);
    };
    // 200 m apart they are carriageways; 2 km apart they are one road that goes round.
    expect(at(100)).toEqual([true]);
    expect(at(1000)).toEqual([]);
  });

  test('two edges on one and the same line, in pieces', () => {
    const {network} = asciiNetwork(`
                  :
      A-----B---C :
                  :
    `);
    const {edges} = network;
    // Draw every edge twice, as a source does that keeps both carriageways on one line.
    const twice = <
      T extends Uint32Array | Float64Array | Uint8Array | Int32Array | Float32Array | Uint16Array,
    >(
      column: T,
    ): T => {
      const out = new (column.constructor as new (n: number) => T)(2 * column.length);
      out.set(column, 0);
      out.set(column, column.length);
      return out;
    };
    const doubled: Network = {
      ...network,
      edges: {
        ...edges,
        ...Object.fromEntries(
          Object.entries(edges)
            .filter(
              ([key]) =>
                !['count', 'firstPoint', 'firstWay', 'wayId', 'pointLonE7', 'pointLatE7'].includes(
                  key,
                ),
            )
            .map(([key, column]) => [key, twice(column as Uint32Array)]),
        ),
        count: 2 * edges.count,
        firstPoint: new Uint32Array(2 * edges.count + 1),
        firstWay: new Uint32Array(2 * edges.count + 1),
      },
    };
    const {rows} = survey(doubled);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.evidence[0]!.en).toContain('2 lines');
  });

  test('a source and a sink 100 m apart are one end', () => {
    const {rows, tally} = survey(
      asciiNetwork(
        `
        A--------------------B  :
                                :
        C--------------------D  :
        `,
        {cellM: 50, default: {class: 'motorway', oneway: true}, edges: {DC: {}}},
      ).network,
    );
    expect(rows).toHaveLength(1);
    // The west ends, a kilometre farther back, head away from the border.
    expect(tally).toMatchObject({paired: 1, awayFromBorder: 2});
  });

  test('carriageways joined by a link at the end', () => {
    const {rows} = survey(
      asciiNetwork(
        `
        A-----------------------------B  :
                                      |  :
        C-----------------------------D  :
        `,
        {
          cellM: 50,
          default: {class: 'motorway', oneway: true},
          edges: {BD: {class: 'motorway_link'}, DC: {}},
        },
      ).network,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.class).toBe('motorway');
  });

  test('a turning loop at the end belongs to the end', () => {
    const {rows} = survey(
      asciiNetwork(
        `
                                    +--+   :
        A---------------------------B  |   :
                                    +--+   :
        `,
        {cellM: 50},
      ).network,
    );
    expect(rows).toHaveLength(1);
  });

  test('a roundabout at the end belongs to the end', () => {
    const {rows} = survey(
      asciiNetwork(
        `
                                    +-C-+   :
        A---------------------------B   D   :
                                    +-E-+   :
        `,
        {cellM: 30},
      ).network,
    );
    expect(rows).toHaveLength(1);
  });

  test('a roundabout with a road beyond is none', () => {
    const {rows} = survey(
      asciiNetwork(
        `
                                    +-C-+   :
        A---------------------------B   D---:--------------------------------------------------F
                                    +-E-+   :
        `,
        {cellM: 100},
      ).network,
    );
    expect(rows).toEqual([]);
  });

  test('two roads that meet at a sharp angle go through', () => {
    const {rows} = survey(
      asciiNetwork(`
      A---+       :
          |       :
          +-----B :
          |       :
      C---+       :
      `).network,
    );
    // The bend of A–B and C–B is drawn as two roads into B, parting after six kilometres.
    expect(rows).toHaveLength(1);
    const through = survey(
      asciiNetwork(`
      A---------B :
                | :
                | :
                | :
                | :
      C---------D :
      `).network,
    );
    expect(through.rows).toEqual([]);
  });

  test('a hairpin bend of a mountain road is none', () => {
    const {rows} = survey(
      asciiNetwork(
        `
        A-----------B  :
                    |  :
        D-----------C  :
        |              :
        E-----------F  :
                    |  :
                    |  :
                    |  :
                    |  :
                    |  :
                    |  :
                    |  :
                    |  :
                    |  :
                    |  :
        H-----------G  :
        `,
        {cellM: 200},
      ).network,
    );
    // Only the two real ends A and H, which head away from the border.
    expect(rows).toEqual([]);
  });
});

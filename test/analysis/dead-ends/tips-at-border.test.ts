import {describe, expect, test} from 'vitest';
import {surveyDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import type {Network} from '../../../src/graph/network.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';

const survey = (network: Network) => surveyDeadEnds(network, {level: 'province'});

describe('a road that leads to the border and stops', () => {
  test('is a physical stub (R2), its distance measured to the line', () => {
    const {network, lonLat} = asciiNetwork(
      `
            :
      A---B :
            :
      `,
      {borderSides: ['浙江省', '福建省'], edges: {AB: {ref: 'S52', name: '某路'}}},
    );
    const {rows, tally} = survey(network);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      rule: 'R2',
      cause: 'unknown-gap',
      level: 'province',
      class: 'secondary',
      ref: 'S52',
      name: '某路',
      borderSides: ['浙江省', '福建省'],
      counterpart: null,
    });
    expect([rows[0]!.lon, rows[0]!.lat]).toEqual(lonLat('B'));
    expect(rows[0]!.distanceToBorderM).toBeCloseTo(2000, -1);
    expect(rows[0]!.geometry.at(-1)).toEqual(lonLat('B'));
    expect(tally).toMatchObject({tips: 2, farFromBorder: 1, reported: 1});
  });

  test('may stop on the line itself, and is then surer than 2 km short of it', () => {
    const on = survey(
      asciiNetwork(`
            :
      A-----B
            :
      `).network,
    );
    const short = survey(
      asciiNetwork(`
            :
      A---B :
            :
      `).network,
    );
    expect(on.rows[0]!.distanceToBorderM).toBe(0);
    expect(on.rows[0]!.confidence).toBeGreaterThan(short.rows[0]!.confidence);
  });

  test('may have crossed the border and then stop', () => {
    const {network, lonLat} = asciiNetwork(`
            :
      A-----:-B
            :
    `);
    const {rows} = survey(network);
    expect(rows.map(({lon, lat}) => [lon, lat])).toEqual([lonLat('B')]);
    expect(rows[0]!.evidence.map(({id}) => id)).toContain('crossed-border');
  });

  test('two roads that face each other with no way between are one missing link', () => {
    const {network, lonLat} = asciiNetwork(`
              :
      A-----B : C-----D
              :
      `);
    const {rows, tally} = survey(network);
    expect(rows).toHaveLength(1);
    // Either end is two kilometres from the border: the western one stands for both.
    expect(rows[0]).toMatchObject({rule: 'R3', cause: 'missing-link', alsoRules: ['R2']});
    expect([rows[0]!.lon, rows[0]!.lat]).toEqual(lonLat('B'));
    expect(rows[0]!.counterpart).toMatchObject({kind: 'tip', networkM: null, detourRatio: null});
    expect(rows[0]!.counterpart!.gapM).toBeCloseTo(4000, -1);
    expect(rows[0]!.counterpart!.alignment).toBeCloseTo(1, 3);
    expect(tally).toMatchObject({reported: 1, farEnds: 1});
  });

  test('is listed once where three borders meet', () => {
    const {network} = asciiNetwork(`A-----B`);
    const [lon, lat] = [network.nodes.lon[1]! + 0.01, network.nodes.lat[1]!];
    const arm = (x: number, y: number) => ({
      level: 4,
      sides: [],
      osmWayIds: [1],
      line: [
        [lon, lat],
        [lon + x, lat + y],
      ] as const,
    });
    const {rows} = survey({...network, borders: [arm(0.1, 0), arm(-0.03, 0.1), arm(-0.03, -0.1)]});
    expect(rows).toHaveLength(1);
  });

  test('counts with links, but never with rail or ferry', () => {
    const map = `
            :
      A---B-C
            :
    `;
    const as = (edge: 'primary_link' | 'rail' | 'ferry') =>
      survey(asciiNetwork(map, {edges: {BC: {class: edge}}}).network).rows.map((row) =>
        Math.round(row.distanceToBorderM / 1000),
      );
    expect(as('primary_link')).toEqual([0]);
    expect(as('rail')).toEqual([2]);
    expect(as('ferry')).toEqual([2]);
  });
});

describe('a road that does not lead to the border', () => {
  test('runs along it, or bends away', () => {
    const {rows, tally} = survey(
      asciiNetwork(`
        A :
        | :
        | :
        | :
        | :
      +-+ :
      |   :
      B   :
      `).network,
    );
    expect(rows).toEqual([]);
    expect(tally.alongBorder + tally.awayFromBorder).toBe(2);
  });

  test('leads inland at its other end', () => {
    const {rows, tally} = survey(
      asciiNetwork(`
      :
      A------B
      :
      `).network,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.distanceToBorderM).toBe(0);
    expect(tally.farFromBorder).toBe(1);
  });

  test('ends near the border with its back to it', () => {
    const {rows, tally} = survey(
      asciiNetwork(`
      :   C
      :   |
      :   |
      : A-B
      :   |
      :   |
      :   D
      `).network,
    );
    // A leads to the border; C and D, 4 km off, do not.
    expect(rows).toHaveLength(1);
    expect(tally.alongBorder).toBe(2);
  });

  test('ends farther off than the buffer', () => {
    const {network} = asciiNetwork(`
              :
      A---B   :
              :
    `);
    expect(surveyDeadEnds(network, {level: 'province', bufferM: 3500}).rows).toEqual([]);
    expect(surveyDeadEnds(network, {level: 'province', bufferM: 4500}).rows).toHaveLength(1);
  });

  test('goes through', () => {
    const {rows, tally} = survey(
      asciiNetwork(`
            :
      A-----:-----B
            :
      `).network,
    );
    expect(rows).toEqual([]);
    expect(tally).toMatchObject({tips: 2, farFromBorder: 2});
  });

  test('is far from a border in which no road ends', () => {
    const {rows} = survey(
      asciiNetwork(`
                  :
      A-----B     :
                  :
      `).network,
    );
    expect(rows).toEqual([]);
  });

  test('is a short spur off a through road', () => {
    // Cells of 100 m: a spur of 300 m from a road that goes on both ways.
    const {rows} = survey(
      asciiNetwork(
        `
        A             :
        |             :
        |             :
        |             :
        |             :
        |             :
        B---C         :
        |             :
        |             :
        |             :
        |             :
        |             :
        D             :
        `,
        {cellM: 100},
      ).network,
    );
    expect(rows).toEqual([]);
  });
});

describe('a tip that is no dead end', () => {
  const map = `
          :
    A---B :
          :
  `;
  test('was made by the extract', () => {
    const {rows, tally} = survey(asciiNetwork(map, {flags: {B: NODE_FLAG.clip}}).network);
    expect(rows).toEqual([]);
    expect(tally.clipExcluded).toBe(1);
  });

  test('is closed by a barrier', () => {
    const {rows, tally} = survey(asciiNetwork(map, {flags: {B: NODE_FLAG.barrier}}).network);
    expect(rows).toEqual([]);
    expect(tally.barrierExcluded).toBe(1);
  });

  test('has a twin that the extract cut', () => {
    const {rows, tally} = survey(
      asciiNetwork(
        `
        A--------------------B  :
                                :
        C--------------------D  :
        `,
        {cellM: 50, flags: {D: NODE_FLAG.clip}},
      ).network,
    );
    expect(rows).toEqual([]);
    expect(tally.clipExcluded).toBe(2);
  });

  test('stands beside a road that goes on: the drawing has a gap', () => {
    const network = asciiNetwork(
      `
      A-------------------------B                          :
                                                           :
      C----------------------------------------------------:-----------------------------------D
      `,
      {cellM: 50},
    ).network;
    const {rows, tally} = surveyDeadEnds(network, {level: 'province', bufferM: 1600});
    expect(rows).toEqual([]);
    expect(tally).toMatchObject({tips: 4, farFromBorder: 3, gapInDrawing: 1});
  });

  test('is an expressway that ends 400 m from another: an interchange without its ramps', () => {
    const map = `
      C                       :
      |                       :
      |                       :
      |                       :
      |                       :
      |                       :
      |   A-----------------B :
      |                       :
      |                       :
      |                       :
      |                       :
      |                       :
      D                       :
    `;
    const at = (cls: 'motorway' | 'primary') => {
      // Border to the west of the through road, so that A heads for both.
      const network = asciiNetwork(map, {cellM: 100, default: {class: cls}}).network;
      const [line] = network.borders;
      const west = line!.line.map(([lon, lat]) => [lon - 0.03, lat] as const);
      return survey({...network, borders: [{...line!, line: west}]});
    };
    expect(at('motorway').tally.rampsLacking).toBe(1);
    expect(at('motorway').rows).toEqual([]);
    expect(at('primary').rows).toHaveLength(1);
  });
});

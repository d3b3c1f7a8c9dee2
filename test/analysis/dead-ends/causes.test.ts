import {describe, expect, test} from 'vitest';
import {findDeadEnds} from '../../../src/analysis/dead-ends/find.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {asciiNetwork, type EdgeTags} from '../../support/ascii-map.ts';

/** A road to B before the border, what goes on from B to C beyond it, and perhaps on to D. */
function beyond(BC: Partial<EdgeTags>, CD: Partial<EdgeTags> = BC, asOf?: number) {
  const ascii = asciiNetwork(
    `
              :
    A-------B-:---C-----D
              :
    `,
    {edges: {AB: {class: 'primary'}, BC: {class: 'primary', ...BC}, CD: {class: 'primary', ...CD}}},
  );
  const rows = findDeadEnds(ascii.network, {level: 'province', minClass: 'primary', asOf});
  return {...ascii, rows, first: rows[0]};
}

describe('R6: an unopened road goes on from the tip', () => {
  test('under construction, its far end loose: length and end are given', () => {
    const {rows, first, lonLat} = beyond({status: 'construction', ref: 'G1523'});
    expect(rows).toHaveLength(1);
    expect(first).toMatchObject({rule: 'R6', cause: 'under-construction'});
    expect(first!.counterpart).toMatchObject({
      kind: 'construction',
      gapM: 0,
      class: 'primary',
      ref: 'G1523',
    });
    expect([first!.counterpart!.lon, first!.counterpart!.lat]).toEqual(lonLat('D'));
    // B–D is twelve cells of one kilometre.
    expect(first!.counterpart!.lengthM).toBeCloseTo(12_000, -2);
    expect(first!.counterpart!.geometry[0]).toEqual(lonLat('B'));
    const ids = first!.evidence.map(({id}) => id);
    expect(ids).toContain('far-end-loose');
    expect(ids).toContain('meets-more-rules');
    expect(first!.alsoRules).toEqual(['R2']);
  });

  test('under construction, its far end joined: ends there, and is surer', () => {
    const {rows, lonLat} = beyond({status: 'construction'}, {});
    // C is an end too, of the same missing piece: it is told once, from the end nearer to the border.
    expect(rows).toHaveLength(1);
    const [fromB] = rows;
    expect([fromB!.lon, fromB!.lat]).toEqual(lonLat('B'));
    expect([fromB!.counterpart!.lon, fromB!.counterpart!.lat]).toEqual(lonLat('C'));
    expect(fromB!.evidence.map(({id}) => id)).toContain('far-end-joins');
    const loose = beyond({status: 'construction'}).first!;
    expect(fromB!.confidence).toBeGreaterThan(loose.confidence);
  });

  test('proposed is less sure than under construction; one proposed piece makes the chain so', () => {
    const proposed = beyond({status: 'proposed'}).first!;
    // Built on one side, not begun on the other: the official case.
    expect(proposed).toMatchObject({rule: 'R1', cause: 'proposed', alsoRules: ['R6', 'R2']});
    expect(proposed.counterpart!.kind).toBe('proposed');
    expect(proposed.confidence).toBeLessThan(beyond({status: 'construction'}).first!.confidence);
    const mixed = beyond({status: 'construction'}, {status: 'proposed'}).first!;
    expect(mixed.cause).toBe('proposed');
  });

  test('not yet open on the day asked for, open the day it opens', () => {
    const at = (asOf?: number) => beyond({openedOn: 20160928}, {openedOn: 20120116}, asOf).rows;
    expect(at(20151231)[0]).toMatchObject({rule: 'R1', cause: 'not-yet-open'});
    expect(at(20151231)[0]!.counterpart!.kind).toBe('road');
    expect(at(20160927)).not.toEqual([]);
    expect(at(20160928)).toEqual([]);
    expect(at(undefined)).toEqual([]);
  });

  test('a dormant road with a past opening date counts as open', () => {
    const at = (asOf?: number) =>
      beyond({status: 'construction', openedOn: 20201222}, {}, asOf).rows.map(({rule}) => rule);
    expect(at(20210131)).toEqual([]);
    expect(at(20200131)).toEqual(['R6']);
    expect(at(undefined)).toEqual(['R6']);
  });

  test('crosses the border from a tip whose own road runs along it', () => {
    const {network} = asciiNetwork(
      `
         :
      A  :
      |  :
      |  :
      |  :
      |  :
      B--:---C
         :
      `,
      {edges: {BC: {status: 'construction'}}},
    );
    const rows = findDeadEnds(network, {level: 'province'});
    // A leads along the border too, and nothing goes on from it.
    expect(rows.map(({rule}) => rule)).toEqual(['R6']);
  });

  test('is no counterpart when its class is below the studied one', () => {
    const {first} = beyond({status: 'construction', class: 'secondary'});
    expect(first).toMatchObject({rule: 'R2', counterpart: null});
  });

  test('starts within 200 m of the tip, not farther', () => {
    const gap = (metres: number) => {
      const {network} = asciiNetwork(
        `
                  :
        A-------B C---D
                  :
        `,
        {edges: {CD: {status: 'construction'}}},
      );
      // C is moved to so many metres east of B.
      const {lon} = network.nodes;
      lon[2] = lon[1]! + (lon[2]! - lon[1]!) * (metres / 2000);
      return findDeadEnds(network, {level: 'province'})[0]!;
    };
    expect(gap(190).rule).toBe('R6');
    expect(gap(190).counterpart!.gapM).toBeCloseTo(190, -1);
    expect(gap(220).rule).toBe('R2');
  });
});

describe('R2: why the road stops', () => {
  test('it goes on as a lower class, the surer the lower', () => {
    const secondary = beyond({class: 'secondary'}).first!;
    const unclassified = beyond({class: 'unclassified'}).first!;
    expect(secondary).toMatchObject({rule: 'R2', cause: 'continues-as-lower-class'});
    // Two steps or more, and over the border: a bottleneck.
    expect(unclassified).toMatchObject({rule: 'R4', cause: 'grade-drop', alsoRules: ['R2']});
    expect(secondary.evidence.at(-1)!.en).toContain('secondary, 1 down');
    expect(unclassified.confidence).toBeGreaterThan(secondary.confidence);
    expect(unclassified.confidence).toBeLessThan(beyond({class: 'rail'}).first!.confidence);
  });

  test('a lower studied class makes it a through road', () => {
    const {network} = asciiNetwork(
      `
              :
      A-----B-:------C
              :
      `,
      {edges: {AB: {class: 'primary'}, BC: {class: 'secondary'}}},
    );
    expect(findDeadEnds(network, {level: 'province', minClass: 'primary'})).toHaveLength(1);
    expect(findDeadEnds(network, {level: 'province'})).toEqual([]);
  });

  test('streets, service roads and tracks are no road going on', () => {
    for (const cls of ['residential', 'service', 'track'] as const) {
      expect(beyond({class: cls}).first!.cause).toBe('unknown-gap');
    }
  });

  test('it is closed on the day, disused or abandoned beyond', () => {
    expect(beyond({closedOn: 20180101}, {}, 20190101).first!.cause).toBe('closed');
    expect(beyond({closedOn: 20180101}, {}, 20170101).rows).toEqual([]);
    expect(beyond({status: 'abandoned'}).first!.cause).toBe('closed');
  });

  test('it goes on for those with a permit only', () => {
    expect(beyond({access: 'private'}).first!.cause).toBe('access-restricted');
    expect(beyond({access: 'destination'}).rows).toEqual([]);
  });

  const stub = (flags: Readonly<Record<string, number>>, all = false) =>
    findDeadEnds(
      asciiNetwork(
        `
              :
        A---B :
              :
            C-:----D
        `,
        {flags},
      ).network,
      {level: 'province', all},
    );

  test('a turning circle lowers the confidence', () => {
    const [plain] = stub({});
    const [turning] = stub({B: NODE_FLAG.turning}).filter(({cause}) => cause === 'turning-circle');
    expect(turning!.confidence).toBeLessThan(plain!.confidence);
  });

  test('a clip node within 2 km casts doubt on it', () => {
    // C itself is the cut; B, two kilometres north, is named with its doubt, if all is asked for.
    const rows = stub({C: NODE_FLAG.clip}, true);
    const near = rows.find(({cause}) => cause === 'near-clip');
    expect(near!.nearClip).toBe(true);
    expect(stub({}, true).some((row) => row.nearClip)).toBe(false);
    expect(near!.evidence.map(({id}) => id)).toContain('near-clip');
    expect(stub({C: NODE_FLAG.clip})).toEqual([]);
  });

  test('a lower road that passes 100 m away is told, and makes it less sure', () => {
    const at = (metres: number) => {
      const {network} = asciiNetwork(
        `
                :
        A-----B :
        C-------:-----D
        `,
        {edges: {CD: {class: 'tertiary'}, AC: {status: 'disused', class: 'track'}}},
      );
      const {lat} = network.nodes;
      for (const node of [2, 3]) lat[node] = lat[1]! + ((lat[node]! - lat[1]!) * metres) / 1000;
      return findDeadEnds(network, {level: 'province'})[0]!;
    };
    expect(at(100).evidence.map(({id}) => id)).toContain('lower-class-passes');
    expect(at(100).confidence).toBeLessThan(at(400).confidence);
  });
});

describe('the order of the list', () => {
  test('R1 and R6 first, then the surer, then the nearer', () => {
    const {network} = asciiNetwork(
      `
            :
      A---B :
            :
            :
            :
      C----D:
            :
            :
            :
      E---F-:---G
            :
      `,
      {edges: {FG: {status: 'proposed'}}},
    );
    const rows = findDeadEnds(network, {level: 'province'});
    expect(rows.map(({rule}) => rule)).toEqual(['R1', 'R2', 'R2']);
    expect(rows[1]!.distanceToBorderM).toBeLessThan(rows[2]!.distanceToBorderM);
  });
});

import {describe, expect, test} from 'vitest';
import {findDeadEnds} from '../../src/analysis/dead-ends/find.ts';
import {decodeNetwork} from '../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../src/graph/file/encode.ts';
import type {OsmTags} from '../support/osm-data.ts';
import {drawn} from './draw-osm.ts';

/** A road A–B–C whose end C lies inside the ring DEFG; B has a side road, P stands at C, Q 3 km off. */
const MAP = `
              D     E
 A---B-----------C     Q
     |         G     F
     H
`;
const road = {highway: 'secondary'};
const at = (nodes: Record<string, OsmTags>, ring: OsmTags = {}) =>
  drawn(MAP, {ways: {ABC: road, BH: road, DEFGD: {note: 'ring', ...ring}}, nodes});

describe('landmarks near ends of roads', () => {
  test.each<[string, OsmTags, OsmTags]>([
    ['quarry', {landuse: 'quarry'}, {}],
    ['private', {landuse: 'military'}, {}],
    ['private', {landuse: 'industrial'}, {}],
    ['water', {natural: 'water'}, {}],
    ['water', {landuse: 'reservoir'}, {}],
    ['summit', {}, {natural: 'peak', name: '白云山'}],
    ['temple', {}, {amenity: 'place_of_worship'}],
    ['hamlet', {}, {place: 'hamlet', name: '岭头'}],
  ])('%s: %j %j', async (kind, ring, node) => {
    const network = await at({C: node}, ring);
    const [found, ...more] = network.landmarks!;
    expect(more).toEqual([]);
    expect(found!.kind).toBe(kind);
    // An end inside an area is at it.
    const end = network.nodes.osmId.indexOf(3);
    expect(found!.lon).toBeCloseTo(network.nodes.lon[end]!, 6);
    expect(found!.osm).toBe(Object.keys(node).length > 0 ? 'node/3' : 'way/3');
    expect(network.ledger).toContainEqual(
      expect.objectContaining({outcome: 'noted', reason: 'landmark-at-road-end', count: 1}),
    );
    expect(decodeNetwork(encodeNetwork(network), 'n.gtn').landmarks).toEqual(network.landmarks);
  });

  describe('drawn as a relation of two ways', () => {
    const member = (ref: number, role = 'outer') => ({type: 'way' as const, ref, role});
    /** The ring round C in two halves, ways 3 and 4. */
    const relation = (tags: OsmTags, members = [member(3), member(4)]) =>
      drawn(MAP, {
        ways: {ABC: road, BH: road, DEF: {}, FGD: {}},
        relations: [{id: 7, members, tags: {type: 'multipolygon', ...tags}}],
      });

    test.each<[string, OsmTags]>([
      ['water', {natural: 'water', water: 'reservoir', name: '珊溪水库'}],
      ['dam', {waterway: 'dam'}],
      ['hamlet', {place: 'village', name: '岭头村'}],
      ['temple', {amenity: 'place_of_worship'}],
      ['quarry', {landuse: 'quarry'}],
    ])('%s: an end inside is at it', async (kind, tags) => {
      const network = await relation(tags);
      const end = network.nodes.osmId.indexOf(3);
      expect(network.landmarks).toEqual([
        {
          kind,
          osm: 'relation/7',
          name: tags['name'] ?? '',
          lon: expect.closeTo(network.nodes.lon[end]!, 6),
          lat: expect.closeTo(network.nodes.lat[end]!, 6),
        },
      ]);
    });

    test('of a relation that the extract cut nothing is inside', async () => {
      // Way 9 lacks; the half that is there lies a kilometre from C.
      const cut = await relation({natural: 'water'}, [member(3), member(9)]);
      expect(cut.landmarks).toEqual([]);
    });

    test('a hole is not inside', async () => {
      const map = `
         D           E
            J   K
   A----------C
            M   L
         G           F
`;
      const lake = (members: ReturnType<typeof member>[]) =>
        drawn(map, {
          ways: {AC: road, DEFGD: {}, JKLMJ: {}},
          relations: [{id: 7, members, tags: {type: 'multipolygon', natural: 'water'}}],
        });
      expect((await lake([member(2)])).landmarks).toHaveLength(1);
      // An island: its shore is a kilometre off.
      expect((await lake([member(2), member(3, 'inner')])).landmarks).toEqual([]);
    });
  });

  test('are not kept where no road ends: at a junction, or 6 km from the end', async () => {
    expect((await at({B: {natural: 'peak'}})).landmarks).toEqual([]);
    expect((await at({Q: {natural: 'peak'}})).landmarks).toEqual([]);
    expect((await at({})).landmarks).toEqual([]);
  });

  test('end a road at a border by nature, as the finding says', async () => {
    const network = await at({C: {natural: 'peak', name: '白云山'}});
    const [lon, lat] = [network.nodes.lon, network.nodes.lat].map(
      (column) => column[network.nodes.osmId.indexOf(3)]!,
    ) as [number, number];
    const border = {
      level: 4,
      sides: [],
      osmWayIds: [],
      line: [
        [lon + 0.005, lat - 0.2],
        [lon + 0.005, lat + 0.2],
      ] as const,
    };
    const ask = (landmarks: typeof network.landmarks) =>
      findDeadEnds({...network, landmarks, borders: [border]}, {level: 'province'});
    const [found] = ask(network.landmarks);
    expect(found).toMatchObject({cause: 'natural-terminus', causeClass: 'terminus'});
    expect(found!.evidence.map(({id}) => id)).toContain('ends-at-summit');
    expect(found!.evidence.map(({zh}) => zh).join()).toContain('白云山');
    expect(ask([])[0]!.cause).toBe('unknown-gap');
  });
});

import {describe, expect, test} from 'vitest';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks, type OsmData} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {drawn, drawOsm, edgeNames, flagged} from './draw-osm.ts';

const PRIMARY = {highway: 'primary'};
const RAIL = {railway: 'rail'};

function merged(...parts: OsmData[]) {
  return importNetwork(
    parts.map((data, i) => ({
      name: `${i}.pbf`,
      format: 'pbf' as const,
      bytes: chunks(toPbf(data, {writeVersions: true})),
    })),
    {toolVersion: 't'},
  );
}

describe('objects that come twice in one version', () => {
  const first = drawOsm('A--B--C', {ways: {ABC: PRIMARY}, marginKm: null});

  test('alike: nothing to report', async () => {
    const {ledger} = await merged(first, first);
    expect(ledger.filter(({reason}) => reason.startsWith('conflict'))).toEqual([]);
  });

  test('a node at another place is counted, and the first one taken', async () => {
    const moved = {...first, nodes: first.nodes.map((n) => (n.id === 2 ? {...n, lat: 28.1} : n))};
    const {ledger, edges} = await merged(first, moved);
    const line = ledger.find(({reason}) => reason === 'conflict-node');
    expect(line).toMatchObject({outcome: 'noted', nodes: 1, examples: ['node/2']});
    expect(edges.pointLatE7[0]).toBe(280000000);
  });

  test.each([
    ['other tags', {tags: {highway: 'trunk'}}, 1],
    ['other nodes', {refs: [1, 3, 2]}, 1],
    ['nodes cut off by a tool', {refs: [1, 2]}, 0],
  ])('a way with %s: %s is a conflict %i times', async (_, change, count) => {
    const other = {...first, ways: first.ways.map((way) => ({...way, ...change}))};
    const {ledger} = await merged(first, other);
    expect(ledger.find(({reason}) => reason === 'conflict-way')?.ways ?? 0).toBe(count);
  });
});

describe('stations', () => {
  const MAP = `
    A--B--C-----D
       S  T     U
  `;
  const station = (name: string) => ({railway: 'station', name});

  test('of one name within a kilometre are one; the one on the track stands for it', async () => {
    const {stations, ledger} = await drawn(MAP, {
      ways: {ABCD: RAIL},
      nodes: {B: station('甲站'), S: station('甲站'), U: station('甲站')},
    });
    expect(stations.map(({osmId}) => osmId)).toEqual([2, 21]); // U is 8 km off
    expect(ledger.find(({reason}) => reason === 'station-merged')).toMatchObject({
      nodes: 1,
      examples: ['node/19'],
    });
  });

  test('a stop area joins a station beside the track with its stop on it', async () => {
    const network = await drawn(MAP, {
      ways: {ABCD: RAIL},
      nodes: {T: station('乙站'), C: {railway: 'stop'}, D: {railway: 'stop'}},
      relations: [
        {
          id: 1,
          members: [
            {type: 'node', ref: 20, role: ''},
            {type: 'node', ref: 3, role: 'stop'},
          ],
          tags: {type: 'public_transport', public_transport: 'stop_area'},
        },
      ],
    });
    expect(network.stations).toHaveLength(1);
    expect(network.stations[0]).toMatchObject({osmId: 20, name: '乙站'});
    expect(network.nodes.osmId[network.stations[0]!.node!]).toBe(3);
    expect(flagged(network, NODE_FLAG.station)).toBe('CD');
    const lonely = network.ledger.find(({reason}) => reason === 'stop-without-station');
    expect(lonely).toMatchObject({nodes: 1, examples: ['node/4']});
  });
});

describe('stations drawn as outlines', () => {
  const SQUARE = `
    A--B--C--D

       EF
       GH`;
  const outline = {railway: 'station', building: 'train_station', name: '丙站'};

  test('an outline is a station in its middle, and is counted', async () => {
    const {stations, ledger} = await drawn(SQUARE, {ways: {ABCD: RAIL, EFHGE: outline}});
    expect(stations).toMatchObject([{osmId: null, name: '丙站', kind: 'station', node: null}]);
    const {lon, lat} = stations[0]!;
    // the middle of a square: E is 3 cells east and 2 south of A at 119 E, 28 N; H one more each way
    expect((lon - 119) * Math.cos((28 / 180) * Math.PI) * 111.195).toBeCloseTo(3.5, 2);
    expect((28 - lat) * 111.195).toBeCloseTo(2.5, 2);
    expect(ledger.find(({reason}) => reason === 'station-area')).toMatchObject({
      count: 1,
      examples: ['way/2'],
    });
  });

  test('a node of the same name stands for both', async () => {
    const {stations} = await drawn(SQUARE, {
      ways: {ABCD: RAIL, EFHGE: {...outline, name: '甲站'}},
      nodes: {E: {railway: 'station', name: '甲站'}},
    });
    expect(stations).toMatchObject([{osmId: 5}]);
  });

  test('a stop area joins an outline with its stop on the track', async () => {
    const network = await drawn(SQUARE, {
      ways: {ABCD: RAIL, EFHGE: outline},
      nodes: {C: {railway: 'stop'}},
      relations: [
        {
          id: 1,
          members: [
            {type: 'way', ref: 2, role: ''},
            {type: 'node', ref: 3, role: 'stop'},
          ],
          tags: {type: 'public_transport', public_transport: 'stop_area'},
        },
      ],
    });
    expect(network.nodes.osmId[network.stations[0]!.node!]).toBe(3);
  });

  test('one drawn as a relation is a station in its middle; one of which nothing is there is counted', async () => {
    const outer = (ref: number) => ({type: 'way' as const, ref, role: 'outer'});
    const tags = {type: 'multipolygon', railway: 'station', name: '丙站'};
    const {stations, ledger} = await drawn(SQUARE, {
      ways: {ABCD: RAIL, EFH: {}, HGE: {}},
      relations: [
        {id: 1, members: [outer(2), outer(3)], tags},
        {id: 2, members: [outer(98)], tags: {...tags, name: '丁站'}},
      ],
    });
    expect(stations).toMatchObject([{osmId: null, name: '丙站', node: null}]);
    expect((28 - stations[0]!.lat) * 111.195).toBeCloseTo(2.5, 2);
    const line = (wanted: string) => ledger.find(({reason}) => reason === wanted);
    expect(line('station-area')?.examples).toEqual(['relation/1']);
    expect(line('drawn-area-left-out')?.examples).toEqual(['relation/2']);
  });
});

describe('stops and stations by public_transport alone', () => {
  const MAP_OF_STOP = `
    A--B--C
       T`;
  test.each([
    ['train=yes', {train: 'yes'}, 1],
    ['light_rail=yes', {light_rail: 'yes'}, 1],
    ['a bus', {bus: 'yes'}, 0],
    ['of no said kind', {}, 0],
  ])('a stop_position with %s joins its station to the track: %#', async (_, mode, joined) => {
    const network = await drawn(MAP_OF_STOP, {
      ways: {ABC: RAIL},
      nodes: {
        T: {railway: 'station', name: '甲站'},
        B: {public_transport: 'stop_position', name: '甲站', ...mode},
      },
    });
    expect(network.stations).toMatchObject([{osmId: 20, name: '甲站'}]);
    expect(network.stations[0]!.node === null ? 0 : 1).toBe(joined);
  });

  test('public_transport=station with train=yes is a station; with bus=yes it is none', async () => {
    const {stations} = await drawn(MAP_OF_STOP, {
      ways: {ABC: RAIL},
      nodes: {
        B: {public_transport: 'station', train: 'yes', name: '甲站'},
        T: {public_transport: 'station', bus: 'yes', name: '乙站'},
      },
    });
    expect(stations).toMatchObject([{osmId: 2, name: '甲站', kind: 'station'}]);
  });
});

test('what the relation of a ferry says of time and access is counted, not used', async () => {
  const network = await drawn('A--B', {
    ways: {AB: {route: 'ferry'}},
    relations: [
      {
        id: 9,
        members: [{type: 'way', ref: 1, role: ''}],
        tags: {type: 'route', route: 'ferry', duration: '01:30', motor_vehicle: 'no'},
      },
    ],
  });
  expect([...network.edges.durationS]).toEqual([0]);
  for (const reason of ['ferry-relation-duration', 'ferry-relation-access']) {
    const line = network.ledger.find((entry) => entry.reason === reason);
    expect(line).toMatchObject({outcome: 'noted', count: 1, examples: ['relation/9']});
  }
});

describe('turn restrictions are counted, not applied', () => {
  const via = (type: 'node' | 'way', ref: number) => ({type, ref, role: 'via'});
  const from = {type: 'way', ref: 1, role: 'from'} as const;
  const to = {type: 'way', ref: 2, role: 'to'} as const;

  test.each([
    [{restriction: 'no_left_turn'}, via('node', 2), 'turn-no-via-node'],
    [{restriction: 'only_straight_on'}, via('node', 2), 'turn-only-via-node'],
    [{restriction: 'no_u_turn'}, via('way', 2), 'turn-no-via-way'],
    [{restriction: 'no_left_turn', except: 'bus;motorcar'}, via('node', 2), 'turn-not-for-cars'],
    [{'restriction:hgv': 'no_left_turn'}, via('node', 2), 'turn-not-for-cars'],
    [
      {'restriction:conditional': 'no_left_turn @ (07:00-09:00)'},
      via('node', 2),
      'turn-conditional',
    ],
    [{restriction: 'yes'}, via('node', 2), 'turn-unread'],
    [{restriction: 'no_left_turn'}, via('way', 99), 'turn-incomplete'],
  ] as const)('%j over %j is %s', async (tags, over, reason) => {
    const network = await drawn('A--B--C', {
      ways: {AB: PRIMARY, BC: {highway: 'secondary'}},
      relations: [{id: 7, members: [from, over, to], tags: {type: 'restriction', ...tags}}],
    });
    const lines = network.ledger.filter((line) => line.reason.startsWith('turn-'));
    expect(lines).toMatchObject([{outcome: 'noted', reason, count: 1, examples: ['relation/7']}]);
    expect(edgeNames(network)).toEqual(['A-B', 'B-C']);
  });
});

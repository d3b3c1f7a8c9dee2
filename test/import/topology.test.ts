import {describe, expect, test} from 'vitest';
import {ACCESSES, EDGE_CLASSES, NODE_FLAG, STATUSES} from '../../src/graph/vocabulary.ts';
import {drawn, edgeNames, flagged} from './draw-osm.ts';

const PRIMARY = {highway: 'primary'};

describe('which nodes stay', () => {
  test('a point of a line goes, a tip and a junction stay', async () => {
    const network = await drawn(
      `
      A--B--C--D
            |
            E
      `,
      {ways: {ABCD: PRIMARY, CE: PRIMARY}},
    );
    expect(edgeNames(network)).toEqual(['A-C', 'C-D', 'C-E']);
  });

  test('ways of equal tags are joined end to end, in order, whatever way they are drawn', async () => {
    const network = await drawn('A--B--C--D', {ways: {CB: PRIMARY, CD: PRIMARY, AB: PRIMARY}});
    expect(edgeNames(network)).toEqual(['A-D']);
    // drawn C→B first (way 1), so the edge runs D→A or A→D; the ways are in order along it
    expect([...network.edges.wayId]).toEqual([2, 1, 3]);
    expect(network.edges.lengthM[0]).toBeCloseTo(9000, -2);
    expect(network.edges.pointLonE7.length).toBe(2);
  });

  test.each([
    ['class', {highway: 'secondary'}],
    ['ref', {...PRIMARY, ref: 'S1'}],
    ['speed', {...PRIMARY, maxspeed: '60'}],
    ['grade', {...PRIMARY, 'highway:CN': '2'}],
    ['date', {...PRIMARY, start_date: '2016'}],
    ['status', {highway: 'construction', construction: 'primary'}],
    ['access', {...PRIMARY, motor_vehicle: 'private'}],
    ['direction', {...PRIMARY, oneway: 'yes'}],
  ])('a change of %s stays', async (_, tags) => {
    const network = await drawn('A--B--C', {ways: {AB: PRIMARY, BC: tags}});
    expect(network.edges.count).toBe(2);
  });

  test('a bridge is no change, but its metres are known', async () => {
    const network = await drawn('A--B--C', {
      ways: {AB: PRIMARY, BC: {...PRIMARY, bridge: 'yes'}},
    });
    expect(edgeNames(network)).toEqual(['A-C']);
    expect(network.edges.bridgeM[0]).toBeCloseTo(3000, -1);
  });

  test('two carriageways that end in one node keep it: the tip of the corridor', async () => {
    // A=====B with a road to C; both lines end in B, which has two segments to one neighbour
    const network = await drawn('C--A--B', {
      ways: {CA: PRIMARY, AB: {highway: 'motorway'}, BA: {highway: 'motorway'}},
    });
    expect(edgeNames(network)).toEqual(['A-B', 'A-B', 'A-C']);
  });

  test('a long pair of carriageways keeps the joint farthest from where it begins', async () => {
    const network = await drawn(
      `
         D--E--F
      C--A     G
         L--K--J
      `,
      {
        ways: {
          CA: PRIMARY,
          AD: {highway: 'motorway'},
          DE: {highway: 'motorway'},
          EF: {highway: 'motorway'},
          FG: {highway: 'motorway'},
          GJ: {highway: 'motorway'},
          JK: {highway: 'motorway'},
          KL: {highway: 'motorway'},
          LA: {highway: 'motorway'},
        },
      },
    );
    expect(edgeNames(network)).toEqual(['A-C', 'A-G', 'A-G']);
  });

  test('a ring that nothing touches stays, as a loop', async () => {
    const network = await drawn(
      `
      A--B  X--Y
      |  |
      D--C
      `,
      {ways: {ABCDA: PRIMARY, XY: PRIMARY}},
    );
    expect(edgeNames(network)).toEqual(['A-A', 'X-Y']);
    expect(network.edges.lengthM[0]).toBeCloseTo(10_000, -2);
  });

  test('repeated nodes are repaired and counted', async () => {
    const network = await drawn('A--B--C', {ways: {ABBC: PRIMARY}});
    expect(edgeNames(network)).toEqual(['A-C']);
    expect(network.ledger).toContainEqual({
      outcome: 'repaired',
      reason: 'repeated-node',
      ways: 1,
      km: 0,
      nodes: 1,
      examples: ['way/1'],
    });
  });

  test('a railway crossing a road shares its node but is no part of it', async () => {
    const network = await drawn(
      `
         D
      A--B--C
         E
      `,
      {ways: {ABC: PRIMARY, DBE: {railway: 'rail'}}},
    );
    expect(edgeNames(network)).toEqual(['A-B', 'B-C', 'B-D', 'B-E']);
  });
});

describe('direction', () => {
  test.each([
    [{...PRIMARY, oneway: 'yes'}, 'A>C'],
    [{...PRIMARY, oneway: 'true'}, 'A>C'],
    [{...PRIMARY, oneway: '1'}, 'A>C'],
    [{...PRIMARY, oneway: '-1'}, 'C>A'],
    [{...PRIMARY, oneway: 'reverse'}, 'C>A'],
    [{...PRIMARY, oneway: 'no'}, 'A-C'],
    [{...PRIMARY, oneway: 'reversible'}, 'A-C'],
    [{...PRIMARY, oneway: 'alternating'}, 'A-C'],
    [{...PRIMARY, oneway: 'alternate'}, 'A-C'],
    [{...PRIMARY, oneway: 'false'}, 'A-C'],
    [{...PRIMARY, oneway: '0'}, 'A-C'],
    [{...PRIMARY, oneway: 'maybe'}, 'A-C'],
    [{...PRIMARY, oneway: 'yes', 'oneway:motor_vehicle': 'no'}, 'A-C'],
    [{...PRIMARY, oneway: 'no', 'oneway:vehicle': '-1'}, 'C>A'],
    [{...PRIMARY, 'oneway:motorcar': 'yes', 'oneway:motor_vehicle': 'no'}, 'A>C'],
    [{...PRIMARY, junction: 'roundabout', oneway: '-1'}, 'C>A'],
    [{...PRIMARY, junction: 'jughandle'}, 'A-C'],
    [{...PRIMARY, motorroad: 'yes'}, 'A-C'],
    [{...PRIMARY, junction: 'roundabout'}, 'A>C'],
    [{...PRIMARY, junction: 'circular'}, 'A>C'],
    [{...PRIMARY, junction: 'roundabout', oneway: 'no'}, 'A-C'],
    [{railway: 'rail', oneway: 'yes'}, 'A-C'],
  ])('%j is %s', async (tags, expected) => {
    expect(edgeNames(await drawn('A--B--C', {ways: {ABC: tags}}))).toEqual([expected]);
  });

  test('motorways are one-way where the extract tags directions at all', async () => {
    const motorway = {highway: 'motorway'};
    const link = {highway: 'motorway_link', oneway: 'yes'};
    expect(edgeNames(await drawn('A--B  C--D', {ways: {AB: motorway, CD: link}}))).toEqual([
      'A>B',
      'C>D',
    ]);
    const untagged = await drawn('A--B  C--D', {
      ways: {AB: motorway, CD: {highway: 'motorway_link'}},
    });
    expect(edgeNames(untagged)).toEqual(['A-B', 'C-D']);
    expect(untagged.ledger.find(({reason}) => reason === 'motorway-without-oneway')).toMatchObject({
      outcome: 'noted',
      ways: 1,
      examples: ['way/1'],
    });
  });

  test('a one-way line drawn in two opposite ways is not joined, one against the other', async () => {
    const oneway = {...PRIMARY, oneway: 'yes'};
    expect(edgeNames(await drawn('A--B--C', {ways: {AB: oneway, CB: oneway}}))).toEqual([
      'A>B',
      'C>B',
    ]);
    expect(
      edgeNames(await drawn('A--B--C', {ways: {AB: oneway, CB: {...PRIMARY, oneway: '-1'}}})),
    ).toEqual(['A>C']);
  });
});

describe('barriers and marks on nodes', () => {
  test.each([
    [{barrier: 'bollard'}, 'B'],
    [{barrier: 'block'}, 'B'],
    [{barrier: 'gate'}, ''],
    [{barrier: 'gate', access: 'private'}, 'B'],
    [{barrier: 'gate', access: 'no', motor_vehicle: 'yes'}, ''],
    [{barrier: 'lift_gate', locked: 'yes'}, 'B'],
    [{barrier: 'bollard', motorcar: 'yes'}, ''],
    [{barrier: 'toll_booth'}, ''],
    [{barrier: 'border_control'}, ''],
    [{barrier: 'cattle_grid'}, ''],
    [{barrier: 'entrance'}, ''],
  ])('%j closes "%s"', async (tags, closed) => {
    const network = await drawn('A--B--C', {ways: {ABC: PRIMARY}, nodes: {B: tags}});
    expect(flagged(network, NODE_FLAG.barrier)).toBe(closed);
    expect(network.edges.count).toBe(closed === '' ? 1 : 2);
  });

  test('interchanges, stations and turning circles are marked where their mode passes', async () => {
    const network = await drawn(
      `
      A--B--C
      D--E--F
      `,
      {
        ways: {ABC: PRIMARY, DEF: {railway: 'rail'}},
        nodes: {
          B: {highway: 'motorway_junction'},
          C: {highway: 'turning_circle'},
          E: {railway: 'station', name: '甲站'},
          F: {barrier: 'bollard'},
        },
      },
    );
    expect(flagged(network, NODE_FLAG.interchange)).toBe('B');
    expect(flagged(network, NODE_FLAG.turning)).toBe('C');
    expect(flagged(network, NODE_FLAG.station)).toBe('E');
    expect(flagged(network, NODE_FLAG.barrier)).toBe('');
    expect(network.stations).toHaveLength(1);
    expect(network.nodes.osmId[network.stations[0]!.node!]).toBe(5);
  });
});

describe('lifecycle, access and dates', () => {
  test.each([
    [{highway: 'construction', construction: 'trunk'}, 'trunk', 'construction'],
    [{highway: 'construction'}, 'road', 'construction'],
    [{highway: 'construction', construction: 'minor'}, 'road', 'construction'],
    [{highway: 'construction', 'construction:highway': 'trunk'}, 'trunk', 'construction'],
    [{highway: 'proposed', proposed: 'motorway'}, 'motorway', 'proposed'],
    [{highway: 'planned', planned: 'motorway'}, 'motorway', 'proposed'],
    [{'planned:highway': 'primary'}, 'primary', 'proposed'],
    [{'planned:railway': 'rail'}, 'rail', 'proposed'],
    [{'disused:railway': 'rail'}, 'rail', 'disused'],
    [{'abandoned:railway': 'rail'}, 'rail', 'abandoned'],
    [{highway: 'disused', disused: 'secondary'}, 'secondary', 'disused'],
    [{highway: 'abandoned', abandoned: 'secondary'}, 'secondary', 'abandoned'],
    [{'construction:highway': 'primary'}, 'primary', 'construction'],
    [{'proposed:highway': 'primary'}, 'primary', 'proposed'],
    [{'disused:highway': 'primary'}, 'primary', 'disused'],
    [{'abandoned:highway': 'primary'}, 'primary', 'abandoned'],
    [{railway: 'construction', construction: 'rail'}, 'rail', 'construction'],
    [{railway: 'proposed', proposed: 'rail'}, 'rail', 'proposed'],
    [{railway: 'disused'}, 'rail', 'disused'],
    [{railway: 'abandoned'}, 'rail', 'abandoned'],
    [{'construction:railway': 'rail', highway: 'footway'}, 'rail', 'construction'],
    [{highway: 'primary', construction: 'primary'}, 'primary', 'open'],
  ])('%j is %s, %s', async (tags, name, status) => {
    const {edges, ledger} = await drawn('A--B', {ways: {AB: tags}});
    expect(EDGE_CLASSES[edges.class[0]!]).toBe(name);
    expect(STATUSES[edges.status[0]!]).toBe(status);
    const line = ledger.find(({examples, outcome}) => examples.length && outcome !== 'noted');
    expect(line?.outcome).toBe(status === 'open' ? 'kept' : 'dormant');
    const leftover = 'construction' in tags && status === 'open';
    expect(ledger.some(({reason}) => reason === 'leftover-construction')).toBe(leftover);
  });

  test.each([
    [{access: 'no'}, 'no'],
    [{access: 'no', motor_vehicle: 'destination'}, 'destination'],
    [{access: 'private', motorcar: 'yes'}, 'yes'],
    [{vehicle: 'private', access: 'yes'}, 'private'],
    [{motor_vehicle: 'agricultural;forestry'}, 'no'],
    [{motor_vehicle: 'agricultural;destination'}, 'destination'],
    [{access: 'customers'}, 'destination'],
    [{access: 'permissive'}, 'yes'],
    [{bicycle: 'no'}, 'yes'],
  ])('%j lets a car: %s', async (tags, access) => {
    const {edges} = await drawn('A--B', {ways: {AB: {...PRIMARY, ...tags}}});
    expect(ACCESSES[edges.access[0]!]).toBe(access);
  });

  test('opening and closing days', async () => {
    const {edges, ledger} = await drawn('A--B  C--D  E--F', {
      ways: {
        AB: {...PRIMARY, start_date: '2016-09', end_date: '2020'},
        CD: {highway: 'construction', construction: 'primary', opening_date: '2027-12-31'},
        EF: {...PRIMARY, start_date: '~1990'},
      },
    });
    expect([...edges.openedOn]).toEqual([20160901, 20271231, 0]);
    expect([...edges.closedOn]).toEqual([20200101, 0, 0]);
    expect(ledger.find(({reason}) => reason === 'unread-start_date')?.examples).toEqual(['way/3']);
  });
});

describe('ferries', () => {
  const FERRY = {route: 'ferry', duration: '01:30'};

  test('the crossing time is shared out by length', async () => {
    const {edges} = await drawn(
      `
      A--B-----C
         |
         D
      `,
      {ways: {ABC: FERRY, BD: {route: 'ferry'}}},
    );
    // A–B is 3 km of 9 km: a third of 5400 s
    const times = Array.from(edges.durationS).sort((a, b) => a - b);
    expect(times).toEqual([0, 1800, 3600]);
  });

  test('a ferry cut by the extract has no time that could be trusted', async () => {
    const {edges, ledger} = await drawn('A--B--C', {ways: {ABC: FERRY}, missing: 'C'});
    expect([...edges.durationS]).toEqual([0]);
    expect(ledger.some(({reason}) => reason === 'ferry-duration-cut')).toBe(true);
  });
});

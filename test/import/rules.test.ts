import {describe, expect, test} from 'vitest';
import {decodeNetwork} from '../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../src/graph/file/encode.ts';
import type {Network} from '../../src/graph/network.ts';
import {EDGE_CLASSES, NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks, toXml} from '../support/osm-data.ts';
import {drawn, drawOsm, edgeNames, flagged, idOf, importOne} from './draw-osm.ts';

const PRIMARY = {highway: 'primary'};
const RAIL = {railway: 'rail'};
/** Something to import beside the way in question, which may be dropped. */
const OTHER = {XY: PRIMARY};
const MAP = `
  A--B--C
  X--Y
`;

/** Reasons under which way 1 stands in the ledger, its fate first. */
function reasons({ledger}: Network): string[] {
  return ledger
    .filter(({examples}) => examples.includes('way/1'))
    .map(({outcome, reason}) => (outcome === 'noted' ? reason : `${outcome} ${reason}`));
}

const draw = (tags: Record<string, string>) => drawn(MAP, {ways: {ABC: tags, ...OTHER}});

/** Row of the edge made of way 1. */
function edgeOf({edges}: Network): number {
  return [...edges.wayId].indexOf(1);
}

describe('what a way is', () => {
  test.each([
    ['motorroad is a road like others', {...PRIMARY, motorroad: 'yes'}, ['kept road']],
    ['a square is no line', {...PRIMARY, area: 'yes'}, ['dropped area']],
    ['highway=ferry is a ferry', {highway: 'ferry'}, ['kept ferry']],
    ['a footway is dropped', {highway: 'footway'}, ['dropped footway-path-cycleway']],
    ['a bus way is dropped', {highway: 'busway'}, ['dropped highway-not-for-cars']],
    ['a service road is dropped', {highway: 'service'}, ['dropped service-road']],
    ['a razed road is dropped', {highway: 'razed'}, ['dropped razed']],
    ['a razed railway is dropped', {'razed:railway': 'rail'}, ['dropped razed']],
    ['a yard track is dropped', {...RAIL, service: 'yard'}, ['dropped railway-yard-or-spur']],
    ['a spur is dropped', {...RAIL, service: 'spur'}, ['dropped railway-yard-or-spur']],
    ['a siding is dropped', {...RAIL, service: 'siding'}, ['dropped railway-siding']],
    ['a crossover stays', {...RAIL, service: 'crossover'}, ['kept rail']],
    [
      'freight tracks are dropped',
      {...RAIL, usage: 'industrial'},
      ['dropped railway-not-passenger'],
    ],
    ['a main line stays', {...RAIL, usage: 'main', gauge: '1435'}, ['kept rail']],
    ['another gauge is counted', {...RAIL, gauge: '1000'}, ['kept rail', 'rail-other-gauge']],
    [
      'no overhead line is counted',
      {...RAIL, electrified: 'no'},
      ['kept rail', 'rail-not-electrified'],
    ],
    [
      'freight alone is counted',
      {...RAIL, 'railway:traffic_mode': 'freight'},
      ['kept rail', 'rail-for-freight'],
    ],
    [
      'a crossing time without a unit is minutes, and is counted',
      {route: 'ferry', duration: '90'},
      ['kept ferry', 'ferry-duration-in-minutes'],
    ],
    ['standard gauge in a word', {...RAIL, gauge: 'standard'}, ['kept rail']],
    ['a track out of use is dormant', {...RAIL, disused: 'yes'}, ['dormant disused']],
    ['a road out of use is dormant', {...PRIMARY, abandoned: 'yes'}, ['dormant abandoned']],
    [
      'a plan for an open road is counted',
      {...PRIMARY, proposed: 'trunk'},
      ['kept road', 'leftover-proposed'],
    ],
    [
      'an unknown direction is counted',
      {...PRIMARY, oneway: 'maybe'},
      ['kept road', 'unread-oneway'],
    ],
    [
      'an unknown surface is counted',
      {...PRIMARY, surface: 'tartan'},
      ['kept road', 'unread-surface'],
    ],
    ['a tourist line is counted', {...RAIL, usage: 'tourism'}, ['kept rail', 'rail-for-tourists']],
    [
      'access at times is counted',
      {...PRIMARY, 'access:conditional': 'no @ (22:00-06:00)'},
      ['kept road', 'conditional-access'],
    ],
    [
      'speed at times is counted',
      {...PRIMARY, 'maxspeed:conditional': '60 @ wet'},
      ['kept road', 'conditional-maxspeed'],
    ],
    [
      'direction at times is counted',
      {...PRIMARY, 'oneway:conditional': 'yes @ (Mo-Fr)'},
      ['kept road', 'conditional-oneway'],
    ],
    [
      'one way in turn is counted',
      {...PRIMARY, oneway: 'alternating'},
      ['kept road', 'oneway-in-turn'],
    ],
  ] as const)('%s', async (_, tags, expected) => {
    expect(reasons(await draw(tags))).toEqual(expected);
  });

  test('yards, spurs and sidings stay when asked for', async () => {
    for (const service of ['yard', 'spur', 'siding']) {
      const network = await drawn('A--B', {ways: {AB: {...RAIL, service}}}, {railService: true});
      expect(reasons(network)).toEqual(['kept rail']);
    }
  });
});

describe('what an edge knows', () => {
  test.each([
    ['maxspeed in numbers', {...PRIMARY, maxspeed: '50 mph'}, 'maxspeedKph', 80],
    ['maxspeed by the law', {...PRIMARY, maxspeed: 'CN:urban'}, 'maxspeedKph', 50],
    ['maxspeed in words', {...PRIMARY, maxspeed: 'signals'}, 'maxspeedKph', 0],
    ['maxspeed by direction', {...PRIMARY, 'maxspeed:forward': '60'}, 'maxspeedKph', 60],
    ['maxspeed by the zone', {...PRIMARY, 'zone:maxspeed': 'CN:30'}, 'maxspeedKph', 30],
    ['maxspeed as a list', {...PRIMARY, maxspeed: '80;60'}, 'maxspeedKph', 60],
    ['maxspeed of a zone', {...PRIMARY, maxspeed: 'CN:zone:30'}, 'maxspeedKph', 30],
    [
      'maxspeed of others than cars',
      {...PRIMARY, 'maxspeed:hgv': '60', 'maxspeed:advisory': '40', 'zone:traffic': 'CN:urban'},
      'maxspeedKph',
      0,
    ],
    ['crossing time in words', {route: 'ferry', duration: '1 h 30 min'}, 'durationS', 5400],
    ['maxspeed by lane', {...PRIMARY, 'maxspeed:lanes': '80|100'}, 'maxspeedKph', 100],
    ['lanes', {...PRIMARY, lanes: '4'}, 'lanes', 4],
    [
      'lanes of both directions',
      {...PRIMARY, 'lanes:forward': '2', 'lanes:backward': '1'},
      'lanes',
      3,
    ],
    ['lanes of one direction', {...PRIMARY, 'lanes:forward': '2'}, 'lanes', 0],
    ['width', {...PRIMARY, width: '7.5 m'}, 'widthM', 7.5],
    ['paved surface', {...PRIMARY, surface: 'concrete:plates'}, 'surface', 1],
    ['unpaved surface', {...PRIMARY, surface: 'gravel'}, 'surface', 2],
    ['toll', {...PRIMARY, toll: 'yes'}, 'toll', 1],
    ['toll for cars', {...PRIMARY, 'toll:motorcar': 'yes'}, 'toll', 1],
    ['toll for lorries only', {...PRIMARY, 'toll:hgv': 'yes'}, 'toll', 0],
    ['grade', {...PRIMARY, 'highway:CN': '2'}, 'grade', 2],
    ['high-speed railway', {...RAIL, highspeed: 'yes'}, 'highspeed', 1],
    ['speed of a railway', {...RAIL, maxspeed: '250'}, 'maxspeedKph', 250],
    ['closing day', {...PRIMARY, end_date: '2020'}, 'closedOn', 20200101],
  ] as const)('%s', async (_, tags, column, value) => {
    const network = await draw(tags);
    expect(network.edges[column][edgeOf(network)]).toBe(value);
  });

  test('metres in tunnels', async () => {
    const network = await draw({...PRIMARY, tunnel: 'yes'});
    expect(network.edges.tunnelM[edgeOf(network)]).toBeCloseTo(6000, -1);
  });

  test.each(EDGE_CLASSES.filter((name) => name.endsWith('_link')))(
    '%s is a class of its own',
    async (name) => {
      const {edges} = await drawn('A--B', {ways: {AB: {highway: name}}});
      expect(EDGE_CLASSES[edges.class[0]!]).toBe(name);
    },
  );
});

describe('where an extract was cut', () => {
  test('a given polygon: outside of it, and at it', async () => {
    const data = drawOsm('A--B--C  D--E', {ways: {ABC: PRIMARY, DE: PRIMARY}, marginKm: null});
    const [a, , , d] = data.nodes;
    // from 10 m west of A to 1 km west of D
    const [west, east] = [a!.lon - 1e-4, d!.lon - 0.01];
    const ring = [
      [west, 27.9],
      [east, 27.9],
      [east, 28.1],
      [west, 28.1],
    ] as const;
    const network = await importNetwork([{name: 'x', format: 'xml', bytes: chunks(toXml(data))}], {
      toolVersion: 't',
      clipPolygon: [ring],
    });
    expect(flagged(network, NODE_FLAG.clip)).toBe('ADE');
    const at = network.ledger.find(({reason}) => reason === 'clip-at-polygon');
    const beyond = network.ledger.find(({reason}) => reason === 'clip-outside-polygon');
    expect([at?.nodes, beyond?.nodes]).toEqual([1, 2]);
  });

  test('a route that goes on over a missing way', async () => {
    const way = (ref: number) => ({type: 'way' as const, ref, role: ''});
    const network = await drawn('A--B--C', {
      ways: {AB: PRIMARY, BC: {...PRIMARY, ref: 'G1'}},
      relations: [
        {id: 1, members: [way(1), way(2), way(99)], tags: {type: 'route', route: 'road'}},
      ],
    });
    // B is an end of way 2 as well, but no tip
    expect(flagged(network, NODE_FLAG.clip)).toBe('C');
  });

  test('a turn restriction onto a missing way', async () => {
    const network = await drawn('A--B--C', {
      ways: {AB: PRIMARY, BC: {highway: 'secondary'}},
      relations: [
        {
          id: 1,
          members: [
            {type: 'way', ref: 1, role: 'from'},
            {type: 'node', ref: 2, role: 'via'},
            {type: 'way', ref: 99, role: 'to'},
          ],
          tags: {type: 'restriction', restriction: 'no_left_turn'},
        },
      ],
    });
    // for the primary road B is where it ends: the way that is missing may go on
    expect(flagged(network, NODE_FLAG.clip)).toBe('B');
  });

  test('nodes that no way uses beside ways that are cut', async () => {
    const map = `
      X--A---B-M


      C---D P
    `;
    const drawing = {ways: {XABM: PRIMARY, CD: PRIMARY}, missing: 'M'};
    const traced = await drawn(map, drawing);
    // D's road went on over P; way 1 shows that the tool cuts ways in the middle
    expect(flagged(traced, NODE_FLAG.clip)).toBe('BD');
    const tagged = await drawn(map, {...drawing, nodes: {P: {amenity: 'fuel'}}});
    expect(flagged(tagged, NODE_FLAG.clip)).toBe('B');
    // The network keeps the trace, for what stands beside it without being an end.
    const {lon, lat} = drawOsm(map, drawing).nodes.find(({id}) => id === idOf('P'))!;
    expect(traced.lostWays).toEqual([[lon, lat]]);
    expect(decodeNetwork(encodeNetwork(traced), 'n.gtn').lostWays).toEqual(traced.lostWays);
    expect(tagged.lostWays).toBeUndefined();
  });

  test('nodes that no way uses, in a file without box or cut way, where they lead to its edge', async () => {
    // 60 km wide, 40 km high, its long segments count as 5 km. D's road went on by P, Q, R … over the edge; Z was forgotten.
    const rows = Array.from({length: 41}, (): string[] => Array(61).fill(' '));
    const put = (letter: string, x: number, y: number): void => {
      rows[y]![x] = letter;
    };
    for (const [i, letter] of [...'ABEG'].entries()) put(letter, 60 * (i % 2), 40 * (i >> 1));
    for (const [i, letter] of [...'DPQRSTUVWXY'].entries()) put(letter, 20 + 4 * i, 12);
    for (const [i, letter] of [...'CFZ'].entries()) put(letter, 14 + 4 * i, 30);
    const map = rows.map((row) => row.join('')).join('\n');
    const drawing = {ways: {ABGEA: PRIMARY, ED: PRIMARY, EC: PRIMARY, CF: PRIMARY}, marginKm: null};
    const network = await importOne(toXml(drawOsm(map, drawing)), 'xml');
    expect(flagged(network, NODE_FLAG.clip)).toContain('D');
    expect(flagged(network, NODE_FLAG.clip)).not.toContain('F');
    expect(network.lostWays).toHaveLength(10);
  });

  test('nodes that no way uses tell of nothing in a file that keeps ways whole', async () => {
    const data = drawOsm('A--B--C  P', {ways: {ABC: PRIMARY}});
    // C lies beyond the box.
    const box = [118, 27, Number((data.nodes[1]!.lon + 0.005).toFixed(7)), 29] as const;
    const network = await importOne(toXml({...data, bounds: box}), 'xml');
    expect(network.lostWays).toBeUndefined();
  });
});

test('links and roads of one way are told apart by node ids', async () => {
  expect(
    edgeNames(await drawn('A--B--C', {ways: {AB: PRIMARY, BC: {highway: 'primary_link'}}})),
  ).toEqual(['A-B', 'B-C']);
});

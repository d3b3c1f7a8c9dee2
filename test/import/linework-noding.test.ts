import {describe, expect, test} from 'vitest';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {
  type Drawn,
  entry,
  importDrawn,
  jointsOf,
  partCount,
  tipCount,
  totalM,
} from './draw-lines.ts';

const road = (highway: string, ...line: [number, number][]): Drawn => ({line, tags: {highway}});
const rail = (...line: [number, number][]): Drawn => ({line, tags: {railway: 'rail'}});

describe('ends', () => {
  test('two ends 100 m apart are joined by a straight piece, at 130 m they are not', async () => {
    const apart = (gapM: number) => [
      road('primary', [0, 0], [5000, 0]),
      road('primary', [5000 + gapM, 0], [9000, 0]),
    ];
    const near = await importDrawn(apart(100));
    expect(jointsOf(near)).toEqual({'road-end-end': [1, 100]});
    expect(partCount(near)).toBe(1);
    // as drawn, and the gap: nothing drawn has moved
    expect(totalM(near)).toBeCloseTo(5000 + 3900 + 100, 0);
    const far = await importDrawn(apart(130));
    expect(jointsOf(far)).toEqual({});
    expect(partCount(far)).toBe(2);
    expect(entry(far, 'parts-apart-road')).toMatchObject({count: 1, ways: 1});
  });

  test('the tolerance is the caller’s, and 0 joins only what touches', async () => {
    const lines = [
      road('primary', [0, 0], [5000, 0]),
      road('primary', [5000, 0], [9000, 0]),
      road('primary', [9010, 0], [12000, 0]),
    ];
    expect(partCount(await importDrawn(lines, {rules: {roadToleranceM: 0}}))).toBe(2);
    expect(partCount(await importDrawn(lines, {rules: {roadToleranceM: 11}}))).toBe(1);
  });

  test('rail has its own tolerance: 80 m', async () => {
    const lines = (gapM: number) => [rail([0, 0], [5000, 0]), rail([5000 + gapM, 0], [9000, 0])];
    expect(partCount(await importDrawn(lines(79)))).toBe(1);
    expect(partCount(await importDrawn(lines(81)))).toBe(2);
  });

  test('an end beside the middle of a line splits it', async () => {
    const network = await importDrawn([
      road('primary', [0, 0], [4000, 0]),
      road('secondary', [2000, 90], [2000, 3000]),
    ]);
    expect(jointsOf(network)).toEqual({'road-end-line': [1, 90]});
    expect(network.edges.count).toBe(3);
    expect(totalM(network)).toBeCloseTo(4000 + 2910 + 90, 0);
  });

  test('an end that overshoots the line it meets is cut back: no stub is left', async () => {
    const network = await importDrawn([
      road('primary', [0, 0], [4000, 0]),
      road('secondary', [2000, -40], [2000, 3000]),
    ]);
    expect(jointsOf(network)).toEqual({'road-overshoot': [1, 40]});
    expect(tipCount(network)).toBe(3);
    expect(totalM(network)).toBeCloseTo(4000 + 3000, 0);
  });

  test('a road goes on in its own class past a nearer motorway below', async () => {
    const network = await importDrawn(
      [
        road('primary', [0, 0], [5000, 0]),
        road('primary', [5090, 0], [9000, 0]),
        road('motorway', [5040, -5000], [5040, 5000]),
      ],
      {rules: {motorwayJoinKm: 0}},
    );
    expect(jointsOf(network)).toEqual({'road-end-end': [1, 90]});
    expect(partCount(network)).toBe(2);
  });

  test('a ring is closed, a short line is not', async () => {
    const ring = await importDrawn([
      road('primary', [0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 60]),
    ]);
    expect(jointsOf(ring)).toEqual({'road-end-end': [1, 60]});
    expect(tipCount(ring)).toBe(0);
    const short = await importDrawn([road('primary', [0, 0], [100, 0])]);
    expect(jointsOf(short)).toEqual({});
  });

  test('carriageways go on across a gap and do not turn to each other', async () => {
    const network = await importDrawn([
      road('trunk', [0, -2000], [4000, 0], [5000, 0]),
      road('trunk', [0, 2000], [4000, 30], [5000, 30]),
      road('trunk', [5080, 0], [6000, 0], [9000, -2000]),
      road('trunk', [5080, 30], [6000, 30], [9000, 2000]),
      // so that all is one part anyway
      road('primary', [4500, -3000], [4500, 3000]),
    ]);
    expect(jointsOf(network)).toEqual({'road-end-end': [2, 160], 'road-crossing': [2, 0]});
    expect(partCount(network)).toBe(1);
  });

  test('ends that lie in one point but come from one side are led on together, once', async () => {
    const network = await importDrawn([
      road('trunk', [0, -2000], [4000, 0], [5000, 20]),
      road('trunk', [0, 2000], [4000, 40], [5000, 20]),
      road('trunk', [5090, 20], [9000, 20]),
    ]);
    expect(jointsOf(network)).toEqual({'road-end-end': [1, 90]});
    expect(partCount(network)).toBe(1);
  });

  test('a part that lies beyond what an end meets is reached by a second joint', async () => {
    const network = await importDrawn([
      road('primary', [0, -3000], [0, -10]),
      road('secondary', [-2000, -1000], [-1000, 0], [1000, 0], [2000, -1000]),
      road('tertiary', [-3000, 50], [3000, 50]),
    ]);
    expect(jointsOf(network)).toEqual({
      'road-end-line': [1, 10],
      'road-second': [1, 60],
      // the short line passes the secondary road on its way
      'road-crossing': [1, 0],
    });
    expect(partCount(network)).toBe(1);
  });

  test('roads never meet railways, nor railways those of another kind', async () => {
    const network = await importDrawn([
      road('primary', [0, 0], [5000, 0]),
      rail([5010, 0], [9000, 0]),
      {
        line: [
          [9010, 0],
          [12000, 0],
        ],
        tags: {railway: 'light_rail'},
      },
      rail([2000, -3000], [2000, 3000]),
    ]);
    expect(jointsOf(network)).toEqual({});
    expect(partCount(network)).toBe(4);
  });
});

describe('crossings', () => {
  const cross = (a: Drawn['tags'], b: Drawn['tags'], rules = {}) =>
    importDrawn(
      [
        {
          line: [
            [-2000, 0],
            [2000, 0],
          ],
          tags: a,
        },
        {
          line: [
            [0, -2000],
            [0, 2000],
          ],
          tags: b,
        },
      ],
      {rules},
    );

  test.each([
    ['trunk', 'primary'],
    ['primary', 'tertiary'],
    ['trunk_link', 'secondary'],
  ])('%s and %s meet on the level', async (a, b) => {
    const network = await cross({highway: a}, {highway: b});
    expect(jointsOf(network)).toEqual({'road-crossing': [1, 0]});
    expect(network.edges.count).toBe(4);
    expect(totalM(network)).toBeCloseTo(8000, 0);
  });

  test.each([
    ['bridge', {highway: 'trunk', bridge: 'yes'}, {highway: 'primary'}],
    ['tunnel', {highway: 'trunk'}, {highway: 'primary', tunnel: 'yes'}],
    ['brunnel', {highway: 'trunk'}, {class: 'primary', brunnel: 'tunnel'}],
    ['ramp', {highway: 'motorway_link'}, {highway: 'primary'}],
    ['railway', {railway: 'rail'}, {railway: 'rail'}],
    ['ferry', {route: 'ferry'}, {highway: 'primary'}],
  ])('no joint: %s', async (_, a, b) => {
    const network = await cross(a, b);
    expect(jointsOf(network)).toEqual({});
    expect(partCount(network)).toBe(2);
  });

  test('rules.crossings = false joins none', async () => {
    const network = await cross({highway: 'trunk'}, {highway: 'primary'}, {crossings: false});
    expect(partCount(network)).toBe(2);
  });

  test('a motorway meets roads every 4 km where no ramps are drawn', async () => {
    const roads = [0, 1000, 3000, 4500, 9000].map((x) => road('primary', [x, -2000], [x, 2000]));
    const motorway = road('motorway', [-2000, 0], [12000, 0]);
    const network = await importDrawn([motorway, ...roads]);
    // From the west: 0, then the next at least 4 km on: 4.5, then 9.
    expect(jointsOf(network)).toEqual({'assumed-interchange': [3, 0]});
    const flagged = [...network.nodes.flags].filter((f) => f & NODE_FLAG.interchange);
    expect(flagged).toHaveLength(3);
    expect(entry(network, 'noding-rules')?.examples[0]).toContain('every 4 km');

    const ramp = road('motorway_link', [500, 50], [500, 900]);
    const withRamps = await importDrawn([motorway, ...roads, ramp]);
    expect(jointsOf(withRamps)['assumed-interchange']).toBeUndefined();
    const asked = await importDrawn([motorway, ...roads, ramp], {rules: {motorwayJoinKm: 1.4}});
    expect(jointsOf(asked)['assumed-interchange']).toEqual([4, 0]);
  });

  test('both carriageways of a motorway join at an interchange; none in a tunnel', async () => {
    const network = await importDrawn(
      [
        road('motorway', [-2000, 0], [2000, 0]),
        road('motorway', [-2000, 150], [2000, 150]),
        road('primary', [0, -2000], [0, 2000]),
      ],
      {rules: {roadToleranceM: 0}},
    );
    expect(jointsOf(network)).toEqual({'assumed-interchange': [2, 0]});
    expect(partCount(network)).toBe(1);
    const below = await importDrawn([
      {
        line: [
          [-2000, 0],
          [2000, 0],
        ],
        tags: {highway: 'motorway', tunnel: 'yes'},
      },
      road('primary', [0, -2000], [0, 2000]),
    ]);
    expect(jointsOf(below)).toEqual({});
  });

  test('points drawn at one place meet, but not a motorway with what passes under it', async () => {
    const shared = (a: string, b: string) =>
      importDrawn(
        [road(a, [-2000, 0], [0, 0], [2000, 0]), road(b, [0, -2000], [0, 0], [0, 2000])],
        {rules: {motorwayJoinKm: 0, crossings: false}},
      );
    expect(partCount(await shared('primary', 'secondary'))).toBe(1);
    expect(partCount(await shared('motorway', 'secondary'))).toBe(2);
  });
});

test('a line drawn in two files counts as read twice and kept once', async () => {
  const line = road('primary', [0, 0], [5000, 0]);
  const network = await importDrawn([line, line]);
  expect(network.edges.count).toBe(1);
  expect(entry(network, 'read-total')?.ways).toBe(2);
  expect(entry(network, 'other-version')?.ways).toBe(1);
  expect(entry(network, 'drawn-twice')).toMatchObject({
    ways: 1,
    examples: ['drawn.geojson feature 2'],
  });
  // it says the same: no conflict
  expect(entry(network, 'conflict-way')).toBeUndefined();
});

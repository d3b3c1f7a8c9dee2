import {describe, expect, test} from 'vitest';
import type {Bbox} from '../../src/geo/line.ts';
import type {Network} from '../../src/graph/network.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks, type OsmData, toXml} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {drawn, drawOsm, edgeNames, flagged, importOne} from './draw-osm.ts';
import {importData, NO_DATA} from './real-data.ts';

const PRIMARY = {highway: 'primary'};

describe('clip nodes', () => {
  test('a way is cut at missing nodes, and both sides of the gap are marked', async () => {
    const network = await drawn('A--B--C--D--E', {ways: {ABCDE: PRIMARY}, missing: 'C'});
    expect(edgeNames(network)).toEqual(['A-B', 'D-E']);
    expect(flagged(network, NODE_FLAG.clip)).toBe('BD');
  });

  test('a junction from which a way leads out of the extract is marked too', async () => {
    const network = await drawn(
      `
      A--B--C
         |
         X
      `,
      {ways: {ABC: PRIMARY, BX: PRIMARY}, missing: 'X'},
    );
    expect(edgeNames(network)).toEqual(['A-B', 'B-C']);
    expect(flagged(network, NODE_FLAG.clip)).toBe('B');
  });

  test('a way of no chosen class marks nothing', async () => {
    const network = await drawn('A--B--C', {
      ways: {AB: PRIMARY, BC: {highway: 'footway'}},
      missing: 'C',
    });
    expect(flagged(network, NODE_FLAG.clip)).toBe('');
  });

  test('outside the header box ways that meet stay apart: a third may not be in the file', async () => {
    const data = drawOsm(
      `
      A--B--C
            |
            D
      `,
      {ways: {ABC: PRIMARY, CD: PRIMARY}},
    );
    const whole = await importOne(toXml(data), 'xml');
    expect(edgeNames(whole)).toEqual(['A-D']);
    // The box ends 500 m east of B and 500 m south of D: C is outside, its ways are kept for B and D.
    const east = Number((data.nodes[1]!.lon + 0.005).toFixed(7));
    const cut = await importOne(toXml({...data, bounds: [118, 27, east, 29]}), 'xml');
    expect(edgeNames(cut)).toEqual(['A-C', 'C-D']);
    expect(flagged(cut, NODE_FLAG.clip)).toBe('CD');
  });

  test('ends on or outside the header box are clipped, ends inside are real', async () => {
    // C lies beyond the box: ways are whole in this file, so that a road which ends inside does end there
    const drawnTo = (marginKm: number): Promise<Network> => {
      const data = drawOsm('A--B--C', {ways: {ABC: PRIMARY}, marginKm});
      const east = Number((data.nodes[1]!.lon + 0.005).toFixed(7));
      return importOne(toXml({...data, bounds: [data.bounds![0], 27, east, 29]}), 'xml');
    };
    expect(flagged(await drawnTo(0.04), NODE_FLAG.clip)).toBe('AC');
    expect(flagged(await drawnTo(0.06), NODE_FLAG.clip)).toBe('C');
    const data = drawOsm(
      `
      A--B--C--D
         |
         E
      `,
      {ways: {ABCD: PRIMARY, BE: PRIMARY}},
    );
    // the box ends 500 m east of B: C and D were kept only because their way was
    const box = [118, 27, Number((data.nodes[1]!.lon + 0.005).toFixed(7)), 29] as const;
    const outside = await importNetwork(
      [{name: 'x', format: 'xml', bytes: chunks(toXml({...data, bounds: box}))}],
      {toolVersion: 't'},
    );
    expect(flagged(outside, NODE_FLAG.clip)).toBe('D');
    expect(outside.meta.bbox).toEqual(box);
  });

  test('where nothing runs over the header box, a road may end a long segment inside and be cut', async () => {
    // segments of 3 km; a way that leads on from A or B may be left out whole
    const near = await drawn('A--B', {ways: {AB: PRIMARY}, marginKm: 2});
    expect(flagged(near, NODE_FLAG.clip)).toBe('AB');
    const far = await drawn('A--B', {ways: {AB: PRIMARY}, marginKm: 4});
    expect(flagged(far, NODE_FLAG.clip)).toBe('');
    // the same, and nodes that were of such a way lie inside: C, 1 km beyond B
    const traced = await drawn('A--BC', {ways: {AB: PRIMARY}, marginKm: 4});
    expect(flagged(traced, NODE_FLAG.clip)).toBe('B');
  });

  test('two carriageways cut together at the box are one clipped tip', async () => {
    const data = drawOsm(
      `
            D
      C--A     B
            E
      `,
      {
        ways: {
          CA: PRIMARY,
          AD: {highway: 'motorway'},
          DB: {highway: 'motorway'},
          BE: {highway: 'motorway'},
          EA: {highway: 'motorway'},
        },
        marginKm: 0.01,
      },
    );
    // C lies beyond the box, so that the file shows whole ways
    const west = Number((data.nodes[0]!.lon - 0.02).toFixed(7));
    const bounds = [west, ...data.bounds!.slice(1)] as unknown as Bbox;
    const network = await importOne(toXml({...data, bounds}), 'xml');
    expect(edgeNames(network)).toEqual(['A-B', 'A-B', 'A-C']);
    expect(flagged(network, NODE_FLAG.clip)).toBe('BC');
  });

  test('without a header box, tips near the envelope are taken for cut, and it is noted', async () => {
    // N belongs to no way: it only makes the envelope reach three km further south
    const network = await drawn(
      `
      ABCDEFGH
         J
         KL
         M


      N
      `,
      {ways: {ABCDEFGH: PRIMARY, DJKM: PRIMARY, KL: PRIMARY}, marginKm: null},
    );
    expect(flagged(network, NODE_FLAG.clip)).toBe('AH');
    expect(network.ledger.find(({reason}) => reason === 'clip-inferred')?.nodes).toBe(2);
    expect(network.meta.bbox![1]).toBeCloseTo(28 - 6000 / 111_195, 4);
  });

  test('the longer the segments of a network, the wider that margin', async () => {
    const long = await drawn(
      `
      A-------B-------C
           D

           E---F



      N
      `,
      {ways: {ABC: PRIMARY, DBF: PRIMARY, EF: PRIMARY}, marginKm: null},
    );
    // segments of up to 8 km: D, 1 km inside the envelope, may have been cut, and E, 3 km inside
    expect(flagged(long, NODE_FLAG.clip)).toBe('ACDE');
  });
});

describe('a polygon inside the header box', () => {
  const [LON, LAT, KM_LON, KM_LAT] = [119, 28, 0.0102, 0.009];
  const REACH_KM = 5;

  /** Houses all over a diamond of 10 km, roads from inside to 2 km beyond it, one that ends inside. */
  function diamond(bounds: boolean, bay = false): OsmData {
    const nodes: OsmData['nodes'][number][] = [];
    const ways: OsmData['ways'][number][] = [];
    const at = (x: number, y: number): number => {
      const place = [LON + x * KM_LON, LAT + y * KM_LAT].map((deg) => Number(deg.toFixed(7)));
      nodes.push({id: nodes.length + 1, lon: place[0]!, lat: place[1]!});
      return nodes.length;
    };
    const way = (refs: number[], tags: Record<string, string>): void => {
      ways.push({id: ways.length + 1, refs, tags});
    };
    for (let x = -REACH_KM; x <= REACH_KM; x += 0.2) {
      for (let y = -REACH_KM; y <= REACH_KM; y += 0.2) {
        if (Math.abs(x) + Math.abs(y) > REACH_KM) continue;
        if (bay && x > 1.5 && Math.abs(y) < 1.5) continue;
        way([at(x, y), at(x + 0.02, y)], {building: 'yes'});
      }
    }
    // four roads from the middle, each out over one side of the diamond
    const middle = at(0.1, 0.1);
    for (const [i, j] of [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const) {
      way([middle, at(1.5 * i, 1.5 * j), at(2.4 * i, 2.4 * j), at(4 * i, 4 * j)], PRIMARY);
    }
    way([middle, at(bay ? 3 : 1.1, 0.1)], {highway: 'secondary'});
    const box = [
      LON - REACH_KM * KM_LON,
      LAT - REACH_KM * KM_LAT,
      LON + REACH_KM * KM_LON,
      LAT + REACH_KM * KM_LAT,
    ];
    return {nodes, ways, ...(bounds ? {bounds: box as [number, number, number, number]} : {})};
  }

  test('a polygon inside the header box: what ends beyond it is taken for cut', async () => {
    for (const bounds of [true, false]) {
      const data = diamond(bounds);
      const {nodes, ledger} = await importNetwork(
        [{name: 'x', format: 'xml', bytes: chunks(toXml(data))}],
        {toolVersion: 't'},
      );
      const clipped = [...nodes.flags.keys()].filter((n) => nodes.flags[n]! & NODE_FLAG.clip);
      // the four ends are 4 km off both axes; the secondary road ends among houses
      expect(clipped).toHaveLength(4);
      for (const n of clipped) expect(Math.abs(nodes.lat[n]! - LAT)).toBeGreaterThan(3 * KM_LAT);
      expect(ledger.find(({reason}) => reason === 'clip-outside-core')?.nodes).toBe(4);
    }
  });

  test('a bay of the polygon: a tip without any small way near is taken for cut', async () => {
    const {nodes, ledger} = await importNetwork(
      [{name: 'x', format: 'xml', bytes: chunks(toXml(diamond(true, true)))}],
      {toolVersion: 't'},
    );
    const alone = ledger.find(({reason}) => reason === 'clip-alone');
    expect(alone?.nodes).toBe(1);
    const row = nodes.osmId.indexOf(Number(alone!.examples[0]!.split('/')[1]));
    expect(nodes.lon[row]).toBeCloseTo(LON + 3 * KM_LON, 6);
  });
});

describe('several extracts', () => {
  const whole = drawOsm('A--B--C--D', {ways: {ABC: PRIMARY, CD: PRIMARY}, marginKm: null});
  const part = (letters: string, ways: readonly number[], version = 1): OsmData => ({
    nodes: whole.nodes
      .filter(({id}) => letters.includes(String.fromCharCode(id + 64)))
      .map((node) => ({...node, version})),
    ways: whole.ways.filter(({id}) => ways.includes(id)).map((way) => ({...way, version})),
  });
  const merge = (...parts: OsmData[]) =>
    importNetwork(
      parts.map((data, i) => ({
        name: `${i}.pbf`,
        format: 'pbf' as const,
        bytes: chunks(toPbf(data, {writeVersions: true})),
      })),
      {toolVersion: 't'},
    );

  test('a way cut in one file and whole in another becomes whole', async () => {
    const west = part('AB', [1]);
    const east = part('BCD', [1, 2]);
    expect(flagged(await merge(west), NODE_FLAG.clip)).toContain('B');
    const merged = await merge(west, east);
    expect(edgeNames(merged)).toEqual(['A-D']);
    expect(merged.ledger.find(({reason}) => reason === 'other-version')).toMatchObject({
      outcome: 'dropped',
      ways: 1,
    });
  });

  test('the newest version wins, whichever file comes first', async () => {
    const old = part('ABCD', [1, 2]);
    const later = part('ABCD', [1, 2], 2);
    const renewed: OsmData = {
      ...later,
      ways: later.ways.map((way) => ({...way, tags: {highway: 'trunk', name: '新'}})),
    };
    for (const network of [await merge(old, renewed), await merge(renewed, old)]) {
      expect(network.strings).toContain('新');
      expect(network.edges.count).toBe(1);
    }
  });
});

describe.skipIf(NO_DATA)('on 浙闽赣 (GUANTONG_DATA)', () => {
  /** Neighbours, clip flag and place of every node, by OSM id. */
  function around({nodes, edges}: Network) {
    const at = new Map<number, {others: Set<number>; clip: boolean; lon: number}>();
    for (let n = 0; n < nodes.count; n++) {
      const clip = (nodes.flags[n]! & NODE_FLAG.clip) !== 0;
      at.set(nodes.osmId[n]!, {others: new Set(), clip, lon: nodes.lon[n]!});
    }
    for (let e = 0; e < edges.count; e++) {
      const [a, b] = [nodes.osmId[edges.from[e]!]!, nodes.osmId[edges.to[e]!]!];
      at.get(a)!.others.add(b);
      at.get(b)!.others.add(a);
    }
    return at;
  }

  test('the western half: what is a tip only since the cut is a clip node', async () => {
    const whole = around(await importData('zhe-min-gan.osm.pbf'));
    const west = around(await importData('zhe-min-gan-west.osm.pbf'));
    let cut = 0;
    let untraced = 0;
    for (const [id, {others, clip, lon}] of west) {
      const before = whole.get(id);
      if (others.size <= 1 && (before?.others.size ?? 2) > 1) {
        if (clip) cut++;
        else untraced++;
      }
      // and nothing further from the cut (119.4° E) than the longest segment, 21 km, is new among them
      if (clip && lon < 119.18 && before) expect({id, clip: before.clip}).toEqual({id, clip});
    }
    expect(cut).toBeGreaterThan(50);
    // `osmium extract -s simple` left out ways that begin outside and run far into the half: nodes
    // that nothing uses are their trace, and the ends beside them are taken for cut.
    expect(untraced).toBe(0);
  });

  test('west and east merged equal the whole', async () => {
    const whole = await importData('zhe-min-gan.osm.pbf');
    const merged = await importData('zhe-min-gan-west.osm.pbf', 'zhe-min-gan-east.osm.pbf');
    expect(merged.nodes).toEqual(whole.nodes);
    expect(merged.edges).toEqual(whole.edges);
    expect(merged.borders).toEqual(whole.borders);
    expect(merged.places).toEqual(whole.places);
    expect(merged.meta.bbox).toEqual(whole.meta.bbox);
  });

  test('the coastal expressway keeps the node where it stops, with its works beyond', async () => {
    // near 120.37 E, 27.25 N its two carriageways meet in one node
    const {nodes, edges} = await importData('zhe-min-gan.osm.pbf');
    const tips = [...nodes.lon.keys()].filter(
      (n) => Math.hypot(nodes.lon[n]! - 120.3696, nodes.lat[n]! - 27.2528) < 0.001,
    );
    expect(tips).toHaveLength(1);
    const node = tips[0]!;
    expect(nodes.flags[node]! & NODE_FLAG.clip).toBe(0);
    const at = [...edges.from.keys()].filter((e) => edges.from[e] === node || edges.to[e] === node);
    const far = (e: number): number => (edges.from[e] === node ? edges.to[e]! : edges.from[e]!);
    const open = at.filter((e) => edges.status[e] === 0);
    const works = at.filter((e) => edges.status[e] === 1);
    expect([open.length, works.length]).toEqual([2, 2]);
    expect(new Set(open.map(far)).size).toBe(1);
  });
});

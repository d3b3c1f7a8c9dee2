import {describe, expect, test} from 'vitest';
import {edgeLine} from '../../src/graph/edge-geometry.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import {ACCESSES, EDGE_CLASSES, NODE_FLAG, STATUSES} from '../../src/graph/vocabulary.ts';

describe('NetworkBuilder', () => {
  test('of nothing is an empty network', () => {
    const network = new NetworkBuilder().finish();
    expect([network.nodes.count, network.edges.count]).toEqual([0, 0]);
    expect([...network.edges.firstPoint, ...network.edges.firstWay]).toEqual([0, 0]);
    expect(network.strings).toEqual(['']);
    expect([network.places, network.stations, network.borders, network.areas]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('gives an untagged edge the defaults of a plain open road', () => {
    const builder = new NetworkBuilder();
    expect([builder.addNode(119, 28), builder.addNode(119, 29)]).toEqual([0, 1]);
    expect(builder.addEdge({from: 0, to: 1, class: 'tertiary'})).toBe(0);
    const {edges, nodes} = builder.finish();
    expect([...nodes.osmId]).toEqual([1, 2]);
    expect(EDGE_CLASSES[edges.class[0]!]).toBe('tertiary');
    expect(STATUSES[edges.status[0]!]).toBe('open');
    expect(ACCESSES[edges.access[0]!]).toBe('yes');
    // One degree of a meridian on the mean sphere.
    expect(edges.lengthM[0]).toBeCloseTo(111_195.08, 1);
    const zero = [
      'oneway',
      'openedOn',
      'closedOn',
      'maxspeedKph',
      'lanes',
      'surface',
      'toll',
    ] as const;
    for (const column of zero) expect(edges[column][0], column).toBe(0);
    expect(edges.grade[0]).toBe(255);
  });

  test('keeps points, ways and names of each edge apart, and equal names once', () => {
    const builder = new NetworkBuilder();
    builder.addNode(119, 28, 11, NODE_FLAG.clip);
    builder.addNode(119.2, 28, 12);
    builder.addEdge({
      from: 0,
      to: 1,
      class: 'trunk',
      between: [[119.1, 28.123_456_78]],
      wayIds: [5, 6],
      ref: 'G1',
      name: 'G1',
    });
    builder.addEdge({from: 1, to: 0, class: 'trunk', wayIds: [7], name: '景宁路'});
    builder.addEdge({
      from: 0,
      to: 0,
      class: 'road',
      between: [
        [119, 28.1],
        [119.1, 28.1],
      ],
      ref: 'G1',
    });
    const network = builder.finish({meta: {schematic: true}});
    expect(edgeLine(network, 0)).toEqual([
      [119, 28],
      [119.1, 28.123_456_8],
      [119.2, 28],
    ]);
    expect(edgeLine(network, 1)).toEqual([
      [119.2, 28],
      [119, 28],
    ]);
    expect(edgeLine(network, 2)).toEqual([
      [119, 28],
      [119, 28.1],
      [119.1, 28.1],
      [119, 28],
    ]);
    const {edges, strings} = network;
    expect([...edges.firstWay]).toEqual([0, 2, 3, 3]);
    expect([...edges.wayId]).toEqual([5, 6, 7]);
    expect(strings).toEqual(['', 'G1', '景宁路']);
    expect([...edges.ref].map((row) => strings[row])).toEqual(['G1', '', 'G1']);
    expect([...edges.name].map((row) => strings[row])).toEqual(['G1', '景宁路', '']);
    expect([...network.nodes.flags]).toEqual([NODE_FLAG.clip, 0]);
    expect([network.meta.schematic, network.meta.bbox]).toEqual([true, null]);
  });

  test('measures along the points as they were given, unless a length is told', () => {
    const builder = new NetworkBuilder();
    builder.addNode(119, 0);
    builder.addNode(119, 1);
    const there: [number, number][] = [[119, 2]];
    builder.addEdge({from: 0, to: 1, class: 'road', between: there});
    builder.addEdge({from: 0, to: 1, class: 'road', between: there, lengthM: 7});
    const {lengthM} = builder.finish().edges;
    expect([lengthM[0], lengthM[1]]).toEqual([expect.closeTo(3 * 111_195.08, 0), 7]);
  });

  test('a finished network does not change when building goes on', () => {
    const builder = new NetworkBuilder();
    builder.addNode(119, 28);
    const before = builder.finish();
    builder.addNode(120, 28);
    builder.addEdge({from: 0, to: 1, class: 'road', name: 'later'});
    expect([before.nodes.count, before.edges.count, before.strings.length]).toEqual([1, 0, 1]);
    expect([builder.nodeCount, builder.edgeCount]).toEqual([2, 1]);
  });
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {greatCircleM} from '../../../src/geo/distance.ts';
import {toGraphology} from '../../../src/graph/graphology.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {anyNetwork} from '../file/random-network.ts';

describe('toGraphology', () => {
  test('makes two directed edges of a two-way one and one of a one-way', async () => {
    const {network} = asciiNetwork('A--B--C', {
      edges: {AB: {wayIds: [7]}, CB: {wayIds: [8], oneway: true}},
    });
    const graph = await toGraphology(network);
    expect([graph.type, graph.multi]).toEqual(['directed', true]);
    expect(graph.nodes()).toEqual(['1', '2', '3']);
    expect(graph.mapEdges((key, _, from, to) => [key, from, to])).toEqual([
      ['7:0>', '1', '2'],
      ['7:0<', '2', '1'],
      ['8:0>', '3', '2'],
    ]);
    expect(graph.getEdgeAttribute('8:0>', 'oneway')).toBe(true);
  });

  test('keeps loops and parallel edges, numbering the parts of a way in row order', async () => {
    const builder = new NetworkBuilder();
    const [a, b] = [builder.addNode(120, 28, 11), builder.addNode(120.1, 28, 12)];
    builder.addEdge({from: a, to: b, class: 'trunk', wayIds: [5, 6]});
    builder.addEdge({from: a, to: b, class: 'trunk', wayIds: [5], oneway: true});
    builder.addEdge({from: a, to: a, class: 'service', wayIds: [6], between: [[120.05, 28.05]]});
    builder.addEdge({from: b, to: b, class: 'service', wayIds: [5], oneway: true});
    builder.addEdge({from: b, to: a, class: 'ferry'});
    const graph = await toGraphology(builder.finish());
    // listed as they were added: by row, forward first
    const keys = ['5:0>', '5:0<', '5:1>', '6:0>', '6:0<', '5:2>', 'row:4>', 'row:4<'];
    expect(graph.edges()).toEqual(keys);
    expect(graph.selfLoopCount).toBe(3);
    expect(graph.outEdges('11', '12').sort()).toEqual(['5:0>', '5:1>', 'row:4<']);
    expect(graph.outEdges('12', '11').sort()).toEqual(['5:0<', 'row:4>']);
    expect(graph.getEdgeAttribute('5:0<', 'wayIds')).toBe('5;6');
  });

  test('gives nodes that share an OSM id, or have none, the key of their row', async () => {
    const builder = new NetworkBuilder();
    for (const id of [9, 9, 0, -3, Number.NaN]) builder.addNode(120, 28, id);
    const graph = await toGraphology(builder.finish(), {status: 'all'});
    expect(graph.nodes()).toEqual(['9', 'row:1', 'row:2', '-3', 'row:4']);
    expect(graph.hasNodeAttribute('row:2', 'osmId')).toBe(false);
    expect(graph.getNodeAttribute('row:1', 'osmId')).toBe(9);
  });

  test('leaves dormant edges and the nodes only they touch for status all; keys stay', async () => {
    const {network} = asciiNetwork('A--B--C--D', {
      default: {wayIds: [7]},
      edges: {BC: {status: 'construction', wayIds: [7]}, CD: {status: 'proposed', wayIds: [7]}},
    });
    const open = await toGraphology(network);
    expect(open.nodes()).toEqual(['1', '2']);
    expect(open.edges()).toEqual(['7:0>', '7:0<']);
    const all = await toGraphology(network, {status: 'all'});
    expect(all.order).toBe(4);
    expect(all.mapEdges((key, {status}) => `${key} ${status}`)).toEqual([
      '7:0> open',
      '7:0< open',
      '7:1> construction',
      '7:1< construction',
      '7:2> proposed',
      '7:2< proposed',
    ]);
  });

  test('tells all the network knows of a node and an edge, and nothing it does not', async () => {
    const {network} = asciiNetwork('A--+\n   |\n   B', {
      flags: {A: NODE_FLAG.clip | NODE_FLAG.station},
      edges: {
        AB: {
          class: 'motorway',
          lengthM: 1234.5,
          access: 'private',
          openedOn: 20151230,
          maxspeedKph: 100,
          grade: 0,
          surface: 'paved',
          toll: true,
          bridgeM: 12,
          ref: 'G15',
          name: '沈海高速',
          wayIds: [3],
        },
      },
      rest: {
        meta: {attribution: '© X', dataDate: '2020-11-30', schematic: true, toolVersion: '0.1'},
        stations: [{osmId: 1, name: '温州南', kind: 'station', lon: 1, lat: 2, node: 0}],
      },
    });
    const graph = await toGraphology(network);
    const [lonA, lonB] = network.nodes.lon;
    const [latA, latB] = network.nodes.lat;
    const bend = [network.edges.pointLonE7[0]! / 1e7, network.edges.pointLatE7[0]! / 1e7];
    expect(graph.getAttributes()).toEqual({
      generator: 'guantong 0.1',
      attribution: '© X',
      dataDate: '2020-11-30',
      schematic: true,
    });
    expect(graph.getNodeAttributes('1')).toEqual({
      row: 0,
      osmId: 1,
      lon: lonA,
      lat: latA,
      clip: true,
      barrier: false,
      interchange: false,
      station: true,
      turning: false,
      name: '温州南',
    });
    const forward = graph.getEdgeAttributes('3:0>');
    expect(forward).toEqual({
      row: 0,
      class: 'motorway',
      status: 'open',
      access: 'private',
      lengthM: 1234.5,
      oneway: false,
      openedOn: 20151230,
      maxspeedKph: 100,
      grade: 0,
      surface: 'paved',
      toll: true,
      highspeed: false,
      bridgeM: 12,
      tunnelM: 0,
      ref: 'G15',
      name: '沈海高速',
      wayIds: '3',
      wkt: `LINESTRING (${lonA} ${latA}, ${bend[0]} ${bend[1]}, ${lonB} ${latB})`,
    });
    expect(graph.getEdgeAttributes('3:0<')).toEqual({
      ...forward,
      wkt: `LINESTRING (${lonB} ${latB}, ${bend[0]} ${bend[1]}, ${lonA} ${latA})`,
    });
  });

  test('of an empty network is empty', async () => {
    const graph = await toGraphology(new NetworkBuilder().finish());
    expect([graph.order, graph.size]).toEqual([0, 0]);
    expect(graph.getAttributes()).toEqual({
      generator: 'guantong',
      attribution: '',
      schematic: false,
    });
  });

  test('holds, for any network, every edge once a direction, its length and its course', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, fc.constantFrom('open', 'all'), async (network, status) => {
        const {edges, nodes} = network;
        const graph = await toGraphology(network, {status});
        let size = 0;
        let totalM = 0;
        for (let e = 0; e < edges.count; e++) {
          if (status === 'open' && edges.status[e] !== 0) continue;
          const directions = edges.oneway[e] ? 1 : 2;
          size += directions;
          totalM += edges.lengthM[e]! * directions;
        }
        expect(graph.size).toBe(size);
        if (status === 'all') expect(graph.order).toBe(nodes.count);
        else expect(graph.everyNode((key) => graph.degree(key) > 0)).toBe(true);
        const foundM = graph.reduceEdges((sum, _, {lengthM}) => sum + lengthM, 0);
        expect(Math.abs(foundM - totalM)).toBeLessThanOrEqual(totalM * 1e-12);
        graph.forEachEdge((key, {row, wkt}, _from, _to, source, target) => {
          const ends = key.endsWith('>')
            ? [edges.from[row], edges.to[row]]
            : [edges.to[row], edges.from[row]];
          expect([source.row, target.row]).toEqual(ends);
          const points = pointsOf(wkt);
          expect(points[0]).toEqual([source.lon + 0, source.lat + 0]);
          expect(points.at(-1)).toEqual([target.lon + 0, target.lat + 0]);
          expect(points.length).toBe(2 + edges.firstPoint[row + 1]! - edges.firstPoint[row]!);
        });
      }),
    );
  });

  test('has a course as long as the measured length', async () => {
    const {network} = asciiNetwork('A--+\n   |\n   +--B');
    const graph = await toGraphology(network);
    graph.forEachEdge((_, {lengthM, wkt}) => {
      const points = pointsOf(wkt);
      let sumM = 0;
      for (let i = 1; i < points.length; i++) {
        sumM += greatCircleM(
          ...(points[i - 1] as [number, number]),
          ...(points[i] as [number, number]),
        );
      }
      // the points between are rounded to 1e-7°, about a centimetre each
      expect(Math.abs(sumM - lengthM)).toBeLessThan(0.1);
    });
  });
});

function pointsOf(wkt: string): number[][] {
  const inner = /^LINESTRING \((.+)\)$/.exec(wkt)![1]!;
  // + 0: the text of −0 is 0
  return inner.split(', ').map((point) => point.split(' ').map((n) => Number(n) + 0));
}

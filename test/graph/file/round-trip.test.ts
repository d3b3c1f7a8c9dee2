import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decodeNetwork, decodeNetworkFile} from '../../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../../src/graph/file/encode.ts';
import type {Network} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {assemble, sectionOf, takeApart, withHeader} from './forge.ts';
import {anyNetwork} from './random-network.ts';

describe('decode(encode(network))', () => {
  test('is the network, for any network', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        expect(decodeNetwork(encodeNetwork(network), 'n.gtn')).toStrictEqual(network);
      }),
      {numRuns: 300},
    );
  });

  test('is the network, for a drawn one with a border', () => {
    const {network} = asciiNetwork(
      `
      A---B-:-C--+
          |   :  |
          D   :  E`,
      {
        borderSides: ['浙江省', '福建省'],
        edges: {AB: {class: 'motorway', oneway: true, name: '沈海高速', ref: 'G15'}},
        rest: {
          areas: [
            {
              osmId: null,
              level: 5,
              name: '温州市',
              province: '浙江省',
              coordinates: [
                [
                  [
                    [119, 27],
                    [121, 27],
                    [120, 0.1 + 0.2],
                    [119, 27],
                  ],
                ],
              ],
            },
          ],
        },
      },
    );
    expect(decodeNetwork(encodeNetwork(network), 'n.gtn')).toStrictEqual(network);
  });

  test('a file from before the width was kept has no widths', () => {
    const {network} = asciiNetwork('A--B--C', {default: {widthM: 7.5}});
    const old = withHeader(encodeNetwork(network), (header) => {
      header.sections = header.sections.filter(({name}) => name !== 'edges.widthM');
    });
    expect([...network.edges.widthM]).toEqual([7.5, 7.5]);
    expect([...decodeNetwork(old, 'n.gtn').edges.widthM]).toEqual([0, 0]);
  });

  test('is the network, for the empty one', () => {
    const empty = new NetworkBuilder().finish();
    expect(decodeNetwork(encodeNetwork(empty), 'n.gtn')).toStrictEqual(empty);
  });

  test('keeps negative zeros and the last bit of coordinates in columns', () => {
    const builder = new NetworkBuilder();
    builder.addNode(-0, 0.1 + 0.2, 1);
    const {nodes} = decodeNetwork(encodeNetwork(builder.finish()), 'n.gtn');
    expect(Object.is(nodes.lon[0], -0)).toBe(true);
    expect(nodes.lat[0]).toBe(0.30000000000000004);
  });

  test('reads bytes at any place in their buffer, without copying when they are aligned', () => {
    const {network} = asciiNetwork('A--B');
    const file = encodeNetwork(network);
    const shelf = new Uint8Array(file.length + 16);
    for (const at of [0, 1, 3, 8]) {
      shelf.set(file, at);
      const bytes = shelf.subarray(at, at + file.length);
      const decoded = decodeNetwork(bytes, 'n.gtn');
      expect(decoded).toStrictEqual(network);
      expect(decoded.edges.lengthM.buffer === shelf.buffer).toBe(at % 8 === 0);
    }
    expect(decodeNetwork(Buffer.concat([file]), 'n.gtn')).toStrictEqual(network);
  });
});

describe('encode', () => {
  test('gives the same bytes for equal networks, whatever the order of their keys', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const twin = reversed(structuredClone(network)) as Network;
        expect(encodeNetwork(twin)).toStrictEqual(encodeNetwork(network));
      }),
    );
  });

  test('gives the same bytes after a round trip', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const bytes = encodeNetwork(network);
        expect(encodeNetwork(decodeNetwork(bytes, 'n.gtn'))).toStrictEqual(bytes);
      }),
    );
  });

  test('lays bytes out as docs/network-file.md says: a writer made from that page agrees', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const bytes = encodeNetwork(network);
        const {header, body} = takeApart(bytes);
        expect(assemble(header, body)).toStrictEqual(bytes);
      }),
    );
  });

  test('puts columns where the directory says, little-endian', () => {
    const {network} = asciiNetwork('A--B--C', {default: {maxspeedKph: 0x1234}});
    const {header, body} = takeApart(encodeNetwork(network));
    const speed = sectionOf(header, 'edges.maxspeedKph');
    expect([...body.subarray(speed.offset, speed.offset + speed.byteLength)]).toEqual([
      0x34, 0x12, 0x34, 0x12,
    ]);
    const length = sectionOf(header, 'edges.lengthM');
    expect(length.type).toBe('f64');
    expect(Buffer.from(body).readDoubleLE(length.offset + 8)).toBe(network.edges.lengthM[1]);
    for (const {offset} of header.sections) expect(offset % 8).toBe(0);
  });

  test('refuses a number that is not one: such a network is a bug of its maker', () => {
    const network = new NetworkBuilder().finish({
      ledger: [{outcome: 'kept', reason: 'x', ways: 1, km: Number.NaN, nodes: 0, examples: []}],
    });
    expect(() => encodeNetwork(network)).toThrow();
  });
});

describe('optional sections', () => {
  const {network} = asciiNetwork('A--B');

  test('come back beside the network and do not change it', () => {
    const order = new Uint32Array([3, 1, 2]);
    const bytes = encodeNetwork(network, [{name: 'hierarchy.order', column: order}]);
    const file = decodeNetworkFile(bytes, 'n.gtn');
    expect(file.network).toStrictEqual(network);
    expect(file.columns.get('hierarchy.order')).toStrictEqual(order);
  });

  test('may not take the name of another section', () => {
    const column = new Uint8Array();
    expect(() => encodeNetwork(network, [{name: 'edges.from', column}])).toThrow('edges.from');
  });

  test('of unknown names and types, and unknown header keys, are ignored', () => {
    const bytes = withHeader(encodeNetwork(network), (header) => {
      const later = {name: 'later', type: 'u64', offset: 0, byteLength: 8, note: 'new'};
      header.sections.push(later);
      Object.assign(header, {later: {x: 1}});
      header.meta['later'] = 1;
    });
    expect(decodeNetwork(bytes, 'n.gtn')).toStrictEqual(network);
  });
});

/** The same value with the keys of every plain object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

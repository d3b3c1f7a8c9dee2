import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../../src/errors.ts';
import {decodeNetwork} from '../../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../../src/graph/file/encode.ts';
import {EDGE_CLASSES} from '../../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {
  assemble,
  type ForgedHeader,
  sectionOf,
  sign,
  takeApart,
  withHeader,
  withSection,
} from './forge.ts';
import {anyNetwork} from './random-network.ts';

const {network} = asciiNetwork(
  `
  A--B-:-C
     | :
     D`,
  {
    default: {name: '上丽线'},
    rest: {
      stations: [{osmId: 1, name: '温州南', kind: 'station', lon: 120, lat: 28, node: 0}],
      places: [
        {
          osmId: 1,
          name: '温州',
          altNames: [],
          kind: 'city',
          lon: 120,
          lat: 28,
          population: null,
          populationDate: null,
          province: null,
        },
      ],
      areas: [
        {osmId: 1, level: 4, name: '浙江省', province: null, coordinates: [[[[1, 2]]], [[[3, 4]]]]},
      ],
    },
  },
);
const file = encodeNetwork(network);

/** The error of reading bytes; the test fails when there is none or it is not the user's. */
function faultOf(bytes: Uint8Array): UserError {
  try {
    decodeNetwork(bytes, 'n.gtn');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    const fault = error as UserError;
    expect(fault.code).toBe('E_INPUT');
    expect(fault.message).toMatch(/^n\.gtn .+\.$/);
    expect(fault.hint).toBeTruthy();
    return fault;
  }
  throw new Error('the file was read');
}

function flipped(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= mask;
  return copy;
}

describe('a file that is not whole', () => {
  test('of no bytes is empty', () => {
    expect(faultOf(new Uint8Array()).message).toBe('n.gtn is empty.');
  });

  test('cut at any length is refused, and from the magic on called cut off', () => {
    for (let length = 1; length < file.length; length++) {
      const {message} = faultOf(file.subarray(0, length));
      expect(message).toMatch(length < 4 ? /not a \.gtn network file/ : /cut off/);
    }
    expect(faultOf(file.subarray(0, 1000)).message).toContain(`1000 of ${file.length} bytes`);
  });

  test('with bytes behind its end is damaged', () => {
    const longer = new Uint8Array(file.length + 3);
    longer.set(file);
    expect(faultOf(longer).message).toContain('3 bytes follow its end');
  });
});

describe('a file that is something else', () => {
  test.each([
    ['an extract', '\0\0\0\rOSMHeader'],
    ['XML', '<?xml version="1.0"?>'],
    ['one byte', 'G'],
    ['almost', 'GTN2 and more'],
  ])('%s is not a .gtn file, and the hint says how to make one', (_, text) => {
    const fault = faultOf(Buffer.from(text.padEnd(100), 'latin1'));
    expect(fault.message).toContain('is not a .gtn network file');
    expect(fault.hint).toContain('guantong import');
  });

  test('a newer version is named as such, before any other check', () => {
    const newer = file.slice(0, 60);
    newer[4] = 2;
    const fault = faultOf(newer);
    expect(fault.message).toContain('made by a newer guantong (file version 2, this one reads 1)');
    expect(fault.hint).toContain('Update');
  });

  test('version 0 does not exist', () => {
    expect(faultOf(sign(flipped(file, 4, 1))).message).toContain('no valid version');
  });
});

describe('a flipped bit', () => {
  test('anywhere is noticed', () => {
    for (let at = 0; at < file.length; at++) faultOf(flipped(file, at, 1 << (at % 8)));
  });

  test('in the checksum, header, padding or columns is called damage', () => {
    for (const at of [24, 55, 56, 300, file.length - 1]) {
      expect(faultOf(flipped(file, at, 0x10)).message).toContain('is damaged');
    }
    expect(faultOf(flipped(file, 12, 1)).message).toContain('is damaged'); // reserved word
  });

  test('or several, in any network, are noticed', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({min: 1, max: 255})), {minLength: 1});
    fc.assert(
      fc.property(anyNetwork, flips, (any, changes) => {
        const bytes = encodeNetwork(any);
        const changed = bytes.slice();
        for (const [at, mask] of changes) changed[at % bytes.length]! ^= mask;
        fc.pre(changed.some((byte, i) => byte !== bytes[i]));
        faultOf(changed);
      }),
    );
  });
});

describe('a file with the right checksum and wrong content', () => {
  const {header, body} = takeApart(file);

  test.each([
    ['text that is not JSON', Buffer.from('{"meta":'), 'header that is not JSON'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'header that is not JSON'],
    ['a list', Buffer.from('[]'), 'not a JSON object'],
    ['nothing', Buffer.alloc(0), 'header that is not JSON'],
  ])('header: %s', (_, text, words) => {
    expect(faultOf(assemble(null, body, text)).message).toContain(words);
  });

  test('header longer than the file', () => {
    const bytes = file.slice();
    new DataView(bytes.buffer).setUint32(8, 0xffffffff, true);
    expect(faultOf(sign(bytes)).message).toContain('header longer than the file');
  });

  test.each<[string, (h: ForgedHeader) => void, string]>([
    ['no directory', (h) => Reflect.deleteProperty(h, 'sections'), 'no section directory'],
    ['directory of numbers', (h) => h.sections.push(7 as never), 'bad entry'],
    ['section without name', (h) => Reflect.deleteProperty(h.sections[0]!, 'name'), 'without name'],
    ['section outside the file', (h) => (h.sections[0]!.byteLength = 1e6), 'outside the file'],
    ['negative offset', (h) => (h.sections[0]!.offset = -8), 'outside the file'],
    ['offset not a number', (h) => (h.sections[0]!.offset = '0' as never), 'outside the file'],
    ['offset not whole', (h) => (h.sections[0]!.offset = 0.5), 'outside the file'],
    ['offset not aligned', (h) => (sectionOf(h, 'edges.class').offset += 1), 'not aligned'],
    ['part of an element', (h) => (h.sections[0]!.byteLength -= 1), 'not aligned'],
    ['section twice', (h) => h.sections.push(h.sections[0]!), 'two sections called nodes.osmId'],
    ['section missing', (h) => h.sections.splice(0, 1), 'no section nodes.osmId'],
    ['other type', (h) => (sectionOf(h, 'edges.from').type = 'f32'), 'of type f32, not u32'],
    ['too few nodes', (h) => (h.counts.nodes -= 1), 'nodes.osmId where its header counts 3'],
    ['too many edges', (h) => (h.counts.edges += 1), 'edges.from where its header counts 4'],
    ['other points', (h) => (h.counts.points += 1), 'edges.pointLonE7'],
    ['other ways', (h) => (h.counts.wayIds += 1), 'edges.wayId'],
    ['other strings', (h) => (h.counts.strings += 1), 'strings where its header counts'],
    ['a border more', (h) => h.borders.push(h.borders[0]!), 'borders.firstPoint'],
    ['an area less', (h) => h.areas.pop(), 'areas.firstPolygon'],
    ['no meta', (h) => Reflect.deleteProperty(h, 'meta'), 'bad header at "meta"'],
    ['wrong place', (h) => (h.places[0]!['lon'] = 'x'), 'bad header at "places.0.lon"'],
    [
      'unknown outcome',
      (h) => h.ledger.push({outcome: 'lost'}),
      'bad header at "ledger.0.outcome"',
    ],
    ['station nowhere', (h) => (h.stations[0]!['node'] = 4), 'station at node 4 of 4'],
  ])('%s', (_, edit, words) => {
    expect(faultOf(withHeader(file, edit)).message).toContain(words);
  });

  test.each<[string, (view: DataView) => void, string]>([
    [
      'edges.from',
      (v) => v.setUint32(4, 4, true),
      '4 in edges.from, row 1, where 3 is the highest',
    ],
    ['edges.to', (v) => v.setUint32(0, 0xffffffff, true), 'edges.to, row 0'],
    ['edges.ref', (v) => v.setUint32(0, 99, true), 'edges.ref'],
    ['edges.name', (v) => v.setUint32(0, 2, true), 'edges.name'],
    ['edges.class', (v) => v.setUint8(0, EDGE_CLASSES.length), 'edges.class'],
    ['edges.status', (v) => v.setUint8(0, 5), 'edges.status'],
    ['edges.access', (v) => v.setUint8(0, 4), 'edges.access'],
    ['edges.surface', (v) => v.setUint8(0, 3), 'edges.surface'],
    ['edges.toll', (v) => v.setUint8(0, 2), 'edges.toll'],
    ['edges.highspeed', (v) => v.setUint8(0, 2), 'edges.highspeed'],
    ['edges.wayId', (v) => v.setFloat64(0, Number.NaN, true), 'edges.wayId'],
    ['edges.oneway', (v) => v.setUint8(0, 2), 'edges.oneway'],
    ['edges.lengthM', (v) => v.setFloat64(8, Number.NaN, true), 'edges.lengthM, row 1'],
    ['edges.lengthM', (v) => v.setFloat64(0, -1, true), 'edges.lengthM, row 0'],
    ['nodes.lon', (v) => v.setFloat64(0, Number.POSITIVE_INFINITY, true), 'nodes.lon'],
    ['edges.firstPoint', (v) => v.setUint32(0, 1, true), 'edges.firstPoint'],
    ['edges.firstWay', (v) => v.setUint32(4, 9, true), 'edges.firstWay'],
    ['areas.firstRing', (v) => v.setUint32(4, 7, true), 'areas.firstRing'],
    ['borders.coordinates', (v) => v.setFloat64(0, Number.NaN, true), 'borders.coordinates'],
    ['strings', (v) => v.setUint8(0, 0x7b), 'string table that is not JSON'],
    ['strings', (v) => v.setUint8(1, 0x20), 'string table'],
  ])('%s out of range', (name, edit, words) => {
    expect(faultOf(withSection(file, name, edit)).message).toContain(words);
  });

  test('a class of a later version: the hint says so', () => {
    const bytes = withSection(file, 'edges.class', (v) => v.setUint8(0, EDGE_CLASSES.length));
    expect(faultOf(bytes).hint).toContain('newer guantong');
  });

  test('any forged body is read or refused, never a crash', () => {
    const writes = fc.array(fc.tuple(fc.nat(body.length - 1), fc.nat(255)), {minLength: 1});
    fc.assert(
      fc.property(writes, (changes) => {
        const forged = body.slice();
        for (const [at, byte] of changes) forged[at] = byte;
        readOrRefused(assemble(header, forged));
      }),
      {numRuns: 1000},
    );
  });

  test('any forged value in the header is read or refused, never a crash', () => {
    const paths = pathsOf(header);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const bytes = withHeader(file, (h) => {
          let holder = h as unknown as Record<string, unknown>;
          for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
          holder[path.at(-1)!] = value;
        });
        readOrRefused(bytes);
      }),
      {numRuns: 1000},
    );
  });
});

function readOrRefused(bytes: Uint8Array): void {
  try {
    decodeNetwork(bytes, 'n.gtn');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
  }
}

/** The paths of all values in a JSON value, but the root. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ]);
}

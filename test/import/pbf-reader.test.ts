import {createReadStream} from 'node:fs';
import {createOSMStream} from 'osm-pbf-parser-node';
import {describe, expect, test} from 'vitest';
import {ByteReader} from '../../src/import/byte-reader.ts';
import type {OsmSink, SourceHeader} from '../../src/import/osm/osm-sink.ts';
import {readPbf} from '../../src/import/pbf/read-pbf.ts';
import {chunks, type OsmData} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {dataPath, NO_DATA} from './real-data.ts';

/** Keeps everything, and wants every key. */
function recorder() {
  const nodes: [id: number, lonE7: number, latE7: number, version: number][] = [];
  const nodeTags = new Map<number, Record<string, string>>();
  const ways: {id: number; refs: number[]; tags: Record<string, string>; version: number}[] = [];
  const relations: {id: number; tags: Record<string, string>; members: readonly object[]}[] = [];
  const headers: SourceHeader[] = [];
  const everything = {has: () => true} as unknown as ReadonlySet<string>;
  const sink: OsmSink = {
    nodeTriggers: everything,
    nodeKeys: null,
    wayKeys: null,
    wantsInfo: true,
    header: (header) => headers.push(header),
    node: (id, lonE7, latE7, version) => nodes.push([id, lonE7, latE7, version]),
    nodeTags: (id, tags) => nodeTags.set(id, Object.fromEntries(tags)),
    way: (id, version, tags, refs, count) =>
      ways.push({id, version, tags: Object.fromEntries(tags), refs: [...refs.subarray(0, count)]}),
    relation: (id, _, tags, members) =>
      relations.push({id, tags: Object.fromEntries(tags), members}),
    changedAt: () => {},
  };
  return {sink, nodes, nodeTags, ways, relations, headers};
}

const SMALL: OsmData = {
  bounds: [7.1, 43.5, 7.5, 43.8],
  nodes: [
    {id: 5, lon: 7.4220281, lat: 43.7370125, version: 3, tags: {barrier: 'gate', name: '门'}},
    {id: 7, lon: -7.4, lat: -43.7, version: 1},
    {id: 2 ** 40, lon: 179.9999999, lat: 89.9999999, version: 2, tags: {place: 'city'}},
    {id: -3, lon: -180, lat: 0, version: 1},
  ],
  ways: [
    {id: 11, refs: [5, 7, 2 ** 40, 5], version: 4, tags: {highway: 'primary', name: '国道'}},
    {id: -12, refs: [-3, 7], version: 1},
  ],
  relations: [
    {
      id: 2 ** 35,
      tags: {type: 'boundary'},
      members: [
        {type: 'way', ref: 11, role: 'outer'},
        {type: 'node', ref: -3, role: ''},
        {type: 'relation', ref: 9, role: 'subarea'},
      ],
    },
  ],
};

describe('a small file written by hand', () => {
  test.each([
    ['dense, zlib', {}],
    ['dense, raw', {zlib: false}],
    ['plain nodes', {dense: false}],
    ['ways first', {waysFirst: true}],
    ['granularity and offsets', {granularity: 50, latOffset: 1_000_000, lonOffset: -2_500_000}],
  ])('%s', async (_, options) => {
    const got = recorder();
    const bytes = toPbf(SMALL, {...options, writeVersions: true, replicationTime: 1_400_000_000});
    await readPbf(new ByteReader(chunks(bytes, 13)), 'small.pbf', got.sink);
    expect(got.headers).toEqual([{bbox: [7.1, 43.5, 7.5, 43.8], dataTime: 1_400_000_000}]);
    expect(got.nodes).toEqual(
      SMALL.nodes.map(({id, lon, lat, version}) => [
        id,
        Math.round(lon * 1e7),
        Math.round(lat * 1e7),
        version,
      ]),
    );
    expect(Object.fromEntries(got.nodeTags)).toEqual({
      5: {barrier: 'gate', name: '门'},
      [2 ** 40]: {place: 'city'},
    });
    expect(got.ways).toEqual(
      SMALL.ways.map(({id, refs, version, tags = {}}) => ({id, refs, version, tags})),
    );
    expect(got.relations).toEqual(SMALL.relations);
  });
});

describe.skipIf(NO_DATA)('against osm-pbf-parser-node on real files (GUANTONG_DATA)', () => {
  test.each(['andorra-2013.osm.pbf', 'liechtenstein-2015.osm.pbf', 'monaco-2016.osm.pbf'])(
    '%s: the same nodes, ways and relations',
    async (file) => {
      const got = recorder();
      await readPbf(new ByteReader(createReadStream(dataPath(file))), file, got.sink);
      const want = {nodes: 0, ways: 0, relations: 0, latSum: 0, lonSum: 0, idSum: 0, refSum: 0};
      const sampled: [object, object][] = [];
      for await (const batch of createOSMStream(dataPath(file), {withInfo: true})) {
        for (const item of Array.isArray(batch) ? batch : [batch]) {
          if (item.type === 'node') {
            want.nodes++;
            want.idSum += item.id;
            want.latSum += Math.round(item.lat * 1e7);
            want.lonSum += Math.round(item.lon * 1e7);
            if (Object.keys(item.tags ?? {}).length > 0 && want.nodes % 50 === 0) {
              sampled.push([got.nodeTags.get(item.id)!, item.tags]);
            }
          } else if (item.type === 'way') {
            for (const ref of item.refs) want.refSum += ref;
            if (want.ways % 97 === 0) {
              const {id, refs, tags} = got.ways[want.ways]!;
              sampled.push([
                {id, refs, tags},
                {id: item.id, refs: item.refs, tags: item.tags ?? {}},
              ]);
            }
            want.ways++;
          } else if (item.type === 'relation') {
            expect(got.relations[want.relations]?.members).toHaveLength(item.members.length);
            want.relations++;
          }
        }
      }
      const sum = (values: Iterable<number>): number => {
        let total = 0;
        for (const value of values) total += value;
        return total;
      };
      expect({
        nodes: got.nodes.length,
        ways: got.ways.length,
        relations: got.relations.length,
        idSum: sum(got.nodes.map(([id]) => id)),
        lonSum: sum(got.nodes.map(([, lon]) => lon)),
        latSum: sum(got.nodes.map(([, , lat]) => lat)),
        refSum: sum(got.ways.flatMap(({refs}) => refs)),
      }).toEqual(want);
      expect(sampled.length).toBeGreaterThan(20);
      for (const [mine, theirs] of sampled) expect(mine).toEqual(theirs);
    },
  );
});

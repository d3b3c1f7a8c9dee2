import type {Place} from '../graph/network.ts';
import type {StationNode} from './merge-stations.ts';
import type {RawNodes} from './osm/node-store.ts';
import {isStop} from './osm/node-tags.ts';
import type {Tags} from './osm/osm-sink.ts';
import {nameOf, newest, type TaggedNode} from './osm/osm-store.ts';
import {population} from './tags/numbers.ts';

const OTHER_NAMES = [
  'name',
  'name:zh',
  'name:en',
  'official_name',
  'alt_name',
  'short_name',
  'old_name',
] as const;

/**
 * Settlements with a name, in order of id. The province is the tagged one (`is_in:province`), else
 * what `provinceAt` finds, else `null`.
 */
export function readPlaces(
  tagged: readonly TaggedNode[],
  nodes: RawNodes,
  provinceAt: (lon: number, lat: number) => string | null,
): Place[] {
  return present(tagged, nodes).map(({id, tags, lon, lat}) => ({
    osmId: id,
    name: nameOf(tags),
    altNames: otherNames(tags),
    kind: tags.get('place')!,
    lon,
    lat,
    population: population(tags.get('population')),
    populationDate: tags.get('population:date') ?? null,
    province: tags.get('is_in:province') ?? provinceAt(lon, lat),
  }));
}

/** Railway stations, halts and stops in order of id; `node` is set for those on a track. */
export function readStations(
  tagged: readonly TaggedNode[],
  nodes: RawNodes,
  trackNode: (rawRow: number) => number | null,
): StationNode[] {
  return present(tagged, nodes).map(({id, tags, lon, lat, row}) => ({
    osmId: id,
    name: nameOf(tags),
    kind: tags.get('railway') === 'halt' ? 'halt' : 'station',
    lon,
    lat,
    node: trackNode(row),
    stop: isStop(tags),
  }));
}

function present(tagged: readonly TaggedNode[], nodes: RawNodes) {
  const found: {id: number; tags: Tags; lon: number; lat: number; row: number}[] = [];
  for (const {id, version, tags} of newest(tagged)) {
    const row = nodes.row(id);
    if (row < 0 || nodes.version[row] !== version) continue;
    found.push({id, tags, lon: nodes.lonE7[row]! / 1e7, lat: nodes.latE7[row]! / 1e7, row});
  }
  return found;
}

function otherNames(tags: Tags): string[] {
  const name = nameOf(tags);
  const others = new Set<string>();
  for (const key of OTHER_NAMES) {
    for (const part of (tags.get(key) ?? '').split(';')) others.add(part.trim());
  }
  others.delete('');
  others.delete(name);
  return [...others];
}

import type {Place} from '../graph/network.ts';
import type {Ledger} from './ledger.ts';
import type {StationPart} from './merge-stations.ts';
import type {RawNodes} from './osm/node-store.ts';
import {isStop, placeKind} from './osm/node-tags.ts';
import type {Tags} from './osm/osm-sink.ts';
import {nameOf, newest, type StationWay, type TaggedNode} from './osm/osm-store.ts';
import type {RawWays} from './osm/way-store.ts';
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
    kind: placeKind(tags)!,
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
): StationPart[] {
  return present(tagged, nodes).map(({id, tags, lon, lat, row}) => ({
    key: `node/${id}`,
    osmId: id,
    name: nameOf(tags),
    kind: kindOf(tags),
    lon,
    lat,
    node: trackNode(row),
    stop: isStop(tags),
  }));
}

/**
 * Stations drawn as outlines, in order of id, each in the middle of the box round its nodes; never on a
 * track of their own. They have no `osmId`, as that is one of nodes.
 */
export function readStationAreas(
  drawn: readonly StationWay[],
  ways: RawWays,
  refRows: Int32Array,
  nodes: RawNodes,
  ledger: Ledger,
): StationPart[] {
  const parts: StationPart[] = [];
  for (const {id, row, tags} of [...drawn].sort((a, b) => a.id - b.id)) {
    // Of several versions the newest, which is the one in the order of ways.
    if (ways.order[ways.place(id)] !== row) continue;
    const rows = [...refRows.subarray(ways.firstRef[row], ways.firstRef[row + 1])];
    const present = rows.filter((at) => at >= 0);
    if (present.length === 0) continue;
    const key = `way/${id}`;
    ledger.add('noted', 'station-area', {count: 1, example: key});
    const [lon, lat] = [nodes.lonE7, nodes.latE7].map((column) => middle(present, column));
    parts.push({
      key,
      osmId: null,
      name: nameOf(tags),
      kind: kindOf(tags),
      lon: lon!,
      lat: lat!,
      node: null,
      stop: false,
    });
  }
  return parts;
}

/** Half way between the least and the greatest value of these rows, 1e-7 degrees rounded to one. */
function middle(rows: readonly number[], columnE7: Int32Array): number {
  let [least, greatest] = [Infinity, -Infinity];
  for (const row of rows) {
    least = Math.min(least, columnE7[row]!);
    greatest = Math.max(greatest, columnE7[row]!);
  }
  return Math.round((least + greatest) / 2) / 1e7;
}

function kindOf(tags: Tags): 'station' | 'halt' {
  return tags.get('railway') === 'halt' ? 'halt' : 'station';
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

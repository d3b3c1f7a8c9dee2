import {greatCircleM} from '../geo/distance.ts';
import type {Bbox} from '../geo/line.ts';
import type {Place} from '../graph/network.ts';
import type {DrawnArea} from './drawn-areas.ts';
import type {Ledger} from './ledger.ts';
import type {StationPart} from './merge-stations.ts';
import type {RawNodes} from './osm/node-store.ts';
import {isStation, isStop, NAME_KEYS, placeKind} from './osm/node-tags.ts';
import type {Tags} from './osm/osm-sink.ts';
import {nameOf, newest, type TaggedNode} from './osm/osm-store.ts';
import {kindOf as kindWord} from './population/vintage.ts';
import {gatewayKind} from './tags/gateway-tags.ts';
import {population} from './tags/numbers.ts';

/** A node this near to an outline of its kind and name is the same gateway. Ours: as for stations. */
const SAME_GATEWAY_M = 1000;

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
    ...countedOf(tags),
    province: tags.get('is_in:province') ?? provinceAt(lon, lat),
  }));
}

/** Residents or registered, and the place whose figure includes these people, where tagged. */
function countedOf(tags: Tags): Pick<Place, 'populationKind' | 'populationWithin'> {
  const kind = kindWord(tags.get('population:kind') ?? '');
  const within = tags.get('population:within');
  return {
    ...(kind !== undefined && {populationKind: kind}),
    ...(within !== undefined && {populationWithin: within}),
  };
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

/** Stations drawn as outlines or relations, at the middle of them; never on a track of their own. */
export function readStationAreas(areas: readonly DrawnArea[], ledger: Ledger): StationPart[] {
  return areas.flatMap(({key, tags, lon, lat}) => {
    if (!isStation(tags)) return [];
    ledger.add('noted', 'station-area', {count: 1, example: key});
    const [name, kind] = [nameOf(tags), kindOf(tags)];
    return [{key, osmId: null, name, kind, lon, lat, node: null, stop: false}];
  });
}

/**
 * Airports, harbours and checkpoints drawn as outlines or relations, at the middle of them. One that a
 * place of its kind and name stands in, or within a kilometre of, is that place, and counted.
 */
export function readGatewayAreas(
  areas: readonly DrawnArea[],
  places: readonly Place[],
  provinceAt: (lon: number, lat: number) => string | null,
  ledger: Ledger,
): Place[] {
  const found: Place[] = [];
  for (const {key, tags, lon, lat, box} of areas) {
    const kind = gatewayKind(tags);
    if (kind === null || isStation(tags)) continue;
    const name = nameOf(tags);
    const same = [...places, ...found].some(
      (other) => other.kind === kind && other.name === name && isAtBox(other, box),
    );
    ledger.add('noted', same ? 'gateway-merged' : 'gateway-area', {count: 1, example: key});
    if (same) continue;
    found.push({
      osmId: null,
      name,
      altNames: otherNames(tags),
      kind,
      lon,
      lat,
      population: null,
      populationDate: null,
      province: provinceAt(lon, lat),
    });
  }
  return found;
}

function isAtBox({lon, lat}: Place, [west, south, east, north]: Bbox): boolean {
  const at = [Math.min(Math.max(lon, west), east), Math.min(Math.max(lat, south), north)] as const;
  return greatCircleM(lon, lat, ...at) <= SAME_GATEWAY_M;
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
  for (const key of NAME_KEYS) {
    for (const part of (tags.get(key) ?? '').split(';')) others.add(part.trim());
  }
  others.delete('');
  others.delete(name);
  return [...others];
}

import {greatCircleM} from '../geo/distance.ts';
import type {Place} from '../graph/network.ts';
import type {Sentence} from './rows.ts';
import type {Study} from './study.ts';

/** What a region reaches the world through; `hsr` is a station on a high-speed track. */
export const GATEWAY_KINDS = ['airport', 'port', 'checkpoint', 'hsr', 'station'] as const;
export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** Entries this near to each other are one gateway under two names. */
const SAME_GATEWAY_M = 1_000;

export function isGatewayKind(kind: string): kind is GatewayKind {
  return (GATEWAY_KINDS as readonly string[]).includes(kind);
}

/**
 * The gateways of a kind: a planner's places and those of the network with that kind, and for `hsr` and
 * `station` the stations where trains stop. Of those with one name, or within 1 km of each other (台州 and
 * 台州火车站), the first stands.
 */
export function gatesOf(study: Study, places: readonly Place[], kind: GatewayKind): Place[] {
  const listed = places.filter((place) => place.kind === kind);
  const stations = kind === 'hsr' || kind === 'station' ? stationPlaces(study, kind) : [];
  const kept: Place[] = [];
  for (const gate of [...listed, ...stations]) {
    const {name, lon, lat} = gate;
    const twin = kept.some(
      (other) =>
        other.name === name || greatCircleM(other.lon, other.lat, lon, lat) < SAME_GATEWAY_M,
    );
    if (name !== '' && !twin) kept.push(gate);
  }
  return kept;
}

/** Stations of the network where trains stop and a road is near, as places. */
export function stationPlaces(study: Study, kind: 'hsr' | 'station'): Place[] {
  if (study.network.stations.length === 0) return [];
  const {highspeed} = study.network.edges;
  return study
    .rail()
    .hubs.filter(({road}) => road !== null)
    .filter(({tracks}) => kind === 'station' || tracks.some(({edge}) => highspeed[edge] === 1))
    .map(({name, osmId, lon, lat}) => ({
      osmId,
      name,
      altNames: [],
      kind,
      lon,
      lat,
      population: null,
      populationDate: null,
      province: null,
    }));
}

const KIND_WORDS: Readonly<Record<GatewayKind, readonly [zh: string, en: string]>> = {
  airport: ['机场', 'airport'],
  port: ['港口', 'port'],
  checkpoint: ['口岸', 'border checkpoint'],
  hsr: ['高铁站', 'high-speed station'],
  station: ['火车站', 'railway station'],
};

/** Said where the data have no gateway of a kind. */
export function noneOf(kind: GatewayKind): Sentence {
  const [zh, en] = KIND_WORDS[kind];
  return {
    id: 'no-gateway',
    zh: `数据与地点文件中没有${zh}（kind: ${kind}）；可在地点文件中给出位置`,
    en: `neither the network nor the places file has a ${en} (kind: ${kind}); give its position in the places file`,
  };
}

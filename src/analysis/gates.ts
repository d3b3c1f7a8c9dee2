import {greatCircleM} from '../geo/distance.ts';
import type {Place} from '../graph/network.ts';
import {stationName} from '../graph/service/timetable-hubs.ts';
import type {JoinedProject} from './join-project.ts';
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
    .map((hub) => stationPlace(kind, hub));
}

function stationPlace(
  kind: 'hsr' | 'station',
  {name, osmId, lon, lat}: Pick<Place, 'name' | 'osmId' | 'lon' | 'lat'>,
): Place {
  const unknown = {population: null, populationDate: null, province: null};
  return {osmId, name, altNames: [], kind, lon, lat, ...unknown};
}

/** From this design speed on the stations of a planned railway are high-speed ones, km/h. Ours: lines of 200 are tagged so. */
export const HIGHSPEED_KPH = 200;
/** A stop of a station's name this near to it is that station: where planned ones will stand is known roughly. */
const SAME_STATION_M = 15_000;

/** A gateway that a project brings, and which project that is. */
export interface PlannedGate {
  readonly place: Place;
  readonly project: string;
}

/**
 * The gateways of a kind that projects add to today's: the joined stops of planned railways, for `hsr` of
 * those designed for 200 km/h or more. A stop that is a gateway of today, or of a project before, adds none.
 */
export function plannedGates(
  projects: readonly JoinedProject[],
  kind: GatewayKind,
  today: readonly Place[],
): PlannedGate[] {
  if (kind !== 'hsr' && kind !== 'station') return [];
  const known: Pick<Place, 'name' | 'lon' | 'lat'>[] = [...today];
  const found: PlannedGate[] = [];
  for (const {project, snapped} of projects) {
    if (project.mode !== 'rail') continue;
    if (kind === 'hsr' && project.speedKph < HIGHSPEED_KPH) continue;
    for (const stop of snapped) {
      const name = stop.station ?? stop.stop;
      if (!stop.joined || known.some((gate) => isStation(gate, name, stop.lon, stop.lat))) continue;
      const place = stationPlace(kind, {name, osmId: 0, lon: stop.lon, lat: stop.lat});
      known.push(place);
      found.push({place, project: project.name});
    }
  }
  return found;
}

function isStation(
  gate: Pick<Place, 'name' | 'lon' | 'lat'>,
  name: string,
  lon: number,
  lat: number,
): boolean {
  const offM = greatCircleM(gate.lon, gate.lat, lon, lat);
  return (
    offM < SAME_GATEWAY_M || (offM < SAME_STATION_M && stationName(gate.name) === stationName(name))
  );
}

/** Said where projects add gateways: from when on a planned station is one. */
export function plannedGatesSentence(gates: readonly PlannedGate[]): Sentence {
  const names = [...new Set(gates.map(({place}) => place.name))];
  return {
    id: 'planned-gates',
    zh: `建成后另计入规划铁路的车站（高铁站为设计速度 ${HIGHSPEED_KPH} km/h 及以上线路的站，假设）：${names.join('、')}`,
    en: `with the projects the stations of planned railways count as well (high-speed ones from ${HIGHSPEED_KPH} km/h design speed on, an assumption): ${names.join(', ')}`,
  };
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

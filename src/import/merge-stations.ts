import {greatCircleM} from '../geo/distance.ts';
import type {Station} from '../graph/network.ts';
import type {Ledger} from './ledger.ts';
import {newest, type RawRelation} from './osm/osm-store.ts';

/** Nodes of one name within this distance are one station. Ours: platforms of a large station are that far apart. */
const SAME_STATION_M = 1000;

/** A node of a station, or a place on the track where its trains stop. */
export interface StationNode extends Station {
  readonly osmId: number;
  /** `railway=stop`: no station of its own, but a place on the track. */
  readonly stop: boolean;
}

/**
 * One station for all nodes that a `stop_area` relation or name and nearness join. The node that is
 * tagged as a station stands for it (of several the one on the track, then the lowest id) and gets
 * the place on the track from a stop where it has none itself. Stops that belong to no station are
 * left out. In order of id.
 */
export function mergeStations(
  found: readonly StationNode[],
  stopAreas: readonly RawRelation[],
  ledger: Ledger,
): Station[] {
  const nodes = [...found].sort((a, b) => a.osmId - b.osmId);
  const root = nodes.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at] = root[root[at]!]!;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    root[Math.max(x, y)] = Math.min(x, y);
  };
  const rowOf = new Map(nodes.map(({osmId}, i) => [osmId, i]));
  for (const {members} of newest(stopAreas)) {
    const rows = members
      .filter(({type, ref}) => type === 'node' && rowOf.has(ref))
      .map(({ref}) => rowOf.get(ref)!);
    for (const row of rows.slice(1)) join(rows[0]!, row);
  }
  const byName = new Map<string, number[]>();
  nodes.forEach(({name}, i) => {
    if (name === '') return;
    const same = byName.get(name) ?? [];
    for (const other of same) if (near(nodes[other]!, nodes[i]!)) join(other, i);
    byName.set(name, [...same, i]);
  });

  const groups = new Map<number, StationNode[]>();
  nodes.forEach((node, i) => {
    const at = find(i);
    groups.set(at, [...(groups.get(at) ?? []), node]);
  });
  const stations: Station[] = [];
  for (const group of groups.values()) {
    const own = group.filter(({stop}) => !stop);
    if (own.length === 0) {
      const example = `node/${group[0]!.osmId}`;
      ledger.add('noted', 'stop-without-station', {nodes: group.length, example});
      continue;
    }
    const {stop: _, ...chosen} = own.find(({node}) => node !== null) ?? own[0]!;
    const track = chosen.node ?? group.find(({node}) => node !== null)?.node ?? null;
    const name = chosen.name || (group.find((other) => other.name !== '')?.name ?? '');
    stations.push({...chosen, name, node: track});
    for (const {osmId} of own) {
      if (osmId === chosen.osmId) continue;
      ledger.add('noted', 'station-merged', {nodes: 1, example: `node/${osmId}`});
    }
  }
  return stations.sort((a, b) => a.osmId! - b.osmId!);
}

function near(a: Station, b: Station): boolean {
  return greatCircleM(a.lon, a.lat, b.lon, b.lat) <= SAME_STATION_M;
}

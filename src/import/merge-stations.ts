import {greatCircleM} from '../geo/distance.ts';
import type {Station} from '../graph/network.ts';
import type {Ledger} from './ledger.ts';
import {newest, type RawRelation} from './osm/osm-store.ts';

/** Nodes of one name within this distance are one station. Ours: platforms of a large station are that far apart. */
const SAME_STATION_M = 1000;

/** A node or an outline of a station, or a place on the track where its trains stop. */
export interface StationPart extends Station {
  /** `node/20`, `way/5`. */
  readonly key: string;
  /** `railway=stop`: no station of its own, but a place on the track. */
  readonly stop: boolean;
}

/**
 * One station for all parts that a `stop_area` relation or name and nearness join. The part that is
 * tagged as a station stands for it (of several the one on the track, then the first) and gets
 * the place on the track from a stop where it has none itself. Stops that belong to no station are
 * left out. In the order of `parts`.
 */
export function mergeStations(
  parts: readonly StationPart[],
  stopAreas: readonly RawRelation[],
  ledger: Ledger,
): Station[] {
  const root = parts.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at] = root[root[at]!]!;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    root[Math.max(x, y)] = Math.min(x, y);
  };
  const rowOf = new Map(parts.map(({key}, i) => [key, i]));
  for (const {members} of newest(stopAreas)) {
    const rows = members
      .map(({type, ref}) => rowOf.get(`${type}/${ref}`))
      .filter((row) => row !== undefined);
    for (const row of rows.slice(1)) join(rows[0]!, row);
  }
  const byName = new Map<string, number[]>();
  parts.forEach(({name}, i) => {
    if (name === '') return;
    const same = byName.get(name) ?? [];
    for (const other of same) if (near(parts[other]!, parts[i]!)) join(other, i);
    byName.set(name, [...same, i]);
  });

  const groups = new Map<number, StationPart[]>();
  parts.forEach((part, i) => {
    const at = find(i);
    groups.set(at, [...(groups.get(at) ?? []), part]);
  });
  const chosenOf = new Map<string, Station>();
  for (const group of groups.values()) {
    const own = group.filter(({stop}) => !stop);
    if (own.length === 0) {
      const example = group[0]!.key;
      ledger.add('noted', 'stop-without-station', {nodes: group.length, example});
      continue;
    }
    const {stop: _, key, ...chosen} = own.find(({node}) => node !== null) ?? own[0]!;
    const track = chosen.node ?? group.find(({node}) => node !== null)?.node ?? null;
    const name = chosen.name || (group.find((other) => other.name !== '')?.name ?? '');
    chosenOf.set(key, {...chosen, name, node: track});
    for (const {key: other} of own) {
      if (other === key) continue;
      ledger.add('noted', 'station-merged', {nodes: 1, example: other});
    }
  }
  return parts.flatMap(({key}) => chosenOf.get(key) ?? []);
}

function near(a: Station, b: Station): boolean {
  return greatCircleM(a.lon, a.lat, b.lon, b.lat) <= SAME_STATION_M;
}

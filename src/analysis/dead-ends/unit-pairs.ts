import {greatCircleM} from '../../geo/distance.ts';
import {type LonLat, pointAlong} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import type {CompiledNetwork} from '../../graph/compile.ts';
import type {BorderLine, Network, Place} from '../../graph/network.ts';
import type {Snapper} from '../../graph/snap.ts';
import {type UnitKind, unitFinder} from '../../graph/units.ts';
import {shortUnit} from './border-name.ts';
import type {NetworkWay, NetworkWays} from './network-way.ts';

/** A seat farther than this from any road has no way, metres. */
const MAX_SNAP_M = 15_000;
/** Seats nearer than this have no detour index (METHODS.md §D.1). */
const MIN_STRAIGHT_M = 5_000;
const UNIT_OF: Readonly<Record<string, UnitKind>> = {5: 'prefecture', 6: 'county'};
/** Of settlements in a unit without one of its own name the first kind here is the seat. */
const SEAT_KINDS = ['city', 'county', 'district', 'town'];

/** Two units side by side, and today's way from seat to seat (R7). */
export interface UnitPair {
  readonly units: readonly [string, string];
  readonly seats: readonly [Place, Place];
  /** Rows of the border lines between them. */
  readonly lines: readonly number[];
  /** Row of the one that comes nearest to the middle between the seats, and the point. */
  readonly borderLine: number;
  readonly at: LonLat;
  readonly straightM: number;
  readonly way: NetworkWay | null;
  /** Network over straight distance, and time over that of the straight line at top speed. */
  readonly detour: number | null;
  readonly timeRatio: number | null;
}

/** A pair of units that share a border line, by the lowest level at which both are known. */
export interface Neighbours {
  readonly units: readonly [string, string];
  readonly kind: UnitKind;
  readonly lines: readonly number[];
}

/** Every pair of prefectures or counties that lie on either side of one of the border lines. */
export function neighboursOf(borderLines: readonly BorderLine[]): Neighbours[] {
  const pairs = new Map<string, {units: [string, string]; kind: UnitKind; lines: number[]}>();
  borderLines.forEach(({left, right}, row) => {
    const level = ['6', '5'].find((key) => left?.[key] && right?.[key]);
    if (level === undefined || left![level] === right![level]) return;
    const units = [left![level]!, right![level]!].sort() as [string, string];
    const key = units.join('/');
    const known = pairs.get(key);
    if (known) known.lines.push(row);
    else pairs.set(key, {units, kind: UNIT_OF[level]!, lines: [row]});
  });
  return [...pairs.values()].sort((a, b) => (a.units.join() < b.units.join() ? -1 : 1));
}

/** Neighbours whose seats are farther apart by road than either bound allows, or not joined at all. */
export function farNeighbours(
  network: Network,
  road: CompiledNetwork,
  snapper: Snapper,
  ways: NetworkWays,
  borderLines: readonly BorderLine[],
  neighbours: readonly Neighbours[],
  bounds: {readonly unitDetour: number; readonly unitTime: number},
): UnitPair[] {
  const topMps = fastestMps(road);
  const seatOf = seatFinder(network);
  const found: UnitPair[] = [];
  for (const {units, kind, lines} of neighbours) {
    const seats = units.map((unit) => seatOf(unit, kind));
    const [a, b] = seats;
    if (!a || !b) continue;
    const straightM = greatCircleM(a.lon, a.lat, b.lon, b.lat);
    const stands = [a, b].map((seat) => snapper.snap(seat.lon, seat.lat, MAX_SNAP_M)?.points[0]);
    if (straightM < MIN_STRAIGHT_M || !stands[0] || !stands[1]) continue;
    const [from, to] = stands.map((point) => ({
      edge: point!.edge,
      alongM: point!.share * network.edges.lengthM[point!.edge]!,
    }));
    const way = ways.between(from!, to!);
    const detour = way && way.networkM / straightM;
    const timeRatio = way && topMps > 0 ? way.timeS / (straightM / topMps) : null;
    const far =
      way === null ||
      detour! >= bounds.unitDetour ||
      (timeRatio !== null && timeRatio >= bounds.unitTime);
    if (!far) continue;
    const middle: LonLat = [(a.lon + b.lon) / 2, (a.lat + b.lat) / 2];
    const {row, at} = nearestPoint(borderLines, lines, middle);
    found.push({
      units,
      seats: [a, b],
      lines,
      borderLine: row,
      at,
      straightM,
      way,
      detour,
      timeRatio,
    });
  }
  return found;
}

/** Metres a second on the fastest arc. */
function fastestMps({arcCount, lengthCm, timeMs}: CompiledNetwork): number {
  let best = 0;
  for (let a = 0; a < arcCount; a++) {
    // Pieces of a few metres have times rounded to whole milliseconds.
    if (lengthCm[a]! >= 10_000) best = Math.max(best, (lengthCm[a]! * 10) / timeMs[a]!);
  }
  return best;
}

/**
 * The seat of a unit: the settlement of its own name, else the one settlement of the highest kind in
 * its area (with the most people where that is known). Ours: the data marks no seats.
 */
function seatFinder(network: Network): (unit: string, kind: UnitKind) => Place | null {
  const finder = unitFinder(network);
  const inUnit = new Map<string, Place[]>();
  for (const place of network.places) {
    for (const kind of Object.values(UNIT_OF)) {
      const name = finder.units[finder.at(kind, place.lon, place.lat)]!.name;
      if (name === '') continue;
      const key = `${kind}/${name}`;
      inUnit.set(key, [...(inUnit.get(key) ?? []), place]);
    }
  }
  const rank = ({kind}: Place): number => {
    const at = SEAT_KINDS.indexOf(kind);
    return at < 0 ? SEAT_KINDS.length : at;
  };
  return (unit, kind) => {
    const named = network.places.find(({name, altNames}) =>
      [name, ...altNames].some((one) => shortUnit(one) === shortUnit(unit)),
    );
    if (named) return named;
    const inside = (inUnit.get(`${kind}/${unit}`) ?? []).filter(
      (place) => rank(place) < SEAT_KINDS.length,
    );
    const sorted = [...inside].sort(
      (a, b) => rank(a) - rank(b) || (b.population ?? 0) - (a.population ?? 0),
    );
    const [first, second] = sorted;
    if (!first) return null;
    const alone = !second || rank(second) > rank(first) || first.population !== null;
    return alone ? first : null;
  };
}

function nearestPoint(
  borderLines: readonly BorderLine[],
  rows: readonly number[],
  [lon, lat]: LonLat,
): {readonly row: number; readonly at: LonLat} {
  let best: {row: number; at: LonLat; distanceM: number} | null = null;
  for (const row of rows) {
    const {line} = borderLines[row]!;
    const {distanceM, alongM} = nearestOnLine(line, lon, lat);
    if (best === null || distanceM < best.distanceM)
      best = {row, at: pointAlong(line, alongM), distanceM};
  }
  return best!;
}

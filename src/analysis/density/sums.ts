import type {BorderIndex} from '../../geo/border-index.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {EdgeTable, Network} from '../../graph/network.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import type {Pairing} from '../corridors/pairing.ts';
import {bandSharesOfLine} from './band.ts';
import {gradeOf, lanesOf} from './lanes.ts';
import type {LevelUnits} from './units-at-level.ts';

interface Amount {
  km: number;
  laneKm: number;
}

/** What the roads of one unit add up to. */
export interface Sums extends Amount {
  readonly byClass: Map<string, Amount>;
  /** `unknown` for roads without a grade. */
  readonly byGrade: Map<string, Amount>;
  laneKmTagged: number;
  rampKm: number;
  bandKm: number;
}

/** The strip along borders that counts apart; `borders` is `null` when there are none. */
export interface Band {
  readonly borders: BorderIndex | null;
  readonly bandM: number;
}

/** Sums of the chosen edges by row of the units: an edge is cut at the outlines. */
export function sumsOf(
  network: Network,
  units: LevelUnits,
  chosen: (edge: number) => boolean,
  pairing: Pairing,
  {borders, bandM}: Band,
): Sums[] {
  const {edges} = network;
  const sums = units.units.map(noRoads);
  const toEach = (
    shares: ReadonlyMap<number, number>,
    add: (sum: Sums, share: number) => void,
  ): void => {
    for (const [row, share] of shares) {
      // Row −1, no unit, has no sums.
      const sum = sums[row];
      if (sum) add(sum, share);
    }
  };
  for (let edge = 0; edge < edges.count; edge++) {
    if (!chosen(edge)) continue;
    const line = edgeLine(network, edge);
    const shares = units.shares(line);
    if (EDGE_CLASSES[edges.class[edge]!]!.endsWith('_link')) {
      const lengthKm = edges.lengthM[edge]! / 1000;
      toEach(shares, (sum, share) => {
        sum.rampKm += share * lengthKm;
      });
      continue;
    }
    const road = roadOf(edges, edge, pairing.share(edge));
    toEach(shares, (sum, share) => count(sum, road, share));
    if (borders === null) continue;
    toEach(bandSharesOfLine(units, line, borders, bandM), (sum, share) => {
      sum.bandKm += share * road.km;
    });
  }
  return sums;
}

function noRoads(): Sums {
  return {
    byClass: new Map(),
    byGrade: new Map(),
    km: 0,
    laneKm: 0,
    laneKmTagged: 0,
    rampKm: 0,
    bandKm: 0,
  };
}

/** What a whole edge adds. */
interface Road {
  readonly class: string;
  readonly grade: string;
  readonly km: number;
  readonly laneKm: number;
  readonly tagged: boolean;
}

function roadOf(edges: EdgeTable, edge: number, paired: number): Road {
  const lengthKm = edges.lengthM[edge]! / 1000;
  const {lanes, tagged} = lanesOf(edges, edge, paired);
  return {
    class: EDGE_CLASSES[edges.class[edge]!]!,
    grade: String(gradeOf(edges, edge) ?? 'unknown'),
    // Either carriageway of a pair counts for half.
    km: lengthKm * (1 - paired / 2),
    laneKm: lengthKm * lanes,
    tagged,
  };
}

function count(sums: Sums, road: Road, share: number): void {
  const [km, laneKm] = [share * road.km, share * road.laneKm];
  sums.km += km;
  sums.laneKm += laneKm;
  if (road.tagged) sums.laneKmTagged += laneKm;
  addTo(sums.byClass, road.class, km, laneKm);
  addTo(sums.byGrade, road.grade, km, laneKm);
}

function addTo(map: Map<string, Amount>, key: string, km: number, laneKm: number): void {
  const known = map.get(key) ?? {km: 0, laneKm: 0};
  known.km += km;
  known.laneKm += laneKm;
  map.set(key, known);
}

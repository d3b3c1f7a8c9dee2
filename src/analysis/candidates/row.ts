import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {snapMatrix} from '../../graph/search/links/snapped.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import {clipWatch} from '../near-clip.ts';
import type {CandidateEnd, CandidateRow, CandidateTrip} from '../rows.ts';
import type {Study} from '../study.ts';
import {pointSnap} from './far-pairs.ts';
import type {FoundLink} from './found-link.ts';
import {NEAR_MISS_M} from './options.ts';
import {waysOn} from './points.ts';
import {candidateNotes} from './sentences.ts';

/** What a row says before the benefit of its link is known. */
export type BareRow = Omit<CandidateRow, 'rank' | 'benefitPersonS' | 'pairsShortened'>;

/** Rows asked of the engine at once. */
const BATCH = 64;

/** The rows of the links, in their order. */
export function rowsOf(study: Study, links: readonly FoundLink[], minRank: number): BareRow[] {
  const isNearClip = clipWatch(study.network);
  const ids = new IdMaker();
  const rows: BareRow[] = [];
  for (let start = 0; start < links.length; start += BATCH) {
    const batch = links.slice(start, start + BATCH);
    const from = batch.map(({points, p}) => pointSnap(study.road, points, p));
    const to = batch.map(({points, q}) => pointSnap(study.road, points, q));
    const engine = study.engine('time');
    const there = snapMatrix(engine, study.road, 'time', from, to, {withAlong: true});
    const back = snapMatrix(engine, study.road, 'time', to, from, {withAlong: true});
    batch.forEach((link, i) => {
      const at = i * batch.length + i;
      const trips = [there, back].map(({cost, along}) => tripOf(cost[at]!, along![at]!));
      rows.push(rowOf(study, link, trips[0]!, trips[1]!, {minRank, isNearClip, ids}));
    });
  }
  return rows;
}

function tripOf(ms: number, cm: number): CandidateTrip | null {
  return ms === UNREACHED ? null : {distanceM: cm / 100, timeS: ms / 1000};
}

function rowOf(
  study: Study,
  link: FoundLink,
  there: CandidateTrip | null,
  back: CandidateTrip | null,
  with_: {
    readonly minRank: number;
    readonly isNearClip: ReturnType<typeof clipWatch>;
    readonly ids: IdMaker;
  },
): BareRow {
  const [fromUnit, toUnit] = link.between.units;
  const from = endOf(study, link, link.p, fromUnit, with_.minRank);
  const to = endOf(study, link, link.q, toUnit, with_.minRank);
  const middle = [(from.lon + to.lon) / 2, (from.lat + to.lat) / 2] as const;
  const trips = [there, back].filter((trip) => trip !== null);
  const noWay = trips.length === 0;
  const timeS = Math.min(...trips.map((trip) => trip.timeS));
  const distanceM = Math.min(...trips.map((trip) => trip.distanceM));
  const gapM = round(link.gapM, 1);
  const nearMiss = link.gapM < NEAR_MISS_M;
  return {
    id: with_.ids.idOf(...middle),
    level: link.between.level,
    sides: [fromUnit, toUnit].filter((name) => name !== null),
    from,
    to,
    gapM,
    linkClass: link.linkClass,
    linkKph: link.linkKph,
    linkS: link.linkMs / 1000,
    there,
    back,
    ratio: noWay ? null : round(timeS / (link.linkMs / 1000), 3),
    distanceRatio: noWay || link.gapM < 1 ? null : round(distanceM / link.gapM, 3),
    savedS: noWay ? null : round(timeS - link.linkMs / 1000, 3),
    mergedPairs: link.pairs,
    nearClip: with_.isNearClip([[from.lon, from.lat], middle, [to.lon, to.lat]]),
    nearMiss,
    geometry: [
      [from.lon, from.lat],
      [to.lon, to.lat],
    ],
    notes: candidateNotes({noWay, nearMiss}),
  };
}

function endOf(
  {road}: Study,
  {points}: FoundLink,
  p: number,
  unit: string | null,
  minRank: number,
): CandidateEnd {
  const {edges, strings} = road.network;
  const edge = points.edge[p]!;
  return {
    lon: points.lon[p]!,
    lat: points.lat[p]!,
    unit,
    class: EDGE_CLASSES[edges.class[edge]!]!,
    ref: strings[edges.ref[edge]!]!,
    name: strings[edges.name[edge]!]!,
    kind: kindOf(road, edge, points.share[p]!, minRank),
  };
}

/** Where the studied roads lead from the point: one way, three ways or more, or straight on. */
function kindOf(
  road: Study['road'],
  edge: number,
  share: number,
  minRank: number,
): CandidateEnd['kind'] {
  if (share !== 0 && share !== 1) return 'road';
  const {edges} = road.network;
  const ways = waysOn(road, share === 0 ? edges.from[edge]! : edges.to[edge]!, minRank);
  return ways <= 1 ? 'tip' : ways === 2 ? 'road' : 'junction';
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Ids from where the middle of a gap lies, in hundredths of a degree; the better row has the plain one. */
class IdMaker {
  readonly #used = new Map<string, number>();

  idOf(lon: number, lat: number): string {
    const part = (deg: number, minus: string): string =>
      `${deg < 0 ? minus : ''}${Math.abs(Math.round(deg * 100))}`;
    const id = `link-${part(lon, 'w')}-${part(lat, 's')}`;
    const times = (this.#used.get(id) ?? 0) + 1;
    this.#used.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  }
}

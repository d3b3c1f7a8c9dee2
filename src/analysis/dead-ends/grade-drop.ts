import {greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM, sliceLine} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import type {Network} from '../../graph/network.ts';
import type {RoadCrossing} from './border-chain.ts';
import {CARRIAGEWAY_GAP_M, cutAfter, halvesOn} from './carriageways.ts';
import {rankOf} from './edge-roles.ts';
import type {HalfEdges} from './half-edges.ts';
import {halfEdgeLine} from './surroundings.ts';

/** What a road is over some kilometres; `null` where the data does not say. */
export interface RoadForm {
  readonly rank: number;
  readonly grade: number | null;
  /** Both directions together. */
  readonly lanes: number | null;
}

/** A road that goes over a border and is worse on one side (R4). */
export interface GradeDrop {
  readonly at: LonLat;
  readonly borderLine: number;
  /** First edge on the better side, which names the road. */
  readonly edge: number;
  readonly better: RoadForm;
  readonly worse: RoadForm;
  readonly what: 'class' | 'grade' | 'lanes';
  readonly steps: number;
  /** The better road, ending at the border, and the worse one, beginning there. */
  readonly before: readonly LonLat[];
  readonly beyond: readonly LonLat[];
  /** Edges of the corridor on both sides. */
  readonly edges: ReadonlySet<number>;
}

const NO_GRADE = 255;

/** A better road that goes over the border this near spares the worse one the name, metres. Ours. */
const BESIDE_M = 1000;

/**
 * Looks at every road over a border, on either side as far as `withinM`, and compares what it is in
 * the outer halves of that: a fall anywhere within reach shows there. Carriageways count once, and a
 * side road does not count where the better road goes over beside it.
 */
export function gradeDrops(
  network: Network,
  corridors: HalfEdges,
  crossings: readonly RoadCrossing[],
  minRank: number,
  steps: number,
  withinM: number,
): GradeDrop[] {
  const dropping = new Map<RoadCrossing, GradeDrop>();
  for (const crossing of crossings) {
    const drop = dropAt(network, corridors, crossing, withinM);
    if (drop !== null && drop.steps >= steps && drop.better.rank <= minRank)
      dropping.set(crossing, drop);
  }
  const found: GradeDrop[] = [];
  for (const [crossing, drop] of dropping) {
    const spared = crossings.some(
      (other) =>
        !dropping.has(other) &&
        other.rank <= drop.better.rank &&
        other.line === crossing.line &&
        greatCircleM(...other.at, ...drop.at) <= BESIDE_M,
    );
    const twin = found.some((other) => greatCircleM(...other.at, ...drop.at) <= CARRIAGEWAY_GAP_M);
    if (!spared && !twin) found.push(drop);
  }
  return found;
}

function dropAt(
  network: Network,
  corridors: HalfEdges,
  {edge, at, line}: RoadCrossing,
  withinM: number,
): GradeDrop | null {
  const [forward, backward] = [2 * edge, 2 * edge + 1].map((half) => {
    const {alongM} = nearestOnLine(halfEdgeLine(network, half), at[0], at[1]);
    const exit = {half, alongM};
    const halves = [half, ...halvesOn(network, corridors, exit, withinM, true)];
    return {halves, form: outerForm(network, halves, alongM, withinM)};
  });
  const there = falls(forward!.form, backward!.form);
  const swapped = there.steps < 0;
  const [good, bad] = swapped ? [backward!, forward!] : [forward!, backward!];
  if (there.steps === 0) return null;
  return {
    at,
    borderLine: line,
    edge: good.halves[0]! >> 1,
    better: good.form,
    worse: bad.form,
    what: there.what,
    steps: Math.abs(there.steps),
    before: lineOf(network, good.halves, at, withinM).reverse(),
    beyond: lineOf(network, bad.halves, at, withinM),
    edges: new Set([...forward!.halves, ...backward!.halves].map((half) => half >> 1)),
  };
}

/** The way from the border along the half-edges, as far as it was looked at. */
function lineOf(
  network: Network,
  halves: readonly number[],
  at: LonLat,
  withinM: number,
): LonLat[] {
  const line = halves.flatMap((half, i) => halfEdgeLine(network, half).slice(i === 0 ? 0 : 1));
  const {alongM} = nearestOnLine(line, at[0], at[1]);
  return cutAfter(sliceLine(line, alongM / lineLengthM(line), 1), withinM);
}

/** The greatest fall from `a` to `b`, below 0 when `a` is the worse; what it is a fall of. */
function falls(
  a: RoadForm,
  b: RoadForm,
): {readonly steps: number; readonly what: GradeDrop['what']} {
  const all = [
    {what: 'class', steps: b.rank - a.rank},
    {what: 'grade', steps: a.grade === null || b.grade === null ? 0 : b.grade - a.grade},
    {what: 'lanes', steps: a.lanes === null || b.lanes === null ? 0 : a.lanes - b.lanes},
  ] as const;
  return all.reduce((most, one) => (Math.abs(one.steps) > Math.abs(most.steps) ? one : most));
}

/** What the road is for most of the outer half of its way, as far as it goes. */
function outerForm(
  network: Network,
  halves: readonly number[],
  startM: number,
  withinM: number,
): RoadForm {
  const {edges} = network;
  const totalM = Math.min(
    withinM,
    halves.reduce((sum, half) => sum + edges.lengthM[half >> 1]!, -startM),
  );
  const ranks = new Map<number, number>();
  const grades = new Map<number, number>();
  const lanes = new Map<number, number>();
  let fromM = -startM;
  for (const half of halves) {
    const edge = half >> 1;
    const toM = fromM + edges.lengthM[edge]!;
    const metres = Math.min(toM, totalM) - Math.max(fromM, totalM / 2);
    fromM = toM;
    if (metres <= 0) continue;
    const add = (map: Map<number, number>, key: number): void => {
      map.set(key, (map.get(key) ?? 0) + metres);
    };
    add(ranks, rankOf(network, edge));
    if (edges.grade[edge] !== NO_GRADE) add(grades, edges.grade[edge]!);
    if (edges.lanes[edge] !== 0)
      add(lanes, edges.lanes[edge]! * (edges.oneway[edge] === 1 ? 2 : 1));
  }
  return {rank: longest(ranks) ?? 0, grade: longest(grades), lanes: longest(lanes)};
}

function longest(metresBy: ReadonlyMap<number, number>): number | null {
  let best: [number, number] | null = null;
  for (const entry of metresBy) {
    if (best === null || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]))
      best = entry;
  }
  return best?.[0] ?? null;
}

import {localPlane} from '../../geo/local-plane.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {CostTable} from '../../graph/search/links/closure.ts';
import type {Point} from '../../graph/search/links/snap-times.ts';
import type {ArcKind} from '../../graph/service/arc-list.ts';
import {benefitPersonS, weightsOf} from '../benefit.ts';
import {ownMasses} from '../own-persons.ts';
import type {RankStability, TornadoBar} from '../rows.ts';
import type {Study, StudyPlace, TravelMode} from '../study.ts';
import type {ScoreBasis} from './basis.ts';
import {type StabilityOptions, VARIED, type VariedId} from './parameters.ts';
import {pick} from './project-set.ts';
import {afterService, rideTable} from './project-tables.ts';
import {ranks} from './ranks.ts';
import {seededRandom} from './seeded-random.ts';
import {type TimeFactors, variedTimes} from './varied-times.ts';

/** Only so many projects are compared, those that are best today: ranks far down say nothing. */
export const COMPARED = 60;
/** Places off their point, beside the point itself: two directions drawn by the seed. */
const SHIFTS = 2;
const SHIFT_M = VARIED.find(({id}) => id === 'snapping')!.high;

/** All that one run may change. */
interface Draw {
  readonly factors: TimeFactors;
  /** By project. */
  readonly projectTime: readonly number[];
  readonly decay: number;
  /** Persons by place, those of places inside it among them. */
  readonly persons: readonly number[];
  /** By place: 0 = its own point, else one of the shifted ones. */
  readonly variant: readonly number[];
}

/**
 * How far ranks can be trusted: the ranking again and again under parameters drawn from their ranges,
 * and what each of them does alone. Every run is exact for its parameters. By row of the basis; `null`
 * for projects that are not compared.
 */
export function rankStability(
  study: Study,
  mode: Exclude<TravelMode, 'rail'>,
  basis: ScoreBasis,
  ids: readonly string[],
  benefits: readonly number[],
  options: StabilityOptions,
): (RankStability | null)[] {
  const {places, services} = basis;
  const compared = ids
    .map((_, k) => k)
    .sort((a, b) => benefits[b]! - benefits[a]! || (ids[a]! < ids[b]! ? -1 : 1))
    .slice(0, COMPARED);
  const random = seededRandom(options.seed);
  const variants = places.map((place) => shiftedPoints(study, place, random));
  const points: Point[] = [
    ...places.map(({snap}) => snap),
    ...variants.flat(),
    ...compared.flatMap((k) => services[k]!.stops),
  ];
  const varied = variedTimes(study, mode, points);
  const firstStop = places.length * (1 + SHIFTS);
  const kinds = varied.kinds;

  const benefitsOf = (draw: Draw): number[] => {
    const times = varied.times(draw.factors);
    const rows = draw.variant.map((v, i) => (v === 0 ? i : places.length + i * SHIFTS + v - 1));
    const before = pick(times, rows, rows);
    const weight = weightsOf(ownMasses(places, draw.persons), before, draw.decay);
    let at = firstStop;
    return compared.map((k, i) => {
      const stops = services[k]!.stops.map(() => at++);
      const ride = stretched(rideTable(services[k]!), draw.projectTime[i]!);
      const costs = {
        toStop: pick(times, rows, stops),
        fromStop: pick(times, stops, rows),
        drive: pick(times, stops, stops),
        ride,
      };
      return benefitPersonS({before, after: afterService(before, costs)}, weight);
    });
  };

  const usual: Draw = {
    factors: {},
    projectTime: compared.map(() => 1),
    decay: 0,
    persons: places.map((p) => p.population ?? 0),
    variant: places.map(() => 0),
  };
  const drawn = (): Draw => {
    const within = (id: VariedId): number => {
      const {low, high} = VARIED.find((one) => one.id === id)!;
      return low + random() * (high - low);
    };
    const factors = Object.fromEntries(kinds.map((kind) => [kind, within(kind)]));
    return {
      factors,
      projectTime: compared.map(() => within('projectTime')),
      decay: within('decay'),
      persons: places.map((place) => vintage(place, random)),
      variant: places.map(() => Math.floor(random() * (1 + SHIFTS))),
    };
  };
  const runs = Array.from({length: options.runs}, () => {
    const values = benefitsOf(drawn());
    return {values, rank: ranks(values) as number[]};
  });
  const today = benefitsOf(usual);
  const tornado = tornadoOf(compared.length, kinds, usual, benefitsOf, places);
  const found = new Map(
    compared.map((k, i): [number, RankStability] => [
      k,
      {
        runs: options.runs,
        seed: options.seed,
        compared: compared.length,
        ...summary(
          runs.map(({values}) => values[i]!),
          runs.map(({rank}) => rank[i]!),
          (ranks(today) as number[])[i]!,
        ),
        tornado: tornado[i]!,
      },
    ]),
  );
  return ids.map((_, k) => found.get(k) ?? null);
}

/** Points some way off a place, in directions drawn by the seed; where no road is near, its own. */
function shiftedPoints(study: Study, place: StudyPlace, random: () => number): Point[] {
  const plane = localPlane(place.lon, place.lat);
  const first = random() * 2 * Math.PI;
  return Array.from({length: SHIFTS}, (_, i) => {
    const angle = first + (i * 2 * Math.PI) / SHIFTS;
    const [x, y] = [SHIFT_M * Math.cos(angle), SHIFT_M * Math.sin(angle)];
    return study.snapper.snap(plane.lon(x), plane.lat(y), study.maxSnapM) ?? place.snap;
  });
}

/** A vintage of the list where there are several, else some per cent more or less. */
function vintage({population, populationByYear}: StudyPlace, random: () => number): number {
  const others = Object.values(populationByYear ?? {});
  const pick = random();
  if (others.length > 0) {
    const all = [...(population === null ? [] : [population]), ...others];
    return all[Math.floor(pick * all.length)]!;
  }
  const {low, high} = VARIED.find(({id}) => id === 'population')!;
  return (population ?? 0) * (low + pick * (high - low));
}

function stretched(ride: CostTable, factor: number): CostTable {
  if (factor === 1) return ride;
  return {
    ...ride,
    cost: ride.cost.map((ms) => (ms === UNREACHED ? ms : Math.round(ms * factor))),
  };
}

function summary(values: readonly number[], rank: readonly number[], today: number) {
  const sortedRank = rank.toSorted((a, b) => a - b);
  const sortedValue = values.toSorted((a, b) => a - b);
  const within = (top: number): number =>
    rank.length === 0 ? Number(today <= top) : rank.filter((r) => r <= top).length / rank.length;
  const quantile = (list: readonly number[], q: number): number =>
    list[Math.min(list.length - 1, Math.floor(q * list.length))] ?? 0;
  return {
    topShare: {'1': within(1), '3': within(3), '5': within(5)},
    rankRange: [
      Math.min(today, sortedRank[0] ?? today),
      Math.max(today, sortedRank[sortedRank.length - 1] ?? today),
    ] as const,
    medianRank: rank.length === 0 ? today : quantile(sortedRank, 0.5),
    benefitPersonS: [
      Math.round(quantile(sortedValue, 0.05)),
      Math.round(quantile(sortedValue, 0.95)),
    ] as const,
  };
}

/** One parameter at a time at either end of its range, all others as usual; what moves most first. */
function tornadoOf(
  count: number,
  kinds: readonly ArcKind[],
  usual: Draw,
  benefitsOf: (draw: Draw) => number[],
  places: readonly StudyPlace[],
): TornadoBar[][] {
  const years = [...new Set(places.flatMap((p) => Object.keys(p.populationByYear ?? {})))].sort();
  const ends = (id: VariedId): readonly [string, Draw][] => {
    const {low, high} = VARIED.find((one) => one.id === id)!;
    const at = (value: number): [string, Draw] => [
      String(value),
      id === 'projectTime'
        ? {...usual, projectTime: usual.projectTime.map(() => value)}
        : id === 'decay'
          ? {...usual, decay: value}
          : {...usual, factors: {[id]: value}},
    ];
    if (id === 'population') {
      return [years[0], years.at(-1)].flatMap((year): [string, Draw][] =>
        year === undefined
          ? []
          : [
              [
                year,
                {
                  ...usual,
                  persons: places.map((p, i) => p.populationByYear?.[year] ?? usual.persons[i]!),
                },
              ],
            ],
      );
    }
    if (id === 'snapping') {
      return [1, SHIFTS].map((v): [string, Draw] => [
        `${SHIFT_M} m, ${v}`,
        {...usual, variant: usual.variant.map(() => v)},
      ]);
    }
    return [at(low), at(high)];
  };
  const asked = VARIED.map(({id}) => id).filter(
    (id) =>
      kinds.includes(id as ArcKind) ||
      ['projectTime', 'decay', 'snapping'].includes(id) ||
      (id === 'population' && years.length > 0),
  );
  const bars = asked.map((id) => {
    const two = ends(id).map(([value, draw]) => {
      const values = benefitsOf(draw);
      return {value, values, rank: ranks(values) as number[]};
    });
    return {id, two};
  });
  return Array.from({length: count}, (_, i) =>
    bars
      .map(({id, two: [low, high]}): TornadoBar => {
        return {
          parameter: id,
          low: low!.value,
          high: high!.value,
          benefitPersonS: [Math.round(low!.values[i]!), Math.round(high!.values[i]!)],
          rank: [low!.rank[i]!, high!.rank[i]!],
        };
      })
      .sort(
        (a, b) =>
          Math.abs(b.benefitPersonS[1] - b.benefitPersonS[0]) -
            Math.abs(a.benefitPersonS[1] - a.benefitPersonS[0]) ||
          (a.parameter < b.parameter ? -1 : 1),
      ),
  );
}

import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {ResolvedProject} from '../../scenario/resolve-project.ts';
import {benefitPersonS, savedS, secondsAt, type TimeChange} from '../benefit.ts';
import type {PairChange, ScoreRow} from '../rows.ts';
import type {StudyPlace} from '../study.ts';

/** What every row of a project says of its gain, be it of a registry or drawn a moment ago. */
export type Gain = Pick<
  ScoreRow,
  'lengthM' | 'speedKph' | 'speedSource' | 'benefitPersonS' | 'perKm' | 'perCost' | 'byProvince'
>;

/** `provinces` are those of the places, whose times the change is of. */
export function gainOf(
  project: ResolvedProject,
  change: TimeChange,
  weight: Float64Array,
  provinces: readonly string[],
): Gain {
  const benefit = benefitPersonS(change, weight);
  return {
    lengthM: Math.round(project.lengthM),
    speedKph: project.speedKph,
    speedSource: project.speedSource,
    benefitPersonS: Math.round(benefit),
    perKm: project.lengthM > 0 ? Math.round(benefit / (project.lengthM / 1000)) : null,
    perCost: project.costYi === null ? null : Math.round(benefit / project.costYi),
    byProvince: shareByProvince(change, provinces, weight, benefit),
  };
}

/** Each unordered pair that becomes faster or newly joined, in its listed direction, most saved first. */
export function changedPairs(places: readonly StudyPlace[], change: TimeChange): PairChange[] {
  const n = places.length;
  const pairs: PairChange[] = [];
  for (let from = 0; from < n; from++) {
    for (let to = from + 1; to < n; to++) {
      const at = from * n + to;
      if (change.before.cost[at] === change.after.cost[at]) continue;
      pairs.push({
        from: places[from]!.name,
        to: places[to]!.name,
        beforeS: secondsAt(change.before, at),
        afterS: secondsAt(change.after, at),
        savedS: savedS(change, at),
      });
    }
  }
  return pairs.sort((a, b) => b.savedS - a.savedS || (a.from + a.to < b.from + b.to ? -1 : 1));
}

export function changesAnything({before, after}: TimeChange): boolean {
  return before.cost.some((ms, at) => ms !== after.cost[at]);
}

/** Share of the benefit by the province where the trips start; empty for no benefit. */
function shareByProvince(
  change: TimeChange,
  provinces: readonly string[],
  weight: Float64Array,
  benefit: number,
): Record<string, number> {
  if (benefit === 0) return {};
  const sum = new Map<string, number>();
  const n = provinces.length;
  for (let at = 0; at < weight.length; at++) {
    const province = provinces[Math.floor(at / n)]!;
    const share = (weight[at]! * savedS(change, at)) / benefit;
    sum.set(province, (sum.get(province) ?? 0) + share);
  }
  return Object.fromEntries([...sum].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Places that come within a cutoff of the centre. */
export function newlyWithin(
  places: readonly StudyPlace[],
  {before, after}: TimeChange,
  centre: number,
  cutoffMs: number,
): string[] {
  const row = centre * places.length;
  return places
    .filter((_, to) => {
      const [then, now] = [before.cost[row + to]!, after.cost[row + to]!];
      return to !== centre && now !== UNREACHED && now <= cutoffMs && then > cutoffMs;
    })
    .map((place) => place.name);
}

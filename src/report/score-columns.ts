import type {ScoreRow} from '../analysis/rows.ts';
import {type CsvColumn, fixed, kmOf, minOf} from './csv-values.ts';

export const scoreColumns: readonly CsvColumn<ScoreRow>[] = [
  {key: 'rank', value: (r) => r.rank},
  {key: 'rank_best', value: (r) => r.rankRange[0]},
  {key: 'rank_worst', value: (r) => r.rankRange[1]},
  {key: 'project', value: (r) => r.project},
  {key: 'project_id', value: (r) => r.projectId},
  {key: 'mode', value: (r) => r.mode},
  {key: 'status', value: (r) => r.status},
  {key: 'length_km', value: (r) => kmOf(r.lengthM)},
  {key: 'length_source', value: (r) => r.lengthSource},
  {key: 'speed_kph', value: (r) => r.speedKph},
  {key: 'speed_source', value: (r) => r.speedSource},
  {key: 'benefit_person_h', value: (r) => fixed(r.benefitPersonS / 3600, 3)},
  {key: 'person_h_per_km', value: (r) => hoursOf(r.perKm)},
  {key: 'person_h_per_100m_yuan', value: (r) => hoursOf(r.perCost)},
  {key: 'share_by_province', value: (r) => sharesOf(r)},
  {key: 'newly_within_60_min', value: (r) => r.gainedWithin60.join(' | ')},
  {key: 'mean_travel_time_saved_min', value: (r) => minOf(r.measures?.wmtt?.gain)},
  {key: 'daily_persons_gained', value: (r) => fixed(r.measures?.daily?.gain, 0)},
  {key: 'potential_gained', value: (r) => fixed(r.measures?.potential?.gain, 1)},
  {key: 'efficiency_gained', value: (r) => fixed(r.measures?.efficiency?.gain, 4)},
  {key: 'gini_cut', value: (r) => fixed(r.measures?.gini?.gain, 6)},
  {key: 'theil_cut', value: (r) => fixed(r.measures?.theil?.gain, 6)},
  {key: 'gdp_weighted_h', value: (r) => hoursOf(r.measures?.gdpWeightedS ?? null)},
  {key: 'km_by_province', value: (r) => kmByProvince(r)},
  {key: 'spillover_share', value: (r) => fixed(r.provinces?.spillover, 4)},
  {key: 'siphon_places', value: (r) => (r.siphon ?? []).map((s) => s.place).join(' | ')},
  {key: 'trip_hours', value: (r) => hoursOf(r.trips?.integralS ?? null)},
  {key: 'share_of_runs_first', value: (r) => fixed(r.stability?.topShare['1'], 4)},
  {key: 'share_of_runs_in_first_3', value: (r) => fixed(r.stability?.topShare['3'], 4)},
  {key: 'last_in_person_h', value: (r) => hoursOf(r.inPortfolio?.lastInPersonS ?? null)},
  {key: 'build_step', value: (r) => r.inPortfolio?.step ?? null},
  {
    key: 'stops_not_joined',
    value: (r) =>
      r.snapped
        .filter((s) => !s.joined)
        .map((s) => s.stop)
        .join(' | '),
  },
  {key: 'near_clip', value: (r) => r.nearClip ?? null},
  {key: 'notes_zh', value: (r) => r.notes.map((n) => n.zh).join(' ')},
  {key: 'notes_en', value: (r) => r.notes.map((n) => n.en).join(' ')},
];

function hoursOf(personS: number | null): number | null {
  return personS === null ? null : fixed(personS / 3600, 3);
}

function kmByProvince({provinces}: ScoreRow): string {
  return Object.entries(provinces?.lengthM ?? {})
    .map(([name, metres]) => `${name} ${kmOf(metres)}`)
    .join(' | ');
}

function sharesOf(row: ScoreRow): string {
  return Object.entries(row.byProvince)
    .map(([name, share]) => `${name} ${fixed(share, 4)}`)
    .join(' | ');
}

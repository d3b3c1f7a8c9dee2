import type {MeasureChange, RegionChange, ScoreRow} from '../analysis/rows.ts';
import {type CsvColumn, type CsvValue, fixed, minOf} from './csv-values.ts';
import {rankKey} from './i18n/columns/projects.ts';
import {MEASURE_IDS} from './i18n/words.ts';

type Column = CsvColumn<ScoreRow>;

const hours = (personS: number | undefined): number | null =>
  personS === undefined ? null : fixed(personS / 3600, 3);

/** One line per project: its rank by every measure; empty where the measure has no value for it. */
export const rankColumns: readonly Column[] = [
  {key: 'rank', value: (r) => r.rank},
  {key: 'project', value: (r) => r.project},
  {key: 'project_id', value: (r) => r.projectId},
  ...MEASURE_IDS.map(
    (measure): Column => ({key: rankKey(measure), value: (r) => r.ranks?.[measure] ?? null}),
  ),
];

/** One line per project that was ranked anew in every run. */
export const rankStabilityColumns: readonly Column[] = [
  {key: 'rank', value: (r) => r.rank},
  {key: 'project', value: (r) => r.project},
  {key: 'runs', value: (r) => r.stability?.runs ?? null},
  {key: 'seed', value: (r) => r.stability?.seed ?? null},
  {key: 'compared', value: (r) => r.stability?.compared ?? null},
  {key: 'share_of_runs_first', value: (r) => fixed(r.stability?.topShare['1'], 4)},
  {key: 'share_of_runs_in_first_3', value: (r) => fixed(r.stability?.topShare['3'], 4)},
  {key: 'share_of_runs_in_first_5', value: (r) => fixed(r.stability?.topShare['5'], 4)},
  {key: 'rank_best', value: (r) => r.stability?.rankRange[0] ?? null},
  {key: 'rank_worst', value: (r) => r.stability?.rankRange[1] ?? null},
  {key: 'rank_median', value: (r) => r.stability?.medianRank ?? null},
  {key: 'benefit_5th_person_h', value: (r) => hours(r.stability?.benefitPersonS[0])},
  {key: 'benefit_95th_person_h', value: (r) => hours(r.stability?.benefitPersonS[1])},
];

function beforeAfter(
  key: (state: 'before' | 'after') => string,
  pick: (measures: RegionChange) => MeasureChange | null,
  shown: (value: number | undefined) => CsvValue,
): Column[] {
  return (['before', 'after'] as const).map((state) => ({
    key: key(state),
    value: ({measures}) => shown((measures && pick(measures))?.[state]),
  }));
}

/** One line per project: access of all places together, today and with it. */
export const regionColumns: readonly Column[] = [
  {key: 'rank', value: (r) => r.rank},
  {key: 'project', value: (r) => r.project},
  ...beforeAfter(
    (s) => `mean_travel_time_${s}_min`,
    (m) => m.wmtt,
    minOf,
  ),
  ...beforeAfter(
    (s) => `daily_persons_${s}`,
    (m) => m.daily,
    (v) => fixed(v, 0),
  ),
  ...beforeAfter(
    (s) => `potential_${s}`,
    (m) => m.potential,
    (v) => fixed(v, 1),
  ),
  ...beforeAfter(
    (s) => `efficiency_${s}`,
    (m) => m.efficiency,
    (v) => fixed(v, 4),
  ),
  ...beforeAfter(
    (s) => `gini_${s}`,
    (m) => m.gini,
    (v) => fixed(v, 6),
  ),
  ...beforeAfter(
    (s) => `theil_${s}`,
    (m) => m.theil,
    (v) => fixed(v, 6),
  ),
];

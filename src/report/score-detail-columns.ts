import type {PlaceChange, ScoreRow, TornadoBar} from '../analysis/rows.ts';
import {type CsvColumn, fixed, kmOf, minOf} from './csv-values.ts';

const hours = (personS: number): number | null => fixed(personS / 3600, 3);

export interface StabilityLine extends TornadoBar {
  readonly project: string;
}

/** One line per project and parameter: what the parameter does alone at both ends of its range. */
export function stabilityLines({project, stability}: ScoreRow): StabilityLine[] {
  return (stability?.tornado ?? []).map((bar) => ({...bar, project}));
}

export const stabilityColumns: readonly CsvColumn<StabilityLine>[] = [
  {key: 'project', value: (l) => l.project},
  {key: 'parameter', value: (l) => l.parameter},
  {key: 'low', value: (l) => l.low},
  {key: 'high', value: (l) => l.high},
  {key: 'benefit_low_person_h', value: (l) => hours(l.benefitPersonS[0])},
  {key: 'benefit_high_person_h', value: (l) => hours(l.benefitPersonS[1])},
  {key: 'rank_low', value: (l) => l.rank[0]},
  {key: 'rank_high', value: (l) => l.rank[1]},
];

export interface ProvinceLine {
  readonly project: string;
  readonly payer: string;
  readonly beneficiary: string;
  /** What the payer carries of it. */
  readonly lengthM: number | null;
  readonly personS: number;
}

/** One line per project, province that carries kilometres of it and province that gains by them. */
export function provinceSplitLines({project, provinces}: ScoreRow): ProvinceLine[] {
  return Object.entries(provinces?.benefitPersonS ?? {}).flatMap(([payer, gains]) =>
    Object.entries(gains).map(([beneficiary, personS]) => ({
      project,
      payer,
      beneficiary,
      lengthM: provinces?.lengthM[payer] ?? null,
      personS,
    })),
  );
}

export const provinceSplitColumns: readonly CsvColumn<ProvinceLine>[] = [
  {key: 'project', value: (l) => l.project},
  {key: 'payer', value: (l) => l.payer},
  {key: 'payer_km', value: (l) => kmOf(l.lengthM)},
  {key: 'beneficiary', value: (l) => l.beneficiary},
  {key: 'benefit_person_h', value: (l) => hours(l.personS)},
];

export interface ScorePlaceLine extends PlaceChange {
  readonly project: string;
}

/** One line per project and place whose access it changes. */
export function scorePlaceLines({project, places}: ScoreRow): ScorePlaceLine[] {
  return (places ?? []).map((place) => ({...place, project}));
}

export const scorePlaceColumns: readonly CsvColumn<ScorePlaceLine>[] = [
  {key: 'project', value: (l) => l.project},
  {key: 'place', value: (l) => l.place},
  {key: 'mean_travel_time_before_min', value: (l) => minOf(l.wmtt?.before)},
  {key: 'mean_travel_time_after_min', value: (l) => minOf(l.wmtt?.after)},
  {key: 'daily_persons_gained', value: (l) => fixed(l.daily.gain, 0)},
  {key: 'potential_gained', value: (l) => fixed(l.potential.gain, 1)},
  {key: 'efficiency_gained', value: (l) => fixed(l.efficiency?.gain, 4)},
];

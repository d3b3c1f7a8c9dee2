import type {CandidateEnd, CandidateRow, CandidateTrip} from '../analysis/rows.ts';
import {type CsvColumn, fixed, kmOf, minOf} from './csv-values.ts';

type Column = CsvColumn<CandidateRow>;

const end = (key: 'from' | 'to'): Column[] => {
  const of = (r: CandidateRow): CandidateEnd => r[key];
  return [
    {key: `${key}_unit`, value: (r) => of(r).unit},
    {key: `${key}_road`, value: (r) => of(r).ref || of(r).name},
    {key: `${key}_class`, value: (r) => of(r).class},
    {key: `${key}_kind`, value: (r) => of(r).kind},
    {key: `${key}_lon`, value: (r) => fixed(of(r).lon, 6)},
    {key: `${key}_lat`, value: (r) => fixed(of(r).lat, 6)},
  ];
};

const today = (key: 'there' | 'back'): Column[] => {
  const of = (r: CandidateRow): CandidateTrip | null => r[key];
  return [
    {key: `${key}_km`, value: (r) => kmOf(of(r)?.distanceM)},
    {key: `${key}_min`, value: (r) => minOf(of(r)?.timeS)},
  ];
};

/** The table of missing links. */
export const candidateColumns: readonly Column[] = [
  {key: 'rank', value: (r) => r.rank},
  {key: 'id', value: (r) => r.id},
  {key: 'level', value: (r) => r.level},
  ...end('from'),
  ...end('to'),
  {key: 'gap_km', value: (r) => kmOf(r.gapM)},
  {key: 'link_class', value: (r) => r.linkClass},
  {key: 'link_kph', value: (r) => r.linkKph},
  {key: 'link_min', value: (r) => minOf(r.linkS)},
  ...today('there'),
  ...today('back'),
  {key: 'ratio', value: (r) => fixed(r.ratio, 2)},
  {key: 'distance_ratio', value: (r) => fixed(r.distanceRatio, 2)},
  {key: 'saved_min', value: (r) => minOf(r.savedS)},
  {
    key: 'benefit_person_h',
    value: (r) => fixed(r.benefitPersonS === null ? null : r.benefitPersonS / 3600, 3),
  },
  {key: 'pairs_shortened', value: (r) => r.pairsShortened},
  {key: 'merged_pairs', value: (r) => r.mergedPairs},
  {key: 'near_clip', value: (r) => r.nearClip},
  {key: 'near_miss', value: (r) => r.nearMiss},
  {key: 'notes_zh', value: (r) => r.notes.map((n) => n.zh).join(' ')},
  {key: 'notes_en', value: (r) => r.notes.map((n) => n.en).join(' ')},
];

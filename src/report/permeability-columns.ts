import type {ClassCrossings, PermeabilityRow} from '../analysis/rows.ts';
import {type CsvColumn, fixed} from './csv-values.ts';

type Column = CsvColumn<PermeabilityRow>;

const CLASSES = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified'];

const ofClass = (row: PermeabilityRow, name: string): ClassCrossings | undefined =>
  row.classes.find((one) => one.class === name);

/** Crossings of all studied roads: the lowest class, which holds those above it. */
export function allCrossings(row: PermeabilityRow): ClassCrossings {
  return row.classes[row.classes.length - 1]!;
}

/** Whether a column tells of a class of roads that was not studied. */
export function isOfOtherClass(row: PermeabilityRow, key: string): boolean {
  return CLASSES.some((name) => key.endsWith(`_${name}`) && ofClass(row, name) === undefined);
}

/** The table of border lines: one line each; columns of classes that were not studied are empty. */
export const permeabilityColumns: readonly Column[] = [
  {key: 'id', value: (r) => r.id},
  {key: 'level', value: (r) => r.level},
  {key: 'side_a', value: (r) => r.sides[0]},
  {key: 'side_b', value: (r) => r.sides[1]},
  {key: 'length_km', value: (r) => fixed(r.lengthKm, 2)},
  {key: 'general_km', value: (r) => fixed(r.generalKm, 2)},
  ...CLASSES.flatMap((name): Column[] => [
    {key: `crossings_${name}`, value: (r) => ofClass(r, name)?.count ?? null},
    {key: `per_100km_${name}`, value: (r) => fixed(ofClass(r, name)?.per100Km, 3)},
    {key: `control_a_${name}`, value: (r) => fixed(ofClass(r, name)?.controlPer100Km[0], 3)},
    {key: `control_b_${name}`, value: (r) => fixed(ofClass(r, name)?.controlPer100Km[1], 3)},
    {key: `permeability_${name}`, value: (r) => fixed(ofClass(r, name)?.permeability, 3)},
    {
      key: `cut_${name}`,
      value: (r) => r.connectivity.find((one) => one.class === name)?.corridors ?? null,
    },
  ]),
  {key: 'stubs', value: (r) => r.crossings.filter((c) => c.isStub).length},
  {key: 'bridges', value: (r) => r.crossings.filter((c) => c.isBridge && !c.isStub).length},
  {key: 'longest_gap_km', value: (r) => fixed(r.longestGap?.km, 2)},
  {key: 'longest_gap_lon', value: (r) => fixed(r.longestGap?.lon, 6)},
  {key: 'longest_gap_lat', value: (r) => fixed(r.longestGap?.lat, 6)},
  {key: 'border_effect', value: (r) => fixed(r.borderEffect.value, 3)},
  {key: 'border_effect_low', value: (r) => fixed(r.borderEffect.interval?.[0], 3)},
  {key: 'border_effect_high', value: (r) => fixed(r.borderEffect.interval?.[1], 3)},
  {key: 'pairs', value: (r) => r.borderEffect.pairs},
  {key: 'control_pairs', value: (r) => r.borderEffect.controlPairs},
  {key: 'gaps_closed', value: (r) => r.borderEffect.gaps.closed.join(' | ')},
  {key: 'excess_removed_share', value: (r) => fixed(r.borderEffect.gaps.shareRemoved, 3)},
  {key: 'notes_zh', value: (r) => r.notes.map((n) => n.zh).join(' ')},
  {key: 'notes_en', value: (r) => r.notes.map((n) => n.en).join(' ')},
  {key: 'near_clip', value: (r) => r.nearClip ?? null},
];

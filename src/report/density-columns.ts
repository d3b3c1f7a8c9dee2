import type {DensityRow} from '../analysis/rows.ts';
import {type CsvColumn, fixed} from './csv-values.ts';

type Column = CsvColumn<DensityRow>;

const CLASSES = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified'];
const GRADES = ['0', '1', '2', '3', '4', 'unknown'];

/** The table of densities: one line per unit. */
export const densityColumns: readonly Column[] = [
  {key: 'unit', value: (r) => r.unit},
  {key: 'admin_level', value: (r) => r.adminLevel},
  {key: 'province', value: (r) => r.province},
  {key: 'area_km2', value: (r) => fixed(r.areaKm2, 2)},
  {key: 'cut', value: (r) => r.cut},
  {key: 'population', value: (r) => r.population},
  {key: 'population_reason', value: (r) => r.populationReason},
  {key: 'km', value: (r) => fixed(r.km, 2)},
  {key: 'lane_km', value: (r) => fixed(r.laneKm, 2)},
  {key: 'lanes_tagged_share', value: (r) => fixed(r.lanesTaggedShare, 3)},
  {key: 'km_per_100km2', value: (r) => fixed(r.kmPer100Km2, 2)},
  {key: 'lane_km_per_100km2', value: (r) => fixed(r.laneKmPer100Km2, 2)},
  {key: 'km_per_10k_persons', value: (r) => fixed(r.kmPer10kPersons, 2)},
  {key: 'lane_km_per_10k_persons', value: (r) => fixed(r.laneKmPer10kPersons, 2)},
  ...CLASSES.map(
    (name): Column => ({key: `km_${name}`, value: (r) => fixed(r.byClass[name]?.km ?? 0, 2)}),
  ),
  ...GRADES.map(
    (grade): Column => ({
      key: `km_grade_${grade}`,
      value: (r) => fixed(r.byGrade[grade]?.km ?? 0, 2),
    }),
  ),
  {key: 'second_or_better_least', value: (r) => fixed(r.secondOrBetterShare?.least, 3)},
  {key: 'second_or_better_most', value: (r) => fixed(r.secondOrBetterShare?.most, 3)},
  {key: 'grade_known_share', value: (r) => fixed(r.gradeKnownShare, 3)},
  {key: 'ramp_km', value: (r) => fixed(r.rampKm, 2)},
  {key: 'junctions', value: (r) => r.structure.junctions},
  {key: 'corridors', value: (r) => r.structure.corridors},
  {key: 'parts', value: (r) => r.structure.parts},
  {key: 'mu', value: (r) => r.structure.mu},
  {key: 'alpha', value: (r) => fixed(r.structure.alpha, 3)},
  {key: 'beta', value: (r) => fixed(r.structure.beta, 3)},
  {key: 'gamma', value: (r) => fixed(r.structure.gamma, 3)},
  {key: 'eta_km', value: (r) => fixed(r.structure.etaKm, 2)},
  {key: 'band_area_km2', value: (r) => fixed(r.band?.areaKm2, 2)},
  {key: 'band_km_per_100km2', value: (r) => fixed(r.band?.kmPer100Km2, 2)},
  {key: 'interior_km_per_100km2', value: (r) => fixed(r.interior?.kmPer100Km2, 2)},
  {key: 'band_to_interior', value: (r) => fixed(r.bandToInterior, 3)},
];

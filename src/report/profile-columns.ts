import type {RegionUnit} from '../analysis/rows.ts';
import {type CsvColumn, fixed} from './csv-values.ts';

/** The profile of the region: one line a place under study. */
export const profileColumns: readonly CsvColumn<RegionUnit>[] = [
  {key: 'place', value: (r) => r.unit},
  {key: 'kind', value: (r) => r.kind},
  {key: 'province', value: (r) => r.province},
  {key: 'population', value: (r) => r.population},
  {key: 'population_date', value: (r) => r.populationDate},
  {key: 'population_kind', value: (r) => r.populationKind},
  {key: 'counted_in', value: (r) => r.populationWithin},
  {key: 'gdp_yi', value: (r) => r.gdpYi},
  {key: 'gdp_date', value: (r) => r.gdpDate},
  {key: 'gdp_per_head_yuan', value: (r) => r.gdpPerHeadYuan},
  {key: 'province_gdp_per_head_yuan', value: (r) => r.provinceGdpPerHeadYuan},
  {key: 'share_of_province', value: (r) => fixed(r.shareOfProvince, 4)},
];

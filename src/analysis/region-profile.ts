import type {Place} from '../graph/network.ts';
import {provinceNames, UNKNOWN_PROVINCE} from './province-names.ts';
import type {RegionUnit} from './rows.ts';
import type {Study} from './study.ts';

/**
 * What is known of the people and the economy of the places under study: as listed, nothing estimated.
 * GDP per head and its share of the province's mean only where both of their parts were given.
 */
export function regionProfile(study: Study, places: readonly Place[]): RegionUnit[] {
  const provinces = provinceNames(study.network, places);
  return places.map((place): RegionUnit => {
    const {population, gdpYi = null, provinceGdpPerHeadYuan: mean = null} = place;
    const province = provinces.of(place);
    const perHead = gdpYi === null || !population ? null : (gdpYi * 1e8) / population;
    return {
      unit: place.name,
      kind: place.kind,
      province: province === UNKNOWN_PROVINCE ? null : province,
      population,
      populationDate: place.populationDate,
      populationKind: place.populationKind ?? null,
      populationWithin: place.populationWithin ?? null,
      gdpYi,
      gdpDate: place.gdpDate ?? null,
      gdpPerHeadYuan: perHead === null ? null : Math.round(perHead),
      provinceGdpPerHeadYuan: mean,
      shareOfProvince: perHead === null || mean === null ? null : perHead / mean,
    };
  });
}

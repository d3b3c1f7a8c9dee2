import type {CatchmentRow, PlaceGatewayRow} from '../analysis/rows.ts';
import {type CsvColumn, minOf} from './csv-values.ts';

/** Rows of two kinds in one table: a place with its gateways, a gateway with its places. */
export const gatewayColumns: readonly CsvColumn<PlaceGatewayRow | CatchmentRow>[] = [
  {key: 'row', value: (r) => r.row},
  {key: 'kind', value: (r) => r.kind},
  {key: 'place', value: (r) => (r.row === 'place' ? r.place : null)},
  {key: 'gateway', value: (r) => (r.row === 'place' ? (r.first?.gateway ?? null) : r.gateway)},
  {key: 'time_min', value: (r) => (r.row === 'place' ? minOf(r.first?.timeS) : null)},
  {key: 'second', value: (r) => (r.row === 'place' ? (r.second?.gateway ?? null) : null)},
  {key: 'second_min', value: (r) => (r.row === 'place' ? minOf(r.second?.timeS) : null)},
  {key: 'lead_min', value: (r) => (r.row === 'place' ? minOf(r.leadS) : null)},
  {
    key: 'contested',
    value: (r) => (r.row === 'place' ? r.contested : r.contested.join(' | ')),
  },
  {key: 'within', value: (r) => (r.row === 'place' ? r.within : r.withinPlaces).join(' | ')},
  {
    key: 'gateway_after',
    value: (r) => (r.row === 'place' ? (r.firstAfter?.gateway ?? null) : null),
  },
  {key: 'after_min', value: (r) => (r.row === 'place' ? minOf(r.firstAfter?.timeS) : null)},
  {key: 'saved_min', value: (r) => (r.row === 'place' ? minOf(savedOf(r)) : null)},
  {key: 'places', value: (r) => (r.row === 'place' ? null : r.places.join(' | '))},
  {key: 'population', value: (r) => r.population},
  {
    key: 'places_after',
    value: (r) => (r.row === 'place' ? null : (r.placesAfter?.join(' | ') ?? null)),
  },
  {
    key: 'population_after',
    value: (r) => (r.row === 'place' ? null : (r.populationAfter ?? null)),
  },
  {key: 'project', value: (r) => (r.row === 'place' ? null : (r.project ?? null))},
  {
    key: 'population_within',
    value: (r) => (r.row === 'place' ? null : r.withinPopulation),
  },
  {key: 'province', value: (r) => (r.row === 'place' ? r.province : null)},
  {key: 'near_clip', value: (r) => r.nearClip ?? null},
  {key: 'reason', value: (r) => r.reason},
];

/** What the projects save on the way to the first; `null` where one of the two is not known. */
export function savedOf({first, firstAfter}: PlaceGatewayRow): number | null {
  return first && firstAfter ? first.timeS - firstAfter.timeS : null;
}

import type {AccessRow} from '../analysis/rows.ts';
import {type CsvColumn, fixed, minOf} from './csv-values.ts';

export const accessColumns: readonly CsvColumn<AccessRow>[] = [
  {key: 'place', value: (r) => r.place},
  {key: 'kind', value: (r) => r.kind},
  {key: 'lon', value: (r) => fixed(r.lon, 6)},
  {key: 'lat', value: (r) => fixed(r.lat, 6)},
  {key: 'population', value: (r) => r.population},
  {key: 'province', value: (r) => r.province},
  {key: 'mean_travel_time_min', value: (r) => minOf(r.wmttS)},
  {key: 'persons_within_min', value: (r) => withinOf(r.personsWithin)},
  {key: 'potential', value: (r) => fixed(r.potential, 1)},
  {key: 'self_potential', value: (r) => fixed(r.selfPotential, 1)},
  {key: 'network_efficiency', value: (r) => fixed(r.efficiency, 4)},
  {
    key: 'first_gateways_min',
    value: (r) =>
      (r.gateways ?? [])
        .map(({kind, gateway, timeS}) => `${kind} ${gateway ?? ''} ${minOf(timeS) ?? ''}`.trimEnd())
        .join(' | '),
  },
  {key: 'places_reached', value: (r) => r.reached},
  {
    key: 'unreached',
    value: (r) => r.unreached.map((u) => `${u.place} (${u.reason})`).join(' | '),
  },
  {key: 'data_edge_min', value: (r) => minOf(r.clipS)},
  {key: 'near_clip', value: (r) => r.nearClip ?? null},
];

function withinOf(persons: Readonly<Record<string, number>>): string {
  return Object.entries(persons)
    .map(([minutes, count]) => `${minutes} ${Math.round(count)}`)
    .join(' | ');
}

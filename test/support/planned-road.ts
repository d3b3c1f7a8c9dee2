import {greatCircleM} from '../../src/geo/distance.ts';
import type {Place} from '../../src/graph/network.ts';
import type {ResolvedProject} from '../../src/scenario/resolve-project.ts';

/** A planned road of straight legs through places. */
export function plannedRoad(
  id: string,
  stops: readonly Pick<Place, 'name' | 'lon' | 'lat'>[],
  more: Partial<ResolvedProject> = {},
): ResolvedProject {
  const legLengthM = stops
    .slice(1)
    .map((to, i) => greatCircleM(stops[i]!.lon, stops[i]!.lat, to.lon, to.lat));
  return {
    id,
    name: id,
    nameEn: id,
    mode: 'road',
    status: 'planned',
    variantOf: null,
    stops: stops.map(({name, lon, lat}) => ({name, lon, lat})),
    legLengthM,
    lengthM: legLengthM.reduce((sum, m) => sum + m, 0),
    lengthSource: 'drawn',
    speedKph: 80,
    speedSource: 'assumption',
    line: stops.map(({lon, lat}) => [lon, lat] as const),
    costYi: null,
    notes: [],
    ...more,
  };
}

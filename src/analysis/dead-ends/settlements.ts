import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {indexPoints} from '../../geo/point-index.ts';
import type {Place} from '../../graph/network.ts';
import type {ReachedSettlement} from '../rows.ts';

/** How many settlements are told of either end. */
const TOLD = 3;
const ORDER = [
  'city',
  'county',
  'district',
  'municipality',
  'borough',
  'town',
  'suburb',
  'village',
];

/** Finds the settlements near the two ends of a finding; `null` for an end that is not known. */
export type SettlementFinder = (near: LonLat, far: LonLat | null) => ReachedSettlement[];

/**
 * Indexes the places of a network. Told are those within `withinM` straight metres, each at the end
 * it is nearer to: the highest kind first, of one kind the nearest.
 */
export function indexSettlements(places: readonly Place[], withinM: number): SettlementFinder {
  const index = indexPoints(places.map(({lon, lat}) => [lon, lat]));
  const round = (at: LonLat): Place[] => index.around(at, withinM).map((row) => places[row]!);
  return (near, far) => {
    const all = new Set([...round(near), ...(far ? round(far) : [])]);
    const told: ReachedSettlement[] = [];
    for (const {name, kind, population, lon, lat} of all) {
      const nearM = greatCircleM(...near, lon, lat);
      const farM = far ? greatCircleM(...far, lon, lat) : Infinity;
      const distanceM = Math.min(nearM, farM);
      told.push({name, kind, population, distanceM, end: nearM <= farM ? 'near' : 'far'});
    }
    const rank = ({kind}: ReachedSettlement): number => {
      const at = ORDER.indexOf(kind);
      return at < 0 ? ORDER.length : at;
    };
    told.sort((a, b) => rank(a) - rank(b) || a.distanceM - b.distanceM);
    return (['near', 'far'] as const).flatMap((end) =>
      told.filter((one) => one.end === end).slice(0, TOLD),
    );
  };
}

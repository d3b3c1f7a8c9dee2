import type {Place} from '../graph/network.ts';
import type {PopulationBasis, Sentence} from './rows.ts';

/**
 * Persons of the places inside, whole units by the seat: by vintage and kind. A place whose people
 * another place inside already counts (`populationWithin`) is left out of the sum.
 */
export function populationBasis(inside: readonly Place[]): PopulationBasis {
  const names = new Set(inside.map((place) => place.name));
  const parts = new Map<string, PopulationBasis['parts'][number]>();
  let [without, within] = [0, 0];
  for (const place of inside) {
    if (place.population === null) without++;
    else if (place.populationWithin != null && names.has(place.populationWithin)) within++;
    else {
      const {populationDate: date, populationKind: kind = null} = place;
      const key = `${date ?? ''} ${kind ?? ''}`;
      const known = parts.get(key) ?? {date, kind, persons: 0, places: 0};
      parts.set(key, {
        ...known,
        persons: known.persons + place.population,
        places: known.places + 1,
      });
    }
  }
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  return {parts: sorted, without, within};
}

/** Sum of a basis, `null` when no place inside carries a population. */
export function populationOf({parts}: PopulationBasis): number | null {
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.persons, 0);
}

export const SEAT_RULE: Sentence = {
  id: 'population-by-seat',
  zh: '地点人口按驻地计：驻地在圈内即计其全部人口（数据中多为整个行政单元）；地级市与其所辖县同列且未注明 population:within 时会重复计算。年份与口径（常住、户籍）照数据所注，未注明的不作推测',
  en: 'People of places count by the seat: when it is inside, all people of its figure count (mostly a whole administrative unit); a prefecture and a county of it are counted twice unless population:within says so. Year and kind (resident, registered) as the data states; what it does not state is not guessed',
};

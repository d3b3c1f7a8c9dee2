import type {Place} from '../graph/network.ts';

type Counted = Pick<Place, 'name' | 'populationWithin'>;

/** For every place the row of the one whose figure holds its people as well; −1 = none of them does. */
export function wholesOf(places: readonly Counted[]): number[] {
  const rowOf = new Map(places.map(({name}, i) => [name, i]));
  return places.map(({populationWithin}, i) => {
    const whole = populationWithin == null ? undefined : rowOf.get(populationWithin);
    return whole === undefined || whole === i ? -1 : whole;
  });
}

/**
 * What each place weighs in a sum over places: its figure less those of the listed places inside it,
 * which weigh at their own seats, so that nobody counts twice. Where the place around has no figure, the
 * next one around it is meant. Never below 0: figures of different years may disagree.
 */
export function ownMasses(
  places: readonly Counted[],
  figures: readonly (number | null)[],
): number[] {
  return lessParts(places, figures).map((own) => Math.max(0, own));
}

/** The same of the population. */
export function ownPersons(places: readonly (Counted & Pick<Place, 'population'>)[]): number[] {
  return ownMasses(
    places,
    places.map(({population}) => population),
  );
}

/** Places whose figure is smaller than those of the listed places inside it together. */
export function smallerThanParts(
  places: readonly (Counted & Pick<Place, 'population'>)[],
): string[] {
  const own = lessParts(
    places,
    places.map(({population}) => population),
  );
  return places.filter((_, i) => own[i]! < 0).map(({name}) => name);
}

function lessParts(places: readonly Counted[], figures: readonly (number | null)[]): number[] {
  const wholes = wholesOf(places);
  const has = (row: number): boolean => (figures[row] ?? 0) > 0;
  const own = figures.map((figure) => figure ?? 0);
  places.forEach((_, i) => {
    let whole = wholes[i]!;
    // So many steps at most: a file may say of two places that each is within the other.
    for (let step = 0; whole >= 0 && !has(whole) && step < places.length; step++) {
      whole = wholes[whole]!;
    }
    if (has(i) && whole >= 0 && whole !== i && has(whole)) own[whole]! -= figures[i]!;
  });
  return own;
}

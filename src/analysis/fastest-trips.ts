import type {Project} from '../scenario/project-schema.ts';
import type {PublishedTrip} from '../scenario/published-times.ts';

/**
 * The fastest trips that a file of planned links tells of, as published times: they hold from the day on
 * which the line opened, and are forecasts where it is not open. What the other list has already is left out.
 */
export function fastestTrips(
  projects: readonly Project[],
  known: readonly PublishedTrip[],
): PublishedTrip[] {
  return projects.flatMap(({id, name, nameEn, mode, openedOn, fastestTrip}): PublishedTrip[] => {
    if (fastestTrip === undefined) return [];
    const {from, to, minutes} = fastestTrip.value;
    const same = (trip: PublishedTrip): boolean =>
      trip.mode === mode && trip.from === from && trip.to === to && trip.minutes === minutes;
    if (known.some(same)) return [];
    return [
      {
        id: `${id}-fastest`,
        mode,
        from,
        to,
        minutes,
        says: openedOn === undefined ? 'forecast' : 'about',
        source: fastestTrip.source,
        ...(fastestTrip.date !== undefined && {date: fastestTrip.date}),
        ...(openedOn && {heldFrom: openedOn.value, sampleDay: openedOn.value}),
        note: {
          zh: `最快车次，据${name}登记`,
          en: `fastest train, of ${nameEn ?? name} in the file of projects`,
        },
      },
    ];
  });
}

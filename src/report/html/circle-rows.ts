import type {CirclePlace, CircleRow} from '../../analysis/rows.ts';

type Mode = CircleRow['mode'];

/** Minutes of a place by a mode; `beforeS` null = no way today, `afterS` null = without projects. */
export interface PlaceTime {
  readonly beforeS: number | null;
  readonly afterS: number | null;
}

/** The circles of one centre in one direction. */
export interface CircleGroup {
  readonly place: string;
  readonly direction: CircleRow['direction'];
  /** By mode, then by cutoff. */
  readonly rows: readonly CircleRow[];
  readonly cutoffs: readonly number[];
  /** Places inside any circle but the centre, the soonest reached first. */
  readonly timesByPlace: () => {
    readonly place: CirclePlace;
    readonly times: ReadonlyMap<Mode, PlaceTime>;
  }[];
}

const ORDER: readonly Mode[] = ['road', 'rail', 'best'];

/** Circles side by side that share a centre. */
export function circleGroups(circles: readonly CircleRow[]): CircleGroup[] {
  const groups = new Map<string, CircleRow[]>();
  for (const row of circles) {
    const key = `${row.place}\u0000${row.direction}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((own) => {
    const rows = own.toSorted(
      (a, b) => ORDER.indexOf(a.mode) - ORDER.indexOf(b.mode) || a.minutes - b.minutes,
    );
    const {place, direction} = rows[0]!;
    return {
      place,
      direction,
      rows,
      cutoffs: [...new Set(rows.map(({minutes}) => minutes))].sort((a, b) => a - b),
      timesByPlace: () => timesByPlace(place, rows),
    };
  });
}

export function modesOf(rows: readonly CircleRow[]): Mode[] {
  return ORDER.filter((mode) => rows.some((row) => row.mode === mode));
}

function timesByPlace(centre: string, rows: readonly CircleRow[]) {
  const known = new Map<string, {place: CirclePlace; times: Map<Mode, PlaceTime>}>();
  const note = (mode: Mode, place: CirclePlace, time: PlaceTime): void => {
    if (place.place === centre) return;
    const entry = known.get(place.place) ?? {place, times: new Map<Mode, PlaceTime>()};
    known.set(place.place, entry);
    entry.times.set(mode, time);
  };
  for (const {mode, places, gained = []} of rows) {
    for (const place of places) {
      note(mode, place, {beforeS: place.timeS, afterS: place.afterS ?? null});
    }
    for (const place of gained) note(mode, place, {beforeS: place.beforeS, afterS: place.timeS});
  }
  const soonest = (times: ReadonlyMap<Mode, PlaceTime>): number =>
    Math.min(...[...times.values()].map(({beforeS, afterS}) => afterS ?? beforeS ?? Infinity));
  return [...known.values()].sort((a, b) => soonest(a.times) - soonest(b.times));
}

import type {Drawn} from '../../src/server/contract.ts';
import type {Point} from './point.ts';

/** Farther from every place a stop has a number, not a name. */
const NAME_REACH_DEG = 0.06;
/** A stop this near to a station is put on it. */
const STATION_REACH_DEG = 0.01;

interface Named {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** What lends its name to a stop. */
export interface Names {
  readonly places: readonly Named[];
  /** Stations of today, of a railway: by its name the server knows where one may change. */
  readonly stations: readonly Named[];
}

/**
 * Every point of a new line is a stop until the planner says otherwise. While points are only moved, what
 * was no stop stays none; both ends always are. Named after the
 * station of today within some 1 km that a stop of a railway is put on, else the nearest place within some 6 km.
 */
export function stopsOf(line: readonly Point[], known: Drawn | null, names: Names): Drawn['stops'] {
  const moved = known !== null && known.line.length === line.length;
  const isOff = (i: number): boolean => moved && !isStop(known, i);
  return named(
    line.filter((_, i) => !isOff(i)),
    names,
  );
}

/** The drawing with one of its points made a stop, or no stop any more. */
export function withStopToggled(drawn: Drawn, vertex: number, names: Names): Drawn {
  if (vertex <= 0 || vertex >= drawn.line.length - 1) return drawn;
  const points = drawn.line.filter((_, i) => isStop(drawn, i) !== (i === vertex));
  return {...drawn, stops: named(points, names)};
}

export function isStop(drawn: Drawn, vertex: number): boolean {
  const [lon, lat] = drawn.line[vertex]!;
  const end = vertex === 0 || vertex === drawn.line.length - 1;
  return end || (drawn.stops?.some(({at}) => at[0] === lon && at[1] === lat) ?? false);
}

/** Names are told apart by number where one place lends its name to several stops. */
function named(points: readonly Point[], {places, stations}: Names): Drawn['stops'] {
  const used = new Map<string, number>();
  return points.map((at, i) => {
    const name =
      nearest(at, stations, STATION_REACH_DEG) ??
      nearest(at, places, NAME_REACH_DEG) ??
      `#${i + 1}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return {name: count === 1 ? name : `${name} (${count})`, at: [at[0], at[1]]};
  });
}

function nearest([lon, lat]: Point, among: readonly Named[], reachDeg: number): string | null {
  let best: string | null = null;
  let bestDeg = reachDeg;
  for (const place of among) {
    const deg = Math.hypot((place.lon - lon) * Math.cos((lat * Math.PI) / 180), place.lat - lat);
    if (deg < bestDeg) {
      bestDeg = deg;
      best = place.name;
    }
  }
  return best;
}

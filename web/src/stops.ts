import type {Drawn} from '../../src/server/contract.ts';
import type {Point} from './point.ts';

/** Farther from every place a stop has a number, not a name. */
const NAME_REACH_DEG = 0.06;

interface Named {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/**
 * Every point of a new line is a stop until the planner says otherwise. While points are only moved, what
 * was no stop stays none; both ends always are. Named after the nearest place within some 6 km.
 */
export function stopsOf(
  line: readonly Point[],
  known: Drawn | null,
  places: readonly Named[],
): Drawn['stops'] {
  const moved = known !== null && known.line.length === line.length;
  const isOff = (i: number): boolean => moved && !isStop(known, i);
  return named(
    line.filter((_, i) => i === 0 || i === line.length - 1 || !isOff(i)),
    places,
  );
}

/** The drawing with one of its points made a stop, or no stop any more. */
export function withStopToggled(drawn: Drawn, vertex: number, places: readonly Named[]): Drawn {
  if (vertex <= 0 || vertex >= drawn.line.length - 1) return drawn;
  const points = drawn.line.filter((_, i) => isStop(drawn, i) !== (i === vertex));
  return {...drawn, stops: named(points, places)};
}

export function isStop(drawn: Drawn, vertex: number): boolean {
  const [lon, lat] = drawn.line[vertex]!;
  const end = vertex === 0 || vertex === drawn.line.length - 1;
  return end || (drawn.stops?.some(({at}) => at[0] === lon && at[1] === lat) ?? false);
}

/** Names are told apart by number where one place lends its name to several stops. */
function named(points: readonly Point[], places: readonly Named[]): Drawn['stops'] {
  const used = new Map<string, number>();
  return points.map((at, i) => {
    const name = nearest(at, places) ?? `#${i + 1}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return {name: count === 1 ? name : `${name} (${count})`, at: [at[0], at[1]]};
  });
}

function nearest([lon, lat]: Point, places: readonly Named[]): string | null {
  let best: string | null = null;
  let bestDeg = NAME_REACH_DEG;
  for (const place of places) {
    const deg = Math.hypot((place.lon - lon) * Math.cos((lat * Math.PI) / 180), place.lat - lat);
    if (deg < bestDeg) {
      bestDeg = deg;
      best = place.name;
    }
  }
  return best;
}

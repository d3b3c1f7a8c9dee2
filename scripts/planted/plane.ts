/**
 * Plain geometry of the generator, its own on purpose: what is judged must not share code with what
 * judges it. Metres on a flat map, x to the east, y to the north.
 */
export interface Xy {
  readonly x: number;
  readonly y: number;
}

const M_PER_DEGREE = 111_195;

/** A flat map round a position: good to a few per cent over a few hundred km, exact near the middle. */
export class Plane {
  readonly #lon: number;
  readonly #lat: number;
  readonly #perLon: number;

  constructor(lon: number, lat: number) {
    this.#lon = lon;
    this.#lat = lat;
    this.#perLon = M_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  }

  xy(lon: number, lat: number): Xy {
    return {x: (lon - this.#lon) * this.#perLon, y: (lat - this.#lat) * M_PER_DEGREE};
  }

  /** Degrees, rounded to the grid of OSM. */
  lonLat({x, y}: Xy): {readonly lon: number; readonly lat: number} {
    return {
      lon: Number((this.#lon + x / this.#perLon).toFixed(7)),
      lat: Number((this.#lat + y / M_PER_DEGREE).toFixed(7)),
    };
  }
}

export function apartM(a: Xy, b: Xy): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function between(a: Xy, b: Xy, share: number): Xy {
  return {x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share};
}

/** Metres from a point to a segment. */
export function toSegmentM(p: Xy, a: Xy, b: Xy): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;
  return apartM(p, between(a, b, Math.max(0, Math.min(1, t))));
}

function turn(a: Xy, b: Xy, p: Xy): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/** Whether two segments cross in their insides. */
export function segmentsCross(a: Xy, b: Xy, c: Xy, d: Xy): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Metres between two segments, 0 when they cross. */
export function segmentsApartM(a: Xy, b: Xy, c: Xy, d: Xy): number {
  if (segmentsCross(a, b, c, d)) return 0;
  return Math.min(
    toSegmentM(a, c, d),
    toSegmentM(b, c, d),
    toSegmentM(c, a, b),
    toSegmentM(d, a, b),
  );
}

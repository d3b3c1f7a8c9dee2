import {bearingDeg, EARTH_RADIUS_M, greatCircleM} from '../../geo/distance.ts';
import type {Network} from '../../graph/network.ts';

const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;

/**
 * The lines of chosen edges in flat arrays with the metres along them, for questions asked millions of times: no
 * question makes an object. Answers stand in the fields until the next question. An edge that was not chosen has no
 * line and may not be asked for.
 */
export class Courses {
  /** The point `pointAt` found, degrees. */
  lon = 0;
  lat = 0;
  /** What `nearest` found: metres to the point of the line, and metres along the line to there. */
  distanceM = 0;
  alongM = 0;

  /** Points of edge `e` are those from `first[e]` to before `first[e + 1]`. */
  readonly #first: Uint32Array;
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  /** Metres from the edge's `from` node. */
  readonly #alongM: Float64Array;

  constructor({nodes, edges}: Network, chosen: (edge: number) => boolean) {
    const first = new Uint32Array(edges.count + 1);
    for (let e = 0; e < edges.count; e++) {
      const points = chosen(e) ? edges.firstPoint[e + 1]! - edges.firstPoint[e]! + 2 : 0;
      first[e + 1] = first[e]! + points;
    }
    this.#first = first;
    const lon = new Float64Array(first[edges.count]!);
    const lat = new Float64Array(lon.length);
    const along = new Float64Array(lon.length);
    for (let e = 0; e < edges.count; e++) {
      let at = first[e]!;
      if (first[e + 1] === at) continue;
      lon[at] = nodes.lon[edges.from[e]!]!;
      lat[at++] = nodes.lat[edges.from[e]!]!;
      for (let p = edges.firstPoint[e]!; p < edges.firstPoint[e + 1]!; p++) {
        lon[at] = edges.pointLonE7[p]! / 1e7;
        lat[at++] = edges.pointLatE7[p]! / 1e7;
      }
      lon[at] = nodes.lon[edges.to[e]!]!;
      lat[at] = nodes.lat[edges.to[e]!]!;
      for (let i = first[e]! + 1; i <= at; i++) {
        along[i] = along[i - 1]! + greatCircleM(lon[i - 1]!, lat[i - 1]!, lon[i]!, lat[i]!);
      }
    }
    this.#lon = lon;
    this.#lat = lat;
    this.#alongM = along;
  }

  /** Metres of an edge's line. */
  lengthM(edge: number): number {
    return this.#alongM[this.#first[edge + 1]! - 1]!;
  }

  /** Sets `lon`, `lat` to the point some metres along an edge, held to its ends. */
  pointAt(edge: number, metres: number): void {
    const last = this.#first[edge + 1]! - 1;
    let low = this.#first[edge]! + 1;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#alongM[middle]! < metres) low = middle + 1;
      else high = middle;
    }
    const before = this.#alongM[low - 1]!;
    const step = this.#alongM[low]! - before;
    const t = step === 0 ? 0 : Math.min(1, Math.max(0, (metres - before) / step));
    this.lon = this.#lon[low - 1]! + t * (this.#lon[low]! - this.#lon[low - 1]!);
    this.lat = this.#lat[low - 1]! + t * (this.#lat[low]! - this.#lat[low - 1]!);
  }

  /** Bearing of an edge some metres along, over the 20 m round there, degrees clockwise from north. */
  courseDeg(edge: number, metres: number): number {
    this.pointAt(edge, Math.max(0, metres - 10));
    const {lon, lat} = this;
    this.pointAt(edge, metres + 10);
    return bearingDeg(lon, lat, this.lon, this.lat);
  }

  /** Sets `distanceM`, `alongM` to where an edge passes nearest to a point, on the plane round the point. */
  nearest(edge: number, lon: number, lat: number): void {
    const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
    const first = this.#first[edge]!;
    let ax = (this.#lon[first]! - lon) * perLon;
    let ay = (this.#lat[first]! - lat) * METRES_PER_DEGREE;
    let least2 = ax * ax + ay * ay;
    let alongM = 0;
    for (let i = first + 1; i < this.#first[edge + 1]!; i++) {
      const bx = (this.#lon[i]! - lon) * perLon;
      const by = (this.#lat[i]! - lat) * METRES_PER_DEGREE;
      const dx = bx - ax;
      const dy = by - ay;
      const length2 = dx * dx + dy * dy;
      const share = length2 === 0 ? 0 : -(ax * dx + ay * dy) / length2;
      const t = share < 0 ? 0 : share > 1 ? 1 : share;
      const x = ax + t * dx;
      const y = ay + t * dy;
      const distance2 = x * x + y * y;
      if (distance2 < least2) {
        least2 = distance2;
        alongM = this.#alongM[i - 1]! + t * (this.#alongM[i]! - this.#alongM[i - 1]!);
      }
      ax = bx;
      ay = by;
    }
    this.distanceM = Math.sqrt(least2);
    this.alongM = alongM;
  }
}

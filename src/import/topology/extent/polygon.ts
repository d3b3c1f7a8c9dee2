import {indexBorders} from '../../../geo/border-index.ts';
import type {LonLat} from '../../../geo/line.ts';

/** Rings of the polygon that an extract was cut with: outer ones and holes alike, each closed or not. */
export type ClipPolygon = readonly (readonly LonLat[])[];

/** A polygon made ready for many questions. */
export interface Enclosure {
  /** Whether a position is inside (even-odd rule, so that holes are out). */
  holds(lon: number, lat: number): boolean;
  /** Whether the outline is within `maxM` metres. */
  near(lon: number, lat: number, maxM: number): boolean;
}

export function enclosure(rings: ClipPolygon): Enclosure {
  const closed = rings.map((ring) => (ring.length > 0 ? [...ring, ring[0]!] : []));
  const index = indexBorders(closed);
  return {
    holds: (lon, lat) => {
      let inside = false;
      for (const ring of closed) {
        for (let i = 1; i < ring.length; i++) {
          const [a, b] = [ring[i - 1]!, ring[i]!];
          if (
            a[1] > lat !== b[1] > lat &&
            lon < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
          ) {
            inside = !inside;
          }
        }
      }
      return inside;
    },
    near: (lon, lat, maxM) => index.near(lon, lat, maxM),
  };
}

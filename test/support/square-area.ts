import type {Bbox} from '../../src/geo/line.ts';
import type {AdminArea} from '../../src/graph/network.ts';

/** A unit that fills a box. */
export function areaOf(
  level: number,
  name: string,
  [west, south, east, north]: Bbox,
  more: Partial<AdminArea> = {},
): AdminArea {
  return {
    osmId: 1,
    level,
    name,
    province: level === 4 && name !== '' ? name : null,
    coordinates: [
      [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    ],
    ...more,
  };
}

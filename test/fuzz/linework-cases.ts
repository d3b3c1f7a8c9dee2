import {mutateBytes} from './mutate-bytes.ts';
import {mutateJson} from './mutate-json.ts';
import {NASTY_NUMBERS} from './nasty.ts';
import type {Random} from './random.ts';
import {validLayer, zip} from './valid-shapefile.ts';

const ROADS = {
  type: 'FeatureCollection',
  features: [
    line({highway: 'primary', name: '国道', ref: 'G104'}, [119, 28], [119.1, 28], [119.2, 28.01]),
    line({highway: 'secondary', bridge: 'yes'}, [119.1, 28], [119.1, 28.1]),
    line({highway: 'motorway', oneway: 'yes'}, [119.05, 27.9], [119.05, 28.1]),
    line({railway: 'rail'}, [119, 28.05], [119.2, 28.05]),
    line({railway: 'rail'}, [119.2003, 28.05], [119.3, 28.06]),
    {
      type: 'Feature',
      properties: {railway: 'station', name: '甲站'},
      geometry: {type: 'Point', coordinates: [119.1, 28.05]},
    },
    {
      type: 'Feature',
      properties: {highway: 'tertiary'},
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [119, 28],
            [119, 28.1],
          ],
          [
            [119, 28.1],
            [119.1, 28.1],
          ],
        ],
      },
    },
  ],
};

const AREAS = {
  type: 'FeatureCollection',
  features: [
    area('甲省', 4, square(118.5, 27.5, 119.1, 28.5)),
    area('乙省', 4, square(119.1, 27.5, 119.7, 28.5)),
    area('丙县', 6, square(118.5, 27.5, 118.8, 28.5), square(118.6, 27.6, 118.7, 27.7)),
  ],
};

/** GeoJSON linework with faults in it. */
export function geoJsonLinework(random: Random): Uint8Array {
  return geoJson(ROADS, random);
}

/** GeoJSON areas of provinces and counties with faults in them. */
export function geoJsonAreas(random: Random): Uint8Array {
  return geoJson(AREAS, random);
}

function geoJson(json: unknown, random: Random): Uint8Array {
  const bytes = new TextEncoder().encode(mutateJson(json, random));
  return random.chance(0.15) ? mutateBytes(bytes, bytes, random) : bytes;
}

/** A zipped shapefile with faults in the archive, in its files, or between them. */
export function zippedShapefile(random: Random): Uint8Array {
  const parts = validLayer();
  const other = random.pick(parts).data;
  for (let left = random.few(); left > 0; left--) {
    const at = random.below(parts.length);
    const part = parts[at];
    if (!part) break;
    switch (random.below(10)) {
      case 0:
        parts.splice(at, 1);
        break;
      case 1:
        parts.push({name: `b/${part.name}`, data: part.data});
        break;
      case 2:
        parts[at] = {...part, name: random.pick(['', '../x.shp', '甲.shp'])};
        break;
      case 3:
      case 4:
      case 5:
        parts[at] = {...part, data: mutateBytes(part.data, other, random)};
        break;
      default:
        parts[at] = {...part, data: withNumber(part.data, random)};
    }
  }
  const archive = zip(parts, (entry) => {
    if (random.chance(0.05))
      entry.setUint32(random.pick([8, 10, 20, 24, 42]), random.below(2 ** 32));
  });
  return random.chance(0.15) ? mutateBytes(archive, archive, random) : archive;
}

/** One of the numbers that the file is made of, replaced by one at the end of its type. */
function withNumber(data: Uint8Array, random: Random): Uint8Array {
  const out = data.slice();
  const view = new DataView(out.buffer);
  const at = random.below(Math.max(1, out.length - 8));
  if (out.length < 9) return out;
  switch (random.below(4)) {
    case 0:
      view.setInt32(at - (at % 4), random.pick([-1, 0, 1, 2 ** 31 - 1, -(2 ** 31)]), true);
      break;
    case 1:
      view.setInt32(at - (at % 4), random.pick([-1, 0, 1, 2 ** 30]), false);
      break;
    case 2:
      view.setFloat64(
        Math.min(at - (at % 8) + 4, out.length - 8),
        random.pick([...NASTY_NUMBERS, Number.NaN, Infinity]),
        true,
      );
      break;
    default:
      view.setUint16(at - (at % 2), random.pick([0, 1, 255, 65535]), true);
  }
  return out;
}

function line(properties: Record<string, string>, ...coordinates: readonly (readonly number[])[]) {
  return {type: 'Feature', properties, geometry: {type: 'LineString', coordinates}};
}

function area(name: string, level: number, ...coordinates: readonly (readonly number[])[][]) {
  return {
    type: 'Feature',
    properties: {name, admin_level: level},
    geometry: {type: 'Polygon', coordinates},
  };
}

function square(west: number, south: number, east: number, north: number): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

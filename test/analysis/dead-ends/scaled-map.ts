import type {LonLat} from '../../../src/geo/line.ts';
import type {Network} from '../../../src/graph/network.ts';
import {type AsciiOptions, asciiNetwork} from '../../support/ascii-map.ts';

/** An ASCII map whose cells are `cellM` metres instead of a kilometre: for what is small. */
export function scaledMap(map: string, cellM: number, options: AsciiOptions = {}): Network {
  const {network} = asciiNetwork(map, options);
  const {nodes, edges} = network;
  const share = cellM / 1000;
  const lon0 = 119;
  const lat0 = 28;
  const lon = (x: number): number => lon0 + (x - lon0) * share;
  const lat = (y: number): number => lat0 + (y - lat0) * share;
  return {
    ...network,
    nodes: {...nodes, lon: nodes.lon.map(lon), lat: nodes.lat.map(lat)},
    edges: {
      ...edges,
      lengthM: edges.lengthM.map((metres) => metres * share),
      pointLonE7: edges.pointLonE7.map((e7) => Math.round(lon(e7 / 1e7) * 1e7)),
      pointLatE7: edges.pointLatE7.map((e7) => Math.round(lat(e7 / 1e7) * 1e7)),
    },
    borders: network.borders.map((border) => ({
      ...border,
      line: border.line.map(([x, y]): LonLat => [lon(x), lat(y)]),
    })),
  };
}

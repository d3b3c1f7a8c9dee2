import {graphAttributes} from '../graphology.ts';
import type {Network} from '../network.ts';
import {edgeRecords} from './edge-records.ts';

/**
 * The edges as a GeoJSON FeatureCollection (RFC 7946) of lines, in pieces: a large network is longer
 * than one string can be. Where the data comes from stands in members of the collection.
 */
export function* geojsonPieces(network: Network, status: 'open' | 'all'): Generator<string> {
  const head = JSON.stringify({type: 'FeatureCollection', ...graphAttributes(network)});
  yield `${head.slice(0, -1)},"features":[`;
  let separator = '\n';
  for (const {id, line, ...properties} of edgeRecords(network, status)) {
    const geometry = {type: 'LineString', coordinates: line};
    yield `${separator}${JSON.stringify({type: 'Feature', id, properties, geometry})}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

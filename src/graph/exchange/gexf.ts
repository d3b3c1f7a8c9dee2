import {write} from 'graphology-gexf';
import type {AbstractGraph, Attributes} from 'graphology-types';
import {carriableXml} from './xml-text.ts';

/**
 * A graphology graph as GEXF 1.2. `lon`/`lat` also become the drawing position, `name` or else `ref`
 * the label. Lengths are not written as GEXF's weight: there a larger weight means closer. The
 * package escapes markup but lets through characters that XML forbids; they become U+FFFD here.
 */
export function graphToGexf(graph: AbstractGraph): string {
  const xml = write(graph, {
    formatNode: (_, attributes) => {
      const {lon, lat} = attributes;
      const isPlaced = typeof lon === 'number' && typeof lat === 'number';
      return {attributes, ...label(attributes), ...(isPlaced ? {viz: {x: lon, y: lat}} : {})};
    },
    formatEdge: (_, attributes) => ({attributes, ...label(attributes)}),
  });
  return carriableXml(xml);
}

function label(attributes: Attributes): {label?: string} {
  const text: unknown = attributes['name'] ?? attributes['ref'];
  return typeof text === 'string' ? {label: text} : {};
}

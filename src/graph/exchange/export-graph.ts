import type {AbstractGraph} from 'graphology-types';
import {UserError} from '../../errors.ts';
import {graphToGexf} from './gexf.ts';
import {graphToGraphml} from './graphml.ts';

/** Formats a graphology graph can be written in. */
export const EXCHANGE_FORMATS = ['gexf', 'graphml', 'json'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/**
 * The graph as text: GEXF 1.2 (Gephi), GraphML (igraph, networkx, yEd) or graphology's own JSON
 * (`graph.export()`, read by `Graph.from`). Names are escaped; same graph → same text. Throws
 * `UserError('E_NETWORK')` when the text would be longer than a JavaScript string can be (about
 * half a gigabyte). Import this module when it is needed only: it loads an XML library.
 */
export function exportGraph(graph: AbstractGraph, format: ExchangeFormat): string {
  try {
    switch (format) {
      case 'gexf':
        return graphToGexf(graph);
      case 'graphml':
        return graphToGraphml(graph);
      case 'json':
        return `${JSON.stringify(graph.export())}\n`;
      default:
        return format satisfies never;
    }
  } catch (cause) {
    if (!(cause instanceof RangeError && cause.message === 'Invalid string length')) throw cause;
    throw new UserError(
      'E_NETWORK',
      `The graph of ${graph.order} nodes and ${graph.size} edges is too large to write as ${format}.`,
      {hint: 'Import a smaller extract, or fewer classes of roads.', cause},
    );
  }
}

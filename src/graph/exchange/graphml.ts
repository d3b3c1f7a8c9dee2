import type {AbstractGraph, Attributes} from 'graphology-types';
import {escapeXml} from './xml-text.ts';

/** GraphML's type words, from narrow to wide. */
type GraphmlType = 'boolean' | 'int' | 'long' | 'double' | 'string';
type Domain = 'graph' | 'node' | 'edge';

/**
 * A directed graphology graph as GraphML (http://graphml.graphdrawing.org): each attribute is a typed
 * `key`, of the narrowest type that holds all its values. Values that are `null` or `undefined` are
 * left out, objects are written as JSON. Own writer: graphology-graphml 0.5 only reads.
 */
export function graphToGraphml(graph: AbstractGraph): string {
  return [...graphmlPieces(graph)].join('');
}

/** The same in pieces, for graphs whose text is longer than one string can be. */
export function* graphmlPieces(graph: AbstractGraph): Generator<string> {
  const keys = {graph: new Keys('graph'), node: new Keys('node'), edge: new Keys('edge')};
  keys.graph.learn(graph.getAttributes());
  graph.forEachNode((_, attributes) => keys.node.learn(attributes));
  graph.forEachEdge((_, attributes) => keys.edge.learn(attributes));

  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.graph.declarations(),
    ...keys.node.declarations(),
    ...keys.edge.declarations(),
    '<graph edgedefault="directed">',
    ...keys.graph.data(graph.getAttributes()),
  ];
  yield `${head.join('\n')}\n`;
  for (const {node, attributes} of graph.nodeEntries()) {
    yield `<node id="${escapeXml(node)}">${keys.node.data(attributes).join('')}</node>\n`;
  }
  for (const {edge, attributes, source, target} of graph.edgeEntries()) {
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
    const data = keys.edge.data(attributes).join('');
    yield `<edge id="${escapeXml(edge)}" ${ends}>${data}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

/** The attributes of one domain in order of first sight. */
class Keys {
  readonly #domain: Domain;
  readonly #types = new Map<string, GraphmlType>();
  readonly #ids = new Map<string, string>();

  constructor(domain: Domain) {
    this.#domain = domain;
  }

  learn(attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined) continue;
      const known = this.#types.get(name);
      this.#types.set(name, known === undefined ? typeOf(value) : wider(known, typeOf(value)));
      if (known === undefined) this.#ids.set(name, `${this.#domain}-${this.#ids.size}`);
    }
  }

  declarations(): string[] {
    return [...this.#types].map(
      ([name, type]) =>
        `<key id="${this.#ids.get(name)}" for="${this.#domain}" ` +
        `attr.name="${escapeXml(name)}" attr.type="${type}"/>`,
    );
  }

  data(attributes: Attributes): string[] {
    return Object.entries(attributes)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(
        ([name, value]) => `<data key="${this.#ids.get(name)}">${escapeXml(text(value))}</data>`,
      );
  }
}

function typeOf(value: unknown): GraphmlType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return 'string';
  if (value === (value | 0)) return 'int';
  return Number.isSafeInteger(value) ? 'long' : 'double';
}

function wider(a: GraphmlType, b: GraphmlType): GraphmlType {
  if (a === b) return a;
  if (a === 'string' || b === 'string' || a === 'boolean' || b === 'boolean') return 'string';
  return a === 'double' || b === 'double' ? 'double' : 'long';
}

function text(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

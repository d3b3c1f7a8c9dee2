import type {AbstractGraph} from 'graphology-types';

/** `JSON.stringify(graph.export())` in pieces, for graphs whose text is longer than one string can be. */
export function* graphologyJsonPieces(graph: AbstractGraph): Generator<string> {
  const options = {type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops};
  yield `{"options":${JSON.stringify(options)},"attributes":${JSON.stringify(graph.getAttributes())},"nodes":[`;
  let separator = '\n';
  for (const {node, attributes} of graph.nodeEntries()) {
    yield `${separator}${JSON.stringify({key: node, attributes})}`;
    separator = ',\n';
  }
  yield '\n],"edges":[';
  separator = '\n';
  for (const {edge, attributes, source, target, undirected} of graph.edgeEntries()) {
    const entry = {key: edge, source, target, attributes, ...(undirected && {undirected})};
    yield `${separator}${JSON.stringify(entry)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

import fc from 'fast-check';
import {MultiDirectedGraph, MultiGraph} from 'graphology';
import {parse as parseGexf} from 'graphology-gexf';
import {parse as parseGraphml} from 'graphology-graphml';
import {SaxesParser} from 'saxes';
import {describe, expect, test} from 'vitest';
import {exportGraph} from '../../../src/graph/exchange/export-graph.ts';
import {graphToGraphml} from '../../../src/graph/exchange/graphml.ts';
import {toGraphology} from '../../../src/graph/graphology.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {anyNetwork} from '../file/random-network.ts';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  ']]>',
  '<![CDATA[<script>]]>',
  '"\'&amp;&#0;',
  'bell\u0007 nul\u0000 esc\u001b del\u007f',
  'half \ud800 pair, \ufffe and \uffff',
  ' spaces\tand\nlines\r\n ',
  'line ends \u0085 \u2028 of XML 1.1',
  '沈海高速 😀',
];

/** A network whose every text is hostile: attribution, station, and one edge per name. */
async function hostileGraph() {
  const letters = 'ABCDEFGHIJ';
  const names = Object.fromEntries(
    HOSTILE.map((name, i) => [letters.slice(i, i + 2), {name, ref: name}]),
  );
  const {network} = asciiNetwork([...letters].join('--'), {
    edges: names,
    rest: {
      meta: {attribution: HOSTILE.join(' '), toolVersion: '<b>\u0001'},
      stations: [{osmId: 1, name: HOSTILE[0]!, kind: 'halt', lon: 0, lat: 0, node: 0}],
    },
  });
  return toGraphology(network);
}

/** Element names of a document; throws where XML is not well-formed, forbidden characters included. */
function elementsOf(xml: string): Set<string> {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({name}) => names.add(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

/** What XML can carry of a text: U+FFFD for what it forbids (XML 1.0 §2.2, character by character). */
function carried(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    const allowed =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x10000;
    return allowed ? character : '\ufffd';
  }).join('');
}

/** Attributes as text can carry them; + 0 because the text of −0 is 0. */
const carriedAll = (attributes: object): object =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'string' ? carried(value) : typeof value === 'number' ? value + 0 : value,
    ]),
  );

describe('graphml', () => {
  test('read back by graphology-graphml is the same graph', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (network) => {
        const graph = await toGraphology(network, {status: 'all'});
        const back = parseGraphml(MultiDirectedGraph, exportGraph(graph, 'graphml'));
        expect(back.nodes()).toEqual(graph.nodes());
        expect(back.edges()).toEqual(graph.edges());
        expect(back.getAttributes()).toEqual(carriedAll(graph.getAttributes()));
        graph.forEachNode((key, attributes) => {
          expect(back.getNodeAttributes(key)).toEqual(carriedAll(attributes));
        });
        graph.forEachEdge((key, attributes, source, target) => {
          expect(back.extremities(key)).toEqual([source, target]);
          expect(back.getEdgeAttributes(key)).toEqual(carriedAll(attributes));
        });
      }),
    );
  });

  test('stays well-formed and inert with hostile names', async () => {
    const graph = await hostileGraph();
    const xml = exportGraph(graph, 'graphml');
    expect(elementsOf(xml)).toEqual(new Set(['graphml', 'key', 'graph', 'data', 'node', 'edge']));
    expect(xml).not.toContain('<img');
    const back = parseGraphml(MultiDirectedGraph, xml);
    expect(back.mapEdges((_, {name}) => name)).toEqual(
      HOSTILE.flatMap((name) => [carried(name), carried(name)]),
    );
  });

  test('declares the narrowest type that holds all values', () => {
    const graph = new MultiDirectedGraph();
    graph.addNode('a', {
      small: 1,
      large: 1,
      real: 1,
      flag: true,
      mixed: true,
      none: null,
      tree: [1],
    });
    graph.addNode('b', {small: -2, large: 2 ** 40, real: 0.5, flag: false, mixed: 1});
    const xml = graphToGraphml(graph);
    const types = [...xml.matchAll(/attr\.name="(\w+)" attr\.type="(\w+)"/g)].map((m) =>
      m.slice(1),
    );
    expect(Object.fromEntries(types)).toEqual({
      small: 'int',
      large: 'long',
      real: 'double',
      flag: 'boolean',
      mixed: 'string',
      tree: 'string',
    });
    expect(xml).toContain('>[1]</data>');
  });
});

describe('gexf', () => {
  test('read back by graphology-gexf is the same graph', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (network) => {
        const graph = await toGraphology(network, {status: 'all'});
        // the reader calls a graph without edges "mixed", which a directed class refuses
        const back = parseGexf(MultiGraph, exportGraph(graph, 'gexf'));
        expect(back.undirectedSize).toBe(0);
        expect(back.nodes()).toEqual(graph.nodes());
        expect(back.edges()).toEqual(graph.edges());
        graph.forEachNode((key, attributes) => {
          expect(back.getNodeAttributes(key)).toMatchObject(carriedAll(attributes));
        });
        graph.forEachEdge((key, attributes, source, target) => {
          expect(back.extremities(key)).toEqual([source, target]);
          expect(back.getEdgeAttributes(key)).toMatchObject(carriedAll(attributes));
        });
      }),
    );
  });

  test('stays well-formed and inert with hostile names', async () => {
    const xml = exportGraph(await hostileGraph(), 'gexf');
    const markup = ['img', 'script', 'b'];
    const elements = elementsOf(xml);
    expect(elements.has('edge')).toBe(true);
    for (const name of markup) expect(elements.has(name)).toBe(false);
    const back = parseGexf(MultiDirectedGraph, xml);
    expect(back.mapEdges((_, {name}) => name)).toEqual(
      HOSTILE.flatMap((name) => [carried(name), carried(name)]),
    );
  });
});

describe('json', () => {
  test('read back by graphology is the same graph', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (network) => {
        const graph = await toGraphology(network, {status: 'all'});
        const back = MultiDirectedGraph.from(JSON.parse(exportGraph(graph, 'json')));
        // −0, which JSON writes as 0, is no difference of graphs
        expect(JSON.stringify(back.export())).toBe(JSON.stringify(graph.export()));
        expect(back.order).toBe(network.nodes.count);
      }),
    );
  });
});

describe.each(['gexf', 'graphml', 'json'] as const)('%s', (format) => {
  test('of an empty graph can be read', () => {
    const text = exportGraph(new MultiDirectedGraph(), format);
    if (format === 'json') expect(JSON.parse(text).nodes).toEqual([]);
    else expect(elementsOf(text).has('node')).toBe(false);
  });

  test('is the same text for the same graph, and leaves the graph alone', async () => {
    const graph = await hostileGraph();
    const before = JSON.stringify(graph.export());
    expect(exportGraph(graph, format)).toBe(exportGraph(await hostileGraph(), format));
    expect(JSON.stringify(graph.export())).toBe(before);
  });
});

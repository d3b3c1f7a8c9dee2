import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compileNetwork} from '../../../src/graph/compile.ts';
import {decodeNetworkFile} from '../../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../../src/graph/file/encode.ts';
import type {Column} from '../../../src/graph/file/layout.ts';
import {digraphOf} from '../../../src/graph/search/core/digraph.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {
  engineFromSections,
  engineSections,
} from '../../../src/graph/search/store/engine-sections.ts';
import {CHINA_CAR} from '../../../src/graph/speed.ts';
import {randomNetwork} from '../../support/random-network.ts';
import {digraph, randomArcs} from './random-digraph.ts';

function columnsOf(sections: readonly {name: string; column: Column}[]): Map<string, Column> {
  return new Map(sections.map(({name, column}) => [name, column]));
}

describe('engine in a file', () => {
  test('comes back as it was, through a .gtn file', () => {
    fc.assert(
      fc.property(randomNetwork({maxNodes: 12, maxEdges: 30}), (network) => {
        const net = compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});
        const graph = digraphOf(net, 'time');
        const engine = buildEngine(graph);
        const bytes = encodeNetwork(network, engineSections(engine, 'engine'));
        const {columns} = decodeNetworkFile(bytes, 'a.gtn');
        expect(engineFromSections(columns, 'engine', graph)).toEqual(engine);
      }),
      {numRuns: 50},
    );
  });

  test('is not used for a graph with another cost, nor when it is not there', () => {
    fc.assert(
      fc.property(randomArcs(), fc.nat(), (list, pick) => {
        fc.pre(list.arcs.length > 0);
        const sections = engineSections(buildEngine(digraph(list)), 'engine');
        const arcs = list.arcs.map(([u, v, cost, along], i) =>
          i === pick % list.arcs.length
            ? ([u, v, cost + 1, along] as const)
            : ([u, v, cost, along] as const),
        );
        const other = digraph({...list, arcs});
        expect(engineFromSections(columnsOf(sections), 'engine', other)).toBeNull();
        expect(engineFromSections(columnsOf(sections), 'other', digraph(list))).toBeNull();
        expect(engineFromSections(columnsOf(sections), 'engine', digraph(list, false))).toBeNull();
      }),
      {numRuns: 50},
    );
  });

  test('a section that is missing, cut short or out of range is not trusted', () => {
    const arcs = [...Array(30).keys()].flatMap((i) =>
      [1, 5, 7].map((step) => [i, (i * 3 + step) % 30, 1 + ((i * step) % 11), 1] as const),
    );
    const graph = digraph({nodeCount: 30, arcs});
    const sections = engineSections(buildEngine(graph), 'engine');
    expect(engineFromSections(columnsOf(sections), 'engine', graph)).not.toBeNull();
    const free = /Along$|\.along$/; // any number does as a length
    for (const {name, column} of sections) {
      const others = sections.filter((section) => section.name !== name);
      const withColumn = (changed: Column | null) =>
        columnsOf(changed ? [...others, {name, column: changed}] : others);
      expect(engineFromSections(withColumn(null), 'engine', graph)).toBeNull();
      if (column.length === 0) continue;
      expect(engineFromSections(withColumn(column.slice(1)), 'engine', graph)).toBeNull();
      if (free.test(name)) continue;
      const wild = column.slice();
      wild[wild.length - 1] = 0xffff_fff0;
      expect(engineFromSections(withColumn(wild), 'engine', graph)).toBeNull();
    }
  });
});

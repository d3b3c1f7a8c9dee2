import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {compileNetwork} from '../src/graph/compile.ts';
import {decodeNetworkFile} from '../src/graph/file/decode.ts';
import {encodeNetwork} from '../src/graph/file/encode.ts';
import {NetworkBuilder} from '../src/graph/network-builder.ts';
import {digraphOf} from '../src/graph/search/core/digraph.ts';
import {buildEngine} from '../src/graph/search/engine.ts';
import {engineFromSections, engineSections} from '../src/graph/search/store/engine-sections.ts';
import {makeSnapper} from '../src/graph/snap.ts';
import {CHINA_CAR} from '../src/graph/speed.ts';
import type {BenchNetwork} from './network-file.ts';
import type {Measured} from './ours.ts';
import {elapsedMs, median} from './stopwatch.ts';

const KPH = 60;
const OPTIONS = {mode: 'road', asOf: null, profile: CHINA_CAR} as const;

/**
 * Writes a network with its engine to a `.gtn` file and opens it again: reading, checksum, checks of
 * the tables, compiling and taking over the engine. The index that finds the roads near a place is
 * made for the first place that is asked about: a line of its own.
 */
export function measureStored({graph, lon, lat}: BenchNetwork, file: string): Measured[] {
  const builder = new NetworkBuilder();
  for (let u = 0; u < graph.nodeCount; u++) builder.addNode(lon[u]!, lat[u]!, u + 1);
  for (const {from, to, cost, oneway} of edgesOf(graph)) {
    const lengthM = (cost * KPH) / 3600;
    builder.addEdge({from, to, class: 'tertiary', maxspeedKph: KPH, lengthM, oneway});
  }
  const network = builder.finish();
  const engine = buildEngine(digraphOf(compileNetwork(network, OPTIONS), 'time'));
  writeFileSync(file, encodeNetwork(network, engineSections(engine, 'engine')));
  const parts = {
    read: [] as number[],
    compile: [] as number[],
    engine: [] as number[],
    snapper: [] as number[],
  };
  for (let run = 0; run < 3; run++) {
    let opened: ReturnType<typeof decodeNetworkFile> | undefined;
    let net: ReturnType<typeof compileNetwork> | undefined;
    parts.read.push(
      elapsedMs(() => {
        opened = decodeNetworkFile(readFileSync(file), file);
      }),
    );
    parts.compile.push(
      elapsedMs(() => {
        net = compileNetwork(opened!.network, OPTIONS);
      }),
    );
    parts.engine.push(
      elapsedMs(() => {
        const found = engineFromSections(opened!.columns, 'engine', digraphOf(net!, 'time'));
        if (!found) throw new Error('the stored engine is refused');
      }),
    );
    parts.snapper.push(elapsedMs(() => void makeSnapper(net!)));
  }
  const sum = median(parts.read.map((ms, run) => ms + parts.compile[run]! + parts.engine[run]!));
  const [read, compile, taken] = [parts.read, parts.compile, parts.engine].map((ms) =>
    Math.round(median(ms)),
  );
  const inside = `file ${(statSync(file).size / 1e6).toFixed(0)} MB; reading and checks ${read}, compiling ${compile}, engine ${taken} ms`;
  return [
    {what: 'stored network, opening', inside, value: sum, unit: 'ms', limit: 1000},
    {
      what: 'first place, index of roads',
      inside:
        'main component and index of its edges; once a network, when a place is first asked for',
      value: median(parts.snapper),
      unit: 'ms',
    },
  ];
}

/** Arcs as edges: two arcs of equal cost there and back are one two-way edge. */
function* edgesOf({nodeCount, firstOut, head, cost}: BenchNetwork['graph']) {
  const paired = new Uint8Array(head.length);
  for (let from = 0; from < nodeCount; from++) {
    for (let a = firstOut[from]!; a < firstOut[from + 1]!; a++) {
      if (paired[a] === 1) continue;
      const to = head[a]!;
      let back = firstOut[to]!;
      const stop = firstOut[to + 1]!;
      while (back < stop && (head[back] !== from || cost[back] !== cost[a] || paired[back] === 1)) {
        back++;
      }
      if (back < stop) paired[back] = 1;
      yield {from, to, cost: cost[a]!, oneway: back === stop};
    }
  }
}

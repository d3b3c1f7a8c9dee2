/**
 * What the turn restrictions would do that the search does not apply (docs/import.md): fastest times from
 * sampled nodes to all others, node to node as everywhere in guantong and arc to arc under the
 * restrictions. `npx tsx scripts/turn-restrictions.ts EXTRACT.osm.pbf…`; it writes nothing.
 */
import {createReadStream} from 'node:fs';
import {basename} from 'node:path';
import {importExtracts} from '../src/app/import-extracts.ts';
import {SILENT} from '../src/app/progress.ts';
import {type CompiledNetwork, compileNetwork} from '../src/graph/compile.ts';
import {growTree, UNREACHED} from '../src/graph/search/dijkstra.ts';
import {NodeHeap} from '../src/graph/search/heap.ts';
import {CHINA_CAR} from '../src/graph/speed.ts';
import {ByteReader} from '../src/import/byte-reader.ts';
import type {OsmMember, Tags} from '../src/import/osm/osm-sink.ts';
import {readPbf} from '../src/import/pbf/read-pbf.ts';

const SOURCES = 300;

interface Restriction {
  readonly sense: 'no' | 'only';
  readonly from: readonly number[];
  readonly via: number;
  readonly to: readonly number[];
}

/** Restrictions of cars at one node, all the time. */
async function restrictionsOf(path: string): Promise<{all: number; atNodes: Restriction[]}> {
  const atNodes: Restriction[] = [];
  let all = 0;
  const none: ReadonlySet<string> = new Set();
  await readPbf(new ByteReader(createReadStream(path)), path, {
    nodeTriggers: none,
    nodeKeys: none,
    wayKeys: none,
    wantsInfo: false,
    header: () => {},
    node: () => {},
    nodeTags: () => {},
    way: () => {},
    changedAt: () => {},
    relation: (_, __, tags, members) => {
      if (!/^restriction(:|$)/.test(tags.get('type') ?? '')) return;
      all++;
      const read = restriction(tags, members);
      if (read) atNodes.push(read);
    },
  });
  return {all, atNodes};
}

function restriction(tags: Tags, members: readonly OsmMember[]): Restriction | null {
  const sense = /^(no|only)_/.exec(tags.get('restriction') ?? '')?.[1] as 'no' | 'only' | undefined;
  const spares = /motorcar|motor_vehicle|vehicle/.test(tags.get('except') ?? '');
  const refs = (role: string, type: string): number[] =>
    members.filter((m) => m.role === role && m.type === type).map(({ref}) => ref);
  const [via] = refs('via', 'node');
  if (sense === undefined || spares || via === undefined) return null;
  return {sense, from: refs('from', 'way'), via, to: refs('to', 'way')};
}

/** Turns that are forbidden, as arc · arcCount + next arc. */
function forbiddenTurns(net: CompiledNetwork, list: readonly Restriction[]): Set<number> {
  const {nodes, edges} = net.network;
  const rowOf = new Map([...nodes.osmId].map((id, row) => [id, row]));
  const isOn = (arc: number, ways: readonly number[]): boolean => {
    const edge = net.edgeOf[arc]!;
    const own = edges.wayId.subarray(edges.firstWay[edge], edges.firstWay[edge + 1]);
    return ways.some((way) => own.includes(way));
  };
  const turns = new Set<number>();
  for (const {sense, from, via, to} of list) {
    const node = rowOf.get(via);
    if (node === undefined) continue;
    const into = [...net.inArc.subarray(net.firstIn[node], net.firstIn[node + 1])];
    const out = Array.from(
      {length: net.firstOut[node + 1]! - net.firstOut[node]!},
      (_, i) => net.firstOut[node]! + i,
    );
    // `only_` forbids every other way on; where the one allowed is no road of ours it says nothing.
    if (!out.some((arc) => isOn(arc, to))) continue;
    for (const a of into.filter((arc) => isOn(arc, from))) {
      for (const b of out.filter((arc) => isOn(arc, to) === (sense === 'no'))) {
        turns.add(a * net.arcCount + b);
      }
    }
  }
  return turns;
}

/** Fastest times from a node under the turns, by arc: Dijkstra over arcs. */
function timesByArc(net: CompiledNetwork, source: number, turns: ReadonlySet<number>): Uint32Array {
  const {firstOut, head, timeMs, arcCount} = net;
  const arcMs = new Float64Array(arcCount).fill(UNREACHED);
  const nodeMs = new Uint32Array(net.nodeCount).fill(UNREACHED);
  const heap = new NodeHeap(arcCount);
  const reach = (arc: number, ms: number): void => {
    if (ms >= arcMs[arc]!) return;
    arcMs[arc] = ms;
    heap.pushOrLower(arc, ms);
  };
  nodeMs[source] = 0;
  for (let a = firstOut[source]!; a < firstOut[source + 1]!; a++) reach(a, timeMs[a]!);
  while (heap.length > 0) {
    const arc = heap.pop();
    const node = head[arc]!;
    const ms = arcMs[arc]!;
    nodeMs[node] = Math.min(nodeMs[node]!, ms);
    for (let b = firstOut[node]!; b < firstOut[node + 1]!; b++) {
      if (!turns.has(arc * arcCount + b)) reach(b, ms + timeMs[b]!);
    }
  }
  return nodeMs;
}

for (const path of process.argv.slice(2)) {
  const network = await importExtracts([path], SILENT);
  const net = compileNetwork(network, {mode: 'road', asOf: null, profile: CHINA_CAR});
  const {all, atNodes} = await restrictionsOf(path);
  const turns = forbiddenTurns(net, atNodes);
  const step = Math.max(1, Math.floor(net.nodeCount / SOURCES));
  let [pairs, longer, lost, sumS, worstS, before] = [0, 0, 0, 0, 0, 0];
  for (let source = 0; source < net.nodeCount; source += step) {
    const free = growTree(net, [{node: source, cost: 0}]).cost;
    const held = timesByArc(net, source, turns);
    for (let node = 0; node < net.nodeCount; node++) {
      if (free[node] === UNREACHED || node === source) continue;
      pairs++;
      before += free[node]! / 1000;
      if (held[node] === UNREACHED) lost++;
      else if (held[node]! > free[node]!) {
        longer++;
        const moreS = (held[node]! - free[node]!) / 1000;
        sumS += moreS;
        worstS = Math.max(worstS, moreS);
      }
    }
  }
  console.log(
    `${basename(path)}: ${all} restrictions, ${atNodes.length} of cars at a node; ${turns.size} turns of the network forbidden; of ${pairs} pairs (mean ${(before / pairs / 60).toFixed(1)} min) ${((100 * longer) / pairs).toFixed(2)} % longer, by ${(sumS / Math.max(1, longer)).toFixed(1)} s on the mean, ${worstS.toFixed(0)} s at most; ${lost} without a way`,
  );
}

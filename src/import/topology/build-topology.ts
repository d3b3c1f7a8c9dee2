import type {Bbox, LonLat} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_CLASSES, FIRST_RAIL_CLASS, NODE_FLAG} from '../../graph/vocabulary.ts';
import type {Ledger} from '../ledger.ts';
import type {RawNodes} from '../osm/node-store.ts';
import type {OsmStore} from '../osm/osm-store.ts';
import {MOTORWAY_DIRECTION, type RawWays} from '../osm/way-store.ts';
import {buildEdges} from './build-edges.ts';
import {contract} from './chains.ts';
import {clipRule} from './clip-rule.ts';
import {endNodes} from './end-nodes.ts';
import {missingMemberEnds} from './extent/missing-members.ts';
import type {ClipPolygon} from './extent/polygon.ts';
import {markClipTips, markWayEndsOutside} from './mark-clip-tips.ts';
import {splitRuns} from './pieces.ts';
import {cutRuns, ON_RAIL, ON_ROAD, type Runs} from './runs.ts';
import type {ResolvedWays} from './way-lengths.ts';

export interface Topology {
  readonly bbox: Bbox | null;
  /** How near the edge of the extract a line ends that was cut there, metres. */
  readonly clipMarginM: number;
  /** Traces of ways that were left out whole. */
  readonly lostWays: readonly LonLat[];
  /** Metres of each way that became edges (one entry per way as read), and whether any did. */
  readonly edgeM: Float64Array;
  readonly isEdge: Uint8Array;
  /** The nodes and edges of the network. */
  readonly built: Pick<Network, 'nodes' | 'edges' | 'strings'>;
  /** Node row of the network per raw node row, -1 = no end point. */
  readonly nodeRow: Int32Array;
}

/** Joins the edge-making ways by node id, contracts them, and makes edges of them. */
export function buildTopology(
  store: OsmStore,
  nodes: RawNodes,
  ways: RawWays,
  resolved: ResolvedWays,
  ledger: Ledger,
  polygon?: ClipPolygon,
): Topology {
  const {attributes} = store;
  const clip = clipRule({
    boxes: store.boxes,
    firstWays: store.firstWays,
    polygon,
    nodes,
    ways,
    resolved,
    taggedIds: store.taggedIds.view(),
    inArea: areaWays(store, ways),
  });
  const flags = nodeFlags(store, nodes);
  const rails = Uint8Array.from(attributes, (of) =>
    EDGE_CLASSES.indexOf(of.class) >= FIRST_RAIL_CLASS ? 1 : 0,
  );
  const isRail = (way: number): boolean => rails[ways.attributes[way]! - 1] === 1;
  const direction = (way: number): number => {
    const tagged = ways.direction[way]!;
    return tagged === MOTORWAY_DIRECTION ? (store.motorwaysSayOneway ? 1 : 0) : tagged;
  };
  const runs = cutRuns({
    nodes,
    ways,
    resolved,
    isRail,
    direction,
    flags,
    ledger,
  });
  keepFlagsInUse(flags, runs, nodes, ledger);
  markWayEndsOutside(runs, {nodes, clip, flags, ledger});
  const keep = (row: number): boolean => flags[row] !== 0;
  const pieces = splitRuns(runs, resolved, keep);

  // The crossing time of a ferry that was cut is of no use, so its rest may join no timed one.
  const untimed = (way: number): boolean =>
    ways.durationS[way]! > 0 && (resolved.missing[way]! > 0 || resolved.lengthM[way] === 0);
  const alike = (run: number): number => {
    const way = runs.way[run]!;
    return ways.attributes[way]! + (untimed(way) ? attributes.length + 1 : 0);
  };
  const chains = contract(runs, pieces, nodes.count, alike, keep);
  const kindRow = new Uint32Array(chains.count);
  for (let c = 0; c < chains.count; c++) {
    const way = runs.way[pieces.run[chains.codes[chains.first[c]!]! >> 1]!]!;
    kindRow[c] = ways.attributes[way]! - 1;
  }
  const ends = endNodes(chains, nodes.count);
  markClipTips({
    chains,
    ends,
    nodes,
    clip,
    kinds: attributes,
    kindRow,
    suspects: missingMemberEnds(store, ways, resolved.refRows, nodes),
    flags,
    ledger,
  });
  const secondsPerM = (way: number): number =>
    ways.durationS[way] === 0 || untimed(way) ? 0 : ways.durationS[way]! / resolved.lengthM[way]!;
  const built = buildEdges({
    nodes,
    ways,
    runs,
    pieces,
    chains,
    ends,
    attributes,
    flags,
    secondsPerM,
  });
  const edgeM = new Float64Array(ways.count);
  const isEdge = new Uint8Array(ways.count);
  for (let p = 0; p < pieces.count; p++) {
    const way = runs.way[pieces.run[p]!]!;
    edgeM[way]! += pieces.lengthM[p]!;
    isEdge[way] = 1;
  }
  return {
    bbox: clip.bbox,
    clipMarginM: clip.marginM,
    lostWays: clip.lostWays,
    edgeM,
    isEdge,
    built,
    nodeRow: ends.rowOf,
  };
}

/** Tells the ways of multipolygons and boundaries: `osmium extract -s smart` adds them whole. */
function areaWays(store: OsmStore, ways: RawWays): (way: number) => boolean {
  const inArea = new Uint8Array(ways.count);
  for (const id of store.areaMembers.view()) {
    const place = ways.place(id);
    if (place >= 0) inArea[ways.order[place]!] = 1;
  }
  return (way) => inArea[way] === 1;
}

function nodeFlags(store: OsmStore, nodes: RawNodes): Uint8Array {
  const flags = new Uint8Array(nodes.count);
  const version = store.flaggedVersion.view();
  const bits = store.flaggedBits.view();
  store.flaggedId.view().forEach((id, i) => {
    const row = nodes.row(id);
    if (row >= 0 && nodes.version[row] === version[i]) flags[row]! |= bits[i]!;
  });
  return flags;
}

/** A gate beside the road or a station building is no node of the network: only what is passed counts. */
function keepFlagsInUse(flags: Uint8Array, runs: Runs, nodes: RawNodes, ledger: Ledger): void {
  for (let row = 0; row < flags.length; row++) {
    if (flags[row] === 0) continue;
    let passed: number = NODE_FLAG.clip;
    if (runs.use[row]! & ON_ROAD) {
      passed |= NODE_FLAG.barrier | NODE_FLAG.interchange | NODE_FLAG.turning;
    }
    if (runs.use[row]! & ON_RAIL) passed |= NODE_FLAG.station;
    flags[row]! &= passed;
    if (flags[row]! & NODE_FLAG.barrier) {
      ledger.add('noted', 'barrier-closed', {nodes: 1, example: `node/${nodes.id[row]}`});
    }
  }
}

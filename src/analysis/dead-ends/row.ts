import type {BorderIndex} from '../../geo/border-index.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import type {Counterpart, DeadEndRow} from '../rows.ts';
import {CAUSES, type Cause, confidenceOf, OFF_BORDER_M} from './causes.ts';
import type {DormantChain} from './dormant-chain.ts';
import {evidenceOf} from './evidence.ts';
import type {Candidate} from './judge-tip.ts';
import {levelOf} from './options.ts';

/** The row of a finding. `minClass` is the studied class, for the evidence. */
export function rowOf(
  network: Network,
  borders: BorderIndex,
  borderLines: readonly BorderLine[],
  minClass: string,
  candidate: Candidate,
): DeadEndRow {
  const {tip, border, approach, continuation, lines, clipM} = candidate;
  const {chain, lower} = continuation;
  const {nodes, edges, strings} = network;
  const lon = nodes.lon[tip.node]!;
  const lat = nodes.lat[tip.node]!;
  const borderLine = borderLines[border.line]!;
  const edge = tip.around.exits[0]!.half >> 1;
  const cause: Cause =
    continuation.cause === 'unknown-gap' && clipM !== null ? 'near-clip' : continuation.cause;
  const {rule} = CAUSES[cause];
  const roadClass = EDGE_CLASSES[edges.class[edge]!]!;
  const ref = strings[edges.ref[edge]!]!;
  return {
    id: `${rule}:${lon.toFixed(3)},${lat.toFixed(3)}:${ref || roadClass}`,
    level: levelOf(borderLine),
    rule,
    cause,
    confidence: confidenceOf({
      cause,
      joinsOpen: chain?.joinsOpen ?? false,
      classDrop: lower?.drop ?? 0,
      passing: continuation.passing !== null,
      offBorder: border.distanceM > OFF_BORDER_M,
      nearClip: clipM !== null,
    }),
    lon,
    lat,
    class: roadClass,
    ref,
    name: strings[edges.name[edge]!]!,
    distanceToBorderM: border.distanceM,
    borderSides: borderLine.sides,
    counterpart: chain && counterpartOf(network, chain),
    evidence: evidenceOf({
      lines,
      minClass,
      border,
      sides: borderLine.sides,
      approach,
      continuation,
      cause,
      clipM,
      chainCrosses: chain && borders.crossingsOfLine(chain.line).length > 0,
    }),
    geometry: approach.line,
  };
}

const KIND = {
  'under-construction': 'construction',
  proposed: 'proposed',
  'not-yet-open': 'road',
} as const;

function counterpartOf({edges, strings}: Network, chain: DormantChain): Counterpart {
  const [lon, lat] = chain.line[chain.line.length - 1]!;
  const first = chain.edges[0]!;
  return {
    kind: KIND[chain.state],
    lon,
    lat,
    gapM: chain.gapM,
    lengthM: chain.lengthM,
    class: EDGE_CLASSES[edges.class[first]!]!,
    ref: strings[edges.ref[first]!]!,
    name: strings[edges.name[first]!]!,
    geometry: chain.line,
  };
}

/** R6 first, then the surer, then the nearer to the border; the id settles ties. */
export function compareRows(a: DeadEndRow, b: DeadEndRow): number {
  return (
    Number(b.rule === 'R6') - Number(a.rule === 'R6') ||
    b.confidence - a.confidence ||
    a.distanceToBorderM - b.distanceToBorderM ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

import {bearingDeg, greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import type {BorderLine} from '../../graph/network.ts';
import {EDGE_CLASSES} from '../../graph/vocabulary.ts';
import type {Counterpart} from '../rows.ts';
import type {AccessBreak} from './access-break.ts';
import {NEAR_CLIP_M} from './causes.ts';
import {
  breakEvidence,
  gradeEvidence,
  halfBegunEvidence,
  halfBuiltEvidence,
  unitEvidence,
} from './crossing-evidence.ts';
import {type Finding, NO_GROUNDS} from './finding.ts';
import type {GradeDrop} from './grade-drop.ts';
import type {HalfBuilt} from './half-built.ts';
import type {Bench} from './judge-tip.ts';
import type {NetworkWay} from './network-way.ts';
import type {HalfBegunRoad} from './planned.ts';
import type {UnitPair} from './unit-pairs.ts';

/** Findings that need no tip: where a road, a plan or nothing goes over the border. */

/** R4 */
export function gradeFinding(
  bench: Bench,
  lines: readonly BorderLine[],
  drop: GradeDrop,
  withinM: number,
): Finding {
  const {at, borderLine, edge, before, beyond} = drop;
  return {
    ...onBorder('R4', at, borderLine),
    edge,
    lookDeg: courseOf(before, beyond),
    cause: 'grade-drop',
    ...doubted(isNearCut(bench, at) || isCutOff(bench, drop, withinM)),
    counterpart: roadBeyond(bench, beyond, edge, null),
    evidence: gradeEvidence(drop, lines[borderLine]!.sides),
    geometry: before,
  };
}

const BREAK_CAUSE = {
  restricted: 'access-restricted',
  barrier: 'barrier',
  oneway: 'against-oneway',
} as const;

/** R5 */
export function breakFinding(
  bench: Bench,
  lines: readonly BorderLine[],
  one: AccessBreak,
): Finding {
  const {at, edge, before, beyond, what, aroundM, timeS, inDoubt} = one;
  const border = bench.borders.nearest(...at, 2 * bench.bufferM)!;
  const way = aroundM !== null && timeS !== null ? {networkM: aroundM, timeS} : null;
  return {
    ...onBorder('R5', at, border.line),
    border,
    edge,
    lookDeg: courseOf(before, beyond),
    cause: BREAK_CAUSE[what],
    ...doubted(inDoubt),
    counterpart: roadBeyond(bench, beyond, edge, way),
    evidence: breakEvidence(one, border.distanceM, lines[border.line]!.sides),
    geometry: before,
  };
}

/** R1 without an open end: works on one side, plans on the other. */
export function halfBuiltFinding(
  bench: Bench,
  lines: readonly BorderLine[],
  road: HalfBuilt,
): Finding {
  const {at, borderLine, edge, before, beyond, gapM, ends} = road;
  const counterpart = roadBeyond(bench, beyond, edge, null);
  return {
    ...onBorder('R1', at, borderLine),
    edge,
    lookDeg: courseOf(before, beyond),
    cause: 'proposed',
    // Works that begin beyond the plans may be what was cut off.
    ...doubted([at, ...ends].some((place) => isNearCut(bench, place))),
    counterpart: {...counterpart, kind: 'proposed', lengthM: gapM},
    evidence: halfBuiltEvidence(road, lines[borderLine]!.sides),
    geometry: before,
  };
}

/** R1 from the registry alone. */
export function halfBegunFinding(
  bench: Bench,
  lines: readonly BorderLine[],
  road: HalfBegunRoad,
): Finding {
  const {at, borderLine, missing, gapM, begun, lookDeg, projectId, name} = road;
  const stops = [missing[0]!.line[0], ...missing.map(({line}) => line[1])];
  const far = stops[stops.length - 1]!;
  return {
    ...onBorder('R1', at, borderLine),
    edge: null,
    label: projectId,
    lookDeg,
    cause: 'planned-opposite',
    grounds: {...NO_GROUNDS, nearClip: isNearCut(bench, at)},
    counterpart: {
      ...NO_COUNTERPART,
      kind: 'project',
      lon: far[0],
      lat: far[1],
      gapM: greatCircleM(...stops[0]!, ...far),
      lengthM: gapM,
      ref: projectId,
      name,
      geometry: stops,
    },
    evidence: halfBegunEvidence(road, lines[borderLine]!.sides),
    geometry: begun.line,
  };
}

/** R7; `inDoubt` where a road that is not in the file may join the two. */
export function unitFinding(pair: UnitPair, inDoubt: boolean): Finding {
  const {units, seats, borderLine, at, straightM, way, detour} = pair;
  const [a, b] = seats.map(({lon, lat}): LonLat => [lon, lat]) as [LonLat, LonLat];
  return {
    ...onBorder('R7', at, borderLine),
    edge: null,
    label: units.join('/'),
    lookDeg: bearingDeg(...a, ...b),
    cause: 'missing-link',
    ...doubted(inDoubt),
    counterpart: {
      ...NO_COUNTERPART,
      kind: 'unit',
      lon: b[0],
      lat: b[1],
      gapM: straightM,
      name: units[1],
      networkM: way?.networkM ?? null,
      timeS: way?.timeS ?? null,
      detourRatio: detour,
    },
    evidence: unitEvidence(pair),
    geometry: [a, at],
  };
}

const NO_COUNTERPART = {
  lengthM: null,
  class: '',
  ref: '',
  name: '',
  alignment: null,
  networkM: null,
  timeS: null,
  detourRatio: null,
  geometry: [],
} as const satisfies Partial<Counterpart>;

function onBorder(rule: Finding['rule'], at: LonLat, line: number) {
  return {
    rule,
    alsoRules: [],
    at,
    border: {line, distanceM: 0, lon: at[0], lat: at[1], bearingDeg: 0},
    hidden: null,
  } as const;
}

/** The road that goes on beyond, told by its far end; the straight distance is that of both ends. */
function roadBeyond(
  {network}: Bench,
  beyond: readonly LonLat[],
  edge: number,
  way: NetworkWay | null,
): Counterpart {
  const {edges, strings} = network;
  const [first, last] = [beyond[0]!, beyond[beyond.length - 1]!];
  return {
    ...NO_COUNTERPART,
    kind: 'through-road',
    lon: last[0],
    lat: last[1],
    gapM: 0,
    class: EDGE_CLASSES[edges.class[edge]!]!,
    ref: strings[edges.ref[edge]!]!,
    name: strings[edges.name[edge]!]!,
    networkM: way?.networkM ?? null,
    timeS: way?.timeS ?? null,
    detourRatio: way ? ratioOf(way.networkM, first, last) : null,
    geometry: beyond,
  };
}

function ratioOf(networkM: number, a: LonLat, b: LonLat): number | null {
  const straightM = greatCircleM(...a, ...b);
  return straightM === 0 ? null : networkM / straightM;
}

/** The course over the border: from the start of the road before it to the end of that beyond. */
function courseOf(before: readonly LonLat[], beyond: readonly LonLat[]): number {
  return bearingDeg(...before[0]!, ...beyond[beyond.length - 1]!);
}

/** A finding that a road which is not in the file may explain is left out, and counted. */
function doubted(inDoubt: boolean): Pick<Finding, 'grounds' | 'hidden'> {
  return {
    grounds: {...NO_GROUNDS, nearClip: inDoubt},
    hidden: inDoubt ? 'clipExcluded' : null,
  };
}

function isNearCut({cuts}: Bench, at: LonLat): boolean {
  return cuts.isNear(at, NEAR_CLIP_M);
}

/** Whether the extract's edge ends one of the roads that are compared, within what is looked at. */
function isCutOff({network, cuts}: Bench, {at, edges}: GradeDrop, withinM: number): boolean {
  const {
    nodes,
    edges: {from, to},
  } = network;
  return [...edges].some((edge) =>
    [from[edge]!, to[edge]!].some(
      (node) =>
        cuts.isClip(node) && greatCircleM(...at, nodes.lon[node]!, nodes.lat[node]!) <= withinM,
    ),
  );
}

import type {BorderHit} from '../../geo/border-index.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {EDGE_CLASSES, ROAD_RANK} from '../../graph/vocabulary.ts';
import {gradeOf} from '../density/lanes.ts';
import type {DeadEndRow} from '../rows.ts';
import {unitLabel} from '../unit-labels.ts';
import {unitsBesideAt} from '../units-beside.ts';
import type {BorderChain} from './border-chain.ts';
import {borderName} from './border-name.ts';
import {CARRIAGEWAY_GAP_M} from './carriageways.ts';
import {CAUSES, confidenceOf, type Rule} from './causes.ts';
import {rankOf} from './edge-roles.ts';
import type {Finding} from './finding.ts';
import {type BorderLevel, levelOf, type Thresholds} from './options.ts';
import type {SettlementFinder} from './settlements.ts';

/** What a row says besides its finding. */
export interface Surroundings {
  readonly network: Network;
  readonly borderLines: readonly BorderLine[];
  readonly chain: BorderChain;
  readonly settlements: SettlementFinder;
  readonly thresholds: Thresholds;
}

/** The row of a finding. */
export function rowOf(around: Surroundings, finding: Finding): DeadEndRow {
  const {network, borderLines, chain, settlements, thresholds} = around;
  const {edges, strings} = network;
  const {rule, cause, at, edge, border, counterpart} = finding;
  const [lon, lat] = at;
  const borderLine = borderLines[border.line]!;
  const level = levelOf(borderLine);
  const roadClass = edge === null ? thresholds.minClass : EDGE_CLASSES[edges.class[edge]!]!;
  const ref = edge === null ? '' : strings[edges.ref[edge]!]!;
  const rank = edge === null ? ROAD_RANK[thresholds.minClass] : rankOf(network, edge);
  const sides = sidesAt(network, borderLine, level, border);
  return {
    id: idOf(rule, level, lon, lat, finding.label ?? (ref || roadClass)),
    level,
    rule,
    cause,
    causeClass: CAUSES[cause].class,
    confidence: confidenceOf({rule, cause, ...finding.grounds}),
    lon,
    lat,
    class: roadClass,
    grade: edge === null ? null : gradeOf(edges, edge),
    ref,
    name: edge === null ? (counterpart?.name ?? '') : strings[edges.name[edge]!]!,
    distanceToBorderM: border.distanceM,
    borderSides: sides,
    border: borderName({level: borderLine.level, sides}),
    alsoRules: finding.alsoRules,
    counterpart,
    settlements: settlements(at, counterpart && [counterpart.lon, counterpart.lat]),
    crossings: chain.nextCrossings(
      border.line,
      [border.lon, border.lat],
      finding.lookDeg,
      rank,
      // A road that goes over the border here is no other crossing.
      rule === 'R4' || rule === 'R5' ? CARRIAGEWAY_GAP_M : 0,
    ),
    nearClip: finding.grounds.nearClip,
    evidence: finding.evidence,
    geometry: finding.geometry,
  };
}

/** As the line says, else the units whose areas lie there on either hand. */
function sidesAt(
  network: Network,
  line: BorderLine,
  level: BorderLevel,
  {lon, lat}: BorderHit,
): readonly string[] {
  if (line.sides.length >= 2) return line.sides;
  const beside = unitsBesideAt(network, line.line, level, lon, lat);
  const [a, b] = (beside ?? []).map((unit) => unitLabel(network, unit));
  return a == null || b == null || a === b ? line.sides : [a, b].sort();
}

/** Made of what a new extract keeps. Two neighbours are told by their names, not by a place. */
function idOf(rule: Rule, level: string, lon: number, lat: number, label: string): string {
  if (rule === 'R7') return `${rule}:${level}:${label}`;
  return `${rule}:${level}:${lon.toFixed(3)},${lat.toFixed(3)}:${label}`;
}

/** R1 and R6 first: what is being built or promised is what two provinces talk of. */
const FIRST: Partial<Record<Rule, number>> = {R1: 0, R6: 1};

/** By rule, then the surer, then the nearer to the border; the id settles ties. */
export function compareRows(a: DeadEndRow, b: DeadEndRow): number {
  return (
    (FIRST[a.rule] ?? 2) - (FIRST[b.rule] ?? 2) ||
    b.confidence - a.confidence ||
    a.distanceToBorderM - b.distanceToBorderM ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Ids that two rows share get a number: rows come in their final order. */
export function distinctIds(rows: readonly DeadEndRow[]): DeadEndRow[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    const n = (times.get(row.id) ?? 0) + 1;
    times.set(row.id, n);
    return n === 1 ? row : {...row, id: `${row.id}#${n}`};
  });
}

import {ROAD_RANK} from '../../../graph/vocabulary.ts';
import {isMotorway, isRail, type LineKind} from './line.ts';

/**
 * What becomes of two lines that cross without a common point: `level` they meet, `interchange` they
 * meet where the rule for motorways allows an interchange, `none` one passes over the other.
 */
export type CrossingRule = 'level' | 'interchange' | 'none';

/**
 * Railways and ferries meet nothing that they cross. A motorway meets what it crosses at interchanges
 * only, and never in a tunnel. Links of motorways (ramps) meet only where they end. All other roads
 * meet where neither is on a bridge or in a tunnel.
 */
export function crossingRule(a: LineKind, b: LineKind): CrossingRule {
  if (passesOver(a) || passesOver(b)) return 'none';
  if (isMotorway(a) || isMotorway(b)) return a.tunnel || b.tunnel ? 'none' : 'interchange';
  return a.bridge || a.tunnel || b.bridge || b.tunnel ? 'none' : 'level';
}

function passesOver(kind: LineKind): boolean {
  return isRail(kind) || kind.class === 'ferry' || kind.class === 'motorway_link';
}

/**
 * Lines of one group with the same layer meet where both have a drawn point at the same position:
 * a motorway not with other roads, a bridge not with what is on the ground. A ferry meets nothing
 * under way (`null`).
 */
export function layerOf(kind: LineKind): string | null {
  if (kind.class === 'ferry') return null;
  const level = kind.tunnel ? 'tunnel' : kind.bridge ? 'bridge' : 'ground';
  return `${level} ${isMotorway(kind) || kind.highspeed ? 'fast' : ''}`;
}

/** Which crossings come first as interchanges: those with the greatest roads. */
export function interchangeRank(a: LineKind, b: LineKind): number {
  return Math.max(ROAD_RANK[a.class], ROAD_RANK[b.class]);
}

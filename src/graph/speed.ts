import type {EdgeTable} from './network.ts';
import {inferGrade} from './speed/infer-grade.ts';
import type {FactorPair, SpeedProfile} from './speed/profile.ts';
import {EDGE_CLASSES, FIRST_RAIL_CLASS} from './vocabulary.ts';

export {CHINA_CAR, PROFILES} from './speed/built-in.ts';
export type {FactorPair, SpeedProfile} from './speed/profile.ts';

/** Which evidence a speed rests on, best first (docs/speeds.md: the ladder). */
export const SPEED_RUNGS = ['duration', 'maxspeed', 'highway:CN', 'inferred', 'class'] as const;
export type SpeedRung = (typeof SPEED_RUNGS)[number];

/**
 * Speed of an edge in km/h and the rung it stands on. Ferries with a tagged duration use that. The
 * operating factor of the rung is in it, and the vehicle's own limit; railways and ferries have
 * neither.
 */
export function edgeSpeed(
  edges: EdgeTable,
  edge: number,
  profile: SpeedProfile,
): {readonly kph: number; readonly rung: SpeedRung} {
  const durationS = edges.durationS[edge]!;
  if (durationS > 0) return {kph: (edges.lengthM[edge]! / durationS) * 3.6, rung: 'duration'};
  const edgeClass = EDGE_CLASSES[edges.class[edge]!]!;
  const tagged = edges.maxspeedKph[edge]!;
  if (edges.class[edge]! >= FIRST_RAIL_CLASS || edgeClass === 'ferry') {
    if (tagged > 0) return {kph: tagged, rung: 'maxspeed'};
    const fast = edges.highspeed[edge] === 1;
    return {kph: fast ? profile.highspeedKph : profile.classKph[edgeClass], rung: 'class'};
  }
  const {maxspeed, design, class: byClass} = profile.operatingFactor;
  const grade = edges.grade[edge]!;
  const kind = roadKind(edges, edge);
  const capped = (kph: number): number => Math.min(kph, profile.capKph ?? kph);
  if (tagged > 0) return {kph: capped(tagged) * maxspeed[kind], rung: 'maxspeed'};
  if (grade <= 4) {
    return {kph: capped(profile.gradeKph[grade]!) * design[kind], rung: 'highway:CN'};
  }
  if (profile.givenClasses.includes(edgeClass)) {
    return {kph: profile.classKph[edgeClass], rung: 'class'};
  }
  const inferred = profile.inferGrades ? inferGrade(edges, edge) : null;
  if (inferred !== null) {
    const kph = capped(profile.gradeKph[inferred.grade]) * design.otherRoads;
    return {kph, rung: 'inferred'};
  }
  return {kph: capped(profile.classKph[edgeClass]) * byClass[kind], rung: 'class'};
}

/** Which of the two operating factors a road takes: expressways are motorways and grade 0. */
export function roadKind(edges: EdgeTable, edge: number): keyof FactorPair {
  const isMotorway = EDGE_CLASSES[edges.class[edge]!] === 'motorway';
  return isMotorway || edges.grade[edge] === 0 ? 'expressway' : 'otherRoads';
}

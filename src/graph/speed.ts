import type {EdgeTable} from './network.ts';
import {EDGE_CLASSES, type EdgeClass} from './vocabulary.ts';

/** Which evidence a speed rests on, best first (DESIGN.md §5: the ladder). */
export const SPEED_RUNGS = ['duration', 'maxspeed', 'highway:CN', 'class'] as const;
export type SpeedRung = (typeof SPEED_RUNGS)[number];

/** Speeds in km/h that turn an edge into a travel time. */
export interface SpeedProfile {
  readonly id: string;
  /** Last rung: by class. */
  readonly classKph: Readonly<Record<EdgeClass, number>>;
  /** By `highway:CN` grade 0–4. */
  readonly gradeKph: readonly [number, number, number, number, number];
  /** Railway tagged `highspeed=yes` without a maximum speed. */
  readonly highspeedKph: number;
  /** Operating speed ÷ speed of the ladder, roads only. */
  readonly operatingFactor: number;
}

/**
 * The default. Grades: middle or lower design speed of JTG B01-2014. Classes: in China a class is an
 * administrative level, not a grade, so these numbers are assumptions; the factor 1 (free flow) is an
 * assumption too, until it is fitted on published times.
 */
export const CHINA_CAR: SpeedProfile = {
  id: 'china-car',
  classKph: {
    motorway: 100,
    trunk: 60,
    primary: 50,
    secondary: 40,
    tertiary: 30,
    unclassified: 25,
    residential: 20,
    living_street: 10,
    service: 15,
    track: 10,
    road: 25,
    motorway_link: 40,
    trunk_link: 40,
    primary_link: 40,
    secondary_link: 30,
    tertiary_link: 30,
    ferry: 15,
    rail: 120,
    light_rail: 60,
    subway: 35,
    narrow_gauge: 40,
    tram: 20,
  },
  gradeKph: [100, 80, 60, 30, 20],
  highspeedKph: 250,
  operatingFactor: 1,
};

/** Speed of an edge in km/h and the rung it stands on. Ferries with a tagged duration use that. */
export function edgeSpeed(
  edges: EdgeTable,
  edge: number,
  profile: SpeedProfile,
): {readonly kph: number; readonly rung: SpeedRung} {
  const edgeClass = EDGE_CLASSES[edges.class[edge]!]!;
  const durationS = edges.durationS[edge]!;
  if (durationS > 0) return {kph: (edges.lengthM[edge]! / durationS) * 3.6, rung: 'duration'};
  const factor = isRail(edgeClass) || edgeClass === 'ferry' ? 1 : profile.operatingFactor;
  const tagged = edges.maxspeedKph[edge]!;
  if (tagged > 0) return {kph: tagged * factor, rung: 'maxspeed'};
  const grade = edges.grade[edge]!;
  if (grade <= 4) return {kph: profile.gradeKph[grade]! * factor, rung: 'highway:CN'};
  if (edges.highspeed[edge] === 1) return {kph: profile.highspeedKph, rung: 'class'};
  return {kph: profile.classKph[edgeClass] * factor, rung: 'class'};
}

/** Travel time of an edge in whole milliseconds. */
export function edgeTimeMs(edges: EdgeTable, edge: number, profile: SpeedProfile): number {
  const durationS = edges.durationS[edge]!;
  if (durationS > 0) return durationS * 1000;
  return Math.round((edges.lengthM[edge]! * 3600) / edgeSpeed(edges, edge, profile).kph);
}

function isRail(edgeClass: EdgeClass): boolean {
  return EDGE_CLASSES.indexOf(edgeClass) >= EDGE_CLASSES.indexOf('rail');
}

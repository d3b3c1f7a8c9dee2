import {greatCircleM} from '../geo/distance.ts';
import type {LonLat} from '../geo/line.ts';
import type {Place} from '../graph/network.ts';
import {type AsOf, statusOn} from './as-of.ts';
import {stopName, stopsOf} from './project-faults.ts';
import type {Project, ProjectFile, ProjectSection, ProjectStatus} from './project-schema.ts';
import {resolveStops} from './resolve-stops.ts';
import type {Sentence} from './sentence.ts';

/** A planned road from one stop to the next, with the state it was in on the network's day. */
export interface PlannedLeg {
  readonly from: string;
  readonly to: string;
  readonly status: ProjectStatus;
  readonly line: readonly [LonLat, LonLat];
  /** Metres: the section's length of the registry shared out by straight length, else straight. */
  readonly lengthM: number;
  readonly lengthSource: 'registry' | 'straight';
}

/** The legs of one road of the registry, in order. */
export interface PlannedRoad {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly legs: readonly PlannedLeg[];
}

/**
 * The roads of a registry as legs between stops that could be placed. Straight lines: a registry
 * knows towns, not alignments. A road with fewer than two placed stops is told in a sentence.
 */
export function plannedRoads(
  file: Pick<ProjectFile, 'projects'>,
  places: readonly Place[],
  on: AsOf,
): {readonly roads: readonly PlannedRoad[]; readonly notPlaced: readonly Sentence[]} {
  const roads: PlannedRoad[] = [];
  const notPlaced: Sentence[] = [];
  for (const project of file.projects) {
    if (project.mode !== 'road') continue;
    const legs = legsOf(project, places, on);
    if (legs.length === 0) notPlaced.push(nowhere(project));
    else
      roads.push({
        id: project.id,
        name: project.name,
        nameEn: project.nameEn ?? project.name,
        legs,
      });
  }
  return {roads, notPlaced};
}

function legsOf(project: Project, places: readonly Place[], on: AsOf): PlannedLeg[] {
  const wanted = stopsOf(project);
  const order = wanted.map(stopName);
  const {stops} = resolveStops(wanted, places);
  return stops.slice(1).map((to, i): PlannedLeg => {
    const from = stops[i]!;
    const section = sectionOf(project, order, from.name, to.name);
    const straightM = greatCircleM(from.lon, from.lat, to.lon, to.lat);
    const knownKm = section?.lengthKm?.value;
    const ofSectionM = section ? sectionStraightM(section, order, stops) : 0;
    const shared = knownKm !== undefined && ofSectionM > 0;
    return {
      from: from.name,
      to: to.name,
      status: statusOn(section ? datedSection(project, section) : project, on),
      line: [
        [from.lon, from.lat],
        [to.lon, to.lat],
      ],
      lengthM: shared ? (knownKm * 1000 * straightM) / ofSectionM : straightM,
      lengthSource: shared ? 'registry' : 'straight',
    };
  });
}

/** A section's own dates with the name and, where it has none, the status of the whole. */
function datedSection({name, status}: Project, section: ProjectSection) {
  return {...section, name, status: section.status ?? status};
}

/** The section that a leg lies in. */
function sectionOf(
  project: Project,
  order: readonly string[],
  from: string,
  to: string,
): ProjectSection | undefined {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  return project.sections?.find(
    (section) => order.indexOf(section.from) <= a && order.indexOf(section.to) >= b,
  );
}

/** Straight metres over all placed stops of a section. */
function sectionStraightM(
  section: ProjectSection,
  order: readonly string[],
  stops: readonly {readonly name: string; readonly lon: number; readonly lat: number}[],
): number {
  const [first, last] = [order.indexOf(section.from), order.indexOf(section.to)];
  const inside = stops.filter(({name}) => {
    const at = order.indexOf(name);
    return at >= first && at <= last;
  });
  let sum = 0;
  for (let i = 1; i < inside.length; i++) {
    const [a, b] = [inside[i - 1]!, inside[i]!];
    sum += greatCircleM(a.lon, a.lat, b.lon, b.lat);
  }
  return sum;
}

function nowhere({name, nameEn}: Project): Sentence {
  return {
    id: 'planned-road-not-placed',
    zh: `${name}：地名在路网中对应不到两处以上，未用于断头路判定。`,
    en: `${nameEn ?? name}: fewer than two of its stops are places of the network; it has no say in the dead ends.`,
  };
}

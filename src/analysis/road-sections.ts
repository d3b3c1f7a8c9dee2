import {edgeIsOpen} from '../graph/as-of.ts';
import {EDGE_CLASSES, ROAD_RANK, STATUSES} from '../graph/vocabulary.ts';
import {dayText} from '../scenario/calendar-day.ts';
import type {RoadSection} from './rows.ts';
import type {Study} from './study.ts';

const PRIMARY_RANK = 2;

/**
 * Roads from primary up and railways by class, ref, name, state on the study's day and dates: what a
 * later report is compared with. Edges without ref and name are summed by class. Disused ones are not
 * listed.
 */
export function roadSections({network, asOf}: Study): RoadSection[] {
  const {edges, strings} = network;
  const sections = new Map<string, RoadSection>();
  for (let e = 0; e < edges.count; e++) {
    const roadClass = EDGE_CLASSES[edges.class[e]!]!;
    if (ROAD_RANK[roadClass] > PRIMARY_RANK && roadClass !== 'rail') continue;
    const tagged = STATUSES[edges.status[e]!]!;
    if (tagged === 'disused' || tagged === 'abandoned') continue;
    const openedOn = day(edges.openedOn[e]!);
    const closedOn = day(edges.closedOn[e]!);
    const status = edgeIsOpen(edges, e, asOf)
      ? 'open'
      : tagged === 'open' && closedOn !== null && asOf !== null && closedOn <= dayText(asOf)
        ? 'closed'
        : tagged === 'open'
          ? 'not-open-yet'
          : tagged;
    const ref = strings[edges.ref[e]!]!;
    const name = strings[edges.name[e]!]!;
    const key = JSON.stringify([roadClass, ref, name, status, openedOn, closedOn]);
    const lengthM = (sections.get(key)?.lengthM ?? 0) + edges.lengthM[e]!;
    sections.set(key, {class: roadClass, ref, name, status, openedOn, closedOn, lengthM});
  }
  return [...sections]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, section]) => ({...section, lengthM: Math.round(section.lengthM)}));
}

function day(yyyymmdd: number): string | null {
  return yyyymmdd === 0 ? null : dayText(yyyymmdd);
}

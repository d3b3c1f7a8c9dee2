import {greatCircleM} from '../geo/distance.ts';
import type {Project} from './project-schema.ts';
import type {ResolvedStops} from './resolve-stops.ts';
import type {Sentence} from './sentence.ts';

/** A registered length may fall short of the straight line by this much: positions are of seats, not of stations. */
const SHORTEST_SHARE = 0.99;

export interface LegLengths {
  readonly legLengthM: readonly number[];
  readonly lengthSource: 'registry' | 'drawn';
  readonly notes: readonly Sentence[];
  readonly problems: readonly string[];
}

/**
 * Metres from stop to stop. The project's registered length, where there is one and both its ends
 * are placed, is shared out in proportion to the drawn legs. Failing that, a section's registered
 * length is shared out over its legs. What is left has the length
 * of the drawn line, or of straight legs times a terrain factor, and a note says so.
 * `lengthSource` is `registry` only when every leg comes from the registry. A registered length
 * shorter than the straight line between its ends is a problem; its text goes on from the project's path.
 */
export function legLengths(
  project: Project,
  {stops, leftOut}: ResolvedStops,
  allNames: readonly string[],
  drawnM: readonly number[],
  givenFactor?: number,
): LegLengths {
  const notes: Sentence[] = [];
  const problems: string[] = [];
  const legM = [...drawnM];
  const fixed = drawnM.map(() => false);
  const share = (first: number, last: number, km: number, path: string): void => {
    const [from, to] = [stops[first]!, stops[last]!];
    const straightM = greatCircleM(from.lon, from.lat, to.lon, to.lat);
    if (km * 1000 < straightM * SHORTEST_SHARE) {
      problems.push(
        `${path}: ${km} km is shorter than the straight line of ${kmText(straightM)} km from ${from.name} to ${to.name}`,
      );
      return;
    }
    const sumM = sum(drawnM.slice(first, last));
    if (km * 1000 < sumM * SHORTEST_SHARE) notes.push(shorterThanDrawn(km, sumM));
    for (let i = first; i < last; i++) {
      legM[i] = (drawnM[i]! / sumM) * km * 1000;
      fixed[i] = true;
    }
  };

  const whole = project.lengthKm;
  const endMissing = leftOut.includes(allNames[0]!) || leftOut.includes(allNames.at(-1)!);
  if (whole && !endMissing) share(0, stops.length - 1, whole.value, '.lengthKm');
  else {
    if (whole) notes.push(endNotPlaced(whole.value));
    for (const [row, section] of (project.sections ?? []).entries()) {
      const first = stops.findIndex(({name}) => name === section.from);
      const last = stops.findIndex(({name}) => name === section.to);
      if (!section.lengthKm || first < 0 || last < 0) continue;
      share(first, last, section.lengthKm.value, `.sections[${row}].lengthKm`);
      notes.push(sectionLength(section.from, section.to, section.lengthKm.value));
    }
  }
  const allFixed = fixed.every(Boolean);
  if (!allFixed) {
    const factor = project.geometry ? 1 : terrainFactor(project, givenFactor);
    legM.forEach((m, i) => {
      if (!fixed[i]) legM[i] = m * factor;
    });
    notes.push(drawnLength(project, legM, fixed, factor));
  }
  return {legLengthM: legM, lengthSource: allFixed ? 'registry' : 'drawn', notes, problems};
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

function kmText(m: number): string {
  return (m / 1000).toFixed(1);
}

/**
 * Length of a built line ÷ straight legs, an assumption: 苍南–泰顺 is registered with 99.254 km for 71 km
 * between its towns (1.41), 温武吉 with 691 km for 592 km between its places (1.17).
 */
export const TERRAIN_FACTOR = {road: 1.4, rail: 1.2} as const;

function terrainFactor(project: Project, given: number | undefined): number {
  return project.terrainFactor?.value ?? given ?? TERRAIN_FACTOR[project.mode];
}

function drawnLength(
  project: Project,
  legM: readonly number[],
  fixed: readonly boolean[],
  factor: number,
): Sentence {
  const km = kmText(sum(legM.filter((_, i) => !fixed[i])));
  if (project.geometry !== undefined) {
    return {
      id: 'length-drawn',
      zh: `其中${km}公里的长度无来源，按所绘线形量取（假设）。`,
      en: `No source gives the length of ${km} km of it: measured along the drawn line (assumption).`,
    };
  }
  return {
    id: 'length-drawn',
    zh: `其中${km}公里的长度无来源，按站点间直线乘以地形系数 ${factor} 计（假设）。`,
    en: `No source gives the length of ${km} km of it: straight legs between the stops times a terrain factor of ${factor} (assumption).`,
  };
}

function endNotPlaced(km: number): Sentence {
  return {
    id: 'length-not-shared',
    zh: `登记长度${km}公里未采用：有一端站点的位置未知。`,
    en: `The registered length of ${km} km is not used: the position of one of its ends is not known.`,
  };
}

function sectionLength(from: string, to: string, km: number): Sentence {
  return {
    id: 'length-of-section',
    zh: `${from}—${to}段采用登记长度${km}公里。`,
    en: `Section ${from}–${to} has its registered length of ${km} km.`,
  };
}

function shorterThanDrawn(km: number, drawnM: number): Sentence {
  return {
    id: 'length-below-drawn',
    zh: `登记长度${km}公里短于站点间折线${kmText(drawnM)}公里：站点位置为近似（县城等），线路并不逐一经过。`,
    en: `The registered ${km} km is less than the ${kmText(drawnM)} km through the stops as placed: their positions (county seats) are approximate and the line passes by them.`,
  };
}

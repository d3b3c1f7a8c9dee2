import {UserError} from '../errors.ts';
import type {Place} from '../graph/network.ts';
import {matchPlace} from './match-place.ts';
import type {ProjectStop} from './project-schema.ts';
import type {Sentence} from './sentence.ts';

/** A stop with its position, degrees WGS84. */
export interface ResolvedStop {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** Its position is that of the town or of another place that stands in. */
  readonly approximate?: boolean;
}

export interface ResolvedStops {
  /** Those that could be placed, in order. */
  readonly stops: readonly ResolvedStop[];
  /** Names of the optional ones that could not. */
  readonly leftOut: readonly string[];
  readonly notes: readonly Sentence[];
  /** One sentence per stop that must be there and could not be placed. */
  readonly problems: readonly string[];
}

/**
 * Positions of the stops: coordinates where given, else the place called `at` (an assumption, noted)
 * or like the stop itself; stops marked approximate share one note. An optional stop that nothing, or more than one place, answers to is left
 * out with a note; any other is a problem.
 */
export function resolveStops(
  stops: readonly ProjectStop[],
  places: readonly Place[],
): ResolvedStops {
  const placed: ResolvedStop[] = [];
  const leftOut: string[] = [];
  const approximate: string[] = [];
  const notes: Sentence[] = [];
  const problems: string[] = [];
  for (const stop of stops) {
    const spec = typeof stop === 'string' ? {name: stop} : stop;
    const found = position(spec, places);
    if (found instanceof UserError) {
      if (spec.optional) {
        leftOut.push(spec.name);
        notes.push(notPlaced(spec.name));
      } else problems.push(complaint(spec.name, found));
    } else {
      placed.push({
        name: spec.name,
        lon: found.lon,
        lat: found.lat,
        ...((spec.approximate || spec.lon === undefined) && {approximate: true}),
      });
      if (spec.approximate) approximate.push(spec.name);
      if (found.standIn !== null) notes.push(standsIn(spec.name, found.standIn));
    }
  }
  if (approximate.length > 0) notes.push(roughly(approximate));
  return {stops: placed, leftOut, notes, problems};
}

type StopSpec = Exclude<ProjectStop, string>;

/** Where the stop is and the place that stands in for it; the error of `matchPlace` when nowhere. */
function position(spec: StopSpec, places: readonly Place[]) {
  if (spec.lon !== undefined && spec.lat !== undefined) {
    return {lon: spec.lon, lat: spec.lat, standIn: null};
  }
  try {
    const {lon, lat, name} = matchPlace(places, spec.at ?? spec.name);
    return {lon, lat, standIn: spec.at === undefined ? null : name};
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function complaint(stop: string, error: UserError): string {
  return `stop ${stop}: ${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}`;
}

function standsIn(stop: string, place: string): Sentence {
  return {
    id: 'stop-at-place',
    zh: `站点${stop}的确切位置未知，假定位于${place}。`,
    en: `The position of stop ${stop} is not known: it is put at ${place} (assumption).`,
  };
}

function roughly(stops: readonly string[]): Sentence {
  return {
    id: 'stops-approximate',
    zh: `站点${stops.join('、')}的确切位置未知，置于所在县城（城区）中心（假设）。`,
    en: `The positions of stops ${stops.join(', ')} are not known: they are put at the centres of their towns (assumption).`,
  };
}

function notPlaced(stop: string): Sentence {
  return {
    id: 'stop-left-out',
    zh: `站点${stop}的位置未知，计算中略去。`,
    en: `The position of stop ${stop} is not known: it is left out.`,
  };
}

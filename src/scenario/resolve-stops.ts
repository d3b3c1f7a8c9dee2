import {UserError} from '../errors.ts';
import type {Place, Station} from '../graph/network.ts';
import {nearestNames} from './edit-distance.ts';
import {matchPlace} from './match-place.ts';
import {foldName} from './place-name.ts';
import type {ProjectStop} from './project-schema.ts';
import {UNREAD} from './salvage-project.ts';
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
  /** Of each of them: its row in the file, and who says where it is. */
  readonly origins: readonly StopOrigin[];
  /** Names of those that could not: the optional ones, and those with a problem. */
  readonly leftOut: readonly string[];
  readonly notes: readonly Sentence[];
  /** One sentence per stop that must be there and could not be placed, with its row in the file. */
  readonly problems: readonly {readonly row: number; readonly text: string}[];
}

/**
 * Where the position of a stop is from: `listed` = a place, station or node of that name or id;
 * `sourced` = coordinates with a source of their own; `written` = coordinates that nobody vouches for.
 */
export interface StopOrigin {
  readonly row: number;
  readonly from: 'listed' | 'sourced' | 'written';
}

/**
 * Positions of the stops: coordinates, station or node of OpenStreetMap where given, else the place called `at` (an assumption, noted)
 * or like the stop itself; stops marked approximate share one note. An optional stop that nothing, or more than one place, answers to is left
 * out with a note; any other is a problem.
 */
export function resolveStops(
  stops: readonly ProjectStop[],
  places: readonly Place[],
  ground: Ground = {},
): ResolvedStops {
  const placed: ResolvedStop[] = [];
  const origins: StopOrigin[] = [];
  const leftOut: string[] = [];
  const approximate: string[] = [];
  const notes: Sentence[] = [];
  const problems: {row: number; text: string}[] = [];
  for (const [row, stop] of stops.entries()) {
    const spec = typeof stop === 'string' ? {name: stop} : stop;
    const halfPlaced = (spec.lon === undefined) !== (spec.lat === undefined);
    if (spec.at === UNREAD || halfPlaced) {
      // told already, when the file was read
      leftOut.push(spec.name);
      continue;
    }
    const found = position(spec, places, ground);
    if (found instanceof UserError) {
      if (spec.optional) {
        leftOut.push(spec.name);
        notes.push(notPlaced(spec.name));
      } else {
        leftOut.push(spec.name);
        problems.push({row, text: complaint(spec.name, found)});
      }
    } else {
      origins.push({row, from: originOf(spec)});
      placed.push({
        name: spec.name,
        lon: found.lon,
        lat: found.lat,
        ...((spec.approximate || found.roughly) && {approximate: true}),
      });
      if (spec.approximate) approximate.push(spec.name);
      if (found.standIn !== null) notes.push(standsIn(spec.name, found.standIn));
    }
  }
  if (approximate.length > 0) notes.push(roughly(approximate));
  return {stops: placed, origins, leftOut, notes, problems};
}

type StopSpec = Exclude<ProjectStop, string>;

/** What a network holds that a stop may be. */
export interface Ground {
  readonly stations?: readonly Station[];
  /** Position of a node by its OSM id, `null` when the network does not hold it. */
  readonly nodeAt?: (osmId: number) => {readonly lon: number; readonly lat: number} | null;
}

interface Position {
  readonly lon: number;
  readonly lat: number;
  /** Name of the place that stands in for it. */
  readonly standIn: string | null;
  /** It is that of a town, not of the stop itself. */
  readonly roughly: boolean;
}

/** Where the stop is; an error when nowhere. */
function position(spec: StopSpec, places: readonly Place[], ground: Ground): Position | UserError {
  const {lon, lat, station, osmId} = spec;
  if (lon !== undefined && lat !== undefined) return {lon, lat, standIn: null, roughly: false};
  if (station !== undefined) return stationCalled(station, ground.stations ?? []);
  if (osmId !== undefined) return objectOf(osmId, ground);
  try {
    const place = matchPlace(places, spec.at ?? spec.name);
    const standIn = spec.at === undefined ? null : place.name;
    return {lon: place.lon, lat: place.lat, standIn, roughly: true};
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function originOf({lon, source}: StopSpec): StopOrigin['from'] {
  if (lon === undefined) return 'listed';
  return source === undefined ? 'written' : 'sourced';
}

function stationCalled(name: string, stations: readonly Station[]): Position | UserError {
  const wanted = foldName(name).replace(/站$/u, '');
  const found = stations.filter((one) => foldName(one.name).replace(/站$/u, '') === wanted);
  if (found.length === 1) return {...found[0]!, standIn: null, roughly: false};
  if (found.length === 0) {
    const near = nearestNames(
      name,
      stations.map((one) => one.name),
      3,
    );
    return new UserError('E_PLACE', `no station of the network is called "${name}"`, {
      ...(near.length > 0 && {hint: `nearest names: ${near.join(', ')}`}),
    });
  }
  const ids = found.map(({osmId, lon, lat}) => osmId ?? `${lon},${lat}`).join(', ');
  return new UserError('E_PLACE', `${found.length} stations are called "${name}"`, {
    hint: `give the osmId of one of them: ${ids}`,
  });
}

function objectOf(osmId: number, {stations = [], nodeAt}: Ground): Position | UserError {
  const found = stations.find((one) => one.osmId === osmId) ?? nodeAt?.(osmId) ?? null;
  if (found !== null) return {lon: found.lon, lat: found.lat, standIn: null, roughly: false};
  return new UserError('E_PLACE', `the network holds no station or junction with osmId ${osmId}`);
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

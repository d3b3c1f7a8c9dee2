import {UserError} from '../errors.ts';
import {CRS_NAMES, type Crs, isCrs} from '../import/crs.ts';
import type {LineworkOptions} from '../import/linework/linework-files.ts';

/** What the import options of the command line say about coordinates and linework, as text. */
export interface LineworkWords {
  /** `gcj02`, or `roads.zip=gcj02,stations.geojson=wgs84`. */
  readonly crs?: string | undefined;
  /** `FIELD=key`, several. */
  readonly map?: readonly string[] | undefined;
  readonly roadGap?: number | undefined;
  readonly railGap?: number | undefined;
  readonly motorwayJoin?: number | undefined;
}

/** How each file is to be read. */
export interface ImportChoices {
  readonly linework: LineworkOptions;
  /** Coordinates of a file, by its name without folder. */
  readonly crsOf: (name: string) => Crs;
}

/** Parses the options; a word that means nothing is a `UserError`. */
export function importChoices(words: LineworkWords, names: readonly string[]): ImportChoices {
  const fields = new Map((words.map ?? []).map(fieldOf));
  const rules = {
    ...(words.roadGap !== undefined && {roadToleranceM: gapOf('--road-gap', words.roadGap)}),
    ...(words.railGap !== undefined && {railToleranceM: gapOf('--rail-gap', words.railGap)}),
    ...(words.motorwayJoin !== undefined && {motorwayJoinKm: kmOf(words.motorwayJoin)}),
  };
  return {linework: {fields, rules}, crsOf: crsByName(words.crs ?? 'wgs84', names)};
}

/** One of the coordinate systems that are known. */
export function parseCrs(text: string, option: string): Crs {
  const word = text.trim().toLowerCase().replace(/[-_]/g, '');
  if (isCrs(word)) return word;
  throw new UserError('E_USAGE', `${option}: "${text}" is no coordinate system known here`, {
    hint: `one of: ${CRS_NAMES.join(', ')}`,
  });
}

function crsByName(text: string, names: readonly string[]): (name: string) => Crs {
  const byName = new Map<string, Crs>();
  let rest: Crs = 'wgs84';
  for (const item of text.split(',')) {
    const at = item.lastIndexOf('=');
    if (at < 0) {
      rest = parseCrs(item, '--crs');
      continue;
    }
    const name = item.slice(0, at).trim();
    if (!names.includes(name)) {
      throw new UserError('E_USAGE', `--crs: "${name}" is none of the files`, {
        hint: `files: ${names.join(', ')}`,
      });
    }
    byName.set(name, parseCrs(item.slice(at + 1), '--crs'));
  }
  return (name) => byName.get(name) ?? rest;
}

function fieldOf(text: string): [field: string, key: string] {
  const at = text.lastIndexOf('=');
  const [field, key] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at > 0 && field !== '' && key !== '') return [field, key];
  throw new UserError('E_USAGE', `--map: "${text}" does not read FIELD=key`, {
    hint: 'write --map 等级=class --map ROADNAME=name',
  });
}

/** Beyond this a gap is no slip of drawing any more. */
const MAX_GAP_M = 1000;

function gapOf(option: string, value: number): number {
  if (value >= 0 && value <= MAX_GAP_M) return value;
  throw new UserError('E_USAGE', `${option} ${value} is no tolerance of 0–${MAX_GAP_M} metres`, {
    hint: 'write --road-gap 120; 0 joins only what touches',
  });
}

function kmOf(value: number): number {
  if (value >= 0 && value <= 100) return value;
  throw new UserError('E_USAGE', `--motorway-join ${value} is no distance of 0–100 km`, {
    hint: 'write --motorway-join 4; 0 joins motorways nowhere but at their ends',
  });
}

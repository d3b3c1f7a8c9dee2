import {UserError} from '../../errors.ts';

/** What a query covers: a box `[west, south, east, north]`, or an administrative unit by its name. */
export type QueryArea =
  | {readonly bbox: readonly [number, number, number, number]}
  | {readonly area: string};

const ROADS =
  'motorway|trunk|primary|secondary|tertiary|unclassified|residential|living_street|road|motorway_link|trunk_link|primary_link|secondary_link|tertiary_link|construction|proposed';
const RAILWAYS = 'rail|light_rail|narrow_gauge|construction|proposed';
const PLACES = 'city|town|county|district|village|municipality|borough|suburb';

/**
 * The Overpass QL query for all that an import reads: roads with their links, what is planned or
 * disused, railways and stations, ferries, administrative borders of level 3–6, places. Versions come
 * too, so that the answer can be merged with other extracts.
 */
export function overpassQuery(where: QueryArea, timeoutS: number): string {
  const filter = 'bbox' in where ? bboxFilter(where.bbox) : '(area.unit)';
  const unit =
    'area' in where
      ? [`area["boundary"="administrative"]["name"=${quoted(where.area)}]->.unit;`]
      : [];
  return [
    `[out:json][timeout:${timeoutS}];`,
    ...unit,
    '(',
    `way["highway"~"^(${ROADS})$"]${filter};`,
    `way["railway"~"^(${RAILWAYS})$"]${filter};`,
    `way[~"^(construction|proposed|planned|disused|abandoned):(highway|railway)$"~"."]${filter};`,
    `way["route"="ferry"]${filter};`,
    `relation["boundary"="administrative"]["admin_level"~"^[3-6]$"]${filter};`,
    `node["place"~"^(${PLACES})$"]${filter};`,
    `node["railway"~"^(station|halt)$"]${filter};`,
    ');',
    '(._;>;);',
    'out meta qt;',
    '',
  ].join('\n');
}

/** `W,S,E,N` in degrees. Throws `UserError` for anything else. */
export function parseBbox(text: string): readonly [number, number, number, number] {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west, south, east, north] = parts as [number, number, number, number];
  const isBox =
    parts.length === 4 &&
    [west, east].every((lon) => Math.abs(lon) <= 180) &&
    [south, north].every((lat) => Math.abs(lat) <= 90) &&
    west < east &&
    south < north;
  if (isBox) return [west, south, east, north];
  throw new UserError('E_USAGE', `--bbox ${text} is no box of degrees`, {
    hint: 'write west,south,east,north, for example 119.5,27.0,121.0,28.5',
  });
}

function bboxFilter([west, south, east, north]: readonly [number, number, number, number]): string {
  return `(${south},${west},${north},${east})`;
}

/** A string of Overpass QL: what would end it, or be taken for an escape, is escaped. */
function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (text.trim() === '' || /[\u0000-\u001f\u007f]/.test(text)) {
    throw new UserError('E_USAGE', `--area ${JSON.stringify(text)} is no name`, {
      hint: 'write the name of an administrative unit as OpenStreetMap has it, for example 浙江省',
    });
  }
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

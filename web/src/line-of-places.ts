import type {Point} from './point.ts';

interface Named {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/**
 * Dashes as plans and their scans write them (docs/project-format.md); 一 only between longer names. A
 * minus before a figure, at the start of a part or behind a comma, is a sign.
 */
const DASHES = /[—–－~～→至]|(?<=[^\s—]{2})一(?=[^\s—]{2})|(?<=[^\s,，—–－~～→至-])\s*-+\s*/u;

/** Longitude and latitude, as maps write them. */
const COORDINATES = /^(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)$/;

export interface LineOfPlaces {
  readonly line: Point[];
  /** What no place answers to. */
  readonly missing: readonly string[];
  /** What several places answer to: which of them is meant is not guessed. */
  readonly ambiguous: readonly string[];
}

/** The places of a corridor in order, by name or as `119.05,27.62`. */
export function lineOfPlaces(text: string, places: readonly Named[]): LineOfPlaces {
  const names = text
    .split(DASHES)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const found = names.map((name) => pointOf(name) ?? find(name, places));
  return {
    line: found.flatMap((points) => (points.length === 1 ? points : [])),
    missing: names.filter((_, i) => found[i]!.length === 0),
    ambiguous: names.filter((_, i) => found[i]!.length > 1),
  };
}

function pointOf(text: string): Point[] | null {
  const [, lon, lat] = COORDINATES.exec(text)?.map(Number) ?? [];
  if (lon === undefined || lat === undefined) return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [[lon, lat]] : [];
}

/** As written, then without 市 县 区 and what stands in parentheses. */
function find(name: string, places: readonly Named[]): Point[] {
  const bare = (text: string): string => text.replace(/[(（].*$/u, '').replace(/[市县区]$/u, '');
  const ways: readonly ((place: Named) => boolean)[] = [
    (place) => place.name === name,
    (place) => bare(place.name) === bare(name),
    (place) => place.name.includes(`(${name})`),
  ];
  for (const answers of ways) {
    const found = places.filter(answers);
    if (found.length > 0) return found.map(({lon, lat}) => [lon, lat]);
  }
  return [];
}

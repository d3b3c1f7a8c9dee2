import type {Point} from './point.ts';

interface Named {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** Dashes as plans and their scans write them (docs/project-format.md); 一 only between longer names. */
const DASHES = /[—–－~～→至]|(?<=[^\s—]{2})一(?=[^\s—]{2})/u;

/** The places of a corridor in order; names that no place answers to come back as missing. */
export function lineOfPlaces(
  text: string,
  places: readonly Named[],
): {readonly line: Point[]; readonly missing: readonly string[]} {
  const names = text
    .split(DASHES)
    .flatMap((part) => part.split(/\s*-+\s*/))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const found = names.map((name) => find(name, places));
  return {
    line: found.flatMap((place): Point[] => (place ? [[place.lon, place.lat]] : [])),
    missing: names.filter((_, i) => found[i] === undefined),
  };
}

/** As written, then without 市 县 区 and what stands in parentheses. */
function find(name: string, places: readonly Named[]): Named | undefined {
  const bare = (text: string): string => text.replace(/[(（].*$/u, '').replace(/[市县区]$/u, '');
  return (
    places.find((place) => place.name === name) ??
    places.find((place) => bare(place.name) === bare(name)) ??
    places.find((place) => place.name.includes(`(${name})`))
  );
}

import {UserError} from '../errors.ts';
import {greatCircleM} from '../geo/distance.ts';
import type {Place} from '../graph/network.ts';
import {nearestNames} from './edit-distance.ts';
import {foldName, type PlaceName, placeName} from './place-name.ts';

/**
 * Two entries with the same name closer than this are one place given twice (a gazetteer and a
 * government put the centre of 宁德 2.6 km apart); the two towns called 松源 are 28 km apart.
 */
const SAME_PLACE_M = 5000;
const SUGGESTIONS = 3;

/** How well a place answers a query; the lower the better. */
const EXACT = 0;
const WITHOUT_UNIT = 1;
const WITHOUT_SETTLEMENT = 2;
const QUALIFIER = 3;
const OTHER_NAME = 4;

/** Settlements by size; what is not listed (suburb, locality, …) counts as a village. */
const KIND_RANK: ReadonlyMap<string, number> = new Map([
  ['city', 3],
  ['county', 3],
  ['municipality', 3],
  ['town', 2],
]);

interface Hit {
  readonly place: Place;
  readonly name: PlaceName;
  readonly tier: number;
}

/**
 * The place that a person means by `query`. Tried in this order, the first that answers wins: the
 * name as written (with or without the part in parentheses); the name without its rank of 市 县 区 …;
 * without 镇 乡 街道 村; the part in parentheses (建阳 → 南平市(建阳)); other names (`alt_name` …).
 * An exact name does not win over a bigger or equal place that lacks only the rank: a village 温州
 * and the city 温州市 are two answers. Entries with the same name within 5 km are one place, the
 * first listed stands for it: put the user's own places before the network's.
 *
 * Throws `E_PLACE` with the nearest names when nothing answers, and with all answers and their
 * coordinates when several places do. Coordinates ("lon,lat") are not its business.
 */
export function matchPlace(places: readonly Place[], query: string): Place {
  if (placeName(query).full === '') {
    throw new UserError('E_PLACE', 'the name of a place is empty', {
      hint: 'give a name, or lon,lat in degrees',
    });
  }
  const answers = answering(places, query);
  if (answers.length === 0) throw notFound(places, query);
  if (answers.length > 1) throw ambiguous(answers, query);
  return answers[0]!.place;
}

/** How many places answer to a name: one is what `matchPlace` gives, several it refuses. */
export function answersOf(places: readonly Place[], query: string): number {
  return answering(places, query).length;
}

function answering(places: readonly Place[], query: string): Hit[] {
  const wanted = placeName(query);
  const hits: Hit[] = [];
  for (const place of places) {
    if (!mayAnswer(place, wanted)) continue;
    const name = placeName(place.name);
    const tier = tierOf(place, name, wanted);
    if (tier !== null) hits.push({place, name, tier});
  }
  return distinct(best(hits));
}

/** Cheap test that spares taking apart the names of all places: every answer contains the bare name. */
function mayAnswer(place: Place, wanted: PlaceName): boolean {
  return (
    foldName(place.name).includes(wanted.bare) ||
    place.altNames.some((other) => foldName(other).includes(wanted.bare))
  );
}

function tierOf(place: Place, name: PlaceName, wanted: PlaceName): number | null {
  if (name.full === wanted.full) return EXACT;
  // "南平市(延平)" asks for that one; its bare name would answer for the other as well
  if (wanted.qualifier !== null) return otherName(place, wanted);
  if (name.unqualified === wanted.full) return EXACT;
  if (wanted.full === name.bare) {
    return name.rank === 'settlement' ? WITHOUT_SETTLEMENT : WITHOUT_UNIT;
  }
  // 泰顺县 answers to the place 泰顺, but 台州市 not to 台州区
  if (name.rank !== 'unit' && wanted.bare === name.unqualified) return WITHOUT_UNIT;
  if (name.qualifier !== null && name.qualifier === wanted.bare) return QUALIFIER;
  return otherName(place, wanted);
}

function otherName(place: Place, wanted: PlaceName): number | null {
  for (const other of place.altNames) {
    const name = placeName(other);
    if (name.full === wanted.full || name.bare === wanted.full) return OTHER_NAME;
  }
  return null;
}

/**
 * The hits of the best tier, joined by those that an exact name must not silently win over: of the
 * tier without 市 县 区, or failing that without 镇 乡, those at least as big.
 */
function best(hits: readonly Hit[]): Hit[] {
  const inTier = (tier: number) => hits.filter((hit) => hit.tier === tier);
  const winners = inTier(EXACT);
  if (winners.length === 0) return inTier(Math.min(...hits.map((hit) => hit.tier)));
  const size = Math.max(...winners.map(kindRank));
  const units = inTier(WITHOUT_UNIT);
  const rivals = units.length > 0 ? units : inTier(WITHOUT_SETTLEMENT);
  return [...winners, ...rivals.filter((hit) => kindRank(hit) >= size)];
}

function kindRank(hit: Hit): number {
  return KIND_RANK.get(hit.place.kind) ?? 1;
}

/** One hit per place: the same bare name within 5 km is the same place. */
function distinct(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits) {
    const twin = kept.some(
      (other) =>
        other.name.bare === hit.name.bare &&
        greatCircleM(other.place.lon, other.place.lat, hit.place.lon, hit.place.lat) < SAME_PLACE_M,
    );
    if (!twin) kept.push(hit);
  }
  return kept;
}

function notFound(places: readonly Place[], query: string): UserError {
  const near = nearestNames(query, names(places), SUGGESTIONS);
  const hint =
    near.length > 0
      ? `nearest names: ${near.join(', ')}; or give lon,lat in degrees`
      : `${places.length === 0 ? 'the network has no places; ' : ''}give lon,lat in degrees or a file of places`;
  return new UserError('E_PLACE', `no place is called "${query}"`, {hint});
}

function* names(places: readonly Place[]): Iterable<string> {
  for (const place of places) {
    yield place.name;
    yield* place.altNames;
  }
}

function ambiguous(hits: readonly Hit[], query: string): UserError {
  const listed = hits.map(({place}) => `${place.name} (${at(place)})`);
  const first = hits[0]!.place;
  return new UserError(
    'E_PLACE',
    `"${query}" may be any of ${hits.length} places: ${listed.join('; ')}`,
    {hint: `write the whole name where the names differ, or the coordinates, e.g. ${at(first)}`},
  );
}

function at(place: Place): string {
  return `${round(place.lon)},${round(place.lat)}`;
}

function round(deg: number): number {
  return Math.round(deg * 1e5) / 1e5;
}

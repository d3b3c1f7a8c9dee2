import type {Tags} from '../osm/osm-sink.ts';
import {UNREAD, type Unread} from './words.ts';

const MILE_KM = 1.609344;
const KPH_PER: ReadonlyMap<string | undefined, number> = new Map([
  ['mph', MILE_KM],
  ['knots', 1.852],
  ['knot', 1.852],
  ['kn', 1.852],
]);
/** No road or track is faster; beyond it the tag is a slip. */
const MAX_KPH = 500;
/**
 * Limits that a tag names by the law: PRC road traffic rules where no sign says otherwise
 * (osm-legal-default-speeds, CN): expressway 120, in town 50, elsewhere 70 km/h.
 */
const BY_LAW: ReadonlyMap<string, number> = new Map([
  ['cn:motorway', 120],
  ['cn:urban', 50],
  ['cn:rural', 70],
]);
/** Zones that say their limit: `CN:zone:30`, `CN:zone30`, `CN:30`, `zone:30`; with the country, if any. */
const ZONE = /^(?:([a-z]{2})(?:-[a-z]{2,3})?:(?:zone:?)?|zone:?)\s*(\d{1,3})$/;
const IN_MILES = new Set(['gb', 'uk', 'us']);
/** Words that give no number: the ladder of speeds goes on below. */
const NO_NUMBER = new Set([
  'none',
  'signals',
  'variable',
  'walk',
  'unposted',
  'default',
  'implicit',
]);

/** What a limit comes from; where none is tagged as such, a zone or the law in one of these is it. */
const ZONE_KEYS = ['zone:maxspeed', 'maxspeed:type', 'source:maxspeed'] as const;

export const MAXSPEED_KEYS: readonly string[] = [
  'maxspeed',
  'maxspeed:forward',
  'maxspeed:backward',
  'maxspeed:lanes',
  ...ZONE_KEYS,
];

/** One value in km/h: `80`, `50 mph`, `60 km/h`, `10 knots`, `CN:urban`, `CN:zone30`. */
export function speedKph(value: string): number | Unread {
  const text = value.trim().toLowerCase();
  const match = /^(\d{1,4}(?:\.\d{1,3})?)\s*(km\/h|kmh|kph|公里\/小时|mph|knots|knot|kn)?$/.exec(
    text,
  );
  if (!match) return zoneKph(text);
  return inRange(Number(match[1]) * (KPH_PER.get(match[2]) ?? 1));
}

function zoneKph(text: string): number | Unread {
  const law = BY_LAW.get(text);
  if (law !== undefined) return law;
  const zone = ZONE.exec(text);
  return zone ? inRange(Number(zone[2]) * (IN_MILES.has(zone[1] ?? '') ? MILE_KM : 1)) : UNREAD;
}

function inRange(speed: number): number | Unread {
  const kph = Math.round(speed);
  return kph > 0 && kph <= MAX_KPH ? kph : UNREAD;
}

/** Speed of a way in km/h, 0 = none tagged that is a number, with what is worth a note. */
export interface Maxspeed {
  readonly kph: number;
  /** Ledger reasons: `maxspeed-in-words`, `maxspeed-list`, `maxspeed-by-zone`, `unread-maxspeed` …. */
  readonly notes: readonly string[];
}

/**
 * Reads `maxspeed`; without a number there, `maxspeed:forward` and `:backward` (the lower one, an edge
 * has one speed), then `maxspeed:lanes` (the fastest lane), then the zone or law that a limit is said to come from.
 * Of a list (`80;60`) the lowest counts.
 */
export function maxspeed(tags: Tags): Maxspeed {
  const notes: string[] = [];
  const whole = tags.get('maxspeed');
  if (whole !== undefined) {
    const parts = whole.split(';').filter((part) => part.trim() !== '');
    const read = parts.map(speedKph).filter((kph): kph is number => kph !== UNREAD);
    if (parts.length > 1) notes.push('maxspeed-list');
    if (read.length === parts.length && read.length > 0) return {kph: Math.min(...read), notes};
    const words = parts.every((part) => NO_NUMBER.has(part.trim()) || speedKph(part) !== UNREAD);
    notes.push(words && parts.length > 0 ? 'maxspeed-in-words' : 'unread-maxspeed');
    if (read.length > 0) return {kph: Math.min(...read), notes};
  }
  const ways = numbers([tags.get('maxspeed:forward'), tags.get('maxspeed:backward')]);
  if (ways.length > 0) return {kph: Math.min(...ways), notes: [...notes, 'maxspeed-by-direction']};
  const lanes = numbers(tags.get('maxspeed:lanes')?.split('|') ?? []);
  if (lanes.length > 0) return {kph: Math.max(...lanes), notes: [...notes, 'maxspeed-by-lane']};
  for (const key of ZONE_KEYS) {
    const kph = zoneKph(tags.get(key)?.trim().toLowerCase() ?? '');
    if (kph !== UNREAD) return {kph, notes: [...notes, 'maxspeed-by-zone']};
  }
  return {kph: 0, notes};
}

function numbers(values: readonly (string | undefined)[]): number[] {
  const read = values.map((value) => (value === undefined ? UNREAD : speedKph(value)));
  return read.filter((kph): kph is number => kph !== UNREAD);
}

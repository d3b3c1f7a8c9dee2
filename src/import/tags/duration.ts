import {UNREAD, type Unread} from './words.ts';

const CLOCK = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;
const NUMBER = /^\d{1,4}$/;
/** After the T only: `P30M` are months. */
const ISO =
  /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3}(?:[.,]\d+)?)H)?(?:(\d{1,4}(?:[.,]\d+)?)M)?(?:(\d{1,6}(?:[.,]\d+)?)S)?)?$/;
const WORDS =
  /^(?:(\d{1,3}(?:[.,]\d+)?)\s*(?:h|hr|hrs|hour|hours|小时))?\s*(?:(\d{1,4}(?:[.,]\d+)?)\s*(?:m|min|mins|minute|minutes|分|分钟))?$/i;

/**
 * `duration` of a ferry in seconds: `hh:mm[:ss]`, ISO 8601 (`PT1H30M`, `P1DT2H`), a bare number (minutes, as
 * the OSM wiki has it), `1 h 30 min`, `25 minutes`; 0 when not tagged.
 */
export function durationS(value: string | undefined): number | Unread {
  if (value === undefined) return 0;
  const text = value.trim();
  if (NUMBER.test(text)) return seconds('0', '0', text);
  const clock = CLOCK.exec(text);
  if (clock) return seconds('0', clock[1], clock[2], clock[3]);
  const iso = ISO.exec(text);
  if (iso) return seconds(iso[1], iso[2], iso[3], iso[4]);
  const words = WORDS.exec(text);
  return words ? seconds('0', words[1], words[2]) : UNREAD;
}

/** A number without a unit: minutes by custom, though some mean hours. */
export function isBareNumber(value: string): boolean {
  return NUMBER.test(value.trim());
}

function seconds(d = '0', h = '0', m = '0', s = '0'): number | Unread {
  const [days, hours, minutes, rest] = [d, h, m, s].map((part) => Number(part.replace(',', '.')));
  const sum = Math.round(days! * 86400 + hours! * 3600 + minutes! * 60 + rest!);
  return sum > 0 ? sum : UNREAD;
}

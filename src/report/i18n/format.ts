import {same, type Text} from './text.ts';

/** One locale for all: the same digits and separators on every machine and in both languages. */
const formats = [0, 1, 2, 3].map(
  (digits) =>
    new Intl.NumberFormat('en-US', {minimumFractionDigits: digits, maximumFractionDigits: digits}),
);

/** What stands where there is nothing to show. */
export const NONE = '–';

/** A number with a fixed count of decimals (0–3) and thousands commas; `null` gives a dash. */
export function number(value: number | null, digits: 0 | 1 | 2 | 3 = 0): string {
  if (value === null) return NONE;
  const text = formats[digits]!.format(value);
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text;
}

/** Metres as whole kilometres, below 10 km with one decimal; `null` gives a dash. No unit. */
export function km(metres: number | null): string {
  if (metres === null) return NONE;
  const value = metres / 1000;
  return number(value, Math.abs(value) >= 9.95 ? 0 : 1);
}

/** Metres as kilometres with one decimal; `null` gives a dash. No unit. */
export function km1(metres: number | null): string {
  return metres === null ? NONE : number(metres / 1000, 1);
}

/** Metres for a reader: below 1 km in metres, else in kilometres, with the unit. */
export function distance(metres: number): Text {
  if (Math.abs(metres) < 999.5) return same(`${number(metres)} m`);
  return same(`${Math.abs(metres) < 99_950 ? km1(metres) : km(metres)} km`);
}

/** Seconds as whole minutes; `null` gives a dash. No unit. */
export function minutes(seconds: number | null): string {
  return seconds === null ? NONE : number(seconds / 60);
}

/** Seconds as hours and minutes, e.g. 4 小时 25 分 / 4 h 25 min; `null` gives a dash. */
export function duration(seconds: number | null): Text {
  if (seconds === null) return same(NONE);
  const all = Math.round(seconds / 60);
  const hours = Math.floor(all / 60);
  const rest = all % 60;
  if (hours === 0) return {zh: `${rest} 分钟`, en: `${rest} min`};
  const two = String(rest).padStart(2, '0');
  return {zh: `${hours} 小时 ${two} 分`, en: `${hours} h ${two} min`};
}

/** Persons (or person-hours): from 10,000 on in 万 in Chinese and in millions in English. */
export function people(count: number | null): Text {
  if (count === null) return same(NONE);
  if (Math.abs(count) < 9999.5) return same(number(count));
  const zh = `${number(count / 1e4, Math.abs(count) < 1e7 ? 1 : 0)} 万`;
  const en = Math.abs(count) < 999_999.5 ? number(count) : `${number(count / 1e6, 2)} million`;
  return {zh, en};
}

/** A share 0–1 as per cent, with a space that does not break. */
export function percent(share: number | null, digits: 0 | 1 = 0): string {
  return share === null ? NONE : `${number(share * 100, digits)}\u00a0%`;
}

/** Bytes in the unit that keeps three digits or so. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 1e6) return `${number(count / 1e3, 1)} kB`;
  return `${number(count / 1e6, 1)} MB`;
}

/** Degrees for a reader, e.g. 120.37°E, 27.25°N. */
export function lonLat(lon: number, lat: number): string {
  const ew = `${number(Math.abs(lon), 3)}°${lon < 0 ? 'W' : 'E'}`;
  return `${ew}, ${number(Math.abs(lat), 3)}°${lat < 0 ? 'S' : 'N'}`;
}

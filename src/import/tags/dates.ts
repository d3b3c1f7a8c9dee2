import {UNREAD, type Unread} from './words.ts';

/**
 * `start_date`, `opening_date`, `end_date` as `yyyymmdd`: `2016`, `2016-09`, `2016-09-28`; a year or
 * month alone is its first day. 0 when not tagged; `~1990`, `C20`, `2016..2018` are unread.
 */
export function osmDate(value: string | undefined): number | Unread {
  if (value === undefined) return 0;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value.trim());
  if (!match) return UNREAD;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const inMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > inMonth) return UNREAD;
  return year * 10000 + month * 100 + day;
}

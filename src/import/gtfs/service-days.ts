import type {FeedRow} from './tables.ts';

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
const MAX_DAYS = 3660;

/** Which services of a feed run on which days, `yyyymmdd`. */
export interface ServiceDays {
  readonly runs: (service: string, day: number) => boolean;
  /** Days between the first and the last one the feed speaks of, in order. */
  readonly days: readonly number[];
}

export function serviceDays(calendar: readonly FeedRow[], dates: readonly FeedRow[]): ServiceDays {
  const weekly = new Map<string, {from: number; to: number; on: readonly boolean[]}[]>();
  let [first, last] = [Infinity, -Infinity];
  const span = (day: number): void => {
    first = Math.min(first, day);
    last = Math.max(last, day);
  };
  for (const row of calendar) {
    const [from, to] = [Number(row['start_date']), Number(row['end_date'])];
    if (!isDay(from) || !isDay(to)) continue;
    const on = WEEKDAYS.map((name) => row[name] === '1');
    const id = row['service_id'] ?? '';
    weekly.set(id, [...(weekly.get(id) ?? []), {from, to, on}]);
    span(from);
    span(to);
  }
  const exceptions = new Map<string, boolean>();
  for (const row of dates) {
    const day = Number(row['date']);
    if (!isDay(day)) continue;
    exceptions.set(`${row['service_id'] ?? ''} ${day}`, row['exception_type'] === '1');
    span(day);
  }
  const runs = (service: string, day: number): boolean =>
    exceptions.get(`${service} ${day}`) ??
    (weekly.get(service) ?? []).some(
      ({from, to, on}) => day >= from && day <= to && on[dateOf(day).getUTCDay()]!,
    );
  return {runs, days: daysBetween(first, last)};
}

function isDay(day: number): boolean {
  return day >= 1_000_101 && day <= 99_991_231;
}

function dateOf(day: number): Date {
  return new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100));
}

function daysBetween(first: number, last: number): number[] {
  const days: number[] = [];
  if (first > last) return days;
  const date = dateOf(first);
  for (let n = 0; n < MAX_DAYS; n++) {
    const day = date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    if (day > last) break;
    days.push(day);
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return days;
}

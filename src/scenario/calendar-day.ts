const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * A date written `yyyy`, `yyyy-mm` or `yyyy-mm-dd` as the integer `yyyymmdd`; `null` for anything
 * else, also for days that no calendar has (2023-02-30). What is not written is its first day
 * (2016 → 20160101), as in the network's own dates.
 */
export function dayOf(text: string): number | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return year * 10_000 + month * 100 + day;
}

/** `yyyymmdd` as `yyyy-mm-dd`. */
export function dayText(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

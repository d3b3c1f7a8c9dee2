import type {Lang} from './words.ts';

/** `3:46` hours and minutes; an em dash where there is no way. */
export function clock(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '—';
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export function km(metres: number | null | undefined): string {
  return metres === null || metres === undefined
    ? '—'
    : (metres / 1000).toFixed(metres < 10_000 ? 1 : 0);
}

export function minutes(seconds: number): string {
  return (seconds / 60).toFixed(seconds < 600 ? 1 : 0);
}

/** A share by which something is less, in per cent. */
export function lessBy(share: number): string {
  return share < 0.005 ? '<1 %' : `−${Math.round(share * 100)} %`;
}

/** People: 万 in Chinese, thousands separated in English; an em dash where nobody counted. */
export function people(count: number | null | undefined, lang: Lang): string {
  if (count === null || count === undefined) return '—';
  if (lang === 'zh' && Math.abs(count) >= 10_000) return `${(count / 10_000).toFixed(1)}万`;
  return Math.round(count).toLocaleString('en');
}

export function personHours(personS: number): string {
  return Math.round(personS / 3600).toLocaleString('en');
}

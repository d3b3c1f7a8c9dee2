import {msg} from './i18n/message.ts';
import {same, type Text} from './i18n/text.ts';

/** Ref and name of a road, or that it has neither. */
export function roadName(ref: string, name: string): Text {
  const text = [ref, name].filter((s) => s !== '').join(' ');
  return text === '' ? msg('unnamed') : same(text);
}

/** A unit for a reader: one the data has no name for is told by its largest place, or by its number. */
export function unitName(label: string): Text {
  const place = /^\[(.+)\]$/.exec(label)?.[1];
  if (place !== undefined) return msg('unitWith', {place});
  const number = /^unnamed-(\d+)$/.exec(label)?.[1];
  return number === undefined ? same(label) : msg('unitUnnamed', {number});
}

/** The same where room is short: a place stays in brackets. */
export function unitMark(label: string): Text {
  return label.startsWith('[') ? same(label) : unitName(label);
}

/** Names in a row; of more than `limit` names the first are told, and how many there are. */
export function nameList(names: readonly (string | Text)[], limit = 6): Text {
  const most = names.slice(0, limit).map((name) => (typeof name === 'string' ? same(name) : name));
  const rest = names.length - most.length;
  const zh = most.map((name) => name.zh).join('、') + (rest > 0 ? `等 ${names.length} 项` : '');
  const en = most.map((name) => name.en).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return {zh, en};
}

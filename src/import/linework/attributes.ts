import {CLASSES, FIELDS, onewayWord, POINT_CLASSES, RAILWAYS, yesNo} from './attribute-words.ts';
import type {Feature} from './feature.ts';

/** Field (as the file writes it) → OSM key, as the user states it. */
export type FieldMap = ReadonlyMap<string, string>;

const TRUTHS = ['bridge', 'tunnel', 'toll', 'highspeed'] as const;
const LIFECYCLE = /^(.+)_(construction|proposed)$/;

/**
 * The properties of a feature as OSM tags. Fields are known by their OSM key or a common other name,
 * whatever their case; what `map` names comes first. Empty values and those that mean nothing (`0` in
 * a number) are left out. A line with an `admin_level` and no class of road or track is a border.
 */
export function tagsOf(
  {properties}: Feature,
  shape: 'line' | 'point',
  map: FieldMap,
): Map<string, string> {
  const raw = new Map<string, string>();
  const set = (key: string, value: unknown): void => {
    const text = textOf(value);
    if (text !== '' && !raw.has(key)) raw.set(key, text);
  };
  for (const [field, key] of map) set(key, properties[field]);
  for (const [field, value] of Object.entries(properties)) {
    // A field that the user mapped is what the user says and nothing else.
    if (!map.has(field)) set(keyOf(field), value);
  }
  const geofabrik = Object.keys(properties).some((field) => field.toLowerCase() === 'fclass');
  const tags = new Map([...raw].filter(([key]) => !OWN_WORDS.has(key)));
  for (const key of TRUTHS) {
    const value = tags.get(key);
    if (value !== undefined) tags.set(key, yesNo(value));
  }
  const oneway = tags.get('oneway');
  if (oneway !== undefined) tags.set('oneway', onewayWord(oneway, geofabrik));
  for (const key of ['maxspeed', 'lanes']) if (tags.get(key) === '0') tags.delete(key);
  const brunnel = raw.get('brunnel');
  if (brunnel === 'bridge' || brunnel === 'tunnel') tags.set(brunnel, 'yes');
  if (raw.get('rail_type') === 'hsr') tags.set('highspeed', 'yes');
  const found = raw.get('class');
  if (found !== undefined && !hasClass(tags)) {
    for (const [key, value] of classTags(found, raw.get('subclass'), shape)) tags.set(key, value);
  }
  if (shape === 'line' && tags.has('admin_level') && !hasClass(tags)) {
    tags.set('boundary', 'administrative');
  }
  return tags;
}

/** Keys that are words of this room, not of OSM. */
const OWN_WORDS = new Set(['class', 'subclass', 'brunnel', 'rail_type']);

function hasClass(tags: ReadonlyMap<string, string>): boolean {
  return tags.has('highway') || tags.has('railway') || tags.has('route') || tags.has('place');
}

function classTags(
  value: string,
  subclass: string | undefined,
  shape: 'line' | 'point',
): [string, string][] {
  const planned = LIFECYCLE.exec(value);
  if (planned) {
    const [, word, status] = planned;
    return classTags(word!, subclass, shape).flatMap(([key, of]): [string, string][] =>
      key === 'highway' || key === 'railway'
        ? [
            [key, status!],
            [status!, of],
          ]
        : [[key, of]],
    );
  }
  const word = value.trim();
  if (shape === 'point') {
    const known = POINT_CLASSES.get(word);
    return known ? Object.entries(known) : [['place', word]];
  }
  const known = CLASSES.get(word);
  if (known) return Object.entries(known);
  if (word === 'rail' && subclass !== undefined && RAILWAYS.has(subclass)) {
    return [['railway', subclass]];
  }
  return [[RAILWAYS.has(word) ? 'railway' : 'highway', word]];
}

/** The OSM key that a field stands for; its own name in lower case when it is not known. */
function keyOf(field: string): string {
  const name = field.trim().toLowerCase();
  const known = FIELDS.get(name);
  if (known !== undefined) return known;
  // A table keeps ten bytes of a name: three Chinese characters in UTF-8, and perhaps a broken one.
  const cut = name.replace(/\ufffd+$/, '');
  if (!/^[\u4e00-\u9fff]{3,}$/.test(cut)) return name;
  const meant = new Set([...FIELDS].filter(([full]) => full.startsWith(cut)).map(([, key]) => key));
  return meant.size === 1 ? [...meant][0]! : name;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return '';
}

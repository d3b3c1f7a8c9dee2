import {NASTY_KEYS, nastyNumber, nastyText} from './nasty.ts';
import type {Random} from './random.ts';

type Json = null | boolean | number | string | Json[] | {[key: string]: Json};

/** Words that stand in the text for what JSON.stringify cannot write. */
const RAW: readonly (readonly [mark: string, text: string])[] = [
  ['@@huge@@', '1e999'],
  ['@@minus@@', '-1e999'],
  ['@@long@@', '12345678901234567890'],
  ['@@nan@@', 'NaN'],
  ['@@deep@@', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['@@deepobject@@', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['@@half@@', '"\\ud800"'],
];

/** JSON with some of its values changed, as text; may be no JSON any more. */
export function mutateJson(json: unknown, random: Random): string {
  let text = JSON.stringify(changed(json, random));
  for (const [mark, raw] of RAW) text = text.replaceAll(`"${mark}"`, () => raw);
  if (random.chance(0.2))
    text = text.replace(/"(\w+)":/, (key) => `${key}${key === '' ? '' : '1,'}${key}`);
  return text;
}

/** A copy with some of its values changed. */
export function changed(json: unknown, random: Random): unknown {
  const root = {json: structuredClone(json) as Json};
  for (let left = random.few(); left > 0; left--) {
    const places = placesOf(root);
    const {owner, key} = random.pick(places);
    const list = owner as Record<string | number, Json>;
    switch (random.below(6)) {
      case 0:
        if (Array.isArray(owner)) owner.splice(Number(key), 1);
        else if (owner !== root) delete list[key];
        break;
      case 1: {
        const from = random.pick(places);
        define(list, key, structuredClone((from.owner as typeof list)[from.key]!));
        break;
      }
      case 2: {
        const value = list[key];
        if (Array.isArray(value)) {
          value.push(...structuredClone(value.slice(0, 1 + random.below(3))));
          break;
        }
        if (typeof value === 'object' && value !== null) {
          define(value, random.pick(NASTY_KEYS), wild(random));
          break;
        }
        define(list, key, wild(random));
        break;
      }
      default:
        define(list, key, wild(random));
    }
  }
  return root.json;
}

function wild(random: Random): Json {
  switch (random.below(9)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
    case 3:
      return nastyNumber(random);
    case 4:
    case 5:
      return nastyText(random);
    case 6:
      return random.pick(RAW)[0];
    case 7:
      return random.pick<Json>([[], [[]], [null], [1, 2, 3], [{}]]);
    default: {
      const made: {[key: string]: Json} = {};
      define(made, random.pick(NASTY_KEYS), random.chance(0.5) ? {} : 1);
      return made;
    }
  }
}

/** An own property, also for `__proto__`. */
function define(owner: object, key: string | number, value: Json): void {
  Object.defineProperty(owner, key, {value, writable: true, enumerable: true, configurable: true});
}

interface Slot {
  readonly owner: object;
  readonly key: string | number;
}

function placesOf(root: object): Slot[] {
  const slots: Slot[] = [];
  const stack: object[] = [root];
  for (let owner = stack.pop(); owner; owner = stack.pop()) {
    for (const [key, value] of Object.entries(owner)) {
      slots.push({owner, key: Array.isArray(owner) ? Number(key) : key});
      if (typeof value === 'object' && value !== null) stack.push(value);
    }
  }
  return slots;
}

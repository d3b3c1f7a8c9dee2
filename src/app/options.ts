import {GATEWAY_KINDS, type GatewayKind, isGatewayKind} from '../analysis/gates.ts';
import {UserError} from '../errors.ts';
import {CHINA_CAR, type SpeedProfile} from '../graph/speed.ts';
import {EDGE_CLASSES, type EdgeClass} from '../graph/vocabulary.ts';
import {dayOf} from '../scenario/calendar-day.ts';

/**
 * The day of `--as-of` as `yyyymmdd`. A year or a month stands for its last day: "as of 2015" is
 * the network with which 2015 ended.
 */
export function parseAsOf(text: string): number {
  const [year = '', month = '12', day] = text.split('-');
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const parsed = dayOf(`${year}-${month}-${day ?? String(last).padStart(2, '0')}`);
  if (parsed === null) {
    throw new UserError('E_USAGE', `--as-of ${text} is no day of the calendar`, {
      hint: 'write 2015, 2015-12 or 2015-12-31',
    });
  }
  return parsed;
}

/**
 * `motorway=100,trunk=60`: speeds in km/h that replace those of a profile, the default one if none is
 * given. They are operating speeds: no factor is taken off them and no grade inferred against them;
 * a tagged maximum speed or grade still comes first.
 */
export function parseSpeeds(text: string, profile: SpeedProfile = CHINA_CAR): SpeedProfile {
  const given = new Map<EdgeClass, number>();
  for (const item of text.split(',')) {
    const [name = '', value = ''] = item.split('=').map((part) => part.trim());
    const kph = Number(value);
    if (!isClass(name)) {
      throw new UserError('E_USAGE', `--speeds: "${name}" is no road or rail class`, {
        hint: `classes: ${EDGE_CLASSES.join(', ')}; or a profile file that ends in .json`,
      });
    }
    if (value === '' || !(kph >= 1 && kph <= 400)) {
      throw new UserError('E_USAGE', `--speeds: ${name}=${value} is not a speed of 1–400 km/h`, {
        hint: 'write motorway=100,trunk=60,primary=50',
      });
    }
    given.set(name, kph);
  }
  return {
    ...profile,
    id: `${profile.id} with ${text}`,
    classKph: {...profile.classKph, ...Object.fromEntries(given)},
    givenClasses: [...new Set([...profile.givenClasses, ...given.keys()])],
  };
}

/** `60` or `60,120,180`: cutoffs of circles in minutes, the shortest first. */
export function parseMinutes(text: string): number[] {
  const minutes = text.split(/[,，、;；]/).map((item) => Number(item.trim() || Number.NaN));
  const bad = minutes.findIndex((m) => !(m >= 1 && m <= 600));
  if (bad >= 0) {
    throw new UserError(
      'E_USAGE',
      `--minutes ${text}: cutoff ${bad + 1} is not a number from 1 to 600`,
      {hint: 'write --minutes 60, or --minutes 60,120,180'},
    );
  }
  return [...new Set(minutes)].sort((a, b) => a - b);
}

/** `温州港、宁德港` (also `;` between them, or the option given again): names of places. */
export function parseNames(texts: string | readonly string[]): string[] {
  return [texts]
    .flat()
    .flatMap((text) => text.split(/[;；、]/))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `county`, or an OSM `admin_level` as a number. */
export function parseAdminLevel(text: string): number {
  const named = {province: 4, prefecture: 5, county: 6}[text];
  const level = named ?? Number(text);
  if (Number.isInteger(level) && level >= 2 && level <= 10) return level;
  throw new UserError('E_USAGE', `--level ${text} is no level of administration`, {
    hint: 'write province, prefecture, county, or a number from 2 to 10',
  });
}

/** `airport,port`: kinds of gateways. */
export function parseKinds(text: string): GatewayKind[] {
  const kinds = text
    .split(/[,，、;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const strange = kinds.find((kind) => !isGatewayKind(kind));
  if (strange !== undefined || kinds.length === 0) {
    throw new UserError('E_USAGE', `--kind: "${strange ?? text}" is no kind of gateway`, {
      hint: `kinds: ${GATEWAY_KINDS.join(', ')}`,
    });
  }
  return [...new Set(kinds.filter(isGatewayKind))];
}

/** A road class by name. */
export function parseClass(text: string): EdgeClass {
  if (isClass(text)) return text;
  throw new UserError('E_USAGE', `"${text}" is no road class`, {
    hint: `classes: ${EDGE_CLASSES.join(', ')}`,
  });
}

function isClass(text: string): text is EdgeClass {
  return (EDGE_CLASSES as readonly string[]).includes(text);
}

/** Length ÷ straight legs, `--terrain-factor`. */
export function parseTerrainFactor(factor: number): number {
  if (factor >= 1 && factor <= 3) return factor;
  throw new UserError('E_USAGE', `--terrain-factor ${factor} is not between 1 and 3`, {
    hint: 'a built line is at least as long as the straight one: write --terrain-factor 1.4',
  });
}

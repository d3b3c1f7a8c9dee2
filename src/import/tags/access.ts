import type {Access} from '../../graph/vocabulary.ts';
import type {Tags} from '../osm/osm-sink.ts';

/** From the most special to the most general: the first that is tagged decides. */
export const ACCESS_LADDER = ['motorcar', 'motor_vehicle', 'vehicle', 'access'] as const;

/** Without a prototype, as every other object knows words like `constructor`, too. */
const MEANING: Readonly<Record<string, Access>> = Object.assign(Object.create(null), {
  yes: 'yes',
  permissive: 'yes',
  designated: 'yes',
  official: 'yes',
  public: 'yes',
  toll: 'yes',
  unknown: 'yes',
  discouraged: 'yes',
  unsuitable: 'yes',
  destination: 'destination',
  customers: 'destination',
  delivery: 'destination',
  private: 'private',
  permit: 'private',
  residents: 'private',
  employees: 'private',
  no: 'no',
  agricultural: 'no',
  forestry: 'no',
  emergency: 'no',
  military: 'no',
  bus: 'no',
  psv: 'no',
  hov: 'no',
  bicycle: 'no',
  foot: 'no',
} satisfies Record<string, Access>);

const FROM_OPEN: readonly Access[] = ['yes', 'destination', 'private', 'no'];

/**
 * Access of a motor car. `undefined` when no rung of the ladder is tagged. Of several values in one
 * tag (`agricultural;destination`) the most open counts. A value nobody knows counts as open and is
 * `known: false`.
 */
export function carAccess(tags: Tags): {access: Access; known: boolean} | undefined {
  for (const key of ACCESS_LADDER) {
    const value = tags.get(key);
    if (value === undefined) continue;
    const meanings = value.split(';').map((part) => MEANING[part.trim()]);
    const access = FROM_OPEN.find((step) => meanings.includes(step));
    return {access: access ?? 'yes', known: !meanings.includes(undefined)};
  }
  return undefined;
}

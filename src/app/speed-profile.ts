import {UserError} from '../errors.ts';
import {parseProfile} from '../graph/speed/read-profile.ts';
import {CHINA_CAR, PROFILES, type SpeedProfile} from '../graph/speed.ts';
import {type FileFacts, readJson} from './files.ts';
import {parseSpeeds} from './options.ts';

/** A profile and the files it was read from, for the provenance. */
export interface ChosenProfile {
  readonly profile: SpeedProfile;
  readonly files: readonly FileFacts[];
}

/**
 * The profile that `--profile` (a built-in id or a `.json` file) and `--speeds` (`class=km/h` pairs, or
 * a `.json` file likewise) ask for; the speeds by class are laid over the profile. `undefined` when
 * neither is given. Throws `E_USAGE` for two profiles or an unknown one, `E_INPUT` for a faulty file.
 */
export async function chooseProfile(ask: {
  readonly profile?: string | undefined;
  readonly speeds?: string | undefined;
}): Promise<ChosenProfile | undefined> {
  const speedsAreFile = ask.speeds !== undefined && isFile(ask.speeds);
  if (speedsAreFile && ask.profile !== undefined) {
    throw new UserError('E_USAGE', '--profile and --speeds name a speed profile each', {
      hint: 'give one profile; --speeds motorway=100,trunk=60 may be laid over it',
    });
  }
  const name = speedsAreFile ? ask.speeds : ask.profile;
  const base = name === undefined ? undefined : await profileNamed(name);
  if (ask.speeds === undefined || speedsAreFile) return base;
  const profile = parseSpeeds(ask.speeds, base?.profile ?? CHINA_CAR);
  return {profile, files: base?.files ?? []};
}

async function profileNamed(name: string): Promise<ChosenProfile> {
  if (isFile(name)) {
    const {json, facts} = await readJson(name);
    return {profile: parseProfile(json, facts.name), files: [facts]};
  }
  if (isBuiltIn(name)) return {profile: PROFILES[name], files: []};
  throw new UserError('E_USAGE', `--profile: there is no profile "${name}"`, {
    hint: `profiles: ${Object.keys(PROFILES).join(', ')}, or a file that ends in .json`,
  });
}

function isFile(name: string): boolean {
  return name.toLowerCase().endsWith('.json');
}

function isBuiltIn(name: string): name is keyof typeof PROFILES {
  return Object.hasOwn(PROFILES, name);
}

import chinaCar from '../../../profiles/china-car.json' with {type: 'json'};
import genericCar from '../../../profiles/generic-car.json' with {type: 'json'};
import truck from '../../../profiles/truck.json' with {type: 'json'};
import type {SpeedProfile} from './profile.ts';
import {parseProfile} from './read-profile.ts';

/**
 * The profiles that come with the package, by id; the files are the only place where their numbers
 * stand, and say the source or assumption of each.
 */
export const PROFILES: Readonly<Record<'china-car' | 'generic-car' | 'truck', SpeedProfile>> = {
  'china-car': parseProfile(chinaCar, 'profiles/china-car.json'),
  'generic-car': parseProfile(genericCar, 'profiles/generic-car.json'),
  truck: parseProfile(truck, 'profiles/truck.json'),
};

/** The default: a car on Chinese roads. */
export const CHINA_CAR: SpeedProfile = PROFILES['china-car'];

import type {Stretch, Terrain} from './types.ts';

/** What a stretch is laid as. */
export type Kind = 'motorway' | 'trunk' | 'primary' | 'rail';

/**
 * ASSUMPTION of the schematic: drawn length ÷ length of the straight legs between the way points,
 * where no length of the stretch is published. Way points lie 5–20 km apart, so this stands for the
 * bends between them only.
 */
export const SINUOSITY: Readonly<Record<Kind, Readonly<Record<Terrain, number>>>> = {
  motorway: {plain: 1.04, hill: 1.1, mountain: 1.16},
  trunk: {plain: 1.06, hill: 1.15, mountain: 1.35},
  primary: {plain: 1.06, hill: 1.2, mountain: 1.4},
  rail: {plain: 1.02, hill: 1.03, mountain: 1.05},
};

/** One half wave of the drawn bends, metres: tight on roads, wide on fast lines. */
export const HALF_WAVE_M: Readonly<Record<Kind, number>> = {
  motorway: 7000,
  trunk: 4000,
  primary: 4000,
  rail: 9000,
};

const USUAL_TERRAIN: Readonly<Record<Kind, Terrain>> = {
  motorway: 'hill',
  trunk: 'hill',
  primary: 'hill',
  rail: 'hill',
};

/** The sinuosity that a stretch is drawn with; throws when the published length is below the straight. */
export function sinuosityOf(stretch: Stretch, kind: Kind, straightM: number): number {
  if (stretch.km === undefined) return SINUOSITY[kind][stretch.terrain ?? USUAL_TERRAIN[kind]];
  const ratio = (stretch.km * 1000) / straightM;
  if (ratio < 1 || ratio > 1.8)
    throw new Error(
      `"${stretch.via}": published ${stretch.km} km, straight legs ${(straightM / 1000).toFixed(1)} km`,
    );
  return ratio;
}

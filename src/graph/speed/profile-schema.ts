import {z} from 'zod';
import {nonEmptyText, sourcedNumber} from '../sourced-file.ts';
import {EDGE_CLASSES, type EdgeClass} from '../vocabulary.ts';

/**
 * The format of a speed profile, docs/speeds.md. Every object is strict: an unknown key is a fault.
 * Every number says where it is from. Speeds in km/h; factors are operating speed ÷ speed of the ladder.
 */
export const PROFILE_SCHEMA = 'guantong/speed-profile@1';

const kph = sourcedNumber(1, 400);
const factor = sourcedNumber(0.1, 1.5);
const factorPair = z.strictObject({expressway: factor, otherRoads: factor});

const classKph = z.strictObject(
  Object.fromEntries(EDGE_CLASSES.map((name) => [name, kph])) as Record<EdgeClass, typeof kph>,
);

export const profileSchema = z.strictObject({
  schema: z.literal(PROFILE_SCHEMA, `must be "${PROFILE_SCHEMA}"`),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case: a–z, 0–9 and single hyphens'),
  title: z.strictObject({zh: nonEmptyText, en: nonEmptyText}),
  note: nonEmptyText.optional(),
  sources: z.record(z.string(), nonEmptyText),
  /** Whether the grade of an untagged road may be inferred: the rules are those of China. */
  inferGrades: z.boolean(),
  /** What the vehicle may drive at most on any road; left out = no limit of its own. */
  capKph: kph.optional(),
  classKph,
  /** By `highway:CN` 0 高速, 1 一级, 2 二级, 3 三级, 4 四级. */
  gradeKph: z.strictObject({'0': kph, '1': kph, '2': kph, '3': kph, '4': kph}),
  highspeedKph: kph,
  operatingFactor: z.strictObject({maxspeed: factorPair, design: factorPair, class: factorPair}),
});

export type ProfileFile = z.infer<typeof profileSchema>;

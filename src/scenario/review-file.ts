import {z} from 'zod';
import {dayOf} from './calendar-day.ts';
import {complaintsError} from './complaints.ts';
import {schemaFaults} from './schema-fault.ts';

/**
 * The format of a review file, docs/review-format.md: the findings of a run as a planner saw them, and what
 * they said of each. A finding is known by its place, level, road and sides, never by ids of the network, so
 * that the file outlives the extract. Every object is strict.
 */
export const REVIEW_SCHEMA = 'guantong/review@1';

/** `confirmed`: really cut off; the others take a finding off the list. */
export const VERDICTS = ['confirmed', 'built', 'private', 'data-error'] as const;
export type ReviewVerdict = (typeof VERDICTS)[number];

const MAX_TEXT = 2000;
const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_TEXT, 'must not be longer than 2 000 characters');
const lon = z.number().min(-180).max(180);
const lat = z.number().min(-90).max(90);
const day = z
  .string()
  .refine((value) => value.length === 10 && dayOf(value) !== null, 'must be a date: yyyy-mm-dd');
const word = z.string().max(MAX_TEXT, 'must not be longer than 2 000 characters');
const level = z.enum(['province', 'prefecture', 'county']);

const mark = z.strictObject({
  verdict: z.enum(VERDICTS),
  note: text.optional(),
  author: text,
  date: day,
});

const finding = z.strictObject({
  id: text,
  rule: text,
  level,
  lon,
  lat,
  class: word,
  ref: word,
  sides: z.array(word).max(2),
  cause: word,
  /** The other end, where the finding joins two. */
  far: z.strictObject({lon, lat}).optional(),
  review: mark.optional(),
});

const reviewSchema = z.strictObject({
  schema: z.literal(REVIEW_SCHEMA, `must be "${REVIEW_SCHEMA}"`),
  /** What was asked when the list was made: what lies below was not looked for then. */
  asked: z.strictObject({level, class: text}),
  dataDate: day.nullable(),
  findings: z.array(finding),
});

export type ReviewMark = z.infer<typeof mark>;
export type ReviewedFinding = z.infer<typeof finding>;
export type ReviewFile = z.infer<typeof reviewSchema>;

/**
 * Reads a review file that has been parsed as JSON; `fileName` is for the sentences only. Throws one
 * `E_INPUT` for all faults together.
 */
export function parseReview(json: unknown, fileName: string): ReviewFile {
  const parsed = reviewSchema.safeParse(json);
  if (!parsed.success) {
    const faults = schemaFaults(parsed.error.issues, '', REVIEW_KEYS);
    throw complaintsError(fileName, faults, 'docs/review-format.md describes the format');
  }
  const twice = parsed.data.findings.map(({id}) => id).filter((id, i, ids) => ids.indexOf(id) < i);
  if (twice.length > 0) {
    const faults = [...new Set(twice)].map((id) => `id "${id}" stands there twice`);
    throw complaintsError(fileName, faults, 'docs/review-format.md describes the format');
  }
  return parsed.data;
}

/** Every key of the format, to guess what a misspelt one was meant to be. */
const REVIEW_KEYS: readonly string[] = [
  ...Object.keys(reviewSchema.shape),
  ...Object.keys(finding.shape),
  ...Object.keys(mark.shape),
];

import {z} from 'zod';
import {dayOf} from './calendar-day.ts';
import {complaintsError} from './complaints.ts';
import {schemaFaults} from './schema-fault.ts';

export const PUBLISHED_TIMES_SCHEMA = 'guantong/published-times@1';

const text = z.string().trim().min(1, 'must not be empty');
const day = z
  .string()
  .refine((value) => dayOf(value) !== null, 'must be a date: yyyy, yyyy-mm or yyyy-mm-dd');

/** One text for both languages, or one for each. */
const phrase = z.union([text, z.strictObject({zh: text, en: text})]);

const trip = z.strictObject({
  id: text,
  mode: z.enum(['road', 'rail']),
  /** places, or stations of a railway */
  from: text,
  to: text,
  minutes: z.number().positive(),
  /** `about` gives the time; `more-than` and `at-least` bound it; `forecast` is of what was not built */
  says: z.enum(['about', 'more-than', 'at-least', 'forecast']),
  source: text,
  date: day.optional(),
  /** between these days it held; the last one no longer */
  heldFrom: day.optional(),
  heldUntil: day.optional(),
  /** the day on which a network with dates is asked */
  sampleDay: day.optional(),
  /** of what opening it tells the before or the after */
  opening: text.optional(),
  /** why no network can be asked, or not the embedded sample, or not one of main roads only */
  cannot: phrase.optional(),
  notInSample: phrase.optional(),
  notOnMainRoads: phrase.optional(),
  /** parameters of the model were fitted on it */
  usedInFit: z.literal(true).optional(),
  note: phrase.optional(),
  /** what must be known where the embedded sample is asked */
  sampleNote: phrase.optional(),
});

const file = z.strictObject({
  schema: z.literal(PUBLISHED_TIMES_SCHEMA, `must be "${PUBLISHED_TIMES_SCHEMA}"`),
  title: text,
  note: text.optional(),
  trips: z.array(trip).min(1, 'must hold at least one trip'),
});

/** A travel time that somebody published, with where and for when. */
export type PublishedTrip = z.infer<typeof trip>;

/** What a file says of a trip, in both languages. */
export function phraseIn(phrase: string | {readonly zh: string; readonly en: string}) {
  return typeof phrase === 'string' ? {zh: phrase, en: phrase} : phrase;
}

/** Reads a file of published times that has been parsed as JSON; all faults at once. */
export function parsePublishedTimes(json: unknown, fileName: string): readonly PublishedTrip[] {
  const read = file.safeParse(json);
  if (!read.success) throw complaintsError(fileName, schemaFaults(read.error.issues, ''));
  return read.data.trips;
}

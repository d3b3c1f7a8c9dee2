/**
 * The JSON API between the local page and the server, version 1. The page imports the types only. Strict:
 * an unknown key is a fault. Degrees WGS84, minutes where a person sets a slider, else seconds and metres.
 */
import {z} from 'zod';
import type {
  CircleResult,
  DrawAnswer,
  DrawingAnswer,
  Overview,
  ProjectsAnswer,
  ReportAnswer,
  TripAnswer,
  VerdictAnswer,
} from '../app/desk/desk.ts';

const MAX_TEXT = 200;
/** Names of places come from the map, as long as it has them: the page may say back what it was told. */
const MAX_PLACE = 20_000;
const MAX_ID = 500;
const MAX_NOTE = 2_000;
const MAX_VERTICES = 5_000;
const MAX_STOPS = 200;
const MAX_PROJECTS = 500;

const name = z.string().trim().min(1).max(MAX_TEXT);
const place = z.string().trim().min(1).max(MAX_PLACE);
const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const mode = z.enum(['road', 'rail', 'best']);
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be yyyy, yyyy-mm or yyyy-mm-dd');
const minutes = z.number().int().min(5).max(600);
/** Ids of registry projects that are switched on beside the network. */
const projects = z.array(name).max(MAX_PROJECTS);

/** Name of a place, or a point on the map. */
export const whereSchema = z.union([place, z.strictObject({at: lonLat})]);

/** What the planner has drawn: a line with stops on it. */
export const drawnSchema = z.strictObject({
  name,
  mode: z.enum(['road', 'rail']),
  line: z.array(lonLat).min(2).max(MAX_VERTICES),
  /** Interchanges or stations; without them both ends of the line and nothing between. */
  stops: z
    .array(z.strictObject({name: place, at: lonLat}))
    .min(2)
    .max(MAX_STOPS)
    .optional(),
  grade: z.enum(['expressway', 'first', 'second', 'third', 'fourth']).optional(),
  designSpeedKph: z.number().min(20).max(400).optional(),
  status: z.enum(['construction', 'planned', 'proposed', 'idea']).default('idea'),
  openingYear: z.number().int().min(1900).max(2100).optional(),
  costYi: z.number().positive().max(1e6).optional(),
});

const view = {mode: mode.default('road'), asOf: day.optional(), projects: projects.default([])};

export const overviewAskSchema = z.strictObject({
  ...view,
  centre: place.optional(),
  minutes: minutes.default(60),
});

export const circleAskSchema = z.strictObject({
  ...view,
  from: whereSchema,
  minutes,
  drawn: drawnSchema.optional(),
});

export const routeAskSchema = z.strictObject({
  ...view,
  from: whereSchema,
  to: whereSchema,
});

export const drawAskSchema = z.strictObject({
  ...view,
  drawn: drawnSchema,
  centre: place.optional(),
  minutes: minutes.default(60),
  /** Pairs of places shown whether they change or not. */
  pairs: z
    .array(z.tuple([place, place]))
    .max(50)
    .default([]),
  /** The page counts its drawings up: a higher number cancels what is still being worked on. */
  sequence: z.number().int().min(0),
  /** Which page asks: two windows do not cancel each other. */
  page: z.string().regex(/^[a-z0-9-]{1,64}$/),
});

/** The drawing, to be taken along as a file. */
export const drawingAskSchema = z.strictObject({drawn: drawnSchema});

/** A dropped file; its content is checked as `--projects` is, not here. */
export const projectsAskSchema = z.strictObject({
  crs: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
  content: z.unknown(),
});

/** What a planner says of a finding; `null` takes back what was said. */
export const verdictAskSchema = z.strictObject({
  asOf: day.optional(),
  id: z.string().trim().min(1).max(MAX_ID),
  verdict: z.enum(['confirmed', 'built', 'private', 'data-error']).nullable(),
  note: z.string().trim().max(MAX_NOTE).optional(),
  author: name,
  date: z.iso.date(),
});

export const reportAskSchema = z.strictObject({
  ...view,
  centre: place.optional(),
  minutes: minutes.default(60),
  drawn: drawnSchema.optional(),
  scope: z.enum(['all', 'on']).default('all'),
  /** The language in which it opens, as of `report --lang`. */
  lang: z.enum(['zh', 'en']).default('zh'),
});

export type Where = z.infer<typeof whereSchema>;
export type Drawn = z.infer<typeof drawnSchema>;
export type VerdictAsk = z.infer<typeof verdictAskSchema>;

/** A question as it is sent: what has a default may be left out. */
type Sent<S extends z.ZodType> = Frozen<z.input<S>>;
type Frozen<T> = T extends object ? {readonly [K in keyof T]: Frozen<T[K]>} : T;

/** What may be asked, by the last part of its address: what is sent, and what comes back. */
export interface Questions {
  readonly overview: {readonly ask: Sent<typeof overviewAskSchema>; readonly answer: Overview};
  readonly circle: {readonly ask: Sent<typeof circleAskSchema>; readonly answer: CircleResult};
  readonly route: {readonly ask: Sent<typeof routeAskSchema>; readonly answer: TripAnswer};
  readonly draw: {readonly ask: Sent<typeof drawAskSchema>; readonly answer: DrawAnswer};
  readonly drawing: {readonly ask: Sent<typeof drawingAskSchema>; readonly answer: DrawingAnswer};
  readonly projects: {
    readonly ask: Sent<typeof projectsAskSchema>;
    readonly answer: ProjectsAnswer;
  };
  readonly verdict: {readonly ask: Sent<typeof verdictAskSchema>; readonly answer: VerdictAnswer};
  readonly report: {readonly ask: Sent<typeof reportAskSchema>; readonly answer: ReportAnswer};
}

/** One line of a streamed answer: where the work stands, then the answer or what went wrong. */
export type StreamLine<T> =
  | {readonly step: string}
  | {readonly result: T}
  | {readonly error: {readonly message: string; readonly hint?: string}}
  /** A newer drawing of the same page took its place. */
  | {readonly cancelled: true};

export type {
  About,
  CentreTime,
  CircleResult,
  DeskProject,
  DetourRow,
  DrawAnswer,
  Finding,
  LonLat,
  Overview,
  Phrase,
  ProjectsAnswer,
  ReportAnswer,
  TripAnswer,
  VerdictAnswer,
} from '../app/desk/desk.ts';

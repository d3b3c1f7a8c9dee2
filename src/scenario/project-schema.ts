import {z} from 'zod';
import {dayOf} from './calendar-day.ts';

/**
 * The format of a file of planned links, docs/project-format.md. Every object is strict: an unknown
 * key is a fault. What no source gives is left out, never filled in. Units: km, km/h, 亿元 (1e8 CNY),
 * degrees WGS84; dates `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
 */
export const PROJECTS_SCHEMA = 'guantong/projects@1';

/** How far a link is; `idea` = drawn by the reader of this file, nobody has proposed it. */
export const PROJECT_STATUSES = ['open', 'construction', 'planned', 'proposed', 'idea'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** Technical grade of a road, JTG B01-2014. */
export const ROAD_GRADES = ['expressway', 'first', 'second', 'third', 'fourth'] as const;
export type RoadGrade = (typeof ROAD_GRADES)[number];

const MAX_TEXT = 10_000;
/** More than any line has; what is asked of stops grows with the square of their number. */
export const MAX_STOPS = 200;
const MAX_POINTS = 100_000;
const TOO_LONG = 'must not be longer than 10 000 characters';
const text = z.string().trim().min(1, 'must not be empty').max(MAX_TEXT, TOO_LONG);
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case: a–z, 0–9 and single hyphens');
const day = z
  .string()
  .refine((value) => dayOf(value) !== null, 'must be a date: yyyy, yyyy-mm or yyyy-mm-dd');
const ORDER = 'positions are [longitude, latitude], in this order';
const lon = z
  .number()
  .min(-180, `must not be below -180; ${ORDER}`)
  .max(180, `must not be above 180; ${ORDER}`);
const lat = z
  .number()
  .min(-90, `must not be below -90; ${ORDER}`)
  .max(90, `must not be above 90; ${ORDER}`);
const positive = z.number().positive();

/** A value with where it was found; `date` is when the source says it, as found. */
function fact<T extends z.ZodType>(value: T) {
  const found = {value, source: text, date: day.optional(), note: text.optional()};
  return z.strictObject({
    ...found,
    /** the value is nobody's figure but an assumption of this file: marked so in every output */
    assumption: z.literal(true).optional(),
    /** what other sources say instead */
    conflicts: z.array(z.strictObject(found)).min(1).optional(),
  });
}

/** What a source may say of a whole project, of a section, of the part in one province. */
const figures = {
  lengthKm: fact(positive).optional(),
  designSpeedKph: fact(positive).optional(),
  costYi: fact(positive).optional(),
};
const dates = {
  constructionStartOn: fact(day).optional(),
  expectedOn: fact(day).optional(),
  openedOn: fact(day).optional(),
};
const found = {source: text.optional(), asFound: day.optional(), note: text.optional()};

const stop = z.union([
  text,
  z.strictObject({
    name: text,
    lon: lon.optional(),
    lat: lat.optional(),
    /** name of the place that stands in for a stop whose own position is not known: an assumption */
    at: text.optional(),
    /** the railway station of that name in the network */
    station: text.optional(),
    /** the station or interchange that is this node of OpenStreetMap */
    osmId: z.number().int().positive().optional(),
    /** its position is that of the town, not of the station or interchange itself: an assumption */
    approximate: z.literal(true).optional(),
    /** left out, with a note, when no place answers to it */
    optional: z.literal(true).optional(),
    source: text.optional(),
    note: text.optional(),
  }),
]);

const section = z.strictObject({
  /** names of two stops of the project, in its order */
  from: text,
  to: text,
  name: text.optional(),
  status: z.enum(PROJECT_STATUSES).optional(),
  province: text.optional(),
  ...figures,
  ...dates,
  ...found,
});

export const projectSchema = z.strictObject({
  id,
  name: text,
  nameEn: text.optional(),
  mode: z.enum(['road', 'rail']),
  status: z.enum(PROJECT_STATUSES),
  corridor: z.string().max(MAX_TEXT, TOO_LONG).optional(),
  stops: z
    .array(stop)
    .min(2, 'a link needs at least two stops')
    .max(MAX_STOPS, `must not hold more than ${MAX_STOPS} stops`)
    .optional(),
  geometry: z
    .array(z.tuple([lon, lat]))
    .min(2, 'a line needs at least two points')
    .max(MAX_POINTS, `must not hold more than ${MAX_POINTS} points`)
    .optional(),
  grade: z.enum(ROAD_GRADES).optional(),
  /** length of the built line ÷ straight legs between its stops, where no length and no line is known */
  terrainFactor: fact(z.number().min(1).max(3)).optional(),
  ...figures,
  ...dates,
  ...found,
  /** both directions together */
  trainsPerDay: fact(positive).optional(),
  /** seconds at a stop on the way */
  dwellS: fact(positive).optional(),
  fastestTrip: fact(z.strictObject({from: text, to: text, minutes: positive})).optional(),
  /** id of the project that this one is another standard or route of: never both are built */
  variantOf: id.optional(),
  sections: z.array(section).optional(),
  /** the part of it in one province, prefecture or county */
  parts: z.array(z.strictObject({unit: text, ...figures, ...found})).optional(),
  /** roads or lines that bear on it but are not part of it */
  related: z
    .array(
      z.strictObject({
        name: text,
        status: z.enum(PROJECT_STATUSES).optional(),
        ...figures,
        ...dates,
        ...found,
      }),
    )
    .optional(),
  /** what the file itself supposes: one text, or one per language */
  assumptions: z.array(z.union([text, z.strictObject({zh: text, en: text})])).optional(),
});

/** A file of projects without its projects, which are read one by one. */
export const projectFileSchema = z.strictObject({
  schema: z.literal(PROJECTS_SCHEMA, `must be "${PROJECTS_SCHEMA}"`),
  title: text,
  note: text.optional(),
  projects: z.array(z.unknown()).min(1, 'must hold at least one project'),
});

export type Project = z.infer<typeof projectSchema>;
export type ProjectStop = z.infer<typeof stop>;
export type ProjectSection = z.infer<typeof section>;

export interface ProjectFile {
  readonly schema: typeof PROJECTS_SCHEMA;
  readonly title: string;
  readonly note?: string | undefined;
  readonly projects: readonly Project[];
}

/** Every key that the format knows, to guess what a misspelt one was meant to be. */
export const KNOWN_KEYS: readonly string[] = [
  ...Object.keys(projectFileSchema.shape),
  ...Object.keys(projectSchema.shape),
  ...Object.keys(section.shape),
  ...[
    'lon',
    'lat',
    'at',
    'station',
    'osmId',
    'approximate',
    'optional',
    'value',
    'date',
    'assumption',
    'conflicts',
    'unit',
  ],
  ...['minutes', 'zh', 'en'],
];

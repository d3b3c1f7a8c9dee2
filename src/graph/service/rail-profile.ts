import {z} from 'zod';
import railChina from '../../../profiles/rail-china.json' with {type: 'json'};
import {nonEmptyText, readSourced, sourcedNumber} from '../sourced-file.ts';

/** The format of a rail profile, docs/rail.md. */
export const RAIL_PROFILE_SCHEMA = 'guantong/rail-profile@1';

/** Which stations a train of which no timetable is known stops at. */
export const STOP_PATTERNS = ['spaced', 'all'] as const;
export type StopPattern = (typeof STOP_PATTERNS)[number];

/** What a trip by train costs besides the way itself, as a profile file says it (docs/rail.md). */
export interface RailProfile {
  readonly id: string;
  /** `spaced`: a direct train between any two stations that stops every so many km; `all`: at each station. */
  readonly stopPattern: StopPattern;
  /** Operating speed ÷ line speed. */
  readonly lineSpeedFactor: number;
  readonly accelerationMps2: number;
  readonly brakingMps2: number;
  readonly dwellS: number;
  readonly kmBetweenStops: number;
  /** From the forecourt to the platform. */
  readonly stationS: number;
  /** From the train to the concourse, or to the platform of the next train. */
  readonly alightS: number;
  /** From the concourse to the forecourt. */
  readonly leaveS: number;
  /** Between trains of unknown frequency. */
  readonly headwayS: number;
  /** Part of the day in which trains run. */
  readonly serviceDayS: number;
  readonly waitShare: number;
  readonly longestWaitS: number;
  /** On the straight way between a station and the road it joins. */
  readonly connectorKph: number;
  /** Line speed by name of the track, where the track itself is tagged with none. */
  readonly lineKph: ReadonlyMap<string, number>;
  /** Where each number of it has its source or assumption. */
  readonly sourcesIn: string;
}

const NUMBERS = {
  lineSpeedFactor: sourcedNumber(0.3, 1),
  accelerationMps2: sourcedNumber(0.05, 2),
  brakingMps2: sourcedNumber(0.05, 2),
  dwellS: sourcedNumber(0, 3600),
  kmBetweenStops: sourcedNumber(1, 10_000),
  stationS: sourcedNumber(0, 7200),
  alightS: sourcedNumber(0, 3600),
  leaveS: sourcedNumber(0, 3600),
  headwayS: sourcedNumber(0, 86_400),
  serviceDayS: sourcedNumber(3600, 86_400),
  waitShare: sourcedNumber(0, 1),
  longestWaitS: sourcedNumber(0, 86_400),
  connectorKph: sourcedNumber(1, 200),
};

const schema = z.strictObject({
  schema: z.literal(RAIL_PROFILE_SCHEMA, `must be "${RAIL_PROFILE_SCHEMA}"`),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case: a–z, 0–9 and single hyphens'),
  title: z.strictObject({zh: nonEmptyText, en: nonEmptyText}),
  note: nonEmptyText.optional(),
  sources: z.record(z.string(), nonEmptyText),
  stopPattern: z.enum(STOP_PATTERNS),
  ...NUMBERS,
  lineKph: z.record(nonEmptyText, sourcedNumber(10, 500)).optional(),
});

const HINT = 'docs/rail.md describes the format; start from a copy of profiles/rail-china.json';

/** Reads a rail profile that has been parsed as JSON; throws one `E_INPUT` for all faults together. */
export function parseRailProfile(json: unknown, fileName: string): RailProfile {
  const file = readSourced(json, schema, fileName, HINT);
  const value = (name: keyof typeof NUMBERS): number => file[name].value;
  return {
    id: file.id,
    stopPattern: file.stopPattern,
    lineSpeedFactor: value('lineSpeedFactor'),
    accelerationMps2: value('accelerationMps2'),
    brakingMps2: value('brakingMps2'),
    dwellS: value('dwellS'),
    kmBetweenStops: value('kmBetweenStops'),
    stationS: value('stationS'),
    alightS: value('alightS'),
    leaveS: value('leaveS'),
    headwayS: value('headwayS'),
    serviceDayS: value('serviceDayS'),
    waitShare: value('waitShare'),
    longestWaitS: value('longestWaitS'),
    connectorKph: value('connectorKph'),
    lineKph: new Map(Object.entries(file.lineKph ?? {}).map(([name, kph]) => [name, kph.value])),
    sourcesIn: fileName,
  };
}

/** The rail profile that comes with the package. */
export const CHINA_RAIL: RailProfile = parseRailProfile(railChina, 'profiles/rail-china.json');

/** Seconds of waiting for a train: a share of the headway, and no longer than who knows the timetable. */
export function waitS(profile: RailProfile, headwayS: number | null): number {
  const between = headwayS ?? profile.headwayS;
  return Math.min(profile.waitShare * between, profile.longestWaitS);
}

/** Headway in one direction of so many trains a day in both; `null` for none known. */
export function headwayOf(profile: RailProfile, trainsPerDay: number | null): number | null {
  return trainsPerDay === null ? null : profile.serviceDayS / (trainsPerDay / 2);
}

import {z} from 'zod';
import type {
  AdminArea,
  BorderLine,
  Landmark,
  LedgerEntry,
  Network,
  NetworkMeta,
  Place,
  SourceFile,
  Station,
} from '../network.ts';
import {LANDMARK_KINDS} from '../vocabulary.ts';
import {badFile} from './bad-file.ts';

/**
 * The JSON header. Schemas serve both ways: reading refuses what does not fit, writing picks the keys
 * in the order given here, so that equal networks have equal bytes however their objects were made.
 * Keys of later versions are ignored. `z.number()` admits no NaN and no infinity.
 */
const count = z.int().nonnegative();

const source: z.ZodType<SourceFile> = z.object({
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  dataDate: z.string().nullable(),
});

const meta: z.ZodType<NetworkMeta> = z.object({
  sources: z.array(source),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  dataDate: z.string().nullable(),
  schematic: z.boolean(),
  attribution: z.string(),
  toolVersion: z.string(),
});

const place: z.ZodType<Place> = z.object({
  osmId: z.number().nullable(),
  name: z.string(),
  altNames: z.array(z.string()),
  kind: z.string(),
  lon: z.number(),
  lat: z.number(),
  population: z.number().nullable(),
  populationDate: z.string().nullable(),
  populationKind: z.enum(['resident', 'registered']).nullish(),
  populationWithin: z.string().nullish(),
  province: z.string().nullable(),
});

const station: z.ZodType<Station> = z.object({
  osmId: z.number().nullable(),
  name: z.string(),
  kind: z.enum(['station', 'halt']),
  lon: z.number(),
  lat: z.number(),
  node: count.nullable(),
});

/** Without its line, which is a column. */
const border: z.ZodType<Omit<BorderLine, 'line'>> = z.object({
  level: z.number(),
  sides: z.array(z.string()),
  osmWayIds: z.array(z.number()),
  left: z.record(z.string(), z.string()).optional(),
  right: z.record(z.string(), z.string()).optional(),
});

/** Without its rings, which are columns. */
const area: z.ZodType<Omit<AdminArea, 'coordinates'>> = z.object({
  osmId: z.number().nullable(),
  level: z.number(),
  name: z.string(),
  province: z.string().nullable(),
  closedAlongExtract: z.boolean().optional(),
});

const ledgerEntry: z.ZodType<LedgerEntry> = z.object({
  outcome: z.enum(['kept', 'dormant', 'dropped', 'repaired', 'noted']),
  reason: z.string(),
  ways: z.number(),
  km: z.number(),
  nodes: z.number(),
  count: z.number().optional(),
  examples: z.array(z.string()),
});

const landmark: z.ZodType<Landmark> = z.object({
  kind: z.enum(LANDMARK_KINDS),
  lon: z.number(),
  lat: z.number(),
  osm: z.string(),
  name: z.string(),
});

const networkHeader = z.object({
  meta,
  counts: z.object({nodes: count, edges: count, points: count, wayIds: count, strings: count}),
  places: z.array(place),
  stations: z.array(station),
  borders: z.array(border),
  areas: z.array(area),
  ledger: z.array(ledgerEntry),
  landmarks: z.array(landmark).optional(),
  lostWays: z.array(z.tuple([z.number(), z.number()])).optional(),
});

export type NetworkHeader = z.infer<typeof networkHeader>;

/** The header of a network, keys in file order. Throws when a number in it is not finite: a bug. */
export function headerOf(network: Network): NetworkHeader {
  const {nodes, edges, strings} = network;
  return networkHeader.parse({
    ...network,
    counts: {
      nodes: nodes.count,
      edges: edges.count,
      points: edges.pointLonE7.length,
      wayIds: edges.wayId.length,
      strings: strings.length,
    },
  });
}

/** Reads a parsed header; the error names the first key that does not fit. */
export function readHeader(json: unknown, fileName: string): NetworkHeader {
  const result = networkHeader.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw badFile(fileName, `has a bad header at "${issue.path.join('.')}": ${issue.message}.`, {
    cause: result.error,
  });
}

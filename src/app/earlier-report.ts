import {z} from 'zod';
import type {ReportResult} from '../analysis/rows.ts';
import {UserError} from '../errors.ts';
import {type FileFacts, readJson} from './files.ts';

/** A report as it was written, to hold a newer one against. */
export interface EarlierReport {
  /** Only what the schema below names is sure to be there. */
  readonly result: ReportResult;
  readonly facts: FileFacts;
}

/** What of a result.json is compared; the rest may be anything. */
const number = z.number();
const list = z.array(z.looseObject({}));
const report = z.looseObject({
  schema: z.literal('guantong/report@1'),
  provenance: z.looseObject({
    version: z.string(),
    asOf: z.string().nullable(),
    dataDate: z.string().nullable(),
    schematic: z.boolean(),
    attribution: z.array(z.string()),
    inputs: z.array(z.looseObject({name: z.string(), sha256: z.string()})),
    parameters: z.record(z.string(), z.unknown()),
  }),
  detour: z.array(z.looseObject({from: z.string(), to: z.string(), via: list})),
  deadends: z.array(z.looseObject({id: z.string(), rule: z.string(), lon: number, lat: number})),
  circles: z.array(z.looseObject({place: z.string(), minutes: number, places: list})),
  score: z.array(z.looseObject({project: z.string()})),
  map: z.looseObject({bbox: z.tuple([number, number, number, number])}),
});

/** Reads a `result.json`, also one of an older version that lacks what was added since. */
export async function readEarlierReport(path: string): Promise<EarlierReport> {
  const {json, facts} = await readJson(path);
  const schema = (json as {schema?: unknown} | null)?.schema;
  if (schema !== 'guantong/report@1') {
    const given = typeof schema === 'string' ? `is ${schema}` : 'has no schema';
    throw new UserError('E_INPUT', `${path} ${given}, not guantong/report@1`, {
      hint: 'give the result.json that guantong report wrote',
    });
  }
  const parsed = report.safeParse(json);
  if (parsed.success) return {result: json as ReportResult, facts};
  const issue = parsed.error.issues[0]!;
  throw new UserError('E_INPUT', `${path}: ${issue.path.join('.')}: ${issue.message}`, {
    hint: 'the file is not as guantong report wrote it: make the report again',
  });
}

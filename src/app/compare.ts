import {z} from 'zod';
import type {Answer} from '../analysis/answer.ts';
import {compareReports} from '../analysis/compare/compare.ts';
import type {AnalysisResult, CompareRow, ReportResult} from '../analysis/rows.ts';
import {UserError} from '../errors.ts';
import {type FileFacts, readJson} from './files.ts';
import {toolVersion} from './version.ts';

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

/** Reads two `result.json` of reports and compares the newer with the older one. */
export async function runCompare(
  olderPath: string,
  newerPath: string,
): Promise<AnalysisResult<CompareRow>> {
  const older = await readReport(olderPath);
  const newer = await readReport(newerPath);
  const answer: Answer<CompareRow> = compareReports(older.result, newer.result);
  const {provenance} = newer.result;
  const inputs = [
    {...older.facts, name: `older ${older.facts.name}`, dataDate: older.result.provenance.dataDate},
    {...newer.facts, name: `newer ${newer.facts.name}`, dataDate: provenance.dataDate},
  ];
  return {
    schema: 'guantong/compare@1',
    provenance: {
      tool: 'guantong',
      version: toolVersion(),
      inputs,
      asOf: provenance.asOf,
      dataDate: provenance.dataDate,
      schematic: provenance.schematic,
      attribution: [
        ...new Set([...older.result.provenance.attribution, ...provenance.attribution]),
      ],
      parameters: answer.parameters,
      assumptions: answer.assumptions,
      warnings: answer.warnings,
    },
    rows: answer.rows,
  };
}

async function readReport(path: string): Promise<{result: ReportResult; facts: FileFacts}> {
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

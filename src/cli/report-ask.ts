import type {ReportOptions} from '../app/report.ts';
import {commandLine} from './command-line.ts';

/** What the options of `reportOptions` say. */
export interface ReportArgs {
  readonly pairs: string | undefined;
  readonly centre: string | undefined;
  readonly class: string | undefined;
  readonly permeability: boolean;
  readonly minutes: string;
  readonly budgetYi: number | undefined;
  readonly budgetKm: number | undefined;
  readonly since: string | undefined;
}

/** What is asked of a report, checked, and the command that asks for it. */
export async function reportAsk(args: ReportArgs): Promise<ReportOptions> {
  const {parseClass, parseMinutes} = await import('../app/options.ts');
  const {readEarlierReport} = await import('../app/earlier-report.ts');
  return {
    minutes: parseMinutes(args.minutes),
    command: commandLine('report', {...args}),
    pairs: args.pairs,
    centre: args.centre,
    permeability: args.permeability,
    class: args.class === undefined ? undefined : parseClass(args.class),
    budgetYi: args.budgetYi,
    budgetKm: args.budgetKm,
    since: args.since === undefined ? undefined : await readEarlierReport(args.since),
  };
}

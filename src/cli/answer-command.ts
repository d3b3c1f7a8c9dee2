import type {Answer, Question, QuestionRows} from '../app/render.ts';
import type {Workbench} from '../app/workbench.ts';
import type {QuestionArgs} from './common-options.ts';
import {terminalProgress} from './progress.ts';
import {print} from './terminal.ts';

export interface BenchFiles {
  readonly places?: string | undefined;
  readonly projects?: string | undefined;
}

/** Opens the network, asks, and prints or writes the answer: the whole of a question command. */
export async function answerCommand<Q extends Question>(
  question: Q,
  args: QuestionArgs & BenchFiles,
  ask: (bench: Workbench) => Promise<Answer<QuestionRows[Q]>>,
): Promise<void> {
  // Heavy halves load when a command runs, not when its help is read.
  const [{openWorkbench}, {resultOf}, {render}, {writeWhole}, {parseAsOf, parseSpeeds}] =
    await Promise.all([
      import('../app/workbench.ts'),
      import('../app/provenance.ts'),
      import('../app/render.ts'),
      import('../app/files.ts'),
      import('../app/options.ts'),
    ]);
  const progress = terminalProgress(args.quiet);
  try {
    const bench = await openWorkbench(
      {
        network: args.network,
        ...(args.asOf !== undefined && {asOf: parseAsOf(args.asOf)}),
        ...(args.speeds !== undefined && {speeds: parseSpeeds(args.speeds)}),
        ...(args.places !== undefined && {places: args.places}),
        ...(args.projects !== undefined && {projects: args.projects}),
      },
      progress,
    );
    progress.step(question);
    const answer = await ask(bench);
    const text = render(
      question,
      resultOf(question, bench.study, answer, {files: bench.files}),
      args.format,
      args.lang,
    );
    progress.end();
    if (args.output === '-') await print(text);
    else await writeWhole(args.output, text);
  } finally {
    progress.end();
  }
}

import type {Answer, Kind, RowsByKind} from '../app/render.ts';
import type {Workbench} from '../app/workbench.ts';
import type {QuestionArgs} from './common-options.ts';
import {type BenchArgs, openBench} from './open-bench.ts';
import {terminalProgress} from './progress.ts';
import {print} from './terminal.ts';

/** Opens the network, asks, and prints or writes the answer: the whole of a question command. */
export async function answerCommand<K extends Kind>(
  question: K,
  args: QuestionArgs & BenchArgs,
  ask: (bench: Workbench) => Promise<Answer<RowsByKind[K]>>,
): Promise<void> {
  // Heavy halves load when a command runs, not when its help is read.
  const [{resultOf}, {render, renderLayers}, {writeWhole}] = await Promise.all([
    import('../app/provenance.ts'),
    import('../app/render.ts'),
    import('../app/files.ts'),
  ]);
  const progress = terminalProgress(args.quiet);
  try {
    const bench = await openBench(args, progress);
    progress.step(question);
    const answer = await ask(bench);
    const result = resultOf(question, bench.study, answer, {
      files: bench.files,
      warnings: bench.placeWarnings,
    });
    if (args.format === 'geojson' && args.output.endsWith('/')) {
      progress.end();
      for (const [name, layer] of Object.entries(renderLayers(question, result))) {
        await writeWhole(`${args.output}${name}`, layer);
      }
      return;
    }
    const text = render(question, result, args.format, args.lang);
    progress.end();
    if (args.output === '-') await print(text);
    else await writeWhole(args.output, text);
  } finally {
    progress.end();
  }
}

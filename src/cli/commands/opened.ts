import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions, railOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const openedCommand = defineCommand({
  builder: (y) =>
    railOptions(placesOption(questionOptions(y)))
      .option('since', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'the earlier day, YYYY[-MM[-DD]]; the later one is --as-of · 较早时点',
      })
      .option('mode', {
        choices: ['road', 'best'] as const,
        default: 'road' as const,
        describe: 'best = the quicker of road and rail · 方式',
      }),
  handler: async (args) => {
    // Read before the network is: a typing error is told at once.
    const since = (await import('../../app/options.ts')).parseAsOf(args.since);
    await answerCommand('opened', args, async (bench) =>
      (await import('../../app/questions.ts')).askOpened(bench, {since, mode: args.mode}),
    );
  },
});

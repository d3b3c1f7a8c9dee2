import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const permeabilityCommand = defineCommand({
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('level', {
        choices: ['province', 'prefecture', 'county'] as const,
        default: 'province' as const,
        describe: 'lowest border that counts · 边界级别',
      })
      .option('class', {
        type: 'string',
        requiresArg: true,
        describe: 'lowest road class studied; default secondary · 最低道路类别',
      })
      .option('control', {
        type: 'number',
        requiresArg: true,
        describe: 'control line this far inside, km; default 10, 5, 2.5 by level · 对照线距离',
      })
      .option('gaps', {
        type: 'number',
        requiresArg: true,
        describe: 'cheapest gaps closed for their share of the detour; default 3 · 补缺数',
      })
      .example('$0 permeability net.gtn --class primary --format csv', ''),
  handler: (args) =>
    answerCommand('permeability', args, async (bench) => {
      const {parseClass} = await import('../../app/options.ts');
      const {askPermeability} = await import('../../app/questions.ts');
      return askPermeability(bench, {
        level: args.level,
        minClass: args.class === undefined ? undefined : parseClass(args.class),
        controlM: args.control === undefined ? undefined : args.control * 1000,
        gaps: args.gaps,
        seed: args.seed,
      });
    }),
});

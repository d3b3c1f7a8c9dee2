import {answerCommand} from '../answer-command.ts';
import {questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const deadEndsCommand = defineCommand({
  command: 'deadends <network>',
  describe: 'roads that stop at a border, and why · 断头路',
  builder: (y) =>
    questionOptions(y)
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
      .example('$0 deadends net.gtn --class motorway', ''),
  handler: (args) =>
    answerCommand('deadends', args, async (bench) => {
      const {parseClass} = await import('../../app/options.ts');
      const {askDeadEnds} = await import('../../app/questions.ts');
      return askDeadEnds(bench, {
        level: args.level,
        class: args.class === undefined ? undefined : parseClass(args.class),
      });
    }),
});

import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const gatewaysCommand = defineCommand({
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('kind', {
        type: 'string',
        default: 'airport,port,checkpoint,hsr',
        requiresArg: true,
        describe: 'airport, port, checkpoint, hsr, station; several with commas · 门户类别',
      })
      .option('minutes', {
        type: 'string',
        default: '120',
        requiresArg: true,
        describe: 'cutoff for "within reach", 1–600 · 分钟',
      })
      .option('mode', {
        choices: ['road', 'rail', 'best'] as const,
        default: 'road' as const,
        describe: 'best = the quicker of road and rail · 方式',
      })
      .option('direction', {
        choices: ['to', 'from'] as const,
        default: 'to' as const,
        describe: 'trips to the gateway, or from it · 方向',
      })
      .option('projects', {
        type: 'string',
        requiresArg: true,
        describe: 'planned links for the after · 规划项目文件',
      }),
  handler: async (args) => {
    // Read before the network is: a typing error is told at once.
    const {parseKinds, parseMinutes} = await import('../../app/options.ts');
    const [kinds, minutes] = [parseKinds(args.kind), parseMinutes(args.minutes)];
    await answerCommand('gateways', args, async (bench) =>
      (await import('../../app/questions.ts')).askGateways(bench, {
        ...args,
        kinds,
        minutes: minutes[0]!,
        withProjects: args.projects !== undefined,
      }),
    );
  },
});

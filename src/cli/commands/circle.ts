import {UserError} from '../../errors.ts';
import {answerCommand} from '../answer-command.ts';
import {
  placesOption,
  populationOptions,
  projectOptions,
  questionOptions,
  railOptions,
} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const circleCommand = defineCommand({
  builder: (y) =>
    populationOptions(projectOptions(railOptions(placesOption(questionOptions(y)))))
      .option('from', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'place name or lon,lat; several: "温州港、宁德港" or again --from · 中心',
      })
      .option('minutes', {
        type: 'string',
        default: '60',
        requiresArg: true,
        describe: 'cutoff, 1–600, or several: 60,120,180 · 分钟',
      })
      .option('mode', {
        choices: ['road', 'rail', 'best'] as const,
        default: 'road' as const,
        describe: 'best = the quicker of road and rail · 方式',
      })
      .option('rail-time', {
        choices: ['door', 'station'] as const,
        default: 'door' as const,
        describe: 'door to door, or station to station (mode rail only) · 铁路时间口径',
      })
      .option('direction', {
        choices: ['from', 'to'] as const,
        default: 'from' as const,
        describe: 'trips that start at the place, or that end there · 方向',
      })
      .option('each', {
        type: 'boolean',
        default: false,
        describe: 'also every project alone, variants too · 逐个项目',
      })
      .option('projects', {
        type: 'string',
        requiresArg: true,
        describe: 'planned links for the after · 规划项目文件',
      })
      .check(({mode, railTime}) => {
        if (railTime === 'door' || mode === 'rail') return true;
        throw new UserError('E_USAGE', '--rail-time station speaks of trains alone', {
          hint: 'give --mode rail with it',
        });
      }),
  handler: async (args) => {
    // Read before the network is: a typing error is told at once.
    const {parseMinutes, parseNames} = await import('../../app/options.ts');
    const [from, minutes] = [parseNames(args.from), parseMinutes(args.minutes)];
    await answerCommand('circle', args, async (bench) =>
      (await import('../../app/questions.ts')).askCircle(bench, {
        ...args,
        from,
        minutes,
        withProjects: args.projects !== undefined,
      }),
    );
  },
});

import {UserError} from '../../errors.ts';
import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const circleCommand = defineCommand({
  command: 'circle <network>',
  describe: 'what lies within an hour of a place, with and without projects · 交通圈',
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('from', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'place name or lon,lat · 中心',
      })
      .option('minutes', {
        type: 'number',
        default: 60,
        requiresArg: true,
        describe: 'cutoff, 1–600 · 分钟',
      })
      .option('mode', {
        choices: ['road', 'rail', 'best'] as const,
        default: 'road' as const,
        describe: 'best = the quicker of road and rail · 方式',
      })
      .option('projects', {
        type: 'string',
        requiresArg: true,
        describe: 'planned links for the after · 规划项目文件',
      })
      .check(({minutes}) => {
        if (minutes >= 1 && minutes <= 600) return true;
        throw new UserError('E_USAGE', `--minutes ${minutes} is not between 1 and 600`, {
          hint: 'write --minutes 60',
        });
      }),
  handler: (args) =>
    answerCommand('circle', args, async (bench) =>
      (await import('../../app/questions.ts')).askCircle(bench, {
        ...args,
        withProjects: args.projects !== undefined,
      }),
    ),
});

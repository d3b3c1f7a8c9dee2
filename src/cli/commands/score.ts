import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const scoreCommand = defineCommand({
  command: 'score <network>',
  describe: 'rank planned links by the time they save · 项目排序',
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('projects', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'planned links, see docs/project-format.md · 规划项目文件',
      })
      .option('mode', {
        choices: ['road', 'best'] as const,
        default: 'best' as const,
        describe: 'baseline: road only, or the quicker of road and existing rail · 现状方式',
      })
      .option('centre', {
        type: 'string',
        requiresArg: true,
        describe: 'centre of the one-hour circle; default: the place with most people · 龙头城市',
      }),
  handler: (args) =>
    answerCommand('score', args, async (bench) =>
      (await import('../../app/questions.ts')).askScore(bench, args),
    ),
});

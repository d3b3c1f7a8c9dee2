import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions, railOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const validateCommand = defineCommand({
  builder: (y) =>
    railOptions(placesOption(questionOptions(y)))
      .option('times', {
        type: 'string',
        requiresArg: true,
        describe: 'published times; default: data/published-times.json · 公布时间文件',
      })
      .option('projects', {
        type: 'string',
        requiresArg: true,
        describe: 'planned links whose fastest trips are asked too · 规划线路文件，含最快车次',
      }),
  handler: (args) =>
    answerCommand('validate', {...args, times: args.times ?? true}, async (bench) =>
      (await import('../../app/questions.ts')).askValidate(bench),
    ),
});

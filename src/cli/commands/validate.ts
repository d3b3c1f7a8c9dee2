import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions, railOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const validateCommand = defineCommand({
  builder: (y) =>
    railOptions(placesOption(questionOptions(y))).option('times', {
      type: 'string',
      requiresArg: true,
      describe: 'published times; default: data/published-times.json · 公布时间文件',
    }),
  handler: (args) =>
    answerCommand('validate', {...args, times: args.times ?? true}, async (bench) =>
      (await import('../../app/questions.ts')).askValidate(bench),
    ),
});

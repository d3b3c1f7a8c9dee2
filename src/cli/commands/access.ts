import {answerCommand} from '../answer-command.ts';
import {accessOptions, placesOption, questionOptions, railOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const accessCommand = defineCommand({
  builder: (y) =>
    accessOptions(railOptions(placesOption(questionOptions(y)))).option('mode', {
      choices: ['road', 'best'] as const,
      default: 'road' as const,
      describe: 'best = the quicker of road and rail · 方式',
    }),
  handler: (args) =>
    answerCommand('access', args, async (bench) =>
      (await import('../../app/questions.ts')).askAccess(bench, args),
    ),
});

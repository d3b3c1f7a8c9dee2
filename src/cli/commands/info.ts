import {answerCommand} from '../answer-command.ts';
import {questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const infoCommand = defineCommand({
  builder: (y) => questionOptions(y),
  handler: (args) =>
    answerCommand('info', args, async (bench) =>
      (await import('../../app/questions.ts')).askInfo(bench),
    ),
});

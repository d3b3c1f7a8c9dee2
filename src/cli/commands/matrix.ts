import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const matrixCommand = defineCommand({
  builder: (y) => placesOption(questionOptions(y)),
  handler: (args) =>
    answerCommand('matrix', args, async (bench) =>
      (await import('../../app/questions.ts')).askMatrix(bench),
    ),
});

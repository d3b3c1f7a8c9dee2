import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const matrixCommand = defineCommand({
  command: 'matrix <network>',
  describe: 'times and lengths between all places · 时间距离矩阵',
  builder: (y) => placesOption(questionOptions(y)),
  handler: (args) =>
    answerCommand('matrix', args, async (bench) =>
      (await import('../../app/questions.ts')).askMatrix(bench),
    ),
});

import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const detourCommand = defineCommand({
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('pairs', {
        type: 'string',
        requiresArg: true,
        describe: 'pairs of places, "温州-上饶,温州-宁德"; default: all pairs · 城市对',
      })
      .example('$0 detour net.gtn --pairs "温州-上饶,温州-宁德"', ''),
  handler: (args) =>
    answerCommand('detour', args, async (bench) =>
      (await import('../../app/questions.ts')).askDetour(bench, args),
    ),
});

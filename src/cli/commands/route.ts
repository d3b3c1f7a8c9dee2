import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const routeCommand = defineCommand({
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('from', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'place name or lon,lat · 起点',
      })
      .option('to', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'place name or lon,lat · 终点',
      })
      .example('$0 route net.gtn --from 温州 --to 上饶', ''),
  handler: (args) =>
    answerCommand('route', args, async (bench) =>
      (await import('../../app/questions.ts')).askRoute(bench, args),
    ),
});

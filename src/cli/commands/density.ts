import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const densityCommand = defineCommand({
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('level', {
        type: 'string',
        requiresArg: true,
        default: 'prefecture',
        describe: 'province, prefecture, county, or an admin_level 2–10 · 行政级别',
      })
      .option('class', {
        type: 'string',
        requiresArg: true,
        describe: 'lowest road class counted; default unclassified · 最低道路类别',
      })
      .option('structure-class', {
        type: 'string',
        requiresArg: true,
        describe: 'lowest class of the corridor graph; default secondary · 走廊图最低类别',
      })
      .option('band', {
        type: 'number',
        requiresArg: true,
        describe: 'width of the border band, km; default 10 · 边界带宽',
      })
      .example('$0 density net.gtn --level county --format csv', ''),
  handler: (args) =>
    answerCommand('density', args, async (bench) => {
      const {parseAdminLevel, parseClass} = await import('../../app/options.ts');
      const {askDensity} = await import('../../app/questions.ts');
      const classOf = (text: string | undefined) =>
        text === undefined ? undefined : parseClass(text);
      return askDensity(bench, {
        adminLevel: parseAdminLevel(args.level),
        minClass: classOf(args.class),
        structureClass: classOf(args.structureClass),
        bandM: args.band === undefined ? undefined : args.band * 1000,
      });
    }),
});

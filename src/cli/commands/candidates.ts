import {answerCommand} from '../answer-command.ts';
import {placesOption, questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {openBench} from '../open-bench.ts';
import {terminalProgress} from '../progress.ts';
import {print} from '../terminal.ts';

export const candidatesCommand = defineCommand({
  builder: (y) =>
    placesOption(questionOptions(y))
      .option('format', {
        choices: ['text', 'json', 'csv', 'geojson', 'projects'] as const,
        default: 'text' as const,
        alias: 'f',
        describe: 'form of the answer; projects = a file for guantong score · 输出格式',
      })
      .option('level', {
        choices: ['province', 'prefecture', 'county'] as const,
        default: 'province' as const,
        describe: 'lowest border that counts · 边界级别',
      })
      .option('class', {
        type: 'string',
        requiresArg: true,
        describe: 'lowest road class that is joined; default secondary · 最低道路类别',
      })
      .option('gap', {
        type: 'number',
        requiresArg: true,
        describe: 'longest gap, km; default 20, 10, 5 by level · 最大间距',
      })
      .option('band', {
        type: 'number',
        requiresArg: true,
        describe: 'how near to the border the ends lie, km; default half the gap · 边界带宽',
      })
      .option('ratio', {
        type: 'number',
        requiresArg: true,
        describe: 'least time today ÷ time over the gap; default 3 · 最小绕行倍数',
      })
      .option('sphere', {
        type: 'number',
        requiresArg: true,
        describe: 'ends this near are one corridor, km; default half the gap · 并为一条的半径',
      })
      .option('own-gap', {
        type: 'number',
        requiresArg: true,
        describe: 'gaps on one side that are closed first, km; default 1 · 先行弥合的本侧缺口',
      })
      .example('$0 candidates net.gtn --class primary --format projects -o found.json', '')
      .example('$0 score net.gtn --projects found.json', ''),
  handler: async (args) => {
    const ask = async (bench: Awaited<ReturnType<typeof openBench>>) => {
      const {parseClass} = await import('../../app/options.ts');
      const {askCandidates} = await import('../../app/questions.ts');
      const metres = (km: number | undefined) => (km === undefined ? undefined : km * 1000);
      return askCandidates(bench, {
        level: args.level,
        minClass: args.class === undefined ? undefined : parseClass(args.class),
        maxGapM: metres(args.gap),
        bandM: metres(args.band),
        minRatio: args.ratio,
        sphereM: metres(args.sphere),
        ownGapM: metres(args.ownGap),
      });
    };
    const {format} = args;
    if (format !== 'projects') return answerCommand('candidates', {...args, format}, ask);
    const [{projectsText}, {writeWhole}] = await Promise.all([
      import('../../app/candidate-projects.ts'),
      import('../../app/files.ts'),
    ]);
    const progress = terminalProgress(args.quiet);
    try {
      const bench = await openBench(args, progress);
      progress.step('candidates');
      const text = projectsText(await ask(bench));
      progress.end();
      if (args.output === '-') await print(text);
      else await writeWhole(args.output, text);
    } finally {
      progress.end();
    }
  },
});

import {commandLine} from '../command-line.ts';
import {
  dayOption,
  pdfOption,
  placesOption,
  populationOptions,
  projectOptions,
  quietOption,
  railOptions,
  speedOptions,
} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {openBench} from '../open-bench.ts';
import {terminalProgress} from '../progress.ts';
import {say} from '../terminal.ts';

export const reportCommand = defineCommand({
  builder: (y) =>
    populationOptions(
      projectOptions(railOptions(placesOption(speedOptions(pdfOption(quietOption(dayOption(y))))))),
    )
      .positional('network', {
        type: 'string',
        demandOption: true,
        describe: 'a .gtn file or an extract',
      })
      .option('output', {
        type: 'string',
        alias: 'o',
        default: 'out',
        requiresArg: true,
        describe: 'folder to write · 输出目录',
      })
      .option('projects', {
        type: 'string',
        requiresArg: true,
        describe: 'planned links · 规划项目文件',
      })
      .option('pairs', {
        type: 'string',
        requiresArg: true,
        describe: 'pairs shown first · 重点城市对',
      })
      .option('centre', {
        type: 'string',
        requiresArg: true,
        describe: 'leading city of the circle · 龙头城市',
      })
      .option('class', {
        type: 'string',
        requiresArg: true,
        describe: 'lowest road class for dead ends',
      })
      .option('permeability', {
        type: 'boolean',
        default: true,
        describe: 'how open every border line is; --no-permeability is quicker · 边界通透度',
      })
      .option('minutes', {
        type: 'string',
        default: '60,120,180',
        requiresArg: true,
        describe: 'cutoffs of the circles · 交通圈时限',
      })
      .option('budget-yi', {
        type: 'number',
        requiresArg: true,
        describe: 'best set of projects for so many 亿元 · 预算（亿元）',
      })
      .option('budget-km', {
        type: 'number',
        requiresArg: true,
        describe: 'best set of projects of so many km · 里程上限',
      })
      .option('since', {
        type: 'string',
        requiresArg: true,
        describe: 'result.json of an earlier report, to tell what moved · 与旧报告比较',
      }),
  handler: async (args) => {
    const {makeReport} = await import('../../app/report.ts');
    const {writeReport} = await import('../../app/write-report.ts');
    const {pdfWish, requirePrinter} = await import('../../app/report-pdf.ts');
    const {parseClass, parseMinutes} = await import('../../app/options.ts');
    const {readEarlierReport} = await import('../../app/earlier-report.ts');
    const pdf = pdfWish(args.pdf);
    requirePrinter(pdf);
    const minutes = parseMinutes(args.minutes);
    const since = args.since === undefined ? undefined : await readEarlierReport(args.since);
    const progress = terminalProgress(args.quiet);
    try {
      const bench = await openBench({...args, times: true}, progress);
      const result = makeReport(
        bench,
        {
          minutes,
          command: commandLine('report', args),
          pairs: args.pairs,
          centre: args.centre,
          permeability: args.permeability,
          class: args.class === undefined ? undefined : parseClass(args.class),
          budgetYi: args.budgetYi,
          budgetKm: args.budgetKm,
          since,
        },
        progress,
      );
      const {files, notes} = await writeReport(result, args.output, progress, pdf);
      progress.end();
      for (const {zh, en} of notes) say(`${en} · ${zh}`);
      if (!args.quiet) say(`${args.output}/index.html (+ ${files.length - 1} files)`);
    } finally {
      progress.end();
    }
  },
});

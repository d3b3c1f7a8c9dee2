import {
  dayOption,
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
      projectOptions(railOptions(placesOption(speedOptions(quietOption(dayOption(y)))))),
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
      .option('minutes', {
        type: 'string',
        default: '60',
        requiresArg: true,
        describe: 'cutoff of the circle, or several: 60,120,180',
      }),
  handler: async (args) => {
    const {makeReport} = await import('../../app/report.ts');
    const {writeReport} = await import('../../app/write-report.ts');
    const {parseClass, parseMinutes} = await import('../../app/options.ts');
    const minutes = parseMinutes(args.minutes);
    const progress = terminalProgress(args.quiet);
    try {
      const bench = await openBench(args, progress);
      const result = makeReport(
        bench,
        {
          minutes,
          pairs: args.pairs,
          centre: args.centre,
          class: args.class === undefined ? undefined : parseClass(args.class),
        },
        progress,
      );
      const files = await writeReport(result, args.output, progress);
      progress.end();
      if (!args.quiet) say(`${args.output}/index.html (+ ${files.length - 1} files)`);
    } finally {
      progress.end();
    }
  },
});

import {
  dayOption,
  pdfOption,
  placesOption,
  populationOptions,
  projectOptions,
  quietOption,
  railOptions,
  reportOptions,
  speedOptions,
} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {openBench} from '../open-bench.ts';
import {terminalProgress} from '../progress.ts';
import {reportAsk} from '../report-ask.ts';
import {say} from '../terminal.ts';

export const reportCommand = defineCommand({
  builder: (y) =>
    reportOptions(
      populationOptions(
        projectOptions(
          railOptions(placesOption(speedOptions(pdfOption(quietOption(dayOption(y)))))),
        ),
      ),
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
      .option('review', {
        type: 'string',
        requiresArg: true,
        describe: "a planner's verdicts on dead ends · 断头路复核文件",
      })
      .option('lang', {
        choices: ['zh', 'en'] as const,
        default: 'zh' as const,
        describe: 'language of index.html when opened, and of the PDF · 语言',
      }),
  handler: async (args) => {
    const {makeReport} = await import('../../app/report.ts');
    const {writeReport} = await import('../../app/write-report.ts');
    const {pdfWish, requirePrinter} = await import('../../app/report-pdf.ts');
    const pdf = pdfWish(args.pdf);
    requirePrinter(pdf);
    const ask = await reportAsk(args);
    const progress = terminalProgress(args.quiet);
    try {
      const bench = await openBench({...args, times: true}, progress);
      const result = makeReport(bench, ask, progress);
      const {files, notes} = await writeReport(result, args.output, progress, pdf, args.lang);
      progress.end();
      for (const {zh, en} of notes) say(`${en} · ${zh}`);
      if (!args.quiet) say(`${args.output}/index.html (+ ${files.length - 1} files)`);
    } finally {
      progress.end();
    }
  },
});

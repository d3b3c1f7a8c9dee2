import {commandLine} from '../command-line.ts';
import {dayOption, pdfOption, quietOption} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {terminalProgress} from '../progress.ts';
import {print, say} from '../terminal.ts';

export const demoCommand = defineCommand({
  builder: (y) =>
    pdfOption(quietOption(dayOption(y)))
      .option('output', {
        type: 'string',
        alias: 'o',
        default: 'out',
        requiresArg: true,
        describe: 'folder to write · 输出目录',
      })
      .option('lang', {
        choices: ['zh', 'en'] as const,
        default: 'zh' as const,
        describe:
          'language of the headline numbers, of index.html when opened, and of the PDF · 语言',
      }),
  handler: async (args) => {
    const {runDemo} = await import('../../app/demo.ts');
    const {writeReport} = await import('../../app/write-report.ts');
    const {pdfWish, requirePrinter} = await import('../../app/report-pdf.ts');
    const {headlines} = await import('../../app/headlines.ts');
    const {parseAsOf} = await import('../../app/options.ts');
    const pdf = pdfWish(args.pdf);
    requirePrinter(pdf);
    const progress = terminalProgress(args.quiet);
    try {
      const asOf = args.asOf === undefined ? undefined : parseAsOf(args.asOf);
      const result = await runDemo(asOf, progress, commandLine('demo', args));
      const {notes} = await writeReport(result, args.output, progress, pdf, args.lang);
      progress.end();
      for (const {zh, en} of notes) say(`${en} · ${zh}`);
      await print(headlines(result, args.output, args.lang));
    } finally {
      progress.end();
    }
  },
});

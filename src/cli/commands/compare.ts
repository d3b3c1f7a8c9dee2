import {defineCommand} from '../define-command.ts';
import {print} from '../terminal.ts';

export const compareCommand = defineCommand({
  builder: (y) =>
    y
      .positional('older', {
        type: 'string',
        demandOption: true,
        describe: 'result.json of the older report · 旧报告',
      })
      .positional('newer', {
        type: 'string',
        demandOption: true,
        describe: 'result.json of the newer report · 新报告',
      })
      .option('format', {
        choices: ['text', 'json', 'csv', 'geojson'] as const,
        default: 'text' as const,
        alias: 'f',
        describe: 'form of the answer · 输出格式',
      })
      .option('output', {
        type: 'string',
        default: '-',
        alias: 'o',
        requiresArg: true,
        describe: 'file for the answer, - is stdout · 输出文件',
      })
      .option('lang', {
        choices: ['zh', 'en'] as const,
        default: 'zh' as const,
        describe: 'language of text · 语言',
      }),
  handler: async (args) => {
    const [{runCompare}, {render}, {writeWhole}] = await Promise.all([
      import('../../app/compare.ts'),
      import('../../app/render.ts'),
      import('../../app/files.ts'),
    ]);
    const result = await runCompare(args.older, args.newer);
    const text = render('compare', result, args.format, args.lang);
    if (args.output === '-') await print(text);
    else await writeWhole(args.output, text);
  },
});

import {questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {openBench} from '../open-bench.ts';
import {terminalProgress} from '../progress.ts';
import {print, say} from '../terminal.ts';

export const reviewCommand = defineCommand({
  builder: (y) =>
    questionOptions(y)
      .option('review', {
        type: 'string',
        requiresArg: true,
        describe: 'the review so far, see docs/review-format.md · 已有复核文件',
      })
      .option('level', {
        choices: ['province', 'prefecture', 'county'] as const,
        default: 'province' as const,
        describe: 'lowest border that counts · 边界级别',
      })
      .option('class', {
        type: 'string',
        requiresArg: true,
        describe: 'lowest road class studied; default secondary · 最低道路类别',
      })
      .option('mark', {
        type: 'string',
        array: true,
        requiresArg: true,
        default: [] as string[],
        describe: '"ID=confirmed", "ID=built", "ID=private" or "ID=data-error" · 复核结论',
      })
      .option('note', {
        type: 'string',
        requiresArg: true,
        describe: 'why, for the marks of this call · 说明',
      })
      .option('author', {
        type: 'string',
        requiresArg: true,
        describe: 'who says so · 复核人',
      })
      .option('date', {
        type: 'string',
        requiresArg: true,
        describe: 'day of the verdict, yyyy-mm-dd · 复核日期',
      })
      .example('$0 review net.gtn --class primary -o review.json', '')
      .example(
        '$0 review net.gtn --review review.json --mark "ID=built" --author 张三 --date 2026-11-26 -o review.json',
        '',
      ),
  handler: async (args) => {
    const [{parseClass}, {askReview, parseMarks, reviewText}, {writeWhole}] = await Promise.all([
      import('../../app/options.ts'),
      import('../../app/review.ts'),
      import('../../app/files.ts'),
    ]);
    const marks = parseMarks(args.mark, args);
    const progress = terminalProgress(args.quiet);
    try {
      const bench = await openBench(args, progress);
      progress.step('review');
      const {file, changes} = askReview(
        bench,
        {level: args.level, class: args.class === undefined ? undefined : parseClass(args.class)},
        marks,
      );
      progress.end();
      const text = reviewText(file);
      if (args.output === '-') await print(text);
      else await writeWhole(args.output, text);
      if (!args.quiet) for (const change of changes) say(change[args.lang]);
    } finally {
      progress.end();
    }
  },
});

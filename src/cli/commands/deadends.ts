import {answerCommand} from '../answer-command.ts';
import {questionOptions} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

/** A number without a default of its own: what is not given has that of docs/dead-ends.md. */
const figure = (describe: string) => ({type: 'number', requiresArg: true, describe}) as const;

export const deadEndsCommand = defineCommand({
  builder: (y) =>
    questionOptions(y)
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
      .option('projects', {
        type: 'string',
        requiresArg: true,
        describe: 'planned links, a file or: registry (the one supplied) · 规划项目',
      })
      .option('all', {
        type: 'boolean',
        default: false,
        describe: 'also ends that the data makes: cut, unjoined, barred · 含数据造成的端点',
      })
      .option('buffer-km', figure('R2 how near to the border; default 5 · 距边界'))
      .option('gap-km', {
        type: 'string',
        requiresArg: true,
        describe: 'R3 widest gap by level, default 20,10,5; one figure for all · 间隔',
      })
      .option('ratio', figure('R3 R5 way today over gap; default 3 · 绕行倍数'))
      .option(
        'official-km',
        figure('R1 longest stretch not open; default 100, official · 未通里程'),
      )
      .option('grade-steps', figure('R4 steps that grade, lanes or class fall; default 2 · 降级'))
      .option('grade-km', figure('R4 within this of the border; default 5 · 降级距离'))
      .option('unit-detour', figure('R7 detour between neighbours; default 2 · 相邻绕行'))
      .option('unit-time', figure('R7 time over straight at top speed; default 5 · 相邻时间'))
      .option('settlement-km', figure('settlements told within this; default 10 · 居民点'))
      .option('review', {
        type: 'string',
        requiresArg: true,
        describe: 'honour a review file and tell what changed, see: review · 复核文件',
      })
      .example('$0 deadends net.gtn --class motorway', '')
      .example('$0 deadends net.gtn --projects registry --as-of 2015', ''),
  handler: (args) =>
    answerCommand(
      'deadends',
      {...args, projects: undefined, registry: args.projects},
      async (bench) => {
        const {parseClass} = await import('../../app/options.ts');
        const {parseGaps} = await import('../../app/dead-end-options.ts');
        const {askDeadEnds} = await import('../../app/questions.ts');
        const metres = (km: number | undefined) => (km === undefined ? undefined : km * 1000);
        return askDeadEnds(bench, {
          level: args.level,
          class: args.class === undefined ? undefined : parseClass(args.class),
          all: args.all,
          bufferM: metres(args['buffer-km']),
          gapM: args['gap-km'] === undefined ? undefined : parseGaps(args['gap-km']),
          detourRatio: args.ratio,
          officialGapM: metres(args['official-km']),
          gradeSteps: args['grade-steps'],
          gradeWithinM: metres(args['grade-km']),
          unitDetour: args['unit-detour'],
          unitTime: args['unit-time'],
          settlementM: metres(args['settlement-km']),
        });
      },
    ),
});

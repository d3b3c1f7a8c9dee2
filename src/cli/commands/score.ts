import {SCORE_MEASURES} from '../../app/score-measures.ts';
import {answerCommand} from '../answer-command.ts';
import {
  accessOptions,
  placesOption,
  projectOptions,
  questionOptions,
  railOptions,
} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';

export const scoreCommand = defineCommand({
  builder: (y) =>
    accessOptions(projectOptions(railOptions(placesOption(questionOptions(y)))))
      .option('projects', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'planned links, see docs/project-format.md · 规划项目文件',
      })
      .option('mode', {
        choices: ['road', 'best'] as const,
        default: 'best' as const,
        describe: 'baseline: road only, or the quicker of road and existing rail · 现状方式',
      })
      .option('centre', {
        type: 'string',
        requiresArg: true,
        describe: 'centre of the one-hour circle; default: the place with most people · 龙头城市',
      })
      .option('by', {
        choices: SCORE_MEASURES,
        default: 'benefit' as const,
        describe: 'measure to rank by, docs/indicators.md · 排序指标',
      })
      .option('core', {
        type: 'string',
        requiresArg: true,
        describe: 'core cities of siphon flags, 温州,上饶; default: places tagged city · 核心城市',
      })
      .option('routes', {
        type: 'number',
        default: 3,
        requiresArg: true,
        describe: 'pairs of a project, most saved first, that get their new way · 新路线条数',
      })
      .option('runs', {
        type: 'number',
        requiresArg: true,
        describe: 'rankings under drawn parameters, for rank stability, e.g. 200 · 稳定性试算次数',
      })
      .option('portfolio', {
        type: 'boolean',
        default: false,
        describe: 'what projects are worth together, and what to build first · 项目组合',
      })
      .option('budget-yi', {
        type: 'number',
        requiresArg: true,
        describe: 'budget of the portfolio in 亿元 · 预算',
      })
      .option('budget-km', {
        type: 'number',
        requiresArg: true,
        describe: 'budget of the portfolio in km · 里程预算',
      })
      .option('trips', {
        type: 'string',
        requiresArg: true,
        describe: 'trips made today, CSV with from, to, trips · 出行量表',
      })
      .option('elasticity', {
        type: 'number',
        requiresArg: true,
        describe: 'of trips to time, 0 = as many as today; with --trips · 出行时间弹性',
      }),
  handler: (args) =>
    answerCommand('score', args, async (bench) =>
      (await import('../../app/questions.ts')).askScore(bench, args),
    ),
});

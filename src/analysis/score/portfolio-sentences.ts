import type {JoinedProject} from '../join-project.ts';
import type {Portfolio, Sentence} from '../rows.ts';
import {EXACT_PROJECTS} from './portfolio.ts';

/** How the sets were compared. */
export function portfolioSentence({method}: Portfolio): Sentence {
  return method === 'exact'
    ? {
        id: 'portfolio-exact',
        zh: '组合：逐一计算了全部项目组合（同一项目的不同方案不同时建），最佳组合与建设顺序是穷举所得；价值为节省的人·秒，不含费用以外的约束',
        en: 'portfolio: every set of projects was valued (variants of one project are never both built), so the best set and the order are exact; value is person-seconds saved, and no limit counts but the budget',
      }
    : {
        id: 'portfolio-greedy',
        zh: `组合：项目多于 ${EXACT_PROJECTS} 个，按边际效益逐个选取再互换改进，不保证是最佳组合`,
        en: `portfolio: more than ${EXACT_PROJECTS} projects, chosen one by one by what each adds and improved by swaps; this need not be the best set`,
      };
}

const REASONS: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  'cost-unknown': {
    zh: '造价未知，不能进入以亿元计的预算',
    en: 'cost not known, so not in a budget of yuan',
  },
  'joins-nothing': {zh: '接入路网的站点不足两个', en: 'fewer than two stops join the network'},
  'too-many': {
    zh: '项目过多，单独效益较低者未参与组合',
    en: 'too many projects: those worth least alone were left out',
  },
};

/** Which projects are not in the portfolio, and why. */
export function leftOutWarnings(
  {leftOut}: Portfolio,
  projects: readonly JoinedProject[],
): Sentence[] {
  return Object.entries(REASONS).flatMap(([reason, text]): Sentence[] => {
    const ids = new Set(leftOut.filter((one) => one.reason === reason).map((o) => o.projectId));
    const named = projects.filter(({project}) => ids.has(project.id)).map(({project}) => project);
    if (named.length === 0) return [];
    return [
      {
        id: `portfolio-${reason}`,
        zh: `未参与组合（${text.zh}）：${named.map((p) => p.name).join('、')}`,
        en: `not in the portfolio (${text.en}): ${named.map((p) => p.nameEn).join(', ')}`,
      },
    ];
  });
}

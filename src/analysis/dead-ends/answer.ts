import type {Network} from '../../graph/network.ts';
import type {Answer} from '../answer.ts';
import type {DeadEndRow, Sentence} from '../rows.ts';
import {type DeadEndTally, surveyDeadEnds} from './find.ts';
import {openBorderEnds, openBorderSentence} from './open-borders.ts';
import {bordersOf, type DeadEndOptions, thresholdsOf} from './options.ts';

/** Dead ends with what was left out and why, in numbers. */
export function deadEnds(network: Network, options: DeadEndOptions): Answer<DeadEndRow> {
  const {rows, tally} = surveyDeadEnds(network, options);
  return {
    rows,
    parameters: {
      level: options.level,
      ...thresholdsOf(options),
      all: options.all ?? false,
      plannedRoads: options.planned?.length ?? 0,
      tally,
    },
    assumptions: [DEFAULTS_ARE_OURS],
    warnings: [
      tallySentence(tally, options.all ?? false),
      ...openBorderSentence(openBorderEnds(network, bordersOf(network, options.level))),
    ],
  };
}

const DEFAULTS_ARE_OURS: Sentence = {
  id: 'dead-end-thresholds',
  zh: '断头路判定的各项阈值（缓冲距离、间隔、绕行倍数、等级差等）及可信度为本工具的建议值，除 R1 的 100 公里外均无规范依据，可用选项更改，见 docs/dead-ends.md',
  en: 'the thresholds of the dead-end rules (buffer, gap, ratios, steps) and the confidences are this tool’s proposals; only the 100 km of R1 are official; options change them, see docs/dead-ends.md',
};

function tallySentence(t: DeadEndTally, all: boolean): Sentence {
  const [zh, en] = all
    ? ['已列于表末', 'listed last']
    : ['未列出（--all 可列）', 'not listed (--all lists them)'];
  return {
    id: 'dead-end-tally',
    zh: `所查道路共有 ${t.tips} 个端点：列出 ${t.reported} 个，另有无断头的发现 ${t.withoutTip} 处（近数据边缘而未列 ${t.cutElsewhere} 处）；${zh}：数据边缘截断 ${t.clipExcluded}，与近旁道路仅差绘图间隙 ${t.gapInDrawing}，止于高速公路旁而数据不绘匝道 ${t.rampsLacking}，设有路障且前方无路 ${t.barrierExcluded}；未列出：离边界远 ${t.farFromBorder}，沿边界而行 ${t.alongBorder}，背离边界 ${t.awayFromBorder}，另一幅路面 ${t.paired}，同一缺口的另一端 ${t.farEnds}，按通行受限列出 ${t.atBreak}`,
    en: `the studied roads have ${t.tips} tips: ${t.reported} listed, and ${t.withoutTip} findings without a tip (${t.cutElsewhere} more left out near the extract's edge); ${en}: ${t.clipExcluded} cut by the extract's edge, ${t.gapInDrawing} a drawing gap from a road nearby, ${t.rampsLacking} beside an expressway where the data draws no ramps, ${t.barrierExcluded} closed by a barrier with nothing beyond; not listed: ${t.farFromBorder} far from the border, ${t.alongBorder} running along it, ${t.awayFromBorder} leading away from it, ${t.paired} second carriageways, ${t.farEnds} far ends of one gap, ${t.atBreak} listed as access breaks`,
  };
}

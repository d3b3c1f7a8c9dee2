import type {Network} from '../../graph/network.ts';
import type {Answer} from '../answer.ts';
import type {DeadEndRow, Sentence} from '../rows.ts';
import {type DeadEndTally, surveyDeadEnds} from './find.ts';
import {DEAD_END_DEFAULTS, type DeadEndOptions} from './options.ts';

/** Dead ends with what was left out and why, in numbers. */
export function deadEnds(network: Network, options: DeadEndOptions): Answer<DeadEndRow> {
  const {rows, tally} = surveyDeadEnds(network, options);
  return {
    rows,
    parameters: {
      level: options.level,
      minClass: options.minClass ?? DEAD_END_DEFAULTS.minClass,
      bufferM: options.bufferM ?? DEAD_END_DEFAULTS.bufferM,
      tally,
    },
    assumptions: [],
    warnings: [tallySentence(tally)],
  };
}

function tallySentence(t: DeadEndTally): Sentence {
  return {
    id: 'dead-end-tally',
    zh: `所查道路共有 ${t.tips} 个端点：列出 ${t.reported} 个；未列出：离边界远 ${t.farFromBorder}，数据边缘截断 ${t.clipExcluded}，与近旁道路仅差绘图间隙 ${t.gapInDrawing}，沿边界而行 ${t.alongBorder}，背离边界 ${t.awayFromBorder}，设有路障 ${t.barrierExcluded}，另一幅路面 ${t.paired}`,
    en: `the studied roads have ${t.tips} tips: ${t.reported} listed; not listed: ${t.farFromBorder} far from the border, ${t.clipExcluded} cut by the extract's edge, ${t.gapInDrawing} a drawing gap from a road nearby, ${t.alongBorder} running along the border, ${t.awayFromBorder} leading away from it, ${t.barrierExcluded} closed by a barrier, ${t.paired} second carriageways`,
  };
}

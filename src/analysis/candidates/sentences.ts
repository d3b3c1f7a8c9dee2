import type {Sentence} from '../rows.ts';
import type {CandidateTally} from './find.ts';
import {type CandidateRules, MIN_PART_M, NEAR_MISS_M} from './options.ts';

/** What a reader must know of one link. */
export function candidateNotes(facts: {
  readonly noWay: boolean;
  readonly nearMiss: boolean;
}): Sentence[] {
  const notes: Sentence[] = [];
  if (facts.noWay) {
    notes.push({
      id: 'no-way-today',
      zh: '两端之间现无任何道路相通',
      en: 'no way at all joins the two ends today',
    });
  }
  if (facts.nearMiss) {
    notes.push({
      id: 'near-miss',
      zh: `两路相距不足 ${NEAR_MISS_M} m：可能是绘图间隙，或立体交叉而不互通，须核对`,
      en: `the two roads lie within ${NEAR_MISS_M} m: perhaps a gap in the drawing, or a crossing on two levels; to be checked`,
    });
  }
  return notes;
}

/** What every list of candidates rests on. */
export function candidateAssumptions(): Sentence[] {
  return [
    {
      id: 'candidates-are-geometry',
      zh: '候选缺失路段由几何与路网自动找出：未考虑地形、水域、用地与造价；长度为直线，实际更长',
      en: 'candidates are found from geometry and network alone: terrain, water, land and cost are not looked at; lengths are straight lines, a road will be longer',
    },
    {
      id: 'candidate-speed',
      zh: '新路车速取两端中较低道路类别的假设车速',
      en: 'a new road runs at the assumed speed of the lower of the two classes it joins',
    },
  ];
}

/** What was looked at, and what was left out. */
export function candidateTally(tally: CandidateTally, rules: CandidateRules): Sentence {
  const km = rules.sphereM / 1000;
  const ownKm = rules.ownGapM / 1000;
  return {
    id: 'candidate-tally',
    zh: `查看边界带内道路上 ${tally.points} 个点，得相近而绕远的点对 ${tally.farPairs} 对，其中 ${tally.ownSidePairs} 对只因本侧道路有 ${ownKm} km 以内的缺口而绕远，不列；两端均在更优点对 ${km} km 内者并为一条，余 ${tally.spheres} 条；更优路段建成后不再绕远者不列，列出 ${tally.corridors} 条；总长不足 ${MIN_PART_M / 1000} km 的孤立路网不参与（${tally.looseEdges} 段）`,
    en: `${tally.points} points on roads near the border make ${tally.farPairs} pairs near in space and far by road; ${tally.ownSidePairs} of them only for a gap of up to ${ownKm} km on one side of the border, and are left out; one stands for all whose ends lie within ${km} km of its own: ${tally.spheres}; those that a better one serves are left out: ${tally.corridors} listed; parts with less than ${MIN_PART_M / 1000} km of road take no part (${tally.looseEdges} edges)`,
  };
}

export const NO_BENEFIT: Sentence = {
  id: 'no-benefit',
  zh: '少于两个地点有人口数据，未计算效益；按每公里新路节省时间排序',
  en: 'fewer than two places have a population, so no benefit is computed; rows are in order of time saved per km of new road',
};

/** Why a link has no benefit although others have. */
export const NOT_AT_ITS_STOPS: Sentence = {
  id: 'joins-elsewhere',
  zh: '评分时站点会接到别的道路（在高速公路上，或所在路网与主网不相通），未计算效益',
  en: 'in scoring a stop would join another road (it lies on an expressway, or in a part apart from the main network), so no benefit is computed',
};

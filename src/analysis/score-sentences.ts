import {CONNECTOR_KPH, MAX_STOP_M} from './join-project.ts';
import type {Sentence} from './rows.ts';
import type {StudyPlace} from './study.ts';

export const CHANGES_NOTHING: Sentence = {
  id: 'changes-nothing',
  zh: '该项目不缩短所列地点间的任何出行',
  en: 'the project shortens no trip between the listed places',
};

export const HELPS_UNWEIGHTED: Sentence = {
  id: 'helps-unweighted',
  zh: '该项目只缩短涉及无人口数据地点的出行，因此效益计为 0，并非没有作用',
  en: 'the project shortens only trips of places without a population, so its benefit counts 0; that does not mean it is of no use',
};

/** What every score rests on. */
export function scoreAssumptions(): Sentence[] {
  return [
    {
      id: 'potential-not-trips',
      zh: '效益为潜在联系（人口乘积权重 P_i·P_j/ΣP，人·秒），不是实测出行量；未给出 OD 矩阵',
      en: 'benefit is potential interaction (weights P_i·P_j/ΣP, person-seconds), not observed trips: no OD matrix was given',
    },
    {
      id: 'connector',
      zh: `项目站点按直线接入 ${MAX_STOP_M / 1000} 公里内最近的道路，接入车速 ${CONNECTOR_KPH} km/h（假设）；项目各站点均可上下`,
      en: `stops join the nearest road within ${MAX_STOP_M / 1000} km in a straight line at ${CONNECTOR_KPH} km/h (assumption); a project can be entered and left at every stop`,
    },
  ];
}

/** What the weights leave out; nothing is filled in for a missing population. */
export function scoreWarnings(places: readonly StudyPlace[]): Sentence[] {
  const blank = places.filter((p) => p.population === null).map((p) => p.name);
  const lost = places.filter((p) => p.snap === null).map((p) => p.name);
  const warnings: Sentence[] = [];
  if (blank.length > 0) {
    warnings.push({
      id: 'no-population',
      zh: `${blank.length} 个地点没有人口数据，不计入效益权重：${blank.join('、')}`,
      en: `${blank.length} places have no population and carry no weight: ${blank.join(', ')}`,
    });
  }
  if (lost.length > 0) {
    warnings.push({
      id: 'no-road-near',
      zh: `附近没有路网、无法计算：${lost.join('、')}`,
      en: `no road near, not computed: ${lost.join(', ')}`,
    });
  }
  if (places.some((p) => p.population !== null)) {
    warnings.push({
      id: 'population-of-whole-unit',
      zh: '人口为所标行政单位全域人口：地级市数字包含其下属县，二者同列时权重有重叠',
      en: 'populations are those of the whole unit as tagged: a prefecture includes its counties, so weights overlap where both are listed',
    });
  }
  return warnings;
}

import type {AccessSettings} from './access/region.ts';
import {CONNECTOR_KPH, MAX_STOP_M} from './join-project.ts';
import {smallerThanParts} from './own-persons.ts';
import type {Sentence} from './rows.ts';
import type {StabilityOptions} from './score/parameters.ts';
import type {Trips} from './score/trip-benefit.ts';
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
      zh: '人口为所标行政单位全域人口，地级市数字包含其下属县。二者同列且注明 population:within 时，地级市只按其余人口加权，无人重复计算；未注明时权重有重叠',
      en: 'populations are those of the whole unit as tagged: a prefecture includes its counties. Where both are listed and population:within says so, the prefecture weighs by the rest of its people and nobody counts twice; where nothing says so, weights overlap',
    });
  }
  const small = smallerThanParts(places);
  if (small.length > 0) {
    warnings.push({
      id: 'parts-exceed-whole',
      zh: `人口少于所列下属单位之和，加权时计为 0：${small.join('、')}（年份或口径不同？）`,
      en: `fewer people than in the listed places inside it, so its own weight is 0: ${small.join(', ')} (other years or kinds?)`,
    });
  }
  return warnings;
}

/** What the figures from given trips rest on. */
export function tripSentence({elasticity}: Trips): Sentence {
  return {
    id: 'trips-given',
    zh: `给出了出行量：出行者收益按出行时间积分（弹性 ${elasticity}）；折半法则在时间变化大或出现新方式时失效，只作对照`,
    en: `trips were given: what travellers gain is integrated over time (elasticity ${elasticity}); the rule of half breaks down for large changes and new modes and stands beside it only for comparison`,
  };
}

/** With what the measures of access were taken. */
export function accessSentence(settings: AccessSettings): Sentence {
  const {decay, dailyMinutes, selfMinutes} = settings;
  const form = decay.form === 'power' ? `(t ÷ 1 h)^−${decay.beta}` : `e^(−${decay.lambda}·t)`;
  const self = {
    zh: selfMinutes === null ? '不计自身潜力' : `自身潜力按内部出行 ${selfMinutes} 分钟（假设）`,
    en:
      selfMinutes === null
        ? 'self-potential left out'
        : `self-potential at ${selfMinutes} min inside a place (assumption)`,
  };
  return {
    id: 'access-settings',
    zh: `可达性：潜力衰减 ${form}（t 以小时计），${self.zh}；日常可达以 ${dailyMinutes} 分钟为限；公式见 docs/indicators.md`,
    en: `access: potential decays as ${form} (t in hours), ${self.en}; daily accessibility within ${dailyMinutes} min; formulas in docs/indicators.md`,
  };
}

/** How ranks were tried. */
export function stabilitySentence({runs, seed}: StabilityOptions): Sentence {
  return {
    id: 'rank-stability',
    zh: `名次稳定性：车速、列车与候车时间、项目时间、距离衰减、人口口径和地点落点在给定范围内随机取值（假设，范围见参数 varied），共 ${runs} 次，随机种子 ${seed}；每次都按该参数精确重算`,
    en: `rank stability: speeds, train and station times, project times, decay, populations and the points of places drawn from ranges (assumptions, see the parameter varied), ${runs} runs, seed ${seed}; every run is exact for its parameters`,
  };
}

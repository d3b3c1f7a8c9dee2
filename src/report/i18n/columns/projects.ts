import {provinceText} from '../../circle-text.ts';
import type {Text} from '../text.ts';
import {
  leftOutWord,
  MEASURE_IDS,
  measureWord,
  parameterWord,
  projectFactWord,
  projectModeWord,
  statusWord,
} from '../words.ts';
import {
  type ColumnWords,
  flag,
  integer,
  KM,
  KPH,
  MIN,
  number,
  PERSON_H,
  PERSONS,
  SHARE,
  text,
  wordIn,
} from './column.ts';

const SOURCES: Readonly<Record<string, Text>> = {
  registry: {zh: '项目登记', en: 'registry'},
  drawn: {zh: '按绘线量得', en: 'measured on the drawn line'},
  measured: {zh: '按绘线量得', en: 'measured on the drawn line'},
  assumption: {zh: '假设', en: 'assumption'},
};
const sourceOf = wordIn(SOURCES);

const RELATIONS: Readonly<Record<string, Text>> = {
  complement: {zh: '互补', en: 'complement'},
  substitute: {zh: '替代', en: 'substitute'},
  independent: {zh: '独立', en: 'independent'},
};
const relation = wordIn(RELATIONS);

const STATUS: Text = {zh: '状态', en: 'status'};

const DIMENSIONLESS: Text = {zh: '', en: ''};

/** The column of the ranks by a measure. */
export function rankKey(measure: string): string {
  return `rank_by_${measure.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`;
}

/** Columns about projects. */
export const PROJECT_COLUMNS: Readonly<Record<string, ColumnWords>> = {
  rank: integer('名次', 'rank'),
  ...Object.fromEntries(
    MEASURE_IDS.map((measure) => {
      const {zh, en} = measureWord(measure);
      return [rankKey(measure), integer(`名次：${zh}`, `rank by ${en}`)];
    }),
  ),
  rank_best: integer('最好名次', 'best rank'),
  rank_worst: integer('最差名次', 'worst rank'),
  project: text('项目', 'project'),
  project_id: text('项目编号', 'project id'),
  'score.mode': text('方式', 'mode', projectModeWord),
  status: text('状态', 'status', statusWord),
  length_source: text('长度来源', 'source of the length', sourceOf),
  speed_kph: number('设计速度', 'design speed', KPH),
  speed_source: text('速度来源', 'source of the speed', sourceOf),
  benefit_person_h: number('潜在节省', 'potential saving', PERSON_H),
  person_h_per_km: number('每公里节省', 'saving per km', {
    zh: '人·小时/km',
    en: 'person-hours per km',
  }),
  person_h_per_100m_yuan: number('每亿元节省', 'saving per 100 million yuan', {
    zh: '人·小时/亿元',
    en: 'person-hours per 10⁸ yuan',
  }),
  share_by_province: text('受益分省占比（0–1）', 'share of the benefit by province (0–1)'),
  newly_within_60_min: text('新增一小时可达', 'newly within one hour'),
  mean_travel_time_saved_min: number('平均旅行时间缩短', 'mean travel time saved', MIN),
  daily_persons_gained: number('日常可达人口增加', 'persons gained within reach', PERSONS),
  potential_gained: number('潜力可达性增加', 'potential gained', PERSONS),
  efficiency_gained: number('路网效率改善', 'efficiency gained', DIMENSIONLESS),
  gini_cut: number('基尼系数下降', 'Gini cut', DIMENSIONLESS),
  theil_cut: number('泰尔指数下降', 'Theil cut', DIMENSIONLESS),
  gdp_weighted_h: number('按人口与 GDP 加权节省', 'saving weighted by people and GDP', {
    zh: '加权小时',
    en: 'weighted hours',
  }),
  km_by_province: text('分省里程（km）', 'length by province (km)'),
  spillover_share: number('外溢占比', 'spillover', SHARE),
  siphon_places: text('可能被虹吸的地方', 'places that may be drained'),
  trip_hours: number('给定出行节省', 'saving of the given trips', {
    zh: '人次·小时',
    en: 'traveller-hours',
  }),
  share_of_runs_first: number('随机试验中居首', 'first in so many runs', SHARE),
  share_of_runs_in_first_3: number('随机试验中居前三', 'among the first 3 in runs', SHARE),
  share_of_runs_in_first_5: number('随机试验中居前五', 'among the first 5 in runs', SHARE),
  runs: integer('随机试验次数', 'runs'),
  seed: integer('随机种子', 'seed'),
  compared: integer('参与比较的项目', 'projects compared'),
  rank_median: number('名次中位数', 'median rank'),
  benefit_5th_person_h: number('潜在节省（第 5 百分位）', 'saving, 5th percentile', PERSON_H),
  benefit_95th_person_h: number('潜在节省（第 95 百分位）', 'saving, 95th percentile', PERSON_H),
  last_in_person_h: number('组合中最后加入的贡献', 'added last to the portfolio', PERSON_H),
  build_step: integer('建设次序', 'step of building'),
  stops_not_joined: text('未接入路网的站点', 'stops not joined'),
  in_best_set: flag('在最优组合中', 'in the best set'),
  alone_person_h: number('单独节省', 'saving alone', PERSON_H),
  adds_person_h: number('按次序建设时增加', 'added in the order of building', PERSON_H),
  total_person_h: number('按次序建设时累计', 'saved by all built so far', PERSON_H),
  left_out: text('未参与组合的原因', 'why left out', leftOutWord),
  project_count: integer('项目数', 'projects'),
  'portfolio-sizes.projects': text('项目', 'projects'),
  project_ids: text('项目编号', 'project ids'),
  cost_yi: number('造价', 'cost', {zh: '亿元', en: '10⁸ yuan'}),
  other_project: text('另一项目', 'other project'),
  relation: text('关系', 'relation', relation),
  synergy_person_h: number(
    '协同（合计减单独之和）',
    'synergy (together less each alone)',
    PERSON_H,
  ),
  together_person_h: number('合计节省', 'saving together', PERSON_H),
  meet_at: text('交汇站点', 'meet at'),
  parameter: text('参数', 'parameter', parameterWord),
  low: text('低值', 'low value'),
  high: text('高值', 'high value'),
  benefit_low_person_h: number('低值时节省', 'saving at the low value', PERSON_H),
  benefit_high_person_h: number('高值时节省', 'saving at the high value', PERSON_H),
  rank_low: integer('低值时名次', 'rank at the low value'),
  rank_high: integer('高值时名次', 'rank at the high value'),
  payer: text('承担里程的省份', 'province that carries the kilometres', provinceText),
  payer_km: number('承担里程', 'kilometres that it carries', KM),
  beneficiary: text('受益省份', 'province that gains', provinceText),
  mean_travel_time_before_min: number('现状平均旅行时间', 'mean travel time before', MIN),
  mean_travel_time_after_min: number('之后平均旅行时间', 'mean travel time after', MIN),
  daily_persons_before: number('现状日常可达人口', 'persons within reach before', PERSONS),
  daily_persons_after: number('之后日常可达人口', 'persons within reach after', PERSONS),
  potential_before: number('现状潜力可达性', 'potential before', PERSONS),
  potential_after: number('之后潜力可达性', 'potential after', PERSONS),
  efficiency_before: number('现状路网效率', 'efficiency before', DIMENSIONLESS),
  efficiency_after: number('之后路网效率', 'efficiency after', DIMENSIONLESS),
  gini_before: number('现状基尼系数', 'Gini before', DIMENSIONLESS),
  gini_after: number('之后基尼系数', 'Gini after', DIMENSIONLESS),
  theil_before: number('现状泰尔指数', 'Theil before', DIMENSIONLESS),
  theil_after: number('之后泰尔指数', 'Theil after', DIMENSIONLESS),
  of: text('范围', 'of'),
  fact: text('事项', 'what', (word) => (word === 'status' ? STATUS : projectFactWord(word))),
  'project-sources.value': text('取值', 'value', statusWord),
  'project-sources.source': text('来源', 'source'),
  source_date: text('来源日期', 'date of the source'),
  assumption: flag('是否假设', 'an assumption'),
  other_values: text('另有来源', 'other sources'),
  'project-sources.note': text('附注', 'note'),
  stop: text('站点', 'stop'),
  joined: flag('已接入路网', 'joined'),
  snap_km: number('接入距离', 'distance to the network', KM),
};

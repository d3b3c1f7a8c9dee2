import {same, type Text} from '../text.ts';
import {causeWord, classWord, counterpartWord, levelWord, ruleWord, verdictWord} from '../words.ts';
import {
  byClass,
  type ColumnWords,
  DEG,
  flag,
  integer,
  KM,
  KPH,
  MIN,
  number,
  PER_100KM,
  SHARE,
  text,
} from './column.ts';

/** `R4 过界后等级骤降`: the rule and what it says. */
const rule = (id: string): Text => {
  const says = ruleWord(id);
  return says.zh === id ? says : {zh: `${id} ${says.zh}`, en: `${id} ${says.en}`};
};

/** Kinds of causes that no single cause is named after. */
const CAUSE_CLASSES: Readonly<Record<string, Text>> = {
  access: {zh: '通行受限', en: 'access'},
  construction: {zh: '在建', en: 'under construction'},
  planned: {zh: '规划', en: 'planned'},
  terminus: {zh: '自然终点', en: 'terminus'},
};
const causeClass = (word: string): Text =>
  Object.hasOwn(CAUSE_CLASSES, word) ? CAUSE_CLASSES[word]! : causeWord(word);

/** A road by its ref, or its class where it has none: refs are no machine words and stay. */
const roadOrClass = (word: string): Text => (word === '' ? same('') : classWord(word));

const candidateEnd = (key: 'from' | 'to', zh: string): Record<string, ColumnWords> => ({
  [`${key}_unit`]: text(`${zh}行政区`, `unit, ${key}`),
  [`${key}_road`]: text(`${zh}道路`, `road, ${key}`),
  [`${key}_class`]: text(`${zh}道路类别`, `class, ${key}`, classWord),
  [`${key}_kind`]: text(`${zh}端点类型`, `kind of end, ${key}`),
  [`${key}_lon`]: number(`${zh}经度`, `longitude, ${key}`, DEG),
  [`${key}_lat`]: number(`${zh}纬度`, `latitude, ${key}`, DEG),
});

/** Columns about dead ends, candidate links and the permeability of borders. */
export const BORDER_COLUMNS: Readonly<Record<string, ColumnWords>> = {
  id: text('编号', 'id'),
  grade: integer('技术等级', 'technical grade'),
  level: text('边界级别', 'level', levelWord),
  rule: text('规则', 'rule', rule),
  cause: text('原因', 'cause', causeWord),
  cause_class: text('原因类别', 'class of cause', causeClass),
  confidence: number('可信度', 'confidence', SHARE),
  class: text('道路类别', 'road class', classWord),
  ref: text('路线编号', 'ref'),
  name: text('名称', 'name'),
  distance_to_border_km: number('距边界', 'distance to the border', KM),
  border_sides: text('边界两侧', 'sides of the border'),
  border: text('边界', 'border'),
  also_rules: text('同时符合的规则', 'other rules met'),
  counterpart_kind: text('对侧', 'other side', counterpartWord),
  counterpart_class: text('对侧道路类别', 'other side: class', classWord),
  counterpart_ref: text('对侧编号', 'other side: ref'),
  counterpart_name: text('对侧名称', 'other side: name'),
  counterpart_gap_km: number('缺口（直线）', 'gap (straight)', KM),
  counterpart_length_km: number('对侧长度', 'other side: length', KM),
  counterpart_lon: number('对侧经度', 'other side: longitude', DEG),
  counterpart_lat: number('对侧纬度', 'other side: latitude', DEG),
  counterpart_alignment: number('对正程度 0–1', 'alignment 0–1'),
  counterpart_network_km: number('现状绕行里程', 'way today', KM),
  counterpart_network_min: number('现状绕行时间', 'way today', MIN),
  counterpart_detour_ratio: number('现状绕行倍数', 'way today ÷ gap'),
  settlements_near: text('本侧城镇', 'settlements, near side'),
  settlements_far: text('对侧城镇', 'settlements, far side'),
  crossing_left: text('左侧最近通道', 'nearest crossing, left', roadOrClass),
  crossing_left_km: number('左侧通道沿边界距离', 'nearest crossing, left, along the border', KM),
  crossing_right: text('右侧最近通道', 'nearest crossing, right', roadOrClass),
  crossing_right_km: number('右侧通道沿边界距离', 'nearest crossing, right, along the border', KM),
  review: text('复核结论', 'review', verdictWord),
  review_note: text('复核备注', 'note of the review'),
  review_author: text('复核人', 'reviewed by'),
  review_date: text('复核日期', 'reviewed on'),
  evidence_zh: text('依据', 'evidence'),
  evidence_en: text('依据', 'evidence'),
  ...candidateEnd('from', '起端'),
  ...candidateEnd('to', '止端'),
  gap_km: number('缺口', 'gap', KM),
  link_class: text('连接线类别', 'class of the link', classWord),
  link_kph: number('连接线速度', 'speed of the link', KPH),
  link_min: number('连接线时间', 'time on the link', MIN),
  there_km: number('现状去程', 'way there today', KM),
  there_min: number('现状去程时间', 'way there today', MIN),
  back_km: number('现状回程', 'way back today', KM),
  back_min: number('现状回程时间', 'way back today', MIN),
  ratio: number('时间比', 'ratio of times'),
  distance_ratio: number('里程比', 'ratio of distances'),
  pairs_shortened: integer('受益城市对', 'pairs shortened'),
  merged_pairs: integer('合并的端点对', 'pairs of ends merged'),
  near_miss: flag('近旁已有道路', 'near miss'),
  side_a: text('甲侧', 'side A'),
  side_b: text('乙侧', 'side B'),
  length_km: number('长度', 'length', KM),
  general_km: number('概化长度', 'generalised length', KM),
  ...byClass('crossings', (c) => integer(`${zh(c)}及以上过境点`, `crossings, ${en(c)} or better`)),
  ...byClass('per_100km', (c) =>
    number(`${zh(c)}及以上过境点密度`, `crossings, ${en(c)} or better`, PER_100KM),
  ),
  ...byClass('control_a', (c) =>
    number(`甲侧对照线（${zh(c)}及以上）`, `control line, side A, ${en(c)} or better`, PER_100KM),
  ),
  ...byClass('control_b', (c) =>
    number(`乙侧对照线（${zh(c)}及以上）`, `control line, side B, ${en(c)} or better`, PER_100KM),
  ),
  ...byClass('permeability', (c) =>
    number(`通透度（${zh(c)}及以上）`, `permeability, ${en(c)} or better`),
  ),
  ...byClass('cut', (c) =>
    integer(`最小割（${zh(c)}及以上，条）`, `least cut, corridors, ${en(c)} or better`),
  ),
  stubs: integer('未过界的断头', 'stubs'),
  bridges: integer('桥隧过境点', 'crossings by bridge'),
  longest_gap_km: number('最长无路段', 'longest stretch without a crossing', KM),
  longest_gap_lon: number('最长无路段经度', 'longest stretch: longitude', DEG),
  longest_gap_lat: number('最长无路段纬度', 'longest stretch: latitude', DEG),
  border_effect: number('边界效应', 'border effect'),
  border_effect_low: number('边界效应下限', 'border effect, low'),
  border_effect_high: number('边界效应上限', 'border effect, high'),
  pairs: integer('跨界点对', 'pairs across'),
  control_pairs: integer('对照点对', 'control pairs'),
  gaps_closed: text('设想接通的缺口', 'gaps closed in thought'),
  excess_removed_share: number('接通后消除的超额', 'excess removed', SHARE),
  notes_zh: text('备注', 'notes'),
  notes_en: text('备注', 'notes'),
};

function zh(cls: string): string {
  return classWord(cls).zh;
}

function en(cls: string): string {
  return classWord(cls).en;
}

import type {ScoreMeasure} from '../../analysis/rows.ts';
import type {Text} from './text.ts';
import {lookup, type Words, w} from './word-table.ts';

const MEASURES: Readonly<Record<ScoreMeasure, Text>> = {
  benefit: w('潜在节省 人·小时', 'person-hours saved'),
  perKm: w('每公里 人·小时', 'person-hours per km'),
  perCost: w('每亿元 人·小时', 'person-hours per 100 million yuan'),
  wmtt: w('加权平均时间缩短 分钟', 'mean travel time cut, min'),
  daily: w('日常可达增加 人', 'daily reach gained, persons'),
  potential: w('潜力增加 人', 'potential gained, persons'),
  efficiency: w('网络效率改善', 'efficiency gained'),
  equity: w('基尼系数下降 ×10⁻³', 'Gini cut ×10⁻³'),
  gdp: w('GDP 加权节省', 'GDP-weighted saving'),
};

const GRADES: Words = {
  expressway: w('高速公路', 'expressway'),
  first: w('一级公路', 'first-grade road'),
  second: w('二级公路', 'second-grade road'),
  third: w('三级公路', 'third-grade road'),
  fourth: w('四级公路', 'fourth-grade road'),
};

const FACTS: Words = {
  lengthKm: w('长度 km', 'length, km'),
  designSpeedKph: w('设计速度 km/h', 'design speed, km/h'),
  costYi: w('造价 亿元', 'cost, 100 million yuan'),
  constructionStartOn: w('开工', 'construction began'),
  expectedOn: w('预计建成', 'expected'),
  openedOn: w('通车', 'opened'),
  trainsPerDay: w('每日列车（往返合计）', 'trains a day, both directions'),
  dwellS: w('停站 秒', 'dwell, s'),
  terrainFactor: w('地形系数', 'terrain factor'),
  fastestTripMin: w('最快运行 分钟', 'fastest trip, min'),
};

const LEGS: Words = {
  road: w('公路', 'road'),
  rail: w('铁路', 'train'),
  project: w('本项目', 'this project'),
};

const LEFT_OUT: Words = {
  'joins-nothing': w('未接入路网', 'joins nothing'),
  'cost-unknown': w('造价未知，无法计入预算', 'its cost is not known: no budget can hold it'),
  'too-many': w('项目过多，未参与组合', 'too many projects: not among the sets'),
};

/** The measures of a ranking in the order of its tables. */
export const MEASURE_IDS = Object.keys(MEASURES) as readonly ScoreMeasure[];
/** What a measure of the ranking is, with its unit; more is better. */
export const measureWord = (word: string): Text => lookup(MEASURES, word);
export const projectGradeWord = (word: string): Text => lookup(GRADES, word);
export const projectFactWord = (word: string): Text => lookup(FACTS, word);
export const legWord = (word: string): Text => lookup(LEGS, word);
export const leftOutWord = (word: string): Text => lookup(LEFT_OUT, word);

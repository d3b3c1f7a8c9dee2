import {modeWord, populationKindWord, reasonWord} from '../words.ts';
import {type ColumnWords, DEG, flag, integer, KM, MIN, number, PERSONS, text} from './column.ts';

const DIRECTIONS: Readonly<Record<string, {zh: string; en: string}>> = {
  from: {zh: '从此地出发', en: 'trips that start there'},
  to: {zh: '前往此地', en: 'trips that end there'},
};
const CHANGES: Readonly<Record<string, {zh: string; en: string}>> = {
  inside: {zh: '圈内', en: 'inside'},
  gained: {zh: '新增', en: 'gained'},
  'newly-reachable': {zh: '新增（此前不可达）', en: 'gained (could not be reached before)'},
  lost: {zh: '移出', en: 'lost'},
};
const of =
  (words: Readonly<Record<string, {zh: string; en: string}>>) =>
  (word: string): {zh: string; en: string} =>
    Object.hasOwn(words, word) ? words[word]! : {zh: word, en: word};

/** Columns about trips and circles. */
export const TRIP_COLUMNS: Readonly<Record<string, ColumnWords>> = {
  from: text('起点', 'from'),
  to: text('终点', 'to'),
  reachable: flag('可达', 'reachable'),
  distance_km: number('路程', 'distance', KM),
  time_min: number('时间', 'time', MIN),
  straight_km: number('直线距离', 'straight line', KM),
  detour_index: number('绕行指数', 'detour index'),
  via: text('经由道路', 'via'),
  shortest_via: text('最短路线经由', 'shortest route via'),
  bend_km: number('最大偏离', 'farthest from the straight line', KM),
  bend_lon: number('最大偏离处经度', 'longitude of the bend', DEG),
  bend_lat: number('最大偏离处纬度', 'latitude of the bend', DEG),
  bend_road: text('最大偏离处道路', 'road at the bend'),
  bend_near: text('最大偏离处附近', 'place near the bend'),
  near_clip: flag('靠近数据边缘', 'near the edge of the data'),
  reason: text('说明', 'reason', reasonWord),
  fastest_km: number('最快路线里程', 'fastest way', KM),
  fastest_min: number('最快路线时间', 'fastest way', MIN),
  fastest_detour_index: number('绕行指数（最快）', 'detour index (fastest)'),
  shortest_km: number('最短路线里程', 'shortest way', KM),
  shortest_min: number('最短路线时间', 'shortest way', MIN),
  shortest_detour_index: number('绕行指数（最短）', 'detour index (shortest)'),
  time_detour: number('时间绕行比', 'time detour'),
  crosses_border: flag('跨省界', 'crosses a provincial border'),
  before_min: number('现状时间', 'time before', MIN),
  after_min: number('之后时间', 'time after', MIN),
  saved_min: number('节省时间', 'time saved', MIN),
  as_of: text('时点', 'as of'),
  says: text('公布口径', 'what is published'),
  published_min: number('公布时间', 'published time', MIN),
  predicted_min: number('模型时间', 'predicted time', MIN),
  error: number('偏差（模型÷公布−1）', 'error (predicted ÷ published − 1)'),
  error_left_out: number(
    '留出误差（由其余各行推得）',
    'error left out (foretold by the other rows)',
  ),
  fitted: flag('参与拟合', 'fitted on'),
  note_zh: text('备注', 'note'),
  note_en: text('备注', 'note'),
  source: text('来源', 'source'),
  circle: text('中心', 'centre'),
  minutes: integer('时限', 'cutoff', MIN),
  mode: text('方式', 'mode', modeWord),
  direction: text('方向', 'direction', of(DIRECTIONS)),
  projects: text('计入项目', 'with the projects'),
  place: text('地点', 'place'),
  change: text('变化', 'change', of(CHANGES)),
  population: integer('人口', 'population', PERSONS),
  population_date: text('人口时点', 'population as of'),
  population_kind: text('人口口径', 'population counted', populationKindWord),
  province: text('省份', 'province'),
  lon: number('经度', 'longitude', {zh: '°E', en: '°E'}),
  lat: number('纬度', 'latitude', {zh: '°N', en: '°N'}),
};

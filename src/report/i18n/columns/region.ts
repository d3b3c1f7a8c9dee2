import {joinTexts, same, type Text} from '../text.ts';
import {
  classWord,
  compareWord,
  gatewayWord,
  gradeWord,
  ledgerWord,
  outcomeWord,
  questionWord,
} from '../words.ts';
import {
  byClass,
  type ColumnWords,
  flag,
  integer,
  KM,
  KM2,
  MIN,
  number,
  PERSONS,
  SHARE,
  text,
  wordIn,
} from './column.ts';

const placeKind = wordIn({
  city: {zh: '城市', en: 'city'},
  town: {zh: '县城、镇', en: 'town'},
  village: {zh: '村', en: 'village'},
});
const rowKind = wordIn({
  place: {zh: '地点', en: 'place'},
  catchment: {zh: '门户腹地', en: 'catchment'},
});
const noPopulation = wordIn({
  'no-place-of-that-name': {zh: '其内没有同名地点', en: 'no place of that name in it'},
  'no-population': {zh: '同名地点没有人口', en: 'the place of that name has no population'},
  'unit-cut': {zh: '行政区被数据边缘裁断', en: 'the unit is cut by the edge of the data'},
});

const ALL: Text = {zh: '全部', en: 'all'};
const sentenceKind = wordIn({
  finding: {zh: '要点', en: 'finding'},
  assumption: {zh: '假设', en: 'assumption'},
  warning: {zh: '提示', en: 'warning'},
  limit: {zh: '局限', en: 'limit'},
});

/** Causes of a difference, of which each may have had a part. */
const causes = (list: string): Text => joinTexts(list.split(' | ').map(compareWord), same(' | '));

const PER_100KM2 = {zh: 'km/100 km²', en: 'km per 100 km²'};
const PER_10K = {zh: 'km/万人', en: 'km per 10⁴ persons'};
const LANE_KM = {zh: '车道·km', en: 'lane-km'};

/** 0 is the expressway: JTG B01 has it and four grades. */
const GRADES = ['0', '1', '2', '3', '4', 'unknown'];

/** Columns about units, access, gateways, the network as such, and about what changed. */
export const REGION_COLUMNS: Readonly<Record<string, ColumnWords>> = {
  unit: text('行政区', 'unit'),
  counted_in: text('已计入', 'counted in'),
  gdp_yi: number('GDP', 'GDP', {zh: '亿元', en: '10⁸ yuan'}),
  gdp_date: text('GDP 年份', 'year of the GDP'),
  gdp_per_head_yuan: number('人均 GDP', 'GDP a head', {zh: '元', en: 'yuan'}),
  province_gdp_per_head_yuan: number('全省人均 GDP', 'GDP a head of the province', {
    zh: '元',
    en: 'yuan',
  }),
  share_of_province: number('占全省均值', 'share of the provincial mean', SHARE),
  judged: flag('已判定', 'judged'),
  border_km: number('边界长度', 'length of the borders', KM),
  found: integer('断头路', 'dead ends'),
  admin_level: integer('行政级别（OSM）', 'admin level (OSM)'),
  area_km2: number('面积', 'area', KM2),
  cut: flag('被数据边缘裁断', 'cut by the edge of the data'),
  population_reason: text('人口缺失原因', 'why no population', noPopulation),
  km: number('里程', 'length', KM),
  lane_km: number('车道里程', 'lane length', LANE_KM),
  lanes_tagged_share: number('车道数有标注', 'lanes tagged', SHARE),
  km_per_100km2: number('路网密度', 'density', PER_100KM2),
  lane_km_per_100km2: number('车道密度', 'lane density', {
    zh: '车道·km/100 km²',
    en: 'lane-km per 100 km²',
  }),
  km_per_10k_persons: number('每万人里程', 'length by people', PER_10K),
  lane_km_per_10k_persons: number('每万人车道里程', 'lane length by people', {
    zh: '车道·km/万人',
    en: 'lane-km per 10⁴ persons',
  }),
  ...byClass('km', (cls) => number(classWord(cls).zh, classWord(cls).en, KM)),
  ...Object.fromEntries(
    GRADES.map((grade) => [
      `km_grade_${grade}`,
      number(gradeWord(grade).zh, gradeWord(grade).en, KM),
    ]),
  ),
  second_or_better_least: number('二级及以上（下限）', 'grade II or better, at least', SHARE),
  second_or_better_most: number('二级及以上（上限）', 'grade II or better, at most', SHARE),
  grade_known_share: number('等级已知', 'grade known', SHARE),
  ramp_km: number('匝道', 'ramps', KM),
  junctions: integer('路口', 'junctions'),
  corridors: integer('路段', 'corridors'),
  parts: integer('连通部分', 'connected parts'),
  mu: integer('环路数 μ', 'circuits μ'),
  alpha: number('α 环通度', 'α'),
  beta: number('β 线点率', 'β'),
  gamma: number('γ 连通度', 'γ'),
  eta_km: number('η 平均路段长', 'η, mean corridor', KM),
  band_area_km2: number('边界带面积', 'area of the border band', KM2),
  band_km_per_100km2: number('边界带密度', 'density, border band', PER_100KM2),
  interior_km_per_100km2: number('腹地密度', 'density, interior', PER_100KM2),
  band_to_interior: number('边界带÷腹地', 'border band ÷ interior'),
  'access.kind': text('类型', 'kind', placeKind),
  mean_travel_time_min: number('平均旅行时间', 'mean travel time', MIN),
  persons_within_min: text('各时限内人口（分钟 人数）', 'persons within (minutes persons)'),
  potential: number('潜力可达性', 'potential', PERSONS),
  self_potential: number('其中自身潜力', 'of it, its own', PERSONS),
  network_efficiency: number('路网效率', 'network efficiency'),
  first_gateways_min: text(
    '最先到达的门户（类别 名称 分钟）',
    'first gateways (kind name minutes)',
  ),
  places_reached: integer('可达地点', 'places reached'),
  data_edge_min: number('到数据边缘的时间', 'time to the edge of the data', MIN),
  unreached: text('不可达地点', 'places not reached'),
  row: text('行类型', 'kind of row', rowKind),
  kind: text('类型', 'kind', gatewayWord),
  gateway: text('门户', 'gateway'),
  second: text('次近门户', 'second gateway'),
  second_min: number('到次近门户', 'to the second gateway', MIN),
  lead_min: number('领先', 'lead', MIN),
  contested: text('竞争', 'contested'),
  within: text('时限内', 'within the cutoff'),
  gateway_after: text('之后的门户', 'gateway afterwards'),
  places: text('腹地地点', 'places of the catchment'),
  places_after: text('建成后腹地地点', 'places of the catchment afterwards'),
  'gateways.project': text('由此项目新增', 'brought by the project'),
  population_within: integer('时限内人口', 'population within the cutoff', PERSONS),
  item: text('项目', 'item'),
  value: text('数值', 'value'),
  outcome: text('处理', 'outcome', outcomeWord),
  'ledger.reason': text('原因', 'reason', ledgerWord),
  'ledger.km': number('里程', 'length', KM),
  ways: integer('路段（OSM way）', 'ways'),
  nodes: integer('节点', 'nodes'),
  count: integer('其他对象', 'other things'),
  examples: text('示例（OSM 编号）', 'examples (OSM ids)'),
  subject: text('对象', 'subject', compareWord),
  key: text('名称', 'name'),
  'change.change': text('变化', 'change', compareWord),
  what: text('指标（名称含单位）', 'figure (unit in its name)'),
  before: text('上期', 'before'),
  after: text('本期', 'after'),
  difference: number('差值', 'difference'),
  causes: text('可能原因', 'possible causes', causes),
  question: text('分析', 'question', (word) => (word === 'all' ? ALL : questionWord(word))),
  'parameters.parameter': text('参数', 'parameter'),
  'sentences.kind': text('类别', 'kind', sentenceKind),
  sentence: text('编号', 'id'),
  text_zh: text('内容', 'text'),
  text_en: text('内容', 'text'),
  file: text('文件', 'file'),
  bytes: integer('大小', 'size', {zh: '字节', en: 'bytes'}),
  data_date: text('数据日期', 'date of the data'),
  sha256: text('SHA-256', 'SHA-256'),
  'borders.level': integer('行政级别（OSM）', 'admin level (OSM)'),
};

import type {Text} from './text.ts';
import {lookup, type Words, w} from './word-table.ts';

export {compareWord} from './compare-words.ts';
export {ledgerWord, outcomeWord} from './ledger-words.ts';
export {
  leftOutWord,
  legWord,
  MEASURE_IDS,
  measureWord,
  projectFactWord,
  projectGradeWord,
} from './project-words.ts';

const CLASSES: Words = {
  motorway: w('高速公路', 'expressway'),
  trunk: w('干线公路（国道）', 'trunk road'),
  primary: w('主要公路（省道）', 'primary road'),
  secondary: w('次要公路（县道）', 'secondary road'),
  tertiary: w('支线道路（乡道）', 'tertiary road'),
  unclassified: w('村道等', 'unclassified road'),
  residential: w('居住区道路', 'residential street'),
  living_street: w('生活街道', 'living street'),
  service: w('辅助道路', 'service road'),
  track: w('机耕路', 'track'),
  road: w('等级不明的道路', 'road of unknown class'),
  motorway_link: w('高速匝道', 'expressway ramp'),
  trunk_link: w('干线匝道', 'trunk ramp'),
  primary_link: w('主要公路匝道', 'primary ramp'),
  secondary_link: w('次要公路匝道', 'secondary ramp'),
  tertiary_link: w('支线道路匝道', 'tertiary ramp'),
  ferry: w('轮渡', 'ferry'),
  rail: w('铁路', 'railway'),
  light_rail: w('轻轨', 'light rail'),
  subway: w('地铁', 'underground'),
  narrow_gauge: w('窄轨铁路', 'narrow-gauge railway'),
  tram: w('有轨电车', 'tram'),
};

const STATUSES: Words = {
  open: w('已通车', 'open'),
  construction: w('在建', 'under construction'),
  proposed: w('拟建', 'proposed'),
  planned: w('规划', 'planned'),
  idea: w('设想', 'idea'),
  unknown: w('状态不明', 'status unknown'),
  disused: w('停用', 'disused'),
  abandoned: w('废弃', 'abandoned'),
};

const VERDICTS: Words = {
  confirmed: w('已确认', 'confirmed'),
  built: w('已建成', 'built'),
  private: w('非公共道路', 'private'),
  'data-error': w('数据错误', 'data error'),
};

const LEVELS: Words = {
  '2': w('国界', 'national'),
  '3': w('大区界（3 级）', 'regional (level 3)'),
  province: w('省界', 'provincial'),
  prefecture: w('地级界', 'prefectural'),
  county: w('县界', 'county'),
  '4': w('省界', 'provincial'),
  '5': w('地级界', 'prefectural'),
  '6': w('县界', 'county'),
};

/** Units of an OSM `admin_level`. */
const UNIT_LEVELS: Words = {
  '4': w('省级', 'province'),
  '5': w('地级', 'prefecture'),
  '6': w('县级', 'county'),
};

/** Technical grades of JTG B01, 0 = expressway. */
const GRADES: Words = {
  '0': w('高速', 'expressway'),
  '1': w('一级', 'grade I'),
  '2': w('二级', 'grade II'),
  '3': w('三级', 'grade III'),
  '4': w('四级', 'grade IV'),
  unknown: w('等级不明', 'grade not known'),
};

const POPULATION_KINDS: Words = {
  resident: w('常住人口', 'residents'),
  registered: w('户籍人口', 'registered persons'),
};

const RULES: Words = {
  R1: w('一侧已建或在建、另一侧未开工', 'built or being built on one side, not begun on the other'),
  R2: w('道路在边界附近终止', 'the road stops near the border'),
  R3: w('与对侧道路隔界相望而不通', 'it faces a road on the other side, without a near way there'),
  R4: w('过界后等级骤降', 'the grade drops at the border'),
  R5: w('有路但通行受限', 'a road is there, but access breaks'),
  R6: w('一侧在建或规划、尚未通车', 'under construction or planned on one side, not open'),
  R7: w('相邻两地无近路', 'neighbours without a direct road'),
};

const CAUSES: Words = {
  'under-construction': w('前方在建', 'under construction beyond'),
  'not-yet-open': w('前方尚未通车', 'not yet open beyond'),
  proposed: w('前方拟建', 'proposed beyond'),
  closed: w('前方关闭或停用', 'closed or disused beyond'),
  'unknown-gap': w('前方无路，原因不明', 'nothing beyond, cause not known'),
  'access-restricted': w('前方限制通行', 'restricted access beyond'),
  'continues-as-lower-class': w('前方降为低等级道路', 'goes on as a road of lower class'),
  'turning-circle': w('设有回车场，按设计终止', 'turning circle: ends by design'),
  'near-clip': w('靠近数据边缘', 'near the edge of the data'),
  'extract-edge': w('被数据边缘截断', 'cut by the edge of the data'),
  'mapping-gap': w('绘图间隙', 'gap in the drawing'),
  barrier: w('设有路障', 'closed by a barrier'),
  'against-oneway': w('单向通行，无法返回', 'one way only, no way back'),
  'planned-opposite': w('对侧已有规划项目', 'a registered plan beyond'),
  'grade-drop': w('等级骤降（瓶颈路）', 'grade drop (bottleneck)'),
  'natural-terminus': w('自然终点', 'natural terminus'),
  'site-terminus': w('止于采石场、堤坝或封闭用地', 'ends at a quarry, dam or closed ground'),
  'village-end': w('止于村镇', 'ends in a settlement'),
  'missing-link': w('缺失路段', 'missing link'),
  'continues-as-ferry': w('前方以轮渡相接', 'goes on by ferry'),
};

const COUNTERPARTS: Words = {
  construction: w('在建', 'under construction'),
  proposed: w('规划', 'planned'),
  tip: w('断头', 'dead end'),
  road: w('当日尚未通车的道路', 'road not open yet'),
  'through-road': w('通行道路', 'through road'),
  project: w('登记项目', 'registered project'),
  unit: w('相邻行政区', 'neighbouring unit'),
};

const MODES: Words = {
  road: w('公路', 'by road'),
  rail: w('铁路', 'by rail'),
  best: w('公路与铁路取快者', 'by road or rail'),
};

const PROJECT_MODES: Words = {road: w('公路', 'road'), rail: w('铁路', 'railway')};

const RUNGS: Words = {
  duration: w('标注的航行时间（轮渡）', 'tagged crossing time (ferry)'),
  maxspeed: w('限速标注', 'tagged speed limit'),
  'highway:CN': w('技术等级标注', 'tagged technical grade'),
  inferred: w('推断的技术等级', 'inferred technical grade'),
  class: w('按等级取缺省值（假设）', 'default of the class (an assumption)'),
};

/** Why a pair has no way; other reasons are shown as they are. */
const REASONS: Words = {
  'no-gateway-today': w('现状没有此类门户', 'no such gateway today'),
  'no-way': w('路网中没有相连的路线', 'no connected way in the network'),
  'nearer-than-5-km': w('直线不足 5 km，不计绕行', 'nearer than 5 km: no detour is told'),
};

const GATEWAYS: Words = {
  airport: w('机场', 'airport'),
  port: w('港口', 'port'),
  checkpoint: w('口岸', 'border checkpoint'),
  hsr: w('高铁站', 'high-speed station'),
  station: w('火车站', 'railway station'),
};

/** Reasons may name the place they speak of after a colon. */
const REASONS_OF: Readonly<Record<string, (name: string) => Text>> = {
  'no-road-near': (name: string): Text => w(`${name}附近没有道路`, `no road near ${name}`),
};

const PARAMETERS: Words = {
  expressway: w('高速公路时间', 'time on expressways'),
  otherRoads: w('其他道路时间', 'time on other roads'),
  ferry: w('轮渡时间', 'time on ferries'),
  train: w('列车运行时间', 'time on trains'),
  station: w('车站内时间', 'time in stations'),
  wait: w('候车时间', 'waiting'),
  projectTime: w('项目上的时间', 'time on the project'),
  decay: w('距离衰减', 'decay'),
  population: w('人口口径', 'vintage of populations'),
  snapping: w('地点落点', 'points of places'),
};

const QUESTIONS: Words = {
  info: w('路网', 'network'),
  detour: w('绕行', 'detour'),
  deadends: w('断头路', 'dead ends'),
  circle: w('交通圈', 'circle'),
  score: w('项目', 'projects'),
  density: w('密度', 'density'),
  access: w('可达性', 'access'),
  gateways: w('门户', 'gateways'),
  permeability: w('边界通透', 'permeability'),
  validate: w('公布时间对照', 'published times'),
};

export const classWord = (word: string): Text => {
  const [status, cls] = word.includes(':') ? word.split(':', 2) : [null, word];
  const text = lookup(CLASSES, cls!);
  if (status === null) return text;
  const state = lookup(STATUSES, status!);
  return {zh: `${text.zh}（${state.zh}）`, en: `${text.en} (${state.en})`};
};
export const gatewayWord = (word: string): Text => lookup(GATEWAYS, word);
export const statusWord = (word: string): Text => lookup(STATUSES, word);
export const populationKindWord = (word: string): Text => lookup(POPULATION_KINDS, word);
export const gradeWord = (word: string): Text => lookup(GRADES, word);
/** Levels that mean something else in every country are told by their number. */
export const unitLevelWord = (level: number): Text =>
  UNIT_LEVELS[String(level)] ?? {zh: `${level} 级`, en: `level ${level}`};
export const levelWord = (word: string | number): Text => lookup(LEVELS, String(word));
export const verdictWord = (word: string): Text => lookup(VERDICTS, word);
export const ruleWord = (word: string): Text => lookup(RULES, word);
const SAYS: Words = {
  about: w('', ''),
  'more-than': w('超过 ', 'over '),
  'at-least': w('至少 ', 'at least '),
  forecast: w('预测 ', 'forecast '),
  cut: w('缩短 ', 'cut '),
};

export const causeWord = (word: string): Text => lookup(CAUSES, word);
export const counterpartWord = (word: string): Text => lookup(COUNTERPARTS, word);
export const modeWord = (word: string): Text => lookup(MODES, word);
export const projectModeWord = (word: string): Text => lookup(PROJECT_MODES, word);
/** What a published time says of the figure. */
export const saysWord = (says: string, minutes: string): Text => {
  const known = Object.hasOwn(SAYS, says) ? SAYS[says]! : w('', '');
  return {zh: `${known.zh}${minutes}`, en: `${known.en}${minutes}`};
};
export const parameterWord = (word: string): Text => lookup(PARAMETERS, word);
export const rungWord = (word: string): Text => lookup(RUNGS, word);
export const reasonWord = (word: string): Text => {
  const at = word.indexOf(':');
  const head = word.slice(0, at);
  if (at > 0 && Object.hasOwn(REASONS_OF, head)) return REASONS_OF[head]!(word.slice(at + 1));
  return lookup(REASONS, word);
};
export const RULE_IDS: readonly string[] = Object.keys(RULES);
/** A question of a report by the name of its parameters: `circle road`, `density 5`. */
export const questionWord = (question: string): Text => {
  const [head, of] = question.split(' ', 2);
  const name = lookup(QUESTIONS, head!);
  if (of === undefined) return name;
  const more = Object.hasOwn(MODES, of) ? modeWord(of) : levelWord(of);
  return {zh: `${name.zh}（${more.zh}）`, en: `${name.en} (${more.en})`};
};

import type {Text} from './text.ts';
import {same} from './text.ts';

type Words = Readonly<Record<string, Text>>;

const w = (zh: string, en: string): Text => ({zh, en});

/**
 * Machine words of a result in the reader's language. A word that is not in the table is shown as it
 * is: a newer analysis must not lose its word in an older report.
 */
function lookup(words: Words, word: string): Text {
  return Object.hasOwn(words, word) ? words[word]! : same(word);
}

const CLASSES: Words = {
  motorway: w('高速公路', 'expressway'),
  trunk: w('干线公路（国道）', 'trunk road'),
  primary: w('主要公路（省道）', 'primary road'),
  secondary: w('次要公路（县道）', 'secondary road'),
  tertiary: w('三级道路（乡道）', 'tertiary road'),
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
  tertiary_link: w('三级道路匝道', 'tertiary ramp'),
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

const RULES: Words = {
  R1: w('一侧已建或在建、另一侧未开工', 'built or being built on one side, not begun on the other'),
  R2: w('道路在边界附近终止', 'the road stops near the border'),
  R3: w('两侧断头相望', 'two ends face each other across the border'),
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
  best: w('公路与铁路取快者', 'by road or rail, whichever is faster'),
};

const PROJECT_MODES: Words = {road: w('公路', 'road'), rail: w('铁路', 'railway')};

const OUTCOMES: Words = {
  kept: w('采用', 'kept'),
  dormant: w('暂存', 'dormant'),
  dropped: w('舍弃', 'dropped'),
  repaired: w('修补', 'repaired'),
  noted: w('记录', 'noted'),
};

const RUNGS: Words = {
  duration: w('标注的航行时间（轮渡）', 'tagged crossing time (ferry)'),
  maxspeed: w('限速标注', 'tagged speed limit'),
  'highway:CN': w('技术等级标注', 'tagged technical grade'),
  inferred: w('推断的技术等级', 'inferred technical grade'),
  class: w('按等级取缺省值（假设）', 'default of the class (an assumption)'),
};

/** Why a pair has no way; other reasons are shown as they are. */
const REASONS: Words = {
  'no-way': w('路网中没有相连的路线', 'no connected way in the network'),
  'nearer-than-5-km': w('直线不足 5 km，不计绕行', 'nearer than 5 km: no detour is told'),
};

/** Why the import kept, dropped, repaired or noted something. */
const LEDGER: Words = {
  road: w('通车道路', 'open roads'),
  rail: w('运营铁路', 'railways in service'),
  ferry: w('轮渡', 'ferries'),
  boundary: w('行政边界', 'administrative borders'),
  'boundary-lower-level': w(
    '未采用的行政边界（县级以下，或已由用户文件代替）',
    'administrative boundaries not used (below county level, or replaced by your file)',
  ),
  construction: w('在建', 'under construction'),
  proposed: w('规划', 'proposed'),
  disused: w('停用', 'disused'),
  abandoned: w('废弃', 'abandoned'),
  'not-transport': w('与交通无关', 'nothing to do with transport'),
  'footway-path-cycleway': w('人行道、小径、自行车道', 'footways, paths, cycleways'),
  'highway-not-for-cars': w('不供汽车行驶', 'not for cars'),
  'class-not-chosen': w('等级不在所选范围', 'class not chosen'),
  'service-road': w('辅助道路', 'service roads'),
  track: w('机耕路', 'tracks'),
  tram: w('有轨电车', 'trams'),
  subway: w('地铁', 'underground railways'),
  razed: w('已拆除', 'razed'),
  area: w('面状场地', 'areas'),
  'railway-not-a-line': w('不是铁路线路', 'not a railway line'),
  'railway-yard-or-spur': w('站场线、专用线', 'yards and spurs'),
  'railway-not-passenger': w('非客运铁路', 'not for passengers'),
  'no-nodes': w('没有节点', 'without nodes'),
  'single-node': w('只剩一个节点', 'only one node left'),
  'other-version': w('同一要素的其他版本', 'another version of the same way'),
  'read-total': w('读入总量', 'all that was read'),
  'landmark-at-road-end': w(
    '路端近旁的地物（水域、采石场等）',
    'landmarks near ends of roads (water, quarries …)',
  ),
  'nodes-read': w('读入节点', 'nodes read'),
  'way-cut': w('被数据边缘裁断', 'cut by the edge of the data'),
  'repeated-node': w('重复节点', 'repeated nodes'),
  'node-out-of-range': w('坐标越界的节点', 'nodes out of range'),
  'barrier-closed': w('车辆不能通过的路障', 'barriers closed to cars'),
  'area-incomplete': w('不完整的行政区', 'incomplete areas'),
  'area-not-closed': w('未闭合的行政区', 'areas that do not close'),
  'area-closed-along-extract': w(
    '沿数据边缘闭合的行政区',
    'areas closed along the edge of the data',
  ),
  'area-without-name': w(
    '仅由边界线围成、无名称的区域',
    'areas that lines enclose, without a name',
  ),
  'border-end-joined': w(
    '相距不足 100 m、予以相接的边界线端',
    'ends of borders joined over < 100 m',
  ),
  'border-end-edge': w('延至数据边缘的边界线端', 'ends of borders led to the edge of the data'),
  'border-end-coast': w('止于海岸的边界线端', 'borders that end at the coast'),
  'border-end-prolonged': w(
    '未接续、延至数据边缘的边界线端（不跨道路）',
    'loose ends of borders led to the edge of the data across no road',
  ),
  'border-end-open': w('未接续的边界线端', 'loose ends of borders'),
  'borders-from-file': w('取自用户文件的边界', 'borders from the file given'),
  'ferry-duration-cut': w('轮渡时间随裁断折减', 'crossing time cut with the ferry'),
  'oneway-in-turn': w('交替单向通行', 'one-way in turn'),
  'clip-inferred': w('推定被数据边缘截断的路端', 'road ends taken as cut by the edge of the data'),
  'clip-missing-node': w('缺失节点处的路端', 'road ends at a node that the extract lacks'),
  'clip-outside-bbox': w('数据范围以外的路端', 'road ends outside the box of the extract'),
  'clip-at-bbox': w('被数据范围边缘截断的路端', 'road ends cut by the box of the extract'),
  'noding-rules': w('线划数据接头规则', 'rules for joining drawn lines'),
  'joint-road-end-end': w('道路端点相接', 'road ends joined to road ends'),
  'joint-road-end-line': w('道路端点接到线上', 'road ends joined to roads'),
  'joint-road-overshoot': w('出头的道路裁回', 'overshooting road ends cut back'),
  'joint-road-second': w('断开部分再接（道路）', 'parts that lay apart joined (roads)'),
  'joint-rail-end-end': w('铁路端点相接', 'track ends joined to track ends'),
  'joint-rail-end-line': w('铁路端点接到线上', 'track ends joined to tracks'),
  'joint-rail-overshoot': w('出头的铁路裁回', 'overshooting track ends cut back'),
  'joint-rail-second': w('断开部分再接（铁路）', 'parts that lay apart joined (railways)'),
  'joint-road-crossing': w('平面交叉相接', 'roads joined where they cross on the level'),
  'joint-assumed-interchange': w(
    '假设的高速互通',
    'interchanges assumed where motorways cross roads',
  ),
  'parts-apart-road': w('仍与主网断开的道路', 'roads that stay apart from the largest part'),
  'parts-apart-rail': w('仍与主网断开的铁路', 'railways that stay apart from the largest part'),
  'looks-like-gcj02': w('看来按 GCJ-02 偏移的文件', 'files that look displaced like GCJ-02'),
  'looks-like-bd09': w('看来按 BD-09 偏移的文件', 'files that look displaced like BD-09'),
  'feature-area': w('未采用的面要素', 'areas among drawn lines, left out'),
  'feature-without-geometry': w('无几何的要素', 'features without geometry'),
  'feature-other-geometry': w('未采用的其他几何', 'features of other geometry, left out'),
  'feature-point-of-unknown-kind': w('类别不明的点', 'points of unknown kind'),
  'projection-undone': w('投影坐标已转为 WGS84', 'projected coordinates turned into WGS84'),
  'datum-not-wgs84': w(
    '基准面不是 WGS84，坐标未改',
    'datum is not WGS84, coordinates taken as they are',
  ),
  'text-encoding-found': w('推定的文字编码', 'text encoding found'),
  'clip-outside-core': w(
    '数据范围以外（推定）的路端',
    'road ends outside what the file surely covers',
  ),
  'clip-outside-polygon': w('给定范围以外的路端', 'road ends outside the given polygon'),
  'clip-at-polygon': w('被给定范围截断的路端', 'road ends cut by the given polygon'),
  'clip-alone': w('四周无任何要素的路端', 'road ends with nothing mapped around'),
  'clip-lost-way': w(
    '邻近道路缺失痕迹的路端',
    'road ends beside traces of ways that the file lost',
  ),
  'clip-missing-member': w(
    '关系所指道路缺失处的路端',
    'road ends where a relation names a missing way',
  ),
  'conflict-node': w('同一版本位置不同的节点', 'nodes at two places in one version'),
  'conflict-way': w('同一版本内容不同的路线', 'ways that differ within one version'),
  'railway-siding': w('侧线', 'sidings'),
  'rail-other-gauge': w('非标准轨距', 'another gauge than 1435 mm'),
  'rail-not-electrified': w('未电气化', 'not electrified'),
  'rail-for-tourists': w('旅游铁路', 'tourist railways'),
  'maxspeed-in-words': w('限速未写明数字', 'speed limit without a number'),
  'maxspeed-list': w('限速为列表，取最低', 'list of speed limits, the lowest taken'),
  'maxspeed-by-direction': w('分方向限速，取较低', 'speed limit by direction, the lower taken'),
  'maxspeed-by-lane': w('分车道限速，取最快车道', 'speed limit by lane, the fastest taken'),
  'conditional-access': w('分时段通行规定，未采用', 'access at times only, not used'),
  'conditional-maxspeed': w('分时段限速，未采用', 'speed limit at times only, not used'),
  'conditional-oneway': w('分时段单向，未采用', 'direction at times only, not used'),
  'station-merged': w('并入同一车站的节点', 'nodes merged into one station'),
  'station-area': w(
    '画成面的车站（取其外框中点）',
    'stations drawn as outlines (the middle of their box)',
  ),
  'station-relation-left-out': w(
    '以关系表示的车站（未采用）',
    'stations drawn as relations, left out',
  ),
  'stop-without-station': w('无所属车站的停车点', 'stops without a station'),
  'turn-no-via-node': w('禁止转向（未采用）', 'turns forbidden at a node (not applied)'),
  'turn-only-via-node': w('仅准转向（未采用）', 'only turns allowed at a node (not applied)'),
  'turn-no-via-way': w('经路段的禁止转向（未采用）', 'turns forbidden over a way (not applied)'),
  'turn-only-via-way': w(
    '经路段的仅准转向（未采用）',
    'only turns allowed over a way (not applied)',
  ),
  'turn-conditional': w('分时段转向限制（未采用）', 'turn restrictions at times (not applied)'),
  'turn-not-for-cars': w('不限汽车的转向限制', 'turn restrictions that spare cars'),
  'turn-incomplete': w('缺少成员的转向限制', 'turn restrictions with a missing way'),
  'turn-unread': w('无法解读的转向限制', 'turn restrictions that could not be read'),
  'leftover-construction': w('已通车道路上残留的在建标注', 'construction tag left on an open road'),
  'motorway-without-oneway': w(
    '高速公路未标单向（全图都没有标），按双向处理',
    'expressway without a oneway tag (nor on any other), taken as two-way',
  ),
};

const GATEWAYS: Words = {
  airport: w('机场', 'airport'),
  port: w('港口', 'port'),
  checkpoint: w('口岸', 'border checkpoint'),
  hsr: w('高铁站', 'high-speed station'),
  station: w('火车站', 'railway station'),
};

/** Words of a comparison: subjects, changes, figures with their units, causes. */
const COMPARE: Words = {
  basis: w('依据', 'basis'),
  road: w('道路、铁路', 'road or railway'),
  deadend: w('断头路', 'dead end'),
  detour: w('绕行', 'detour'),
  circle: w('交通圈', 'circle'),
  score: w('项目', 'project'),
  opened: w('新增通车', 'open now'),
  closed: w('减少', 'no longer open'),
  status: w('状态变化', 'state changed'),
  appeared: w('新出现', 'appeared'),
  vanished: w('消失', 'vanished'),
  moved: w('移动', 'moved'),
  changed: w('变化', 'changed'),
  openLengthM: w('通车里程 km', 'open km'),
  constructionLengthM: w('在建里程 km', 'km under construction'),
  proposedLengthM: w('拟建里程 km', 'km proposed'),
  place: w('位置', 'place'),
  cause: w('断头原因', 'cause of the dead end'),
  counterpart: w('对侧', 'other side'),
  timeS: w('时间 分钟', 'minutes'),
  distanceM: w('最快路线 km', 'fastest km'),
  shortestM: w('最短路线 km', 'shortest km'),
  detourIndex: w('绕行系数', 'detour index'),
  places: w('圈内地点', 'places inside'),
  population: w('地点人口', 'population of places'),
  cellPersons: w('人口文件 人', 'persons of the population file'),
  areaKm2: w('示意面积 km²', 'area drawn, km²'),
  nodes: w('网络节点', 'network nodes'),
  rank: w('名次', 'rank'),
  benefitPersonS: w('潜在节省 人·小时', 'potential person-hours saved'),
  lengthM: w('长度 km', 'length km'),
  speedKph: w('速度 km/h', 'speed km/h'),
  built: w('其间建成（有日期）', 'built in between (dated)'),
  mapped: w('新绘入数据', 'newly mapped'),
  day: w('路网时点不同', 'another day'),
  data: w('数据不同', 'other data'),
  files: w('规划文件不同', "other planner's files"),
  parameters: w('参数不同', 'other parameters'),
  tool: w('软件版本不同', 'other tool version'),
  'cannot-tell': w('不能断定', "can't tell"),
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

export const classWord = (word: string): Text => {
  const [status, cls] = word.includes(':') ? word.split(':', 2) : [null, word];
  const text = lookup(CLASSES, cls!);
  if (status === null) return text;
  const state = lookup(STATUSES, status!);
  return {zh: `${text.zh}（${state.zh}）`, en: `${text.en} (${state.en})`};
};
export const gatewayWord = (word: string): Text => lookup(GATEWAYS, word);
export const compareWord = (word: string): Text => lookup(COMPARE, word);
export const statusWord = (word: string): Text => lookup(STATUSES, word);
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
export const outcomeWord = (word: string): Text => lookup(OUTCOMES, word);
export const rungWord = (word: string): Text => lookup(RUNGS, word);
export const reasonWord = (word: string): Text => {
  const at = word.indexOf(':');
  const head = word.slice(0, at);
  if (at > 0 && Object.hasOwn(REASONS_OF, head)) return REASONS_OF[head]!(word.slice(at + 1));
  return lookup(REASONS, word);
};
export const ledgerWord = (word: string): Text => {
  const key = /^unread-(.+)$/.exec(word)?.[1];
  if (key !== undefined) return w(`无法解读的 ${key} 标注`, `${key} tag that could not be read`);
  return lookup(LEDGER, word);
};
export const RULE_IDS: readonly string[] = Object.keys(RULES);

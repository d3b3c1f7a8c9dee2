import {same, type Text} from './text.ts';

const w = (zh: string, en: string): Text => ({zh, en});

/** What the tables and layers of a report are called, by id. */
const NAMES: Readonly<Record<string, Text>> = {
  detour: w('绕行', 'Detours'),
  matrix: w('时间矩阵（最快，分钟）', 'Times, fastest, minutes'),
  deadends: w('断头路', 'Dead ends'),
  circle: w('交通圈地点', 'Places of circles'),
  'circle-overview': w('交通圈总览', 'Circles'),
  'circle-provinces': w('交通圈分省', 'Circles by province'),
  score: w('项目排序', 'Projects'),
  'score-ranks': w('各项指标的名次', 'Ranks by measure'),
  'score-region': w('项目改变的全区可达性', 'Access with and without projects'),
  'score-pairs': w('项目缩短的城市对', 'Pairs that projects shorten'),
  validation: w('公布时间对照', 'Published times'),
  'project-sources': w('项目数据来源', 'Sources of the projects'),
  info: w('路网概况', 'Network'),
  ledger: w('导入账目', 'Ledger of the import'),
  parameters: w('参数', 'Parameters'),
  sentences: w('要点、假设、提示、局限', 'Findings, assumptions, limits'),
  inputs: w('输入文件', 'Input files'),
  profile: w('区域概貌', 'Region profile'),
  'deadend-levels': w('断头路判定级别', 'Levels judged for dead ends'),
  density: w('路网密度与结构', 'Density and structure'),
  access: w('可达性', 'Access'),
  gateways: w('门户', 'Gateways'),
  permeability: w('边界通透度', 'Permeability of borders'),
  'permeability-borders': w('边界线通透度', 'Border lines'),
  'permeability-crossings': w('过境点', 'Roads over border lines'),
  'permeability-gaps': w('最长无路段', 'Longest stretches without a road'),
  'permeability-cuts': w('一断即隔的道路', 'Roads that alone join two sides'),
  candidates: w('候选连接线', 'Candidate links'),
  portfolio: w('项目组合', 'Portfolio'),
  'portfolio-pairs': w('项目两两关系', 'Pairs of projects'),
  'portfolio-sizes': w('各规模最优组合', 'Best sets by size'),
  'rank-stability': w('名次稳定性', 'How far ranks hold'),
  stability: w('参数对节省的影响', 'What each parameter moves'),
  'score-provinces': w('项目分省承担与受益', 'Who pays and who gains'),
  'score-places': w('项目改变的各地可达性', 'Places that projects change'),
  change: w('与上期报告相比', 'Change since the last report'),
  'detour-routes': w('绕行路线', 'Ways of the pairs'),
  'dead-ends': w('断头点', 'Dead ends'),
  'dead-end-roads': w('断头路段', 'Roads that end'),
  'dead-end-counterparts': w('断头路对侧', 'Other sides of dead ends'),
  'circle-places': w('交通圈地点', 'Places of circles'),
  'circle-reached': w('交通圈可达路段', 'Roads that circles reach'),
  'circle-areas': w('交通圈范围（示意）', 'Areas of circles (for orientation)'),
  projects: w('项目线路', 'Projects'),
  'project-routes': w('经由项目的新路线', 'New ways through projects'),
  'project-stops': w('项目站点', 'Stops of projects'),
  borders: w('行政边界', 'Borders'),
};

/** The name of a table or layer; one without a name is called by its id. */
export function tableName(id: string): Text {
  return Object.hasOwn(NAMES, id) ? NAMES[id]! : same(id);
}

export function hasTableName(id: string): boolean {
  return Object.hasOwn(NAMES, id);
}

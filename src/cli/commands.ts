import type {CommandModule} from 'yargs';

export interface ListedCommand {
  readonly command: string;
  readonly describe: string;
  /** Its options and its work, in a file of its own. */
  readonly load: () => Promise<CommandModule<object, unknown>>;
}

/** All commands in the order of the help. The file of one is read when it is called: `--help` needs none of them. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    command: 'demo',
    describe:
      'the whole main job on the embedded sample, as of 2020-11-30 · 用内置示意数据演示全流程',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  {
    command: 'import <extract..>',
    describe: 'read OSM extracts into a network file · 导入路网',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    command: 'fetch [region..]',
    describe: 'download extracts; needs a machine that is online · 下载数据（需联网）',
    load: async () => (await import('./commands/fetch.ts')).fetchCommand,
  },
  {
    command: 'info <network>',
    describe: 'what a network holds, and the ledger of its import · 路网概况',
    load: async () => (await import('./commands/info.ts')).infoCommand,
  },
  {
    command: 'route <network>',
    describe: 'the fastest way between two places · 两地路线',
    load: async () => (await import('./commands/route.ts')).routeCommand,
  },
  {
    command: 'detour <network>',
    describe: 'how far round pairs of cities travel · 绕行分析',
    load: async () => (await import('./commands/detour.ts')).detourCommand,
  },
  {
    command: 'matrix <network>',
    describe: 'times and lengths between all places · 时间距离矩阵',
    load: async () => (await import('./commands/matrix.ts')).matrixCommand,
  },
  {
    command: 'deadends <network>',
    describe: 'roads that stop at a border, and why · 断头路',
    load: async () => (await import('./commands/deadends.ts')).deadEndsCommand,
  },
  {
    command: 'review <network>',
    describe:
      'write or bring up to date a review of dead ends: what is true, what is built · 断头路复核',
    load: async () => (await import('./commands/review.ts')).reviewCommand,
  },
  {
    command: 'candidates <network>',
    describe: 'missing links across borders, found automatically · 跨界候选路段',
    load: async () => (await import('./commands/candidates.ts')).candidatesCommand,
  },
  {
    command: 'density <network>',
    describe: 'km per area and person, grades, structure of each unit · 路网密度与结构',
    load: async () => (await import('./commands/density.ts')).densityCommand,
  },
  {
    command: 'permeability <network>',
    describe: 'how open each border line is: crossings, cuts, border effect · 边界通透度',
    load: async () => (await import('./commands/permeability.ts')).permeabilityCommand,
  },
  {
    command: 'circle <network>',
    describe: 'what lies within an hour of a place, with and without projects · 交通圈',
    load: async () => (await import('./commands/circle.ts')).circleCommand,
  },
  {
    command: 'access <network>',
    describe: 'mean travel time, people within reach, potential and efficiency of places · 可达性',
    load: async () => (await import('./commands/access.ts')).accessCommand,
  },
  {
    command: 'gateways <network>',
    describe: 'which port, airport, station each place reaches first; catchments · 门户可达',
    load: async () => (await import('./commands/gateways.ts')).gatewaysCommand,
  },
  {
    command: 'score <network>',
    describe: 'rank planned links by the time they save · 项目排序',
    load: async () => (await import('./commands/score.ts')).scoreCommand,
  },
  {
    command: 'opened <network>',
    describe: 'what was opened between two days did to trips · 两个时点对比',
    load: async () => (await import('./commands/opened.ts')).openedCommand,
  },
  {
    command: 'validate <network>',
    describe: 'published travel times against those of the model · 与公布时间对照',
    load: async () => (await import('./commands/validate.ts')).validateCommand,
  },
  {
    command: 'report <network>',
    describe: 'one page with all of it, tables and map layers · 报告',
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    command: 'serve <network>',
    describe: 'a local page on which a planner draws a road and sees its effect · 本地规划页面',
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  {
    command: 'compare <older> <newer>',
    describe: 'a newer report against an older one: what opened, what moved, why · 两期报告比较',
    load: async () => (await import('./commands/compare.ts')).compareCommand,
  },
  {
    command: 'export <network>',
    describe: 'write a network for other tools: QGIS, DuckDB, igraph, Gephi … · 导出路网',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
];

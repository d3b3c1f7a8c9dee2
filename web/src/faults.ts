/**
 * What the server refuses with, in Chinese: its sentences are English, and a planner meets only some of
 * them. Held against the sentences themselves by test/web/faults.test.ts.
 */
export interface FaultText {
  readonly zh: string;
  readonly en: string;
}

type Told = readonly [english: RegExp, chinese: (...parts: string[]) => string];

const NO_PLACE = /^no place is called "(.*)"$/s;
const SEVERAL_PLACES = /^"(.*)" may be any of (\d+) places/s;

/** Whether a question was refused for a place that it names. */
export function isFaultOfPlace(message: string): boolean {
  return NO_PLACE.test(message) || SEVERAL_PLACES.test(message);
}

const DRAWING = '请移动线或站点（互通）';

const TOLD: readonly Told[] = [
  [NO_PLACE, (name) => `没有名为“${name}”的地点；请换用全名，或直接在地图上点选`],
  [SEVERAL_PLACES, (name, n) => `“${name}”可指 ${n} 处地点；请写全名，或直接在地图上点选`],
  [/^the name of a place is empty/, () => '地点名称为空'],
  [
    /^no project of the registry is called "(.*)"$/s,
    (id) => `项目库中没有“${id}”；链接可能来自另一份项目文件`,
  ],
  [
    /^--as-of (\S+) is no day/,
    (day) => `“${day}”不是日历上的日期；请写成 2015、2015-12 或 2015-12-31`,
  ],
  [/^asOf: /, () => '路网时点须写成 2015、2015-12 或 2015-12-31'],
  [/^drawn\.line: Too big: .* <=(\d+)/, (n) => `线的点数过多，最多 ${n} 个；请先简化该线`],
  [/^drawn\.line: Too small/, () => '线至少要有两个点'],
  [/^drawn\.stops: Too big: .* <=(\d+)/, (n) => `站点（互通）过多，最多 ${n} 个`],
  [/^drawn\.name: /, () => '方案名称须为 1 至 200 个字'],
  [/^projects: Too big: .* <=(\d+)/, (n) => `视为建成的项目过多，最多 ${n} 个`],
  [/^note: Too big: .* <=(\d+)/, (n) => `说明过长，最多 ${n} 个字`],
  [/^author: /, () => '复核人姓名须为 1 至 200 个字'],
  [/all its points are one and the same$/, () => `线的各点重合；${DRAWING}`],
  [/lies (\d+) km from the point before it/, (km) => `相邻两点相距 ${km} 公里，过远；请在其间加点`],
  [
    /stop (.*) lies (\d+) km from the drawn line/s,
    (stop, km) => `站点“${stop}”距所画线 ${km} 公里，过远；${DRAWING}`,
  ],
  [
    /stop (.*) comes before (.*) along the drawn line/s,
    (a, b) => `沿线“${a}”在“${b}”之前，站序不符；${DRAWING}`,
  ],
  [
    /stops (.*) and (.*) lie at one and the same point/s,
    (a, b) => `站点“${a}”与“${b}”位置重合；${DRAWING}`,
  ],
  [/a railway needs designSpeedKph/, () => '铁路须填写设计速度'],
  [/^drawn\.designSpeedKph: /, () => '设计速度须在 20 至 400 公里/小时之间'],
  [
    /^the server was not told where to keep verdicts/,
    () => '启动服务时未给复核文件，结论无处保存；请加 --review 文件',
  ],
  [/^there is no finding /, () => '复核文件中没有这处断头路；请刷新页面'],
  [
    /^(?:.*[/\\])?([^/\\]+\.json): /,
    (file) => `文件 ${file} 内容有误，未作任何改动；请先改正（切换语言可见原文）`,
  ],
  [
    /^(?:.*[/\\])?([^/\\]+\.json) is not JSON/,
    (file) => `文件 ${file} 不是 JSON，未作任何改动；请先改正`,
  ],
  [/^the dropped file(?: holds no project|: projects: must hold)/, () => '拖入的文件中没有项目'],
  [/^the dropped file: /, () => '拖入的文件有误，未读入（切换语言可见原文）'],
  [
    /^the body of the request is too large/,
    () => '文件过大；请求不超过 1 兆字节，拖入的文件不超过 16 兆字节',
  ],
  [/^the request was not sent whole/, () => '请求未发送完整；请重试'],
  [
    /^the answer broke off|Failed to fetch|NetworkError|Load failed/,
    () => '与本机服务的连接中断；请确认 guantong serve 仍在运行',
  ],
  [/^the token is missing or wrong/, () => '访问口令缺失或有误；请打开启动时给出的完整地址'],
  [
    /^(?:this server answers|requests of other pages|a request that asks)/,
    () => '请求被拒绝；请打开启动时给出的地址',
  ],
  [/^this is a bug of guantong/, () => '程序出错；详情见启动服务的终端'],
  [/^the thread of the network has ended/, () => '路网服务已停止；请重新启动'],
  [/^there is nothing at this address|^HTTP \d+/, () => '服务没有此内容；请刷新页面'],
];

/** A fault in both languages; one without Chinese words is led in by them and kept as it is. */
export function faultText(message: string, hint?: string): FaultText {
  const en = hint === undefined ? message : `${message} (${hint})`;
  if (/\p{Script=Han}/u.test(message) && !/[a-z]{3}/.test(message)) return {zh: en, en};
  for (const [english, chinese] of TOLD) {
    const parts = english.exec(message);
    if (parts !== null) return {zh: chinese(...parts.slice(1)), en};
  }
  return {zh: `未能完成，原文：${en}`, en};
}

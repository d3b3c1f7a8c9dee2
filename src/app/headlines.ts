import type {ReportResult} from '../analysis/rows.ts';
import {placesInside} from '../report/circle-text.ts';
import {levelCounts} from '../report/findings/dead-ends.ts';
import {oneLine} from '../report/text.ts';

/** The headline numbers of a report for the terminal: a few lines, minutes and kilometres. */
export function headlines(result: ReportResult, folder: string, lang: 'zh' | 'en'): string {
  const zh = lang === 'zh';
  const key = new Set(result.headlinePairs.map(([from, to]) => `${from} ${to}`));
  const pairs = result.detour.filter((row) => key.has(`${row.from} ${row.to}`));
  const lines = [
    ...(result.provenance.schematic
      ? [
          zh
            ? '【示意数据】结果只供演示，不可用于决策'
            : '[schematic sample] for demonstration only',
        ]
      : []),
    zh
      ? `路网时点：${result.provenance.asOf ?? result.provenance.dataDate ?? '数据未标明'}`
      : `network as of ${result.provenance.asOf ?? result.provenance.dataDate ?? 'an unknown day'}`,
    zh ? '绕行（最快路线 ÷ 直线）：' : 'detours (fastest way ÷ straight line):',
    ...pairs.map((row) => {
      const trip = row.fastest;
      return trip
        ? `  ${row.from}—${row.to}  ${(trip.distanceM / 1000).toFixed(0)} km  ${clock(trip.timeS)}  × ${(trip.detourIndex ?? 1).toFixed(2)}`
        : `  ${row.from}—${row.to}  ${zh ? '无路可达' : 'no way'} (${row.reason})`;
    }),
    zh
      ? `边界断头路：${result.deadends.length} 处${bracketed(levelCounts(result.deadends).zh)}`
      : `dead ends at borders: ${result.deadends.length}${bracketed(levelCounts(result.deadends).en)}`,
    ...result.deadends.map(
      (row) =>
        `  ${row.rule} ${[row.ref, row.name].filter((t) => t !== '').join(' ')} (${row.lon.toFixed(3)}, ${row.lat.toFixed(3)})`,
    ),
    ...result.circles.map((row) => {
      const mode = {
        road: zh ? '公路' : 'road',
        rail: zh ? '铁路' : 'rail',
        best: zh ? '公路或铁路' : 'road or rail',
      }[row.mode];
      const gained =
        row.gained?.map((place) => place.place).join(zh ? '、' : ', ') || (zh ? '无' : 'none');
      return zh
        ? `${row.place} ${row.minutes} 分钟圈（${mode}）：${placesInside(row).today} 地；规划项目新增：${gained}`
        : `${row.place}, ${row.minutes} minutes by ${mode}: ${placesInside(row).today} places; gained with the projects: ${gained}`;
    }),
    ...(result.score.length > 0
      ? [zh ? '项目排序（节省人·小时，潜在）：' : 'ranking (potential person-hours saved):']
      : []),
    ...result.score.map(
      (row) =>
        `  ${row.rank}. ${row.project}  ${Math.round(row.benefitPersonS / 3600).toLocaleString('en')}`,
    ),
    ...result.provenance.warnings.map((warning) => `! ${warning[lang]}`),
    zh ? `报告：${folder}/index.html` : `report: ${folder}/index.html`,
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

function bracketed(text: string): string {
  return text === '' ? '' : ` (${text})`;
}

function clock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}

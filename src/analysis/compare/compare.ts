import {UserError} from '../../errors.ts';
import type {Bbox} from '../../geo/line.ts';
import type {Answer} from '../answer.ts';
import type {CompareRow, ReportResult, Sentence} from '../rows.ts';
import {type Basis, basisOf} from './basis.ts';
import {compareDeadEnds} from './dead-ends.ts';
import {compareFigures} from './figures.ts';
import {compareRoads} from './roads.ts';

/** Of the smaller map so much must lie on the other for the two to be of one region. */
const MIN_COMMON_SHARE = 0.5;

/**
 * A newer report against an older one of the same region: what opened, which dead ends are gone or new,
 * which figures moved, and why as far as the two tell. Nothing is told when nothing differs.
 * Throws `UserError` for reports of other regions, or of a sample and real data.
 */
export function compareReports(older: ReportResult, newer: ReportResult): Answer<CompareRow> {
  sameRegion(older, newer);
  const basis = basisOf(older, newer);
  const roads =
    older.roads && newer.roads ? compareRoads(older.roads, newer.roads, basis) : NO_ROADS;
  const rows = [
    ...basis.rows,
    ...roads.rows.toSorted((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0)),
    ...compareDeadEnds(older.deadends, newer.deadends, basis, roads.opened),
    ...compareFigures(older, newer, basis, roads.opened),
  ];
  return {
    rows,
    parameters: {
      oldDay: basis.oldDay,
      newDay: basis.newDay,
      differs: basis.causes,
    },
    assumptions: [BUILT_OR_MAPPED],
    warnings: warningsOf(older, newer, basis),
  };
}

const NO_ROADS = {rows: [], opened: []} as const;

function warningsOf(older: ReportResult, newer: ReportResult, basis: Basis): Sentence[] {
  const warnings: Sentence[] = [];
  if (!older.roads || !newer.roads) warnings.push(NO_INVENTORY);
  if (basis.oldDay === null || basis.newDay === null) warnings.push(NO_DAY);
  if (basis.oldDay !== null && basis.newDay !== null && basis.oldDay > basis.newDay) {
    warnings.push(BACKWARDS);
  }
  if (basis.causes.length > 1) {
    const causes = basis.causes.join(', ');
    warnings.push({
      id: 'several-causes',
      zh: `两份报告有 ${basis.causes.length} 类不同（${causes}）：指标的变化不能只归于其中一类；要分清，请用其余条件相同的两份报告比较`,
      en: `the reports differ in ${basis.causes.length} ways (${causes}): the move of a figure cannot be put down to one of them; compare reports that share all but one`,
    });
  }
  return warnings;
}

function sameRegion(older: ReportResult, newer: ReportResult): void {
  const share = commonShare(older.map.bbox, newer.map.bbox);
  if (share < MIN_COMMON_SHARE) {
    const box = (bbox: Bbox): string => bbox.map((v) => v.toFixed(2)).join(' ');
    throw new UserError(
      'E_INPUT',
      `the reports are of different regions: ${box(older.map.bbox)} and ${box(newer.map.bbox)}`,
      {hint: 'compare two reports of one region'},
    );
  }
  if (older.provenance.schematic !== newer.provenance.schematic) {
    throw new UserError(
      'E_INPUT',
      'one report is of the hand-made schematic sample, the other of real data',
      {hint: 'compare reports of the same kind'},
    );
  }
}

/** Area that two boxes share ÷ area of the smaller one. */
function commonShare(a: Bbox, b: Bbox): number {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const area = (box: Bbox): number => (box[2] - box[0]) * (box[3] - box[1]);
  const smaller = Math.min(area(a), area(b));
  if (smaller <= 0) return a.every((v, i) => v === b[i]) ? 1 : 0;
  return wide > 0 && high > 0 ? (wide * high) / smaller : 0;
}

const BUILT_OR_MAPPED: Sentence = {
  id: 'built-or-mapped',
  zh: '新建成（built）：数据所注开通日期在两个时点之间；新绘入（mapped）：按日期旧时点之前已开通，而旧数据没有；日期不足以判断的写“不能断定”（cannot-tell）',
  en: 'built: its opening date in the data lies between the two days; mapped: by its date it stood before the older day, whose data lacked it; where dates do not tell, cannot-tell',
};

const NO_INVENTORY: Sentence = {
  id: 'no-road-inventory',
  zh: '其中一份报告没有道路清单（由旧版本生成）：不能列出开通的道路',
  en: 'one of the reports has no list of roads (made by an older version): what opened cannot be listed',
};

const NO_DAY: Sentence = {
  id: 'day-unknown',
  zh: '其中一份报告的路网时点不明：开通日期无从判断；生成报告时可用 --as-of 指明',
  en: 'the day of one of the networks is not known, so opening dates tell nothing; state it with --as-of when the report is made',
};

const BACKWARDS: Sentence = {
  id: 'older-is-newer',
  zh: '第一份报告的时点晚于第二份：先写旧报告，再写新报告',
  en: 'the first report is of a later day than the second: name the older one first',
};

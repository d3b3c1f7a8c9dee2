import type {CompareCause, CompareRow, RoadSection, Sentence} from '../rows.ts';
import type {Basis} from './basis.ts';

/** Lengths of the same road differ by this much between two editions of a map without a reason. */
const SAME_LENGTH_M = 100;

/** A road that is open in the newer report and was not in the older one, by its date. */
export interface OpenedRoad {
  readonly ref: string;
  readonly name: string;
  readonly openedOn: string;
}

/** What became of every road of two inventories, and the roads that opened between their days. */
export function compareRoads(
  older: readonly RoadSection[],
  newer: readonly RoadSection[],
  basis: Basis,
): {readonly rows: readonly CompareRow[]; readonly opened: readonly OpenedRoad[]} {
  const groups = new Map<string, {older: RoadSection[]; newer: RoadSection[]}>();
  const into = (side: 'older' | 'newer', section: RoadSection): void => {
    const key = [section.class, section.ref, section.name].join('\u0000');
    const group = groups.get(key) ?? {older: [], newer: []};
    groups.set(key, group);
    group[side].push(section);
  };
  for (const section of older) into('older', section);
  for (const section of newer) into('newer', section);
  const all = [...groups.values()];
  const opened = all.flatMap((group) =>
    openedBetween(group.newer, basis).map(({ref, name, openedOn}) => ({
      ref,
      name,
      openedOn: openedOn!,
    })),
  );
  return {
    rows: all.flatMap((group) => [...openRows(group, basis), ...statusRows(group, basis)]),
    opened,
  };
}

interface Group {
  readonly older: readonly RoadSection[];
  readonly newer: readonly RoadSection[];
}

function openRows(group: Group, basis: Basis): CompareRow[] {
  const [before, after] = [lengthOf(group.older, isOpen), lengthOf(group.newer, isOpen)];
  const built = openedBetween(group.newer, basis);
  const builtM = lengthOf(built, () => true);
  const rows: CompareRow[] = [];
  if (builtM > 0) {
    const days = [...new Set(built.map((s) => s.openedOn!))].sort();
    rows.push({
      ...row(group, 'opened', before, after, ['built']),
      difference: builtM,
      evidence: [openedOn(days)],
    });
  }
  const restM = after - before - builtM;
  if (Math.abs(restM) <= SAME_LENGTH_M) return rows;
  const {causes, evidence} = restCause(group, restM, basis);
  rows.push({
    ...row(group, restM > 0 ? 'opened' : 'closed', before, after, causes),
    difference: restM,
    evidence,
  });
  return rows;
}

/** Why open km came or went that no date between the days explains. */
function restCause(
  group: Group,
  restM: number,
  {oldDay, newDay, sameData}: Basis,
): {readonly causes: readonly CompareCause[]; readonly evidence: readonly Sentence[]} {
  if (restM < 0) {
    const closed = group.newer.filter(
      ({closedOn}) => closedOn !== null && isBetween(closedOn, oldDay, newDay),
    );
    if (closed.length > 0) return {causes: ['built'], evidence: [closedOnDay(closed)]};
    return {causes: ['cannot-tell'], evidence: [NO_LONGER_IN_DATA]};
  }
  const dated = (s: RoadSection): boolean =>
    isOpen(s) && s.openedOn !== null && oldDay !== null && s.openedOn <= oldDay;
  const stoodM = lengthOf(group.newer, dated) - lengthOf(group.older, dated);
  if (!sameData && stoodM >= restM - SAME_LENGTH_M) {
    return {causes: ['mapped'], evidence: [STOOD_ALREADY]};
  }
  if (lengthOf(group.older, (s) => !isOpen(s)) > SAME_LENGTH_M) {
    return {causes: ['cannot-tell'], evidence: [WAS_PLANNED]};
  }
  return {causes: ['cannot-tell'], evidence: [NEW_WITHOUT_DATE]};
}

/** Changes of what is not open: begun, dropped, newly planned. */
function statusRows(group: Group, basis: Basis): CompareRow[] {
  return (['construction', 'proposed'] as const).flatMap((status) => {
    const of = (s: RoadSection): boolean => s.status === status;
    const [before, after] = [lengthOf(group.older, of), lengthOf(group.newer, of)];
    if (Math.abs(after - before) <= SAME_LENGTH_M) return [];
    const causes: CompareCause[] = basis.sameData ? ['day'] : ['cannot-tell'];
    return [{...row(group, 'status', before, after, causes), what: `${status}LengthM`}];
  });
}

function row(
  {older, newer}: Group,
  change: CompareRow['change'],
  before: number,
  after: number,
  causes: readonly CompareCause[],
): CompareRow {
  const {ref, name, class: roadClass} = (newer[0] ?? older[0])!;
  return {
    subject: 'road',
    key: [ref, name].filter((text) => text !== '').join(' ') || roadClass,
    change,
    what: 'openLengthM',
    before,
    after,
    difference: after - before,
    causes,
    evidence: [],
  };
}

function isOpen({status}: RoadSection): boolean {
  return status === 'open';
}

function openedBetween(
  sections: readonly RoadSection[],
  {oldDay, newDay}: Basis,
): readonly RoadSection[] {
  return sections.filter(
    (s) => isOpen(s) && s.openedOn !== null && isBetween(s.openedOn, oldDay, newDay),
  );
}

/** After the older day, up to the newer one; days unknown tell nothing. */
function isBetween(day: string, oldDay: string | null, newDay: string | null): boolean {
  return oldDay !== null && newDay !== null && day > oldDay && day <= newDay;
}

function lengthOf(
  sections: readonly RoadSection[],
  counts: (section: RoadSection) => boolean,
): number {
  return sections.filter(counts).reduce((sum, {lengthM}) => sum + lengthM, 0);
}

function openedOn(days: readonly string[]): Sentence {
  return {
    id: 'opened-on',
    zh: `数据所注开通日期：${days.join('、')}`,
    en: `opening date in the data: ${days.join(', ')}`,
  };
}

function closedOnDay(closed: readonly RoadSection[]): Sentence {
  const days = [...new Set(closed.map((s) => s.closedOn!))].sort();
  return {
    id: 'closed-on',
    zh: `数据所注停用日期：${days.join('、')}`,
    en: `closing date in the data: ${days.join(', ')}`,
  };
}

const STOOD_ALREADY: Sentence = {
  id: 'stood-already',
  zh: '按数据所注日期，旧报告的时点之前已经开通，旧数据中没有：属新绘入，不是新建成',
  en: 'by its date it was open before the day of the older report, whose data lacked it: newly mapped, not newly built',
};

const WAS_PLANNED: Sentence = {
  id: 'was-planned',
  zh: '旧报告中为在建、规划或尚未开通，新报告中已开通；数据未注其间的开通日期，不能断定是新建成还是标注更新',
  en: 'under construction, proposed or not open yet in the older report, open in the newer one; the data gives no opening date between their days, so newly built and newly tagged cannot be told apart',
};

const NEW_WITHOUT_DATE: Sentence = {
  id: 'new-without-date',
  zh: '旧报告中没有，新报告中已开通；数据未注开通日期，不能断定是新建成还是新绘入',
  en: 'not in the older report, open in the newer one; the data gives no opening date, so newly built and newly mapped cannot be told apart',
};

const NO_LONGER_IN_DATA: Sentence = {
  id: 'no-longer-open',
  zh: '新报告中不再开通或不再有此路段；数据未注停用日期，可能是封闭、改名、改绘或重新分级',
  en: 'no longer open, or no longer there; the data gives no closing date: it may be closed, renamed, redrawn or reclassified',
};

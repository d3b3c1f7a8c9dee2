import type {ReviewedFinding, ReviewMark, ReviewVerdict} from '../../../scenario/review-file.ts';
import type {DeadEndRow, Sentence} from '../../rows.ts';
import type {Match} from './match.ts';
import type {Gone} from './vanished.ts';

/** What a review has to say, in both languages. */

export const VERDICT_WORDS: Readonly<Record<ReviewVerdict, readonly [zh: string, en: string]>> = {
  confirmed: ['已确认', 'confirmed'],
  built: ['已建成', 'built'],
  private: ['非公共道路', 'private'],
  'data-error': ['数据错误', 'data error'],
};

const GONE_WORDS: Readonly<Record<Gone, readonly [zh: string, en: string]>> = {
  'goes-on': [
    '该处道路现已继续延伸：已建成，或数据中已接通',
    'the road goes on there now: built, or joined in the data',
  ],
  'still-ends': [
    '该处道路仍为端点，但按现有规则或边界不再列出',
    "a road still ends there, but today's rules or borders list it no more",
  ],
  'no-road': [
    '该处已无该等级道路：数据已删除、改级或关闭',
    'no road of the class is there any more: taken out of the data, of another class, or closed',
  ],
  cut: ['该处紧邻数据裁切边缘，无法判断', 'the extract is cut near there, so it cannot be told'],
  outside: ['该处不在本数据范围内', 'the place lies outside this extract'],
};

const CHANGE_WORDS = {
  rule: ['规则', 'rule'],
  ref: ['编号', 'ref'],
  class: ['等级', 'class'],
} as const;

export function summary(n: {
  readonly matched: number;
  readonly fresh: number;
  readonly vanished: number;
  readonly moved: number;
  readonly ambiguous: number;
  readonly notAsked: number;
  readonly before: string | null;
}): Sentence {
  return {
    id: 'review-summary',
    zh: `与复核文件（数据日期${n.before ?? '未知'}）相比：对应${n.matched}处（其中${n.moved}处位置或属性有变），新增${n.fresh}处，消失${n.vanished}处，无法确定对应${n.ambiguous}处，本次未查${n.notAsked}处`,
    en: `against the review file (data of ${n.before ?? 'an unknown day'}): ${n.matched} findings matched, ${n.moved} of them moved or changed; ${n.fresh} new, ${n.vanished} vanished, ${n.ambiguous} ambiguous, ${n.notAsked} not asked for this time`,
  };
}

export function confirmed(mark: ReviewMark, before: number): Sentence {
  const note = mark.note === undefined ? '' : mark.note;
  return {
    id: 'confirmed-by-review',
    zh: `${mark.author}于${mark.date}复核确认${note === '' ? '' : `：${note}`}（仅凭数据的置信度为${percent(before)}）。`,
    en: `Confirmed by ${mark.author} on ${mark.date}${note === '' ? '' : `: ${note}`} (confidence from the data alone: ${percent(before)}).`,
  };
}

export function fresh(row: DeadEndRow): Sentence {
  return {id: 'review-new', zh: `新增：${row.id}`, en: `new: ${row.id}`};
}

export function vanished(entry: ReviewedFinding, gone: Gone): Sentence {
  const [zh, en] = GONE_WORDS[gone];
  const before = entry.review;
  const markZh = before ? `（此前复核：${VERDICT_WORDS[before.verdict][0]}）` : '';
  const markEn = before ? ` (reviewed before: ${VERDICT_WORDS[before.verdict][1]})` : '';
  return {
    id: 'review-vanished',
    zh: `消失：${entry.id}${markZh}：${zh}`,
    en: `vanished: ${entry.id}${markEn}: ${en}`,
  };
}

export function moved({entry, row, movedM, changed}: Match): Sentence {
  const zh = changed.map((change) => `${CHANGE_WORDS[change][0]}${values(entry, row, change)}`);
  const en = changed.map((change) => `${CHANGE_WORDS[change][1]} ${values(entry, row, change)}`);
  if (movedM > 1) {
    zh.unshift(`移动${Math.round(movedM)}米`);
    en.unshift(`moved ${Math.round(movedM)} m`);
  }
  return {
    id: 'review-moved',
    zh: `变动：${entry.id} → ${row.id}：${zh.join('，')}`,
    en: `changed: ${entry.id} → ${row.id}: ${en.join(', ')}`,
  };
}

function values(entry: ReviewedFinding, row: DeadEndRow, change: 'rule' | 'ref' | 'class'): string {
  return `${entry[change] || '–'} → ${row[change] || '–'}`;
}

export function merged(entry: ReviewedFinding, row: DeadEndRow): Sentence {
  return {
    id: 'review-merged',
    zh: `合并：${entry.id}现属于${row.id}`,
    en: `merged: ${entry.id} is part of ${row.id} now`,
  };
}

export function ambiguous(entry: ReviewedFinding, rows: readonly DeadEndRow[]): Sentence {
  const ids = rows.map(({id}) => id).join(', ');
  const mark = entry.review;
  return {
    id: 'review-ambiguous',
    zh: `无法确定对应：${entry.id}可能是${ids}中的任一处${mark ? `；其复核结论（${VERDICT_WORDS[mark.verdict][0]}）未采用` : ''}`,
    en: `ambiguous: ${entry.id} may be any of ${ids}${mark ? `; its verdict (${VERDICT_WORDS[mark.verdict][1]}) is not applied` : ''}`,
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

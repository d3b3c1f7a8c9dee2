import type {Sentence} from '../rows.ts';
import type {DormantChain} from './dormant-chain.ts';
import {kmOrM, minOrH} from './evidence-words.ts';
import type {NetworkWay} from './network-way.ts';
import type {Partner} from './partners.ts';
import type {PlannedLink} from './planned.ts';
import {terminusSentence} from './terminus.ts';
import type {TipGrounds} from './tip-grounds.ts';

/** What lies beyond a tip: roads not open yet, plans, an end opposite, a lower road, or nothing. */
export function beyondEvidence(g: TipGrounds): Sentence[] {
  const {chain, barred, lower, ferry, turning, passing} = g.continuation;
  const sentences: Sentence[] = [];
  if (chain) sentences.push(unopened(chain), farEnd(chain, g.chainCrosses));
  if (g.rules[0] === 'R1' && chain && g.openM !== null) sentences.push(official(chain, g.openM));
  if (g.plan) sentences.push(planned(g.plan));
  if (g.partner) sentences.push(opposite(g.partner));
  if (chain || g.partner) sentences.push(today(g.way));
  if (barred) sentences.push(BARRED[barred]);
  if (lower) sentences.push(lowerBeyond(lower));
  if (ferry) sentences.push(FERRY);
  if (g.terminus) sentences.push(terminusSentence(g.terminus));
  if (turning) sentences.push(TURNING);
  const nothing = !chain && !barred && !lower && !ferry && !turning && !g.plan && !g.partner;
  if (nothing) sentences.push(NOTHING);
  if (passing) sentences.push(passingBy(passing));
  if (g.rules.length > 1) sentences.push(moreRules(g.rules));
  return sentences;
}

const STATE_ZH = {
  'under-construction': '在建',
  proposed: '规划',
  'not-yet-open': '当日尚未通车',
} as const;
const STATE_EN = {
  'under-construction': 'under construction',
  proposed: 'proposed',
  'not-yet-open': 'not yet open on that day',
} as const;

function unopened(chain: DormantChain): Sentence {
  return {
    id: 'unopened-beyond',
    zh: `前方接${STATE_ZH[chain.state]}路段${kmOrM(chain.lengthM, 'zh')}，起点距此${kmOrM(chain.gapM, 'zh')}。`,
    en: `A road ${STATE_EN[chain.state]} goes on for ${kmOrM(chain.lengthM, 'en')}, starting ${kmOrM(chain.gapM, 'en')} from here.`,
  };
}

function farEnd(chain: DormantChain, crosses: boolean): Sentence {
  return {
    id: chain.joinsOpen ? 'far-end-joins' : 'far-end-loose',
    zh: `该路段${crosses ? '穿越' : '未穿越'}界线，另一端${chain.joinsOpen ? '接入' : '未接入'}已通车的同等级路网。`,
    en: `It ${crosses ? 'crosses' : 'does not cross'} a border, and its far end ${chain.joinsOpen ? 'meets' : 'does not meet'} the open network of this class.`,
  };
}

function official({state}: DormantChain, openM: number): Sentence {
  const length = {zh: kmOrM(openM, 'zh'), en: kmOrM(openM, 'en')};
  return state === 'proposed'
    ? {
        id: 'official-not-begun',
        zh: `一侧已建，另一侧仅为规划，至对侧首条通车道路未通里程${length.zh}：符合省际断头路定义（2013年两部委办公厅通知）。`,
        en: `Built on one side, only planned on the other, ${length.en} not open as far as the first open road there: the official definition (joint notice of 2013).`,
      }
    : {
        id: 'official-begun-unknown',
        zh: `一侧已建，另一侧当日未通，至对侧首条通车道路未通里程${length.zh}；数据没有开工日期，按未开工计（2013年两部委办公厅通知）。`,
        en: `Built on one side, not open on the other, ${length.en} to the first open road there; the data does not date the start of works, which is taken as not begun (joint notice of 2013).`,
      };
}

function planned({name, status, lengthM}: PlannedLink): Sentence {
  const zh = status === 'construction' ? '在建' : '规划';
  const en = status === 'construction' ? 'under construction' : 'planned';
  return {
    id: 'in-registry',
    zh: `项目登记：${name}（${zh}，${kmOrM(lengthM, 'zh')}）由此越过界线。`,
    en: `Project registry: ${name} (${en}, ${kmOrM(lengthM, 'en')}) goes on over the border from here.`,
  };
}

function opposite({gapM, alignment, tip}: Partner): Sentence {
  const percent = Math.round(alignment * 100);
  return {
    id: tip ? 'end-opposite' : 'road-opposite',
    zh: `对侧${kmOrM(gapM, 'zh')}处${tip ? '有同等级道路的断头相对' : '有同等级道路经过'}，对准程度${percent}%。`,
    en: `${kmOrM(gapM, 'en')} away on the other side ${tip ? 'another end faces it' : 'a road of the class passes'}; they are aligned to ${percent}%.`,
  };
}

function today(way: NetworkWay | null): Sentence {
  if (way === null) {
    return {
      id: 'no-way-today',
      zh: '现有路网中两端之间没有通路。',
      en: 'Today there is no way between the two by road.',
    };
  }
  return {
    id: 'way-today',
    zh: `现有路网中两端之间最短${kmOrM(way.networkM, 'zh')}，最快${minOrH(way.timeS, 'zh')}。`,
    en: `Today the shortest way between the two is ${kmOrM(way.networkM, 'en')}, the fastest takes ${minOrH(way.timeS, 'en')}.`,
  };
}

const BARRED = {
  closed: {
    id: 'closed-beyond',
    zh: '前方路段已关闭或废弃。',
    en: 'The road beyond is shut, disused or abandoned.',
  },
  restricted: {
    id: 'restricted-beyond',
    zh: '前方路段不对公众开放。',
    en: 'The road beyond is not open to the public.',
  },
} as const satisfies Record<string, Sentence>;

const FERRY: Sentence = {
  id: 'ferry-beyond',
  zh: '前方以轮渡相接。',
  en: 'A ferry goes on from here.',
};

const TURNING: Sentence = {
  id: 'turning-circle',
  zh: '此处为回车场，道路可能按设计在此终止。',
  en: 'A turning circle is mapped here: the road may end by design.',
};

const NOTHING: Sentence = {
  id: 'nothing-beyond',
  zh: '数据中前方没有已通车、在建或规划的道路。',
  en: 'The data has no open, unopened or proposed road going on.',
};

function lowerBeyond(lower: NonNullable<TipGrounds['continuation']['lower']>): Sentence {
  return {
    id: 'lower-class-beyond',
    zh: `较低等级道路（${lower.class}，低${lower.drop}级）由此继续。`,
    en: `A road of lower class (${lower.class}, ${lower.drop} down) goes on from here.`,
  };
}

function passingBy(passing: NonNullable<TipGrounds['continuation']['passing']>): Sentence {
  return {
    id: 'lower-class-passes',
    zh: `${kmOrM(passing.distanceM, 'zh')}外有较低等级道路（${passing.class}）经过，数据中未与此相接。`,
    en: `A road of lower class (${passing.class}) passes ${kmOrM(passing.distanceM, 'en')} away; the data does not join it.`,
  };
}

function moreRules([rule, ...more]: readonly string[]): Sentence {
  return {
    id: 'meets-more-rules',
    zh: `同时符合${more.join('、')}，按${rule}列出一次。`,
    en: `Meets ${more.join(', ')} too; listed once, as ${rule}.`,
  };
}

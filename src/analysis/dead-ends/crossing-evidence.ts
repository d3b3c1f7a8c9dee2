import type {Sentence} from '../rows.ts';
import type {AccessBreak} from './access-break.ts';
import {kmOrM, minOrH, RANKS} from './evidence-words.ts';
import type {GradeDrop, RoadForm} from './grade-drop.ts';
import type {HalfBuilt} from './half-built.ts';
import type {HalfBegunRoad} from './planned.ts';
import type {UnitPair} from './unit-pairs.ts';

type Sides = readonly string[];

export function gradeEvidence({better, worse, what, steps}: GradeDrop, sides: Sides): Sentence[] {
  return [
    goesOver(sides),
    {
      id: `drop-of-${what}`,
      zh: `一侧${formZh(better)}，另一侧${formZh(worse)}：${WHAT[what].zh}相差${steps}级。`,
      en: `${formEn(better)} on one side, ${formEn(worse)} on the other: the ${WHAT[what].en} falls by ${steps}.`,
    },
  ];
}

const WHAT = {
  class: {zh: '类别', en: 'class'},
  grade: {zh: '技术等级', en: 'technical grade'},
  lanes: {zh: '车道数', en: 'number of lanes'},
} as const;
const GRADES_ZH = ['高速', '一级', '二级', '三级', '四级'];
const GRADES_EN = ['expressway', 'first', 'second', 'third', 'fourth'];

function formZh({rank, grade, lanes}: RoadForm): string {
  const parts = [
    RANKS.zh[rank] ?? '道路',
    ...(grade === null ? [] : [`${GRADES_ZH[grade] ?? grade}`]),
    ...(lanes === null ? [] : [`${lanes}车道`]),
  ];
  return parts.join('、');
}

function formEn({rank, grade, lanes}: RoadForm): string {
  const parts = [
    RANKS.en[rank] ?? 'road',
    ...(grade === null ? [] : [`${GRADES_EN[grade] ?? grade} grade`]),
    ...(lanes === null ? [] : [`${lanes} lanes`]),
  ];
  return parts.join(', ');
}

const BREAKS = {
  restricted: {
    id: 'restricted-through',
    zh: '过界路段不对公众开放',
    en: 'the stretch over the border is not open to the public',
  },
  barrier: {
    id: 'barrier-through',
    zh: '过界道路上设有机动车不能通过的路障',
    en: 'a barrier that a car cannot pass stands on the road over the border',
  },
  oneway: {
    id: 'oneway-through',
    zh: '过界道路为单向，附近没有反向道路',
    en: 'the road over the border runs one way only, and none leads back near by',
  },
} as const;

export function breakEvidence(
  {what, lengthM, aroundM, timeS}: AccessBreak,
  borderM: number,
  sides: Sides,
): Sentence[] {
  const {id, zh, en} = BREAKS[what];
  return [
    goesOver(sides),
    {
      id,
      zh: `${zh}（${kmOrM(lengthM, 'zh')}，距界线${kmOrM(borderM, 'zh')}）。`,
      en: `${capital(en)} (${kmOrM(lengthM, 'en')} long, ${kmOrM(borderM, 'en')} from the border).`,
    },
    aroundM === null || timeS === null
      ? {
          id: 'no-way-today',
          zh: '现有路网中没有其他合法通路。',
          en: 'Today no other lawful way joins the two.',
        }
      : {
          id: 'way-today',
          zh: `合法绕行需${kmOrM(aroundM, 'zh')}、${minOrH(timeS, 'zh')}。`,
          en: `The lawful way round is ${kmOrM(aroundM, 'en')}, ${minOrH(timeS, 'en')}.`,
        },
  ];
}

export function halfBuiltEvidence({gapM}: HalfBuilt, sides: Sides): Sentence[] {
  return [
    goesOver(sides),
    {
      id: 'official-not-begun',
      zh: `一侧在建，另一侧仅为规划，未通里程${kmOrM(gapM, 'zh')}：符合省际断头路定义（2013年两部委办公厅通知）。`,
      en: `Under construction on one side, only planned on the other, ${kmOrM(gapM, 'en')} not begun: the official definition (joint notice of 2013).`,
    },
  ];
}

export function halfBegunEvidence(road: HalfBegunRoad, sides: Sides): Sentence[] {
  const {name, nameEn, missing, gapM, begun} = road;
  const state =
    begun.status === 'open' ? {zh: '已通车', en: 'open'} : {zh: '在建', en: 'under construction'};
  const stops = `${missing[0]!.from}—${missing[missing.length - 1]!.to}`;
  const source = missing.every(({lengthSource}) => lengthSource === 'registry')
    ? {zh: '登记里程', en: 'registered length'}
    : {zh: '直线里程', en: 'straight length'};
  return [
    goesOver(sides),
    {
      id: 'registry-half-begun',
      zh: `项目登记：${name}，${begun.from}—${begun.to}${state.zh}，${stops}未开工，${source.zh}${kmOrM(gapM, 'zh')}（2013年两部委办公厅通知）。`,
      en: `Project registry: ${nameEn}, ${begun.from}—${begun.to} ${state.en}, ${stops} not begun, ${source.en} ${kmOrM(gapM, 'en')} (joint notice of 2013).`,
    },
    {
      id: 'registry-position',
      zh: '位置为城镇间直线与界线的交点，并非线位。',
      en: 'The position is where the straight line between towns meets the border, not an alignment.',
    },
  ];
}

export function unitEvidence(pair: UnitPair): Sentence[] {
  const {units, seats, straightM, way, detour, timeRatio} = pair;
  const [a, b] = seats;
  const known: Sentence =
    way === null
      ? {id: 'no-way-today', zh: '两地之间没有公路通路。', en: 'No road joins the two.'}
      : {
          id: 'way-today',
          zh: `最短${kmOrM(way.networkM, 'zh')}（直线的${fixed(detour)}倍），${minOrH(way.timeS, 'zh')}（直线按最高车速的${fixed(timeRatio)}倍）。`,
          en: `The shortest way is ${kmOrM(way.networkM, 'en')} (${fixed(detour)} times the straight line), ${minOrH(way.timeS, 'en')} (${fixed(timeRatio)} times that of the straight line at top speed).`,
        };
  return [
    {
      id: 'neighbours',
      zh: `${units.join('与')}相邻，界上没有断头路；以${a.name}、${b.name}为驻地，直线${kmOrM(straightM, 'zh')}。`,
      en: `${units.join(' and ')} are neighbours without a dead end on their border; ${a.name} and ${b.name} stand for their seats, ${kmOrM(straightM, 'en')} apart.`,
    },
    known,
  ];
}

function fixed(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}

function goesOver(sides: Sides): Sentence {
  const zh = sides.length > 0 ? `（${sides.join('/')}）` : '';
  const en = sides.length > 0 ? ` (${sides.join(' / ')})` : '';
  return {id: 'goes-over', zh: `道路越过界线${zh}。`, en: `The road goes over the border${en}.`};
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type {BorderHit} from '../../geo/border-index.ts';
import type {Sentence} from '../rows.ts';
import type {Approach} from './approach.ts';
import type {Cause} from './causes.ts';
import type {Continuation} from './continuation.ts';
import type {DormantChain} from './dormant-chain.ts';

/** What a finding is known from; each figure ends up in a sentence. */
export interface Findings {
  /** Lines of the studied class that meet in the tip, pairs beside it included. */
  readonly lines: number;
  readonly minClass: string;
  readonly border: BorderHit;
  readonly sides: readonly string[];
  readonly approach: Approach;
  readonly continuation: Continuation;
  readonly cause: Cause;
  /** Metres to the nearest clip node, `null` when none is near. */
  readonly clipM: number | null;
  /** Whether the unopened road crosses a border line; `null` without one. */
  readonly chainCrosses: boolean | null;
}

/** The evidence of a finding, in both languages, one fact a sentence. */
export function evidenceOf(f: Findings): Sentence[] {
  const sentences = [degree(f), border(f), course(f)];
  const {chain, lower} = f.continuation;
  if (chain) sentences.push(unopened(chain), farEnd(chain, f.chainCrosses === true), bothRules());
  if (!chain || lower) sentences.push(goesOn(f));
  if (f.continuation.passing) sentences.push(passingBy(f.continuation.passing));
  if (f.clipM !== null) sentences.push(nearClip(f.clipM));
  return sentences;
}

function degree({lines, minClass}: Findings): Sentence {
  return {
    id: 'one-way-out',
    zh: `${minClass}及以上等级的道路到此为止:此处共${lines}条线,全部通向同一方向。`,
    en: `Roads of class ${minClass} and above end here: ${lines} line${lines === 1 ? '' : 's'} at this place, all leading off the same way.`,
  };
}

function border({border: hit, sides}: Findings): Sentence {
  const zh = sides.length > 0 ? `(${sides.join('/')})` : '';
  const en = sides.length > 0 ? ` (${sides.join(' / ')})` : '';
  return {
    id: 'border-distance',
    zh: `距界线${zh}${kmOrM(hit.distanceM, 'zh')}。`,
    en: `${kmOrM(hit.distanceM, 'en')} from the border${en}.`,
  };
}

function course({approach}: Findings): Sentence {
  const deg = Math.round(approach.courseDeg) % 360;
  return approach.verdict === 'crossed'
    ? {
        id: 'crossed-border',
        zh: `道路已越过界线后终止,末段方位角${deg}°。`,
        en: `The road has crossed the border and then stops; its last stretch bears ${deg}°.`,
      }
    : {
        id: 'leads-to-border',
        zh: `末段方位角${deg}°,每前进1公里距界线近${Math.round(approach.closingShare * 1000)}米。`,
        en: `Its last stretch bears ${deg}° and comes ${Math.round(approach.closingShare * 1000)} m nearer to the border with each kilometre.`,
      };
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
    zh: `前方接${STATE_ZH[chain.state]}路段${kmOrM(chain.lengthM, 'zh')},起点距此${kmOrM(chain.gapM, 'zh')}。`,
    en: `A road ${STATE_EN[chain.state]} goes on for ${kmOrM(chain.lengthM, 'en')}, starting ${kmOrM(chain.gapM, 'en')} from here.`,
  };
}

function farEnd(chain: DormantChain, crosses: boolean): Sentence {
  return {
    id: chain.joinsOpen ? 'far-end-joins' : 'far-end-loose',
    zh: `该路段${crosses ? '穿越' : '未穿越'}界线,另一端${chain.joinsOpen ? '接入' : '未接入'}已通车的同等级路网。`,
    en: `It ${crosses ? 'crosses' : 'does not cross'} a border, and its far end ${chain.joinsOpen ? 'meets' : 'does not meet'} the open network of this class.`,
  };
}

function bothRules(): Sentence {
  return {
    id: 'meets-r2-too',
    zh: '同时符合R2(实体断头)与R6(未通车路段),按R6列出一次。',
    en: 'Meets R2 (physical stub) and R6 (unopened road); listed once, as R6.',
  };
}

function goesOn({cause, continuation: {lower}}: Findings): Sentence {
  if (lower) {
    return {
      id: 'lower-class-beyond',
      zh: `较低等级道路(${lower.class},低${lower.drop}级)由此继续。`,
      en: `A road of lower class (${lower.class}, ${lower.drop} down) goes on from here.`,
    };
  }
  const [id, zh, en] = NOTHING_OPEN[cause] ?? NOTHING_OPEN['unknown-gap']!;
  return {id, zh, en};
}

const NOTHING_OPEN: Partial<Record<Cause, readonly [id: string, zh: string, en: string]>> = {
  closed: [
    'closed-beyond',
    '前方路段已关闭或废弃。',
    'The road beyond is shut, disused or abandoned.',
  ],
  'access-restricted': [
    'restricted-beyond',
    '前方路段不对公众开放。',
    'The road beyond is not open to the public.',
  ],
  'turning-circle': [
    'turning-circle',
    '此处为回车场,道路可能按设计在此终止。',
    'A turning circle is mapped here: the road may end by design.',
  ],
  'unknown-gap': [
    'nothing-beyond',
    '数据中前方没有已通车、在建或规划的道路。',
    'The data has no open, unopened or proposed road going on.',
  ],
};

function passingBy(passing: NonNullable<Continuation['passing']>): Sentence {
  return {
    id: 'lower-class-passes',
    zh: `${kmOrM(passing.distanceM, 'zh')}外有较低等级道路(${passing.class})经过,数据中未与此相接。`,
    en: `A road of lower class (${passing.class}) passes ${kmOrM(passing.distanceM, 'en')} away; the data does not join it.`,
  };
}

function nearClip(clipM: number): Sentence {
  return {
    id: 'near-clip',
    zh: `距数据裁切点${kmOrM(clipM, 'zh')}:此断头可能是裁切造成的。`,
    en: `The extract was cut ${kmOrM(clipM, 'en')} from here: the end may be the cut's doing.`,
  };
}

function kmOrM(metres: number, lang: 'zh' | 'en'): string {
  if (metres < 1000) return `${Math.round(metres)}${lang === 'zh' ? '米' : ' m'}`;
  return `${(metres / 1000).toFixed(1)}${lang === 'zh' ? '公里' : ' km'}`;
}

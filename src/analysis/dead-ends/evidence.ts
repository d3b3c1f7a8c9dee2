import type {Sentence} from '../rows.ts';
import {beyondEvidence} from './evidence-beyond.ts';
import {kmOrM, rankWord} from './evidence-words.ts';
import type {Unjoined} from './judge-tip.ts';
import type {TipGrounds} from './tip-grounds.ts';

/** The evidence of a finding at a tip, in both languages, one fact a sentence. */
export function tipEvidence(g: TipGrounds): Sentence[] {
  return [degree(g), border(g), course(g), ...beyondEvidence(g), ...doubts(g)];
}

function degree({lines, minClass}: TipGrounds): Sentence {
  return {
    id: 'one-way-out',
    zh: `${rankWord(minClass, 'zh')}及以上的道路到此为止：此处共${lines}条线，全部通向同一方向。`,
    en: `Roads of class ${rankWord(minClass, 'en')} and above end here: ${lines} line${lines === 1 ? '' : 's'} at this place, all leading off the same way.`,
  };
}

function border({border: hit, sides}: TipGrounds): Sentence {
  const zh = sides.length > 0 ? `（${sides.join('/')}）` : '';
  const en = sides.length > 0 ? ` (${sides.join(' / ')})` : '';
  return {
    id: 'border-distance',
    zh: `距界线${zh}${kmOrM(hit.distanceM, 'zh')}。`,
    en: `${kmOrM(hit.distanceM, 'en')} from the border${en}.`,
  };
}

function course({approach}: TipGrounds): Sentence {
  const deg = Math.round(approach.courseDeg) % 360;
  return approach.verdict === 'crossed'
    ? {
        id: 'crossed-border',
        zh: `道路已越过界线后终止，末段方位角${deg}°。`,
        en: `The road has crossed the border and then stops; its last stretch bears ${deg}°.`,
      }
    : {
        id: 'leads-to-border',
        zh: `末段方位角${deg}°，每前进1公里距界线近${Math.round(approach.closingShare * 1000)}米。`,
        en: `Its last stretch bears ${deg}° and comes ${Math.round(approach.closingShare * 1000)} m nearer to the border with each kilometre.`,
      };
}

function doubts({unjoined, barrier, cut, clipM}: TipGrounds): Sentence[] {
  const sentences: Sentence[] = [];
  if (unjoined) sentences.push(notJoined(unjoined));
  if (barrier) {
    sentences.push({
      id: 'barrier-here',
      zh: '此处有路障，前方没有道路。',
      en: 'A barrier stands here, and no road goes on.',
    });
  }
  if (cut) {
    sentences.push({
      id: 'cut-here',
      zh: '道路被数据边缘截断，并非断头。',
      en: "The extract's edge cuts the road here: it is no dead end.",
    });
  } else if (clipM !== null) {
    sentences.push({
      id: 'near-clip',
      zh: `距数据裁切点${kmOrM(clipM, 'zh')}：此断头可能是裁切造成的。`,
      en: `The extract was cut ${kmOrM(clipM, 'en')} from here: the end may be the cut's doing.`,
    });
  }
  return sentences;
}

const UNJOINED = {
  'near-miss': ['near-miss', '同等级道路从旁经过而未相接', 'a road of the class passes unjoined'],
  crossing: [
    'unjoined-crossing',
    '与同等级道路相交而无公共节点',
    'it crosses a road of the class without a common node',
  ],
  levels: [
    'level-mismatch',
    '与近旁道路标为不同层（桥或隧道）而未相接',
    'a road beside it is drawn on another level (bridge or tunnel), unjoined',
  ],
  ramps: [
    'ramps-may-lack',
    '为高速公路或驶向高速公路的道路，而此处数据不绘匝道',
    'an expressway, or a road that this one leads to as an expressway; the data draws no ramps here',
  ],
} as const;

function notJoined({how, distanceM}: Unjoined): Sentence {
  const [id, zh, en] = UNJOINED[how];
  return {
    id,
    zh: `相距${kmOrM(distanceM, 'zh')}，${zh}：多半是绘图间隙。`,
    en: `${kmOrM(distanceM, 'en')} away, ${en}: most likely a gap in the drawing.`,
  };
}

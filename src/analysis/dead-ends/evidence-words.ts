import {type EdgeClass, ROAD_RANK} from '../../graph/vocabulary.ts';

/** Road classes by rank, in the words of a sentence. */
export const RANKS = {
  zh: ['高速公路', '国道', '省道', '县道', '乡道', '村道'],
  en: ['expressway', 'trunk road', 'primary', 'secondary', 'tertiary', 'unclassified'],
} as const;

export function rankWord(roadClass: EdgeClass, lang: 'zh' | 'en'): string {
  return RANKS[lang][ROAD_RANK[roadClass]] ?? roadClass;
}

/** Metres or kilometres, in the words of a sentence. */
export function kmOrM(metres: number, lang: 'zh' | 'en'): string {
  if (metres < 1000) return `${Math.round(metres)}${lang === 'zh' ? '米' : ' m'}`;
  return `${(metres / 1000).toFixed(1)}${lang === 'zh' ? '公里' : ' km'}`;
}

/** Minutes below two hours, else hours to a tenth. */
export function minOrH(seconds: number, lang: 'zh' | 'en'): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes}${lang === 'zh' ? '分钟' : ' min'}`;
  return `${(minutes / 60).toFixed(1)}${lang === 'zh' ? '小时' : ' h'}`;
}

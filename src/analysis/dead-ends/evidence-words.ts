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

/** Languages of a report; Chinese comes first. */
export type Lang = 'zh' | 'en';

export const LANGS: readonly Lang[] = ['zh', 'en'];

/** One saying in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A value that reads the same in both languages (a name, a number). */
export function same(value: string | number): Text {
  const text = String(value);
  return {zh: text, en: text};
}

export function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** Texts joined by a separator per language; no texts give the empty text. */
export function joinTexts(texts: readonly Text[], separator: Text): Text {
  return {
    zh: texts.map((t) => t.zh).join(separator.zh),
    en: texts.map((t) => t.en).join(separator.en),
  };
}

/** Both languages in one line, for places that cannot switch: the document's title, tooltips. */
export function bilingual(text: Text): string {
  return text.zh === text.en ? text.zh : `${text.zh} / ${text.en}`;
}

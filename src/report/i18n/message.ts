import {EN} from './en.ts';
import type {Text} from './text.ts';
import {same} from './text.ts';
import {type MessageKey, ZH} from './zh.ts';

/** Values for the `{holes}` of a message. */
export type Params = Readonly<Record<string, string | number | Text>>;

/**
 * A message in both languages with its holes filled. A hole without a value is a bug and throws;
 * values are plain text, escaped where they are printed.
 */
export function msg(key: MessageKey, params: Params = {}): Text {
  return {zh: fill(ZH[key], params, 'zh'), en: fill(EN[key], params, 'en')};
}

function fill(template: string, params: Params, lang: 'zh' | 'en'): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`the message "${template}" has no value for ${name}`);
    return typeof value === 'object' ? value[lang] : same(value)[lang];
  });
}

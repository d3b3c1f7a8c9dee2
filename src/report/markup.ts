import {escapeXml} from './escape.ts';
import {isText, type Text} from './i18n/text.ts';

export {bilingual} from './i18n/text.ts';

/** A piece of finished, well-formed markup. Only `markup` and `raw` make one. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a hole of a `markup` template; `null`, `undefined` and `false` print nothing. */
export type Child = Markup | Text | string | number | null | undefined | false | readonly Child[];

/**
 * Template tag for HTML and SVG: every string is escaped, markup is kept, lists are joined, a text
 * in two languages becomes two spans of which the page shows one. Attribute values must be quoted,
 * and a `Text` may not stand in an attribute (use `bilingual`) nor inside SVG (use `svgText`).
 */
export function markup(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  let out = parts[0]!;
  for (let i = 0; i < children.length; i++) out += render(children[i]) + parts[i + 1]!;
  return new Markup(out);
}

/** Markup from a string that is known to be safe (our own style sheet and script). */
export function raw(text: string): Markup {
  return new Markup(text);
}

/** Joins children into one piece of markup. */
export function join(children: readonly Child[]): Markup {
  return new Markup(children.map(render).join(''));
}

function render(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (child instanceof Markup) return child.text;
  if (typeof child === 'number') return String(child);
  if (typeof child === 'string') return escapeXml(child);
  if (isText(child)) return renderText(child);
  return child.map(render).join('');
}

function renderText(text: Text): string {
  if (text.zh === text.en) return escapeXml(text.zh);
  const zh = `<span class="zh" lang="zh">${escapeXml(text.zh)}</span>`;
  return `${zh}<span class="en" lang="en">${escapeXml(text.en)}</span>`;
}

import {msg} from '../i18n/message.ts';
import {type Markup, markup} from '../markup.ts';

/** How units without a name are called, when a table has any. */
export function unitNote(labels: readonly string[]): Markup | null {
  const any = labels.some((label) => /^(\[.+\]|unnamed-\d+)$/.test(label));
  return any ? markup`<p class="dim">${msg('unitLabels')}</p>` : null;
}

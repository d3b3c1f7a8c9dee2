import {msg} from '../i18n/message.ts';
import {join, type Markup, markup} from '../markup.ts';

/** Where the numbers of a table or figure stand for those who want to check them. */
export interface Trace {
  /** Path in `result.json`, e.g. `detour[].fastest`; several are parted by a comma. Sentences have none. */
  readonly key?: string;
  /** Table or layer of the report that holds them. */
  readonly file: string;
}

/** The line under a table or figure that says where its numbers come from. */
export function traceLine({key, file}: Trace): Markup {
  const path = key === undefined ? null : markup`<code>result.json › ${key}</code>`;
  const parts = path ? join([path, msg('listSemicolon')]) : null;
  return markup`<p class="trace">${msg('traceFrom')}${parts}<code>${file}</code></p>`;
}

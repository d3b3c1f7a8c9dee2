import {msg} from '../i18n/message.ts';
import {type Markup, markup} from '../markup.ts';

/** Where the numbers of a table or figure stand for those who want to check them. */
export interface Trace {
  /** Path in `result.json`, e.g. `detour[].fastest`; several are parted by a comma. */
  readonly key: string;
  /** Table of the report that holds them; none for what stands in `result.json` alone. */
  readonly file?: string;
}

/** The line under a table or figure that says where its numbers come from. */
export function traceLine({key, file}: Trace): Markup {
  const table = file === undefined ? null : markup`${msg('listSemicolon')}<code>${file}</code>`;
  return markup`<p class="trace">${msg('traceFrom')}<code>result.json › ${key}</code>${table}</p>`;
}

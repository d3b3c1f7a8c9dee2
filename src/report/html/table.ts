import type {Text} from '../i18n/text.ts';
import {bilingual, type Child, type Markup, markup, raw} from '../markup.ts';
import {type Trace, traceLine} from './trace.ts';

export interface Column {
  readonly head: Text;
  /** Numbers are set to the right and sorted by size; names do not break; long texts get room. */
  readonly kind: 'text' | 'name' | 'long' | 'number';
}

export interface Cell {
  readonly body: Child;
  /** What the column is sorted by; `null` goes last. */
  readonly sort: string | number | null;
  readonly heat?: {readonly fill: string; readonly ink: string};
}

export interface TableSpec {
  readonly id: string;
  readonly caption: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows set off from the rest, by index. */
  readonly marked?: ReadonlySet<number>;
  /** Where its numbers stand. */
  readonly trace: Trace;
  /** A heading right above says the same: the caption is for those who cannot see it. */
  readonly headed?: boolean;
}

/** A text cell that is sorted by what it shows. */
export function textCell(body: string | Text): Cell {
  return {body, sort: typeof body === 'string' ? body : body.zh};
}

/** A number cell: the value for sorting, the text for reading. */
export function numberCell(value: number | null, shown: Child): Cell {
  return {body: shown, sort: value};
}

/** A table that scrolls in its own frame when the window is narrow, and sorts when there is a script. */
export function table(spec: TableSpec): Markup {
  const heads = spec.columns.map(
    (c) => markup`<th scope="col" class="${c.kind}" data-kind="${c.kind}">${c.head}</th>`,
  );
  const rows = spec.rows.map((row, i) => {
    const cls = spec.marked?.has(i) ? markup` class="marked"` : null;
    return markup`<tr${cls}>${row.map((c, j) => cell(c, spec.columns[j]!.kind))}</tr>`;
  });
  return markup`<div class="scroll" role="region" aria-label="${bilingual(spec.caption)}" tabindex="0"><table id="${spec.id}" class="sortable"><caption${spec.headed ? raw(' class="unseen"') : null}>${spec.caption}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>${traceLine(spec.trace)}</div>`;
}

function cell(c: Cell, kind: Column['kind']): Markup {
  const style = c.heat ? markup` style="background:${c.heat.fill};color:${c.heat.ink}"` : null;
  return markup`<td class="${kind}" data-v="${c.sort ?? ''}"${style}>${c.body}</td>`;
}

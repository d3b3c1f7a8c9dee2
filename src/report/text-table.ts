import {msg} from './i18n/message.ts';
import type {Text} from './i18n/text.ts';
import type {MessageKey} from './i18n/zh.ts';

export interface TextColumn {
  readonly head: Text;
  /** Numbers are set to the right. */
  readonly right?: boolean;
}

/** A table before it is aligned. */
export interface TextTable {
  /** Lines above it. */
  readonly title?: readonly Text[];
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly (Text | string)[])[];
}

type Value<Row> = (row: Row) => Text | string;
/** The columns of a table: heading, what a row says there, and on which side it is set. */
export type Plan<Row> = readonly (readonly [
  head: MessageKey,
  value: Value<Row>,
  right?: 'right',
])[];

/** A table by its plan. */
export function tableOf<Row>(plan: Plan<Row>, rows: readonly Row[]): TextTable {
  return {
    columns: plan.map(([head, , right]) => ({head: msg(head), right: right === 'right'})),
    rows: rows.map((row) => plan.map(([, value]) => value(row))),
  };
}

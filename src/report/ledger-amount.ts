import type {LedgerRow} from '../analysis/rows.ts';
import {number} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, type Text} from './i18n/text.ts';

/** What a line of the ledger counts, and nothing that it does not count. */
export function ledgerAmount({ways, km, nodes, count = 0}: LedgerRow): Text {
  const parts = [
    ...(count > 0 ? [msg('ledgerThings', {count: number(count)})] : []),
    ...(ways > 0 ? [msg('ledgerWays', {count: number(ways)})] : []),
    ...(km > 0 ? [msg('ledgerKm', {km: number(km, 1)})] : []),
    ...(nodes > 0 ? [msg('ledgerNodes', {count: number(nodes)})] : []),
  ];
  return joinTexts(parts, {zh: '，', en: ', '});
}

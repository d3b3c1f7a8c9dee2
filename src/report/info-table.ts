import type {InfoRow, LedgerRow} from '../analysis/rows.ts';
import {provinceText} from './circle-text.ts';
import {NONE, number, percent} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {classWord, ledgerWord, levelWord, outcomeWord, rungWord} from './i18n/words.ts';
import type {MessageKey} from './i18n/zh.ts';
import {ledgerAmount} from './ledger-amount.ts';
import type {TextTable} from './text-table.ts';

/** More units than these are counted; `--format json` and `csv` list them. */
const MOST_UNITS = 20;

/** The total stands where a reader adds up: behind what was kept, dormant and dropped. */
function inLedgerOrder(ledger: InfoRow['ledger']): InfoRow['ledger'] {
  const isPart = ({outcome}: LedgerRow) => outcome !== 'repaired' && outcome !== 'noted';
  const isTotal = ({reason}: LedgerRow) => reason === 'read-total';
  return [
    ...ledger.filter(isPart),
    ...ledger.filter(isTotal),
    ...ledger.filter((entry) => !isPart(entry) && !isTotal(entry)),
  ];
}

/** The one row of `info`, an item a line. */
export function infoTable(row: InfoRow): TextTable {
  const item = (key: MessageKey, value: Text | string) => [msg(key), value] as const;
  const lines: (readonly [Text, Text | string])[] = [
    item('textNodes', number(row.nodes)),
    item('textEdges', number(row.edges)),
    item('textArcs', number(row.arcs)),
    item('textComponents', number(row.components.count)),
    item('textLargest', percent(row.components.largestKmShare, 1)),
    item('textBbox', row.bbox === null ? NONE : row.bbox.map((v) => number(v, 3)).join(' ')),
    item('coverDataDate', row.dataDate ?? msg('notKnown')),
    item('textPlacesCount', number(row.places)),
    item('textStations', number(row.stations)),
    item('textClipNodes', number(row.clipNodes)),
  ];
  for (const [key, value] of Object.entries(row.kmByClass)) {
    lines.push([msg('textClassKm', {class: classWord(key)}), number(value, 1)]);
  }
  for (const [key, value] of Object.entries(row.kmBySpeedRung)) {
    lines.push([msg('textRungKm', {rung: rungWord(key)}), number(value, 1)]);
  }
  for (const [key, value] of Object.entries(row.borderKmByLevel)) {
    lines.push([msg('textBorderKm', {level: levelWord(key)}), number(value, 1)]);
  }
  for (const [level, units] of Object.entries(row.kmByUnit ?? {})) {
    const names = Object.entries(units);
    if (names.length > MOST_UNITS) {
      lines.push([msg('textUnits', {level: levelWord(level)}), number(names.length)]);
      continue;
    }
    for (const [unit, km] of names) {
      const what = {level: levelWord(level), unit: provinceText(unit)};
      lines.push([msg('textUnitKm', what), number(km, 1)]);
    }
  }
  for (const entry of inLedgerOrder(row.ledger)) {
    const what = {outcome: outcomeWord(entry.outcome), reason: ledgerWord(entry.reason)};
    const [example] = entry.examples;
    const amount = ledgerAmount(entry);
    const said =
      example === undefined
        ? amount
        : joinTexts([amount, msg('importExample', {example})], same(''));
    lines.push([msg('textLedger', what), said]);
  }
  return {columns: [{head: msg('colItem')}, {head: msg('colValue')}], rows: lines};
}

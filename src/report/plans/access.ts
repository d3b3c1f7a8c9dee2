import type {AccessRow} from '../../analysis/rows.ts';
import {minutes, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {gatewayWord} from '../i18n/words.ts';
import type {Plan} from '../text-table.ts';
import {notes} from './notes.ts';

export const accessPlan: Plan<AccessRow> = [
  ['colPlace', (r) => r.place],
  ['colPopulation', (r) => people(r.population), 'right'],
  ['colWmtt', (r) => minutes(r.wmttS), 'right'],
  ['colWithin60', (r) => people(r.personsWithin[60] ?? null), 'right'],
  ['colWithin120', (r) => people(r.personsWithin[120] ?? null), 'right'],
  ['colWithin180', (r) => people(r.personsWithin[180] ?? null), 'right'],
  ['colPotential', (r) => people(r.potential), 'right'],
  ['colEfficiency', (r) => number(r.efficiency, 2), 'right'],
  ['colFirstGateways', (r) => gatewaysText(r.gateways ?? [])],
  ['colUnreached', (r) => r.unreached.map((u) => u.place).join(', ') || NONE],
  ['colNote', (r) => notes(null, r.nearClip)],
];

/** `高铁站 温州南 12，机场 …`, minutes by road. */
function gatewaysText(gateways: NonNullable<AccessRow['gateways']>): Text {
  if (gateways.length === 0) return same(NONE);
  return joinTexts(
    gateways.map(({kind, gateway, timeS}) =>
      joinTexts([gatewayWord(kind), same(gateway ?? NONE), same(minutes(timeS))], same(' ')),
    ),
    msg('listComma'),
  );
}

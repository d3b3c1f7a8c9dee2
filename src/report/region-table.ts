import type {RegionFigures} from '../analysis/rows.ts';
import {minutes, number, people} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import type {TextTable} from './text-table.ts';

/** Means over the people of all places, under the table of places. */
export function regionTable(region: RegionFigures): TextTable {
  return {
    title: [msg('regionTitle')],
    columns: [{head: msg('colItem')}, {head: msg('colValue'), right: true}],
    rows: [
      [msg('colWmtt'), minutes(region.wmttS)],
      [msg('regionDaily'), people(region.dailyPersons)],
      [msg('colPotential'), people(region.potential)],
      [msg('colEfficiency'), number(region.efficiency, 2)],
      [msg('regionGlobal'), number(region.globalEfficiency, 3)],
      [msg('regionGini'), number(region.gini, 3)],
      [msg('regionTheil'), number(region.theil, 3)],
    ],
  };
}

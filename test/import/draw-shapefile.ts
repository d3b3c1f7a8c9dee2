import type {Network} from '../../src/graph/network.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks} from '../support/osm-data.ts';
import {gbk, type Layer} from '../support/shapefile-writer.ts';

export const LINE: [number, number][] = [
  [119, 28],
  [119.1, 28],
];

/** Two roads as a Chinese office writes them: field names and values in GBK. */
export function layer(over: Partial<Layer> = {}): Layer {
  return {
    type: 'line',
    fields: [
      {name: '道路等级', kind: 'C', length: 12},
      {name: '名称', kind: 'C', length: 20},
    ],
    rows: [
      {parts: [LINE], values: ['国道', '庆景青公路']},
      {
        parts: [
          [
            [119.1, 28],
            [119.2, 28.1],
          ],
        ],
        values: ['省道', '龙浦线'],
      },
    ],
    encode: gbk,
    ...over,
  };
}

export function importZip(zip: Uint8Array): Promise<Network> {
  return importNetwork([{name: 'roads.zip', format: 'shapefile-zip', bytes: chunks(zip)}], {
    toolVersion: 't',
  });
}

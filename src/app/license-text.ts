import {basename} from 'node:path';
import type {Network} from '../graph/network.ts';
import {cleanText} from '../report/escape.ts';

const ODBL = 'https://opendatacommons.org/licenses/odbl/1-0/';

/**
 * What must be known of exported files: attribution, licence, sources with sums, day of the data, and
 * the ledger of the import, as plain text.
 */
export function licenseText({meta, ledger}: Network, files: readonly string[]): string {
  const isOdbl = meta.attribution.includes('ODbL');
  const lines = [
    `Files: ${files.map((file) => basename(file)).join(', ')}`,
    `Made with guantong ${meta.toolVersion}`.trim(),
    '',
    `Attribution: ${meta.attribution === '' ? 'not stated by the data' : meta.attribution}`,
    ...(isOdbl
      ? [
          `Licence: Open Database License 1.0, ${ODBL}`,
          'Whoever passes these files on, or a database made of them, passes on this notice and licence.',
        ]
      : []),
    ...(meta.schematic
      ? ['Schematic sample (示意数据): for demonstration only, not for decisions.']
      : []),
    `Data as of: ${meta.dataDate ?? 'not stated by the data'}`,
    '',
    'Sources:',
    ...meta.sources.map(({name, bytes, sha256}) => `  ${name}, ${bytes} bytes, SHA-256 ${sha256}`),
    '',
    'Ledger of the import (outcome, reason, ways, km, nodes):',
    ...ledger.map(
      ({outcome, reason, ways, km, nodes}) =>
        `  ${outcome.padEnd(8)} ${reason}: ${ways} ways, ${km.toFixed(1)} km, ${nodes} nodes`,
    ),
  ];
  return `${lines.map((line) => cleanText(line).replace(/[\r\n]/g, ' ')).join('\n')}\n`;
}

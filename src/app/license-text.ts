import {basename} from 'node:path';
import type {Network} from '../graph/network.ts';
import {cleanText} from '../report/escape.ts';
import {licenceOf} from '../report/licence.ts';

/**
 * What must be known of exported files: attribution, licence, sources with sums, day of the data, and
 * the ledger of the import, as plain text.
 */
export function licenseText({meta, ledger}: Network, files: readonly string[]): string {
  const licence = licenceOf([meta.attribution]);
  const lines = [
    `Files: ${files.map((file) => basename(file)).join(', ')}`,
    `Made with guantong ${meta.toolVersion}`.trim(),
    '',
    `Attribution: ${meta.attribution === '' ? 'not stated by the data' : meta.attribution}`,
    ...(licence ? [licence.en] : []),
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

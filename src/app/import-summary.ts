import type {Network} from '../graph/network.ts';
import {number} from '../report/i18n/format.ts';
import {msg} from '../report/i18n/message.ts';
import type {Lang, Text} from '../report/i18n/text.ts';
import {ledgerWord, outcomeWord} from '../report/i18n/words.ts';
import {ledgerAmount} from '../report/ledger-amount.ts';

/**
 * What an import did, in a few lines for stderr: kept, dormant, and every reason for a loss. The key of
 * a reason, by which docs/import.md explains it, stands behind its words.
 */
export function importSummary(network: Network, out: string, lang: Lang): string {
  const {nodes, edges, places, stations, borders, ledger} = network;
  const said = (text: Text): string => text[lang];
  const head = msg('importMade', {
    file: out,
    nodes: number(nodes.count),
    edges: number(edges.count),
    places: number(places.length),
    stations: number(stations.length),
    borders: number(borders.length),
  });
  const lines = ledger
    .filter(({reason}) => reason !== 'read-total' && reason !== 'nodes-read')
    .map((entry) => {
      const {outcome, reason, examples} = entry;
      const word = said(ledgerWord(reason));
      const key = word === reason ? '' : ` [${reason}]`;
      const example =
        examples[0] === undefined ? '' : said(msg('importExample', {example: examples[0]}));
      return `  ${said(outcomeWord(outcome))} ${word}${key}: ${said(ledgerAmount(entry))}${example}`;
    });
  return [said(head), ...lines].join('\n');
}

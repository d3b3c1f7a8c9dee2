import type {Network} from '../graph/network.ts';

/** What an import did, in a few lines for stderr: kept, dormant, and every reason for a loss. */
export function importSummary(network: Network, out: string): string {
  const {nodes, edges, ledger} = network;
  const lines = [
    `${out}: ${nodes.count} nodes, ${edges.count} edges, ${network.places.length} places, ${network.stations.length} stations, ${network.borders.length} border lines`,
    ...ledger
      .filter((entry) => entry.reason !== 'read-total' && entry.reason !== 'nodes-read')
      .map(({outcome, reason, ways, km, nodes: count, count: things = 0, examples}) => {
        const amounts = [
          ways > 0 ? `${ways} ways` : '',
          km > 0 ? `${km.toFixed(1)} km` : '',
          ways === 0 && count > 0 ? `${count} nodes` : '',
          things > 0 ? `${things}` : '',
        ].filter((text) => text !== '');
        return `  ${outcome.padEnd(8)} ${reason}: ${amounts.join(', ')}${example(examples)}`;
      }),
  ];
  return lines.join('\n');
}

function example(examples: readonly string[]): string {
  return examples[0] === undefined ? '' : ` (e.g. ${examples[0]})`;
}

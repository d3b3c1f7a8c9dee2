import {UserError} from '../errors.ts';
import {
  EDGE_FIELDS,
  edgeRecords,
  NODE_FIELDS,
  nodeRecords,
} from '../graph/exchange/edge-records.ts';
import {geojsonPieces} from '../graph/exchange/geojson.ts';
import {toGraphology, wktOf} from '../graph/graphology.ts';
import type {Network} from '../graph/network.ts';
import {csvPieces} from '../report/csv.ts';
import {moveIntoPlace, writePieces, writeWhole} from './files.ts';
import {licenseText} from './license-text.ts';

export const EXPORT_FORMATS = [
  'geojson',
  'geoparquet',
  'csv',
  'graphml',
  'gexf',
  'graphology-json',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Endings by which a format is known when none is named. */
const ENDINGS: readonly [ending: RegExp, format: ExportFormat][] = [
  [/\.(geojson|json)$/i, 'geojson'],
  [/\.(geo)?parquet$/i, 'geoparquet'],
  [/\.csv$/i, 'csv'],
  [/\.graphml$/i, 'graphml'],
  [/\.gexf$/i, 'gexf'],
];

export interface ExportOptions {
  readonly format: ExportFormat;
  /** `open`: what is open today; `all`: what is planned or disused too. */
  readonly status: 'open' | 'all';
}

/** The format that the ending of a file's name tells. Throws `UserError` for one that tells none. */
export function formatByEnding(out: string): ExportFormat {
  const found = ENDINGS.find(([ending]) => ending.test(out));
  if (found) return found[1];
  throw new UserError('E_USAGE', `${out}: the ending tells no format`, {
    hint: `name one with --format: ${EXPORT_FORMATS.join(', ')}`,
  });
}

/**
 * Writes a network for other tools, and beside it `<out>.license.txt` with its sources, its licence and
 * the ledger of its import. `csv` makes two files of `net.csv`: `net-edges.csv` and `net-nodes.csv`.
 * Gives the names of the files; each is whole or not there.
 */
export async function exportNetwork(
  network: Network,
  out: string,
  {format, status}: ExportOptions,
): Promise<string[]> {
  const files = await writeFormat(network, out, format, status);
  const license = `${out}.license.txt`;
  await writeWhole(license, licenseText(network, files));
  return [...files, license];
}

async function writeFormat(
  network: Network,
  out: string,
  format: ExportFormat,
  status: 'open' | 'all',
): Promise<string[]> {
  switch (format) {
    case 'geojson':
      await writePieces(out, geojsonPieces(network, status));
      return [out];
    case 'geoparquet': {
      const {fileWriter} = await import('hyparquet-writer');
      const {writeGeoparquet} = await import('../graph/exchange/geoparquet.ts');
      await moveIntoPlace(out, (beside) => writeGeoparquet(network, status, fileWriter(beside)));
      return [out];
    }
    case 'csv': {
      const [edges, nodes] = ['edges', 'nodes'].map(
        (part) => `${out.replace(/\.csv$/i, '')}-${part}.csv`,
      ) as [string, string];
      await writePieces(edges, csvPieces(edgeRecords(network, status), EDGE_COLUMNS));
      await writePieces(nodes, csvPieces(nodeRecords(network, status), NODE_COLUMNS));
      return [edges, nodes];
    }
    default:
      await writePieces(out, await graphPieces(network, format, status));
      return [out];
  }
}

async function graphPieces(
  network: Network,
  format: 'graphml' | 'gexf' | 'graphology-json',
  status: 'open' | 'all',
): Promise<Iterable<string>> {
  const graph = await toGraphology(network, {status});
  if (format === 'graphml') {
    return (await import('../graph/exchange/graphml.ts')).graphmlPieces(graph);
  }
  if (format === 'graphology-json') {
    return (await import('../graph/exchange/graphology-json.ts')).graphologyJsonPieces(graph);
  }
  return [(await import('../graph/exchange/export-graph.ts')).exportGraph(graph, 'gexf')];
}

const EDGE_COLUMNS = [
  ...columns(EDGE_FIELDS),
  {key: 'wkt', value: ({line}: {line: Parameters<typeof wktOf>[0]}) => wktOf(line)},
];
const NODE_COLUMNS = columns(NODE_FIELDS);

function columns<K extends string>(fields: Readonly<Record<K, unknown>>) {
  return (Object.keys(fields) as K[]).map((key) => ({
    key,
    value: (row: {readonly [P in K]?: string | number | boolean}) => plain(row[key]),
  }));
}

/** Keys that are numbers are written as such: as text, one below 0 would look like a formula. */
function plain(value: string | number | boolean | undefined): string | number | boolean | null {
  if (value === undefined) return null;
  return typeof value === 'string' && /^-?[1-9]\d{0,14}$/.test(value) ? Number(value) : value;
}

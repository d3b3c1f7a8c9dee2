import type {TERMINAL_ZH} from '../zh/terminal.ts';

/** English messages of answers in a terminal. */
export const TERMINAL_EN = {
  // terminal
  textFooter: 'data date: {dataDate}; network day: {asOf}; guantong {version}; {inputs}',
  textNoRows: 'No rows.',
  textDistance: 'Distance km',
  textTime: 'Time',
  textIndex: 'Detour index',
  textPlaces: 'Places inside',
  textGained: 'Newly inside',
  textNodes: 'Nodes',
  textEdges: 'Edges',
  textArcs: 'Arcs',
  textComponents: 'Components',
  textLargest: 'Largest part, share of km',
  textBbox: 'Bounding box: west south east north, °',
  textStations: 'Stations',
  textPlacesCount: 'Places',
  textClipNodes: 'Clip nodes',
  textUnitKm: 'Open roads, {level}: {unit}, km',
  textUnits: 'Units with open roads, {level} (listed by --format csv)',
  textBorderKm: 'Border {level}, km',
  textClassKm: '{class}, km',
  textRungKm: 'Speed from {rung}, km',
  textLedger: 'Ledger, {outcome}: {reason}',
  importMade:
    '{file}: {nodes} nodes, {edges} edges, {places} places, {stations} stations, {borders} border lines',
  importExample: ' (e.g. {example})',
  ledgerThings: '{count}',
  ledgerWays: '{count} way(s)',
  ledgerKm: '{km} km',
  ledgerNodes: '{count} node(s)',
  colItem: 'Item',
  colArea: 'Drawn area, km²',
} as const satisfies Readonly<Record<keyof typeof TERMINAL_ZH, string>>;

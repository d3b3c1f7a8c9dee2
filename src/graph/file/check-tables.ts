import type {EdgeTable, Network, NodeTable} from '../network.ts';
import {ACCESSES, EDGE_CLASSES, STATUSES} from '../vocabulary.ts';
import {badFile} from './bad-file.ts';
import type {NetworkHeader} from './header.ts';
import {checkStarts} from './shapes.ts';

const NEWER = 'It may have been made by a newer guantong: update, or import the extract again.';

/** Faults unless all columns have the length their count says. */
export function checkCounts(
  counts: NetworkHeader['counts'],
  nodes: Omit<NodeTable, 'count'>,
  edges: Omit<EdgeTable, 'count'>,
  strings: readonly string[],
  fileName: string,
): void {
  const expect = (name: string, found: number, stated: number): void => {
    if (found === stated) return;
    throw badFile(fileName, `has ${found} entries in ${name} where its header counts ${stated}.`);
  };
  for (const [key, column] of Object.entries(nodes)) {
    expect(`nodes.${key}`, column.length, counts.nodes);
  }
  const {firstPoint, firstWay, pointLonE7, pointLatE7, wayId, ...perEdge} = edges;
  for (const [key, column] of Object.entries(perEdge)) {
    expect(`edges.${key}`, column.length, counts.edges);
  }
  expect('edges.pointLonE7', pointLonE7.length, counts.points);
  expect('edges.pointLatE7', pointLatE7.length, counts.points);
  expect('edges.wayId', wayId.length, counts.wayIds);
  expect('strings', strings.length, counts.strings);
  checkStarts('edges.firstPoint', firstPoint, counts.edges, counts.points, fileName);
  checkStarts('edges.firstWay', firstWay, counts.edges, counts.wayIds, fileName);
}

/** Faults when an index points outside its table, or a number that is measured is not one. */
export function checkContent(network: Network, fileName: string): void {
  const {nodes, edges, strings, stations} = network;
  const within = (name: string, column: Uint8Array | Uint32Array, end: number, hint?: string) => {
    const row = firstOutside(column, end);
    if (row < 0) return;
    const fault = `has ${column[row]} in ${name}, row ${row}, where ${end - 1} is the highest.`;
    throw badFile(fileName, fault, hint === undefined ? {} : {hint});
  };
  const finite = (name: string, column: Float64Array | Float32Array, least: number) => {
    const row = firstBad(column, least);
    if (row < 0) return;
    throw badFile(fileName, `has ${column[row]} in ${name}, row ${row}: not a valid number.`);
  };
  if (strings[0] !== '') throw badFile(fileName, 'has a string table without its empty first row.');
  within('edges.from', edges.from, nodes.count);
  within('edges.to', edges.to, nodes.count);
  within('edges.ref', edges.ref, strings.length);
  within('edges.name', edges.name, strings.length);
  within('edges.class', edges.class, EDGE_CLASSES.length, NEWER);
  within('edges.status', edges.status, STATUSES.length, NEWER);
  within('edges.access', edges.access, ACCESSES.length, NEWER);
  within('edges.surface', edges.surface, 3, NEWER);
  within('edges.oneway', edges.oneway, 2);
  within('edges.toll', edges.toll, 2);
  within('edges.highspeed', edges.highspeed, 2);
  finite('nodes.osmId', nodes.osmId, -Infinity);
  finite('nodes.lon', nodes.lon, -Infinity);
  finite('nodes.lat', nodes.lat, -Infinity);
  finite('edges.lengthM', edges.lengthM, 0);
  finite('edges.widthM', edges.widthM, 0);
  finite('edges.bridgeM', edges.bridgeM, 0);
  finite('edges.tunnelM', edges.tunnelM, 0);
  finite('edges.wayId', edges.wayId, -Infinity);
  for (const station of stations) {
    if (station.node === null || station.node < nodes.count) continue;
    throw badFile(fileName, `has a station at node ${station.node} of ${nodes.count}.`);
  }
}

// Plain loops: a callback for each of a hundred million entries is most of the time of opening a file.

/** First row whose value is `end` or more, −1 = none. */
function firstOutside(column: Uint8Array | Uint32Array, end: number): number {
  for (let row = 0; row < column.length; row++) if (column[row]! >= end) return row;
  return -1;
}

/** First row that is below `least`, infinite or no number, −1 = none. */
function firstBad(column: Float64Array | Float32Array, least: number): number {
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (!(value >= least && value - value === 0)) return row;
  }
  return -1;
}

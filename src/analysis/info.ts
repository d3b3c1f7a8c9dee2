import {lineLengthM} from '../geo/line.ts';
import {edgeIsOpen} from '../graph/as-of.ts';
import {compileNetwork} from '../graph/compile.ts';
import {componentLengthM, weakComponents} from '../graph/components.ts';
import {edgeSpeed} from '../graph/speed.ts';
import {kmByUnit, UNIT_KINDS, unitFinder} from '../graph/units.ts';
import {EDGE_CLASSES, FIRST_RAIL_CLASS, NODE_FLAG, STATUSES} from '../graph/vocabulary.ts';
import type {Answer} from './answer.ts';
import type {InfoRow, Sentence} from './rows.ts';
import type {Study} from './study.ts';

/**
 * What a network holds. Components are those of the open road network regardless of direction;
 * `largestKmShare` is the share of its km in the largest. One row.
 */
export function info(study: Study): Answer<InfoRow> {
  const {network, road, asOf} = study;
  const {nodes, edges} = network;
  const rail = compileNetwork(network, {...road.options, mode: 'rail'});
  const kmByClass: Record<string, number> = {};
  const kmBySpeedRung: Record<string, number> = {};
  for (let e = 0; e < edges.count; e++) {
    const km = edges.lengthM[e]! / 1000;
    const open = edgeIsOpen(edges, e, asOf);
    const status = STATUSES[edges.status[e]!]!;
    const name = EDGE_CLASSES[edges.class[e]!]!;
    const key = open ? name : `${status === 'open' ? 'not-open-on-day' : status}:${name}`;
    kmByClass[key] = (kmByClass[key] ?? 0) + km;
    if (!open || edges.class[e]! >= FIRST_RAIL_CLASS) continue;
    const {rung} = edgeSpeed(edges, e, study.profile);
    kmBySpeedRung[rung] = (kmBySpeedRung[rung] ?? 0) + km;
  }
  const borderKmByLevel: Record<string, number> = {};
  for (const border of network.borders) {
    const key = String(border.level);
    borderKmByLevel[key] = (borderKmByLevel[key] ?? 0) + lineLengthM(border.line) / 1000;
  }
  const row: InfoRow = {
    nodes: nodes.count,
    edges: edges.count,
    arcs: road.arcCount + rail.arcCount,
    kmByClass: inOrder(tidy(kmByClass), EDGE_CLASSES),
    components: componentsOf(study),
    bbox: network.meta.bbox,
    dataDate: network.meta.dataDate,
    kmBySpeedRung: tidy(kmBySpeedRung),
    ledger: network.ledger,
    stations: network.stations.length,
    places: network.places.length,
    clipNodes: nodes.flags.reduce((n, flag) => n + (flag & NODE_FLAG.clip ? 1 : 0), 0),
    borderKmByLevel: tidy(borderKmByLevel),
    ...unitsOf(study),
  };
  return {rows: [row], parameters: {}, assumptions: [AS_DRAWN], warnings: []};
}

/** Otherwise the km of expressways are taken for route length, which is half of it. */
const AS_DRAWN: Sentence = {
  id: 'km-as-drawn',
  zh: '里程按所绘线长计：分幅道路两幅各计一次，复线铁路各线分别计',
  en: 'km are those of lines as drawn: both carriageways of a divided road count, and every track of a railway',
};

function unitsOf({network, asOf}: Study): Pick<InfoRow, 'kmByUnit'> {
  const {edges} = network;
  const {units} = unitFinder(network);
  const isOpenRoad = (e: number): boolean =>
    edges.class[e]! < FIRST_RAIL_CLASS && edgeIsOpen(edges, e, asOf);
  const levels = UNIT_KINDS.filter((kind) => units.some((unit) => unit.kind === kind));
  if (levels.length === 0) return {};
  const nameOf = (row: number): string => {
    const {kind, name} = units[row]!;
    if (row === 0) return 'unknown';
    if (name !== '') return name;
    const unnamed = units.slice(0, row).filter((unit) => unit.kind === kind && unit.name === '');
    return `unnamed-${unnamed.length + 1}`;
  };
  const entries = levels.map((kind) => {
    // Names are a map's: no prototype that one of them could hit.
    const km: Record<string, number> = Object.create(null);
    for (const [row, value] of kmByUnit(network, kind, isOpenRoad)) {
      km[nameOf(row)] = (km[nameOf(row)] ?? 0) + value;
    }
    return [kind, tidy(km)];
  });
  return {kmByUnit: Object.fromEntries(entries)};
}

function componentsOf(study: Study): InfoRow['components'] {
  const {road} = study;
  const weak = weakComponents(road);
  const lengthM = componentLengthM(road, weak).filter((m) => m > 0);
  const total = lengthM.reduce((sum, m) => sum + m, 0);
  const largest = lengthM.reduce((most, m) => Math.max(most, m), 0);
  return {count: lengthM.length, largestKmShare: total === 0 ? 0 : largest / total};
}

/** First what is open, from the motorway down, then the rest as it was. */
function inOrder(
  km: Readonly<Record<string, number>>,
  keys: readonly string[],
): Record<string, number> {
  const known = keys.filter((key) => key in km);
  const rest = Object.keys(km).filter((key) => !keys.includes(key));
  return Object.fromEntries([...known, ...rest].map((key) => [key, km[key]!]));
}

/** Keys in alphabetical order, km to a metre: the same bytes whatever the order of the data. */
function tidy(km: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(km)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, Math.round(value * 1000) / 1000]),
  );
}

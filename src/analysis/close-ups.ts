import {type Bbox, bboxOf, type LonLat} from '../geo/line.ts';
import {simplifyLine} from '../geo/simplify.ts';
import {statusOnMap} from '../graph/as-of.ts';
import {edgeLine} from '../graph/edge-geometry.ts';
import {EDGE_CLASSES, type EdgeClass, ROAD_RANK} from '../graph/vocabulary.ts';
import type {CloseUp, DeadEndRow} from './rows.ts';
import type {Study} from './study.ts';

/** A sketch is about 330 px wide: what is dropped is less than a pixel of it. */
const PIXELS = 330;
const LEAST_SIDE_M = 2_000;
const M_PER_DEG = 111_195;

interface Window {
  readonly box: Bbox;
  readonly toleranceM: number;
  /** Lowest class drawn: the wider the window, the fewer. */
  readonly minRank: number;
  readonly lines: Map<string, {class: string; status: string; lines: LonLat[][]}>;
}

/**
 * Roads, railways and borders round dead ends, for a sketch of each: finer than the map of the region and
 * with lesser roads. For drawing only.
 */
export function closeUps(study: Study, rows: readonly DeadEndRow[]): CloseUp[] {
  const {network} = study;
  const {edges} = network;
  const windows = rows.map(windowOf);
  for (let e = 0; e < edges.count; e++) {
    const status = statusOnMap(edges, e, study.asOf);
    if (status === null) continue;
    const cls = EDGE_CLASSES[edges.class[e]!]!;
    const rank = rankOf(cls);
    const round = boxRound(study, e);
    const near = windows.filter(({minRank, box}) => rank <= minRank && touch(round, box));
    if (near.length === 0) continue;
    const line = edgeLine(network, e);
    for (const window of near) {
      if (!meets(line, window.box)) continue;
      const group = window.lines.get(`${cls} ${status}`) ?? {class: cls, status, lines: []};
      window.lines.set(`${cls} ${status}`, group);
      group.lines.push(simplifyLine(line, window.toleranceM).map(rounded));
    }
  }
  return windows.map(({box, toleranceM, lines}, i) => ({
    deadend: rows[i]!.id,
    bbox: box.map((value) => Math.round(value * 1e5) / 1e5) as unknown as Bbox,
    lines: [...lines.values()].sort((a, b) => (a.class + a.status < b.class + b.status ? -1 : 1)),
    borders: network.borders
      .filter(({line}) => meets(line, box))
      .map(({level, line}) => ({level, line: simplifyLine(line, toleranceM).map(rounded)})),
  }));
}

function windowOf(row: DeadEndRow): Window {
  const own: LonLat[] = [[row.lon, row.lat], ...row.geometry];
  const beyond: LonLat[] = row.counterpart
    ? [[row.counterpart.lon, row.counterpart.lat], ...row.counterpart.geometry]
    : [];
  const [west, south, east, north] = bboxOf([...own, ...beyond])!;
  const perLon = M_PER_DEG * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const sideM = Math.max(LEAST_SIDE_M, (east - west) * perLon, (north - south) * M_PER_DEG);
  // as wide as a sketch shows: its margins and the widening to its shape
  const box: Bbox = [
    west - sideM / perLon,
    south - sideM / M_PER_DEG,
    east + sideM / perLon,
    north + sideM / M_PER_DEG,
  ];
  const minRank =
    sideM > 30_000
      ? ROAD_RANK.primary
      : sideM > 10_000
        ? ROAD_RANK.secondary
        : ROAD_RANK.unclassified;
  return {box, toleranceM: (1.5 * sideM) / PIXELS, minRank, lines: new Map()};
}

/** Railways are landmarks at any scale; ferries and tracks are none. */
function rankOf(cls: EdgeClass): number {
  return cls === 'rail' ? ROAD_RANK.motorway : ROAD_RANK[cls];
}

/** A box that holds an edge whatever its course, by its length: an edge far off is not drawn out. */
function boxRound({network}: Study, edge: number): Bbox {
  const {nodes, edges} = network;
  const reach = edges.lengthM[edge]! / M_PER_DEG + 0.01;
  const node = edges.from[edge]!;
  const lon = nodes.lon[node]!;
  const lat = nodes.lat[node]!;
  const reachLon = reach / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  return [lon - reachLon, lat - reach, lon + reachLon, lat + reach];
}

function meets(line: readonly LonLat[], box: Bbox): boolean {
  const own = bboxOf(line);
  return own !== null && touch(own, box);
}

function touch(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

import {type AreaIndex, indexAreas} from '../geo/area-index.ts';
import {greatCircleM} from '../geo/distance.ts';
import {bboxOf, type LonLat, lineLengthM, pointAlong} from '../geo/line.ts';
import {edgeLine} from './edge-geometry.ts';
import type {AdminArea, Network} from './network.ts';

export const UNIT_KINDS = ['province', 'prefecture', 'county'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const LEVEL: Readonly<Record<UnitKind, number>> = {province: 4, prefecture: 5, county: 6};

/** An administrative unit that edges lie in. */
export interface AdminUnit {
  readonly kind: UnitKind | null;
  /** Empty when the data gives none. */
  readonly name: string;
  /** Name of its province, `null` when the data does not say. */
  readonly province: string | null;
}

/** Row 0 of every list of units: no area of the network holds the place. */
const UNKNOWN: AdminUnit = {kind: null, name: '', province: null};

export interface UnitFinder {
  /** All units of the network; row 0 stands for none. */
  readonly units: readonly AdminUnit[];
  /** Row of the unit that holds a position, 0 when none does. */
  readonly at: (kind: UnitKind, lon: number, lat: number) => number;
  /** The units that a line runs through with the share (0–1) of its length in each, adding up to 1. */
  readonly shares: (kind: UnitKind, line: readonly LonLat[]) => Map<number, number>;
}

/** Rows of `units` for every edge, by the middle of the edge; 0 = not known. */
export interface EdgeUnits extends UnitFinder {
  readonly province: Uint16Array;
  readonly prefecture: Uint16Array;
  readonly county: Uint16Array;
}

interface Layer {
  readonly index: AreaIndex;
  /** Unit row of each area indexed. */
  readonly unit: readonly number[];
}

const finders = new WeakMap<Network, UnitFinder>();
const columns = new WeakMap<Network, EdgeUnits>();

/**
 * Finds units by position. A position has the province whose area holds it: first areas that have a
 * name, then lower areas that name their province, then areas without a name, each a unit of its own.
 * Areas of one province are one unit. Made once per network.
 */
export function unitFinder(network: Network): UnitFinder {
  const known = finders.get(network);
  if (known) return known;
  const units: AdminUnit[] = [UNKNOWN];
  const provinces = new Map<string, number>();
  const provinceRow = (name: string): number => {
    const row = provinces.get(name) ?? units.push({kind: 'province', name, province: name}) - 1;
    provinces.set(name, row);
    return row;
  };
  const layers: Record<UnitKind, Layer> = {
    province: layer(provinceAreas(network.areas), ({level, name, province}) => {
      if (level !== LEVEL.province) return provinceRow(province!);
      return name === ''
        ? units.push({kind: 'province', name, province: null}) - 1
        : provinceRow(name);
    }),
    prefecture: lowerLayer(network.areas, 'prefecture', units),
    county: lowerLayer(network.areas, 'county', units),
  };
  const at = (kind: UnitKind, lon: number, lat: number): number => {
    const {index, unit} = layers[kind];
    return unit[index.areaAt(lon, lat)] ?? 0;
  };
  const finder: UnitFinder = {
    units,
    at,
    shares: (kind, line) => sharesOf(line, layers[kind].index, (lon, lat) => at(kind, lon, lat)),
  };
  finders.set(network, finder);
  return finder;
}

/**
 * The unit of every edge at each level, by the middle of the edge. Where the length in each unit
 * matters ask `shares`, which cuts the edge at the outlines. Made once per network, when first asked.
 */
export function edgeUnits(network: Network): EdgeUnits {
  const known = columns.get(network);
  if (known) return known;
  const finder = unitFinder(network);
  const {count} = network.edges;
  const made = {
    ...finder,
    province: new Uint16Array(count),
    prefecture: new Uint16Array(count),
    county: new Uint16Array(count),
  };
  for (let e = 0; finder.units.length > 1 && e < count; e++) {
    const line = edgeLine(network, e);
    const [lon, lat] = pointAlong(line, lineLengthM(line) / 2);
    for (const kind of UNIT_KINDS) made[kind][e] = finder.at(kind, lon, lat);
  }
  columns.set(network, made);
  return made;
}

/**
 * km of the chosen edges in each unit of a level, by row of `units` (0 = in none): exact, as edges are
 * cut where they cross an outline; the sum is that of the edges' lengths. Units without any are left out.
 */
export function kmByUnit(
  network: Network,
  kind: UnitKind,
  chosen: (edge: number) => boolean,
): Map<number, number> {
  const finder = unitFinder(network);
  const km = new Map<number, number>();
  for (let e = 0; e < network.edges.count; e++) {
    if (!chosen(e)) continue;
    for (const [unit, share] of finder.shares(kind, edgeLine(network, e))) {
      km.set(unit, (km.get(unit) ?? 0) + (share * network.edges.lengthM[e]!) / 1000);
    }
  }
  return km;
}

/** Areas that tell a province, the better witness first. */
function provinceAreas(areas: readonly AdminArea[]): AdminArea[] {
  const drawn = areas.filter(({level}) => level === LEVEL.province);
  return [
    ...drawn.filter(({name}) => name !== ''),
    ...areas.filter(({level, province}) => level > LEVEL.province && province !== null),
    ...drawn.filter(({name}) => name === ''),
  ];
}

function lowerLayer(areas: readonly AdminArea[], kind: UnitKind, units: AdminUnit[]): Layer {
  return layer(
    areas.filter(({level}) => level === LEVEL[kind]),
    ({name, province}) => units.push({kind, name, province}) - 1,
  );
}

function layer(areas: readonly AdminArea[], unitOf: (area: AdminArea) => number): Layer {
  return {index: indexAreas(areas.map(({coordinates}) => coordinates)), unit: areas.map(unitOf)};
}

/** The units (by `unitAt`) that a line runs through with the share (0–1) of its length in each, cut at the outlines. */
export function sharesOf(
  line: readonly LonLat[],
  index: AreaIndex,
  unitAt: (lon: number, lat: number) => number,
): Map<number, number> {
  const [lon, lat] = line[0]!;
  const totalM = lineLengthM(line);
  if (totalM === 0 || !index.outlineNear(...bboxOf(line)!)) return new Map([[unitAt(lon, lat), 1]]);
  const cuts = index.crossings(line);
  const shares = new Map<number, number>();
  let piece = {lengthM: 0, longestM: -1, middle: line[0]!};
  const close = (): void => {
    if (piece.lengthM > 0) {
      const unit = unitAt(...piece.middle);
      shares.set(unit, (shares.get(unit) ?? 0) + piece.lengthM / totalM);
    }
    piece = {lengthM: 0, longestM: -1, middle: line[0]!};
  };
  let next = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const at = (t: number): LonLat => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    const segmentM = greatCircleM(a[0], a[1], b[0], b[1]);
    let from = 0;
    const grow = (to: number): void => {
      const partM = (to - from) * segmentM;
      piece.lengthM += partM;
      // The middle of its longest part is the point of a piece least likely to lie on an outline.
      if (partM > piece.longestM)
        Object.assign(piece, {longestM: partM, middle: at((from + to) / 2)});
      from = to;
    };
    for (; next < cuts.length && cuts[next]!.segment === i - 1; next++) {
      grow(cuts[next]!.share);
      close();
    }
    grow(1);
  }
  close();
  return shares;
}

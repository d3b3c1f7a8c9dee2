import type {LonLat} from '../geo/line.ts';
import type {AdminArea} from '../graph/network.ts';
import {isOutline} from './borders.ts';
import type {Ledger} from './ledger.ts';
import type {RawNodes} from './osm/node-store.ts';
import {adminLevelOf, nameOf, type RawRelation} from './osm/osm-store.ts';
import type {RawWays} from './osm/way-store.ts';

const MIN_LEVEL = 3;
const MAX_LEVEL = 8;
const PROVINCE_LEVEL = 4;

type ToGeoJson = typeof import('osmtogeojson');

type Polygons = readonly (readonly (readonly LonLat[])[])[];

/**
 * Administrative areas of level 3–8 from boundary relations that are whole in the extract, in order
 * of id. A relation with missing members, or that does not close, is left out and noted by name.
 * Rows of the ways used go into `used`.
 */
export async function readAreas(
  boundaries: readonly RawRelation[],
  ways: RawWays,
  refRows: Float64Array,
  nodes: RawNodes,
  used: Set<number>,
  ledger: Ledger,
): Promise<AdminArea[]> {
  const areas: {relation: RawRelation; level: number; coordinates: Polygons}[] = [];
  let toGeoJson: ToGeoJson | undefined;
  for (const relation of boundaries) {
    const level = adminLevelOf(relation.tags);
    if (level < MIN_LEVEL || level > MAX_LEVEL || nameOf(relation.tags) === '') continue;
    const example = `relation/${relation.id} "${nameOf(relation.tags)}"`;
    const rows = wholeOutline(relation, ways, refRows);
    if (rows === null) {
      ledger.add('noted', 'area-incomplete', {example});
      continue;
    }
    toGeoJson ??= await loadOsmToGeoJson();
    const coordinates = !isClosed(rows, ways, refRows)
      ? null
      : assemble(relation, rows, ways, refRows, nodes, toGeoJson);
    if (coordinates === null) {
      ledger.add('noted', 'area-not-closed', {example});
      continue;
    }
    for (const row of rows) used.add(row);
    areas.push({relation, level, coordinates});
  }
  const provinces = areas
    .filter(({level}) => level === PROVINCE_LEVEL)
    .map(({relation, coordinates}) => ({name: nameOf(relation.tags), coordinates}));
  return areas.map(({relation, level, coordinates}) => ({
    osmId: relation.id,
    level,
    name: nameOf(relation.tags),
    province: relation.tags.get('is_in:province') ?? containing(provinces, ...within(coordinates)),
    coordinates,
  }));
}

/** Finds the province of a position among the areas read; `null` where none holds it. */
export function provinceFinder(
  areas: readonly AdminArea[],
): (lon: number, lat: number) => string | null {
  const provinces = areas.filter(({level}) => level === PROVINCE_LEVEL);
  return (lon, lat) => containing(provinces, lon, lat);
}

/** Rows of the ways that draw the area, or `null` when any of them, or a node of one, is missing. */
function wholeOutline(
  relation: RawRelation,
  ways: RawWays,
  refRows: Float64Array,
): number[] | null {
  const rows: number[] = [];
  for (const {type, ref, role} of relation.members) {
    if (type !== 'way' || !isOutline(role)) continue;
    const place = ways.place(ref);
    if (place < 0) return null;
    const row = ways.order[place]!;
    for (let i = ways.firstRef[row]!; i < ways.firstRef[row + 1]!; i++) {
      if (refRows[i]! < 0) return null;
    }
    rows.push(row);
  }
  return rows.length === 0 ? null : [...new Set(rows)];
}

/** Whether the ways meet in rings: at every node as many ends as make pairs. */
function isClosed(rows: readonly number[], ways: RawWays, refRows: Float64Array): boolean {
  const odd = new Set<number>();
  for (const row of rows) {
    for (const at of [ways.firstRef[row]!, ways.firstRef[row + 1]! - 1]) {
      const node = refRows[at]!;
      if (!odd.delete(node)) odd.add(node);
    }
  }
  return odd.size === 0;
}

function assemble(
  relation: RawRelation,
  rows: readonly number[],
  ways: RawWays,
  refRows: Float64Array,
  nodes: RawNodes,
  toGeoJson: ToGeoJson,
): Polygons | null {
  const elements: object[] = [];
  const seen = new Set<number>();
  for (const row of rows) {
    const refs: number[] = [];
    for (let i = ways.firstRef[row]!; i < ways.firstRef[row + 1]!; i++) {
      const node = refRows[i]!;
      const id = nodes.id[node]!;
      refs.push(id);
      if (seen.has(node)) continue;
      seen.add(node);
      const [lon, lat] = [nodes.lonE7[node]! / 1e7, nodes.latE7[node]! / 1e7];
      elements.push({type: 'node', id, lon, lat});
    }
    elements.push({type: 'way', id: ways.id[row], nodes: refs});
  }
  elements.push({
    type: 'relation',
    id: relation.id,
    tags: {type: 'boundary', boundary: 'administrative'},
    members: relation.members
      .filter(({type, role}) => type === 'way' && isOutline(role))
      .map(({type, ref, role}) => ({type, ref, role: role === 'inner' ? 'inner' : 'outer'})),
  });
  const wanted = `relation/${relation.id}`;
  const feature = toGeoJson({elements}).features.find(({id}) => id === wanted);
  if (feature?.geometry.type === 'Polygon') return [feature.geometry.coordinates] as Polygons;
  if (feature?.geometry.type === 'MultiPolygon') return feature.geometry.coordinates as Polygons;
  return null;
}

/** Loaded when the first area is met: most extracts of roads alone never need it. */
async function loadOsmToGeoJson(): Promise<ToGeoJson> {
  return (await import('osmtogeojson')).default;
}

/** Some position in the area: the middle between two crossings of a level line with its outline. */
function within(coordinates: Polygons): [lon: number, lat: number] {
  const ring = coordinates[0]![0]!;
  const lats = ring.map(([, lat]) => lat);
  const [south, north] = extremes(lats);
  const lat = (south + north) / 2;
  const crossings: number[] = [];
  for (const part of coordinates[0]!) {
    for (let i = 1; i < part.length; i++) {
      const [a, b] = [part[i - 1]!, part[i]!];
      if (a[1] > lat !== b[1] > lat) {
        crossings.push(a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
      }
    }
  }
  crossings.sort((a, b) => a - b);
  return [((crossings[0] ?? ring[0]![0]) + (crossings[1] ?? ring[0]![0])) / 2, lat];
}

function extremes(values: readonly number[]): [number, number] {
  let [low, high] = [values[0]!, values[0]!];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function containing(
  areas: readonly {readonly name: string; readonly coordinates: Polygons}[],
  lon: number,
  lat: number,
): string | null {
  return areas.find(({coordinates}) => holds(coordinates, lon, lat))?.name ?? null;
}

/** Even-odd rule over all rings, so that holes are out. */
function holds(coordinates: Polygons, lon: number, lat: number): boolean {
  let inside = false;
  for (const polygon of coordinates) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        if (
          a[1] > lat !== b[1] > lat &&
          lon < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
        ) {
          inside = !inside;
        }
      }
    }
  }
  return inside;
}

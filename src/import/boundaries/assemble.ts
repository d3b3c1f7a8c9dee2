import type {RawNodes} from '../osm/node-store.ts';
import type {RawRelation} from '../osm/osm-store.ts';
import type {RawWays} from '../osm/way-store.ts';
import type {Polygons} from './model.ts';

type ToGeoJson = typeof import('osmtogeojson');

/** What an extract holds of its ways and nodes, references resolved to rows. */
export interface RawShapes {
  readonly ways: RawWays;
  readonly refRows: Int32Array;
  readonly nodes: RawNodes;
}

/** Roles of ways that draw the outline of a boundary relation (others are labels and capitals). */
export function isOutline(role: string): boolean {
  return role === '' || role === 'outer' || role === 'inner' || role === 'exclave';
}

/** Rows of the ways that draw the area; `null` when any of them, or a node of one, is missing. */
export function wholeOutline(relation: RawRelation, shapes: RawShapes): number[] | null {
  const {ways, refRows} = shapes;
  const rows = new Set<number>();
  for (const {type, ref, role} of relation.members) {
    if (type !== 'way' || !isOutline(role)) continue;
    const place = ways.place(ref);
    if (place < 0) return null;
    const row = ways.order[place]!;
    for (let i = ways.firstRef[row]!; i < ways.firstRef[row + 1]!; i++) {
      if (refRows[i]! < 0) return null;
    }
    rows.add(row);
  }
  return rows.size === 0 ? null : [...rows];
}

/** Whether the ways meet in rings: at every node as many ends as make pairs. */
export function isClosed(rows: readonly number[], {ways, refRows}: RawShapes): boolean {
  const odd = new Set<number>();
  for (const row of rows) {
    for (const at of [ways.firstRef[row]!, ways.firstRef[row + 1]! - 1]) {
      const node = refRows[at]!;
      if (!odd.delete(node)) odd.add(node);
    }
  }
  return odd.size === 0;
}

/**
 * The area of a relation that is whole, by osmtogeojson: several outers, holes, holes that touch.
 * A way listed twice counts once. `null` when no polygon comes of it.
 */
export async function assemble(
  relation: RawRelation,
  rows: readonly number[],
  {ways, refRows, nodes}: RawShapes,
): Promise<Polygons | null> {
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
  const members = new Map<number, {type: 'way'; ref: number; role: string}>();
  for (const {type, ref, role} of relation.members) {
    if (type !== 'way' || !isOutline(role) || members.has(ref)) continue;
    members.set(ref, {type, ref, role: role === 'inner' ? 'inner' : 'outer'});
  }
  elements.push({
    type: 'relation',
    id: relation.id,
    tags: {type: 'boundary', boundary: 'administrative'},
    members: [...members.values()],
  });
  const toGeoJson = await loadOsmToGeoJson();
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

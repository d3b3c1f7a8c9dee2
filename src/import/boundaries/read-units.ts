import type {LonLat} from '../../geo/line.ts';
import type {RawNodes} from '../osm/node-store.ts';
import {adminLevelOf, nameOf, type RawRelation} from '../osm/osm-store.ts';
import {assemble, isClosed, isOutline, type RawShapes, wholeOutline} from './assemble.ts';
import {MAX_AREA_LEVEL, MIN_LEVEL, type Unit} from './model.ts';

/** Roles of nodes that lie inside the unit by definition. */
const INSIDE_ROLES = new Set(['label', 'admin_centre', 'admin_center']);

/** Units read from relations, with the relation of each; rows of ways of whole areas go to `used`. */
export interface ReadUnits {
  readonly units: Unit[];
  readonly relations: RawRelation[];
}

/**
 * Administrative units of level 2–8 that have a name, from boundary relations, in order of id. The
 * area of one is there only if all its outline is in the extract and closes.
 */
export async function readUnits(
  boundaries: readonly RawRelation[],
  shapes: RawShapes,
  skipLevels: ReadonlySet<number>,
  used: Set<number>,
): Promise<ReadUnits> {
  const units: Unit[] = [];
  const relations: RawRelation[] = [];
  for (const relation of boundaries) {
    const level = adminLevelOf(relation.tags);
    const name = nameOf(relation.tags);
    if (level < MIN_LEVEL || level > MAX_AREA_LEVEL || name === '' || skipLevels.has(level))
      continue;
    const rows = wholeOutline(relation, shapes);
    const area =
      rows !== null && isClosed(rows, shapes) ? await assemble(relation, rows, shapes) : null;
    if (area !== null) for (const row of rows!) used.add(row);
    units.push({
      osmId: relation.id,
      level,
      name,
      province: relation.tags.get('is_in:province') ?? null,
      inside: insideOf(relation, shapes.nodes),
      state: area !== null ? 'whole' : rows === null ? 'cut' : 'open',
      area,
    });
    relations.push(relation);
  }
  return {units, relations};
}

/** Per way (by place in `ways.order`) the rows of the units whose outline it draws. */
export function outlineMembers(
  relations: readonly RawRelation[],
  shapes: RawShapes,
): Map<number, number[]> {
  const members = new Map<number, number[]>();
  relations.forEach((relation, unit) => {
    for (const {type, ref, role} of relation.members) {
      if (type !== 'way' || !isOutline(role)) continue;
      const place = shapes.ways.place(ref);
      if (place < 0) continue;
      const list = members.get(place) ?? [];
      if (!list.includes(unit)) list.push(unit);
      members.set(place, list);
    }
  });
  return members;
}

function insideOf(relation: RawRelation, nodes: RawNodes): LonLat[] {
  return relation.members.flatMap(({type, ref, role}): LonLat[] => {
    if (type !== 'node' || !INSIDE_ROLES.has(role)) return [];
    const row = nodes.row(ref);
    return row < 0 ? [] : [[nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7]];
  });
}

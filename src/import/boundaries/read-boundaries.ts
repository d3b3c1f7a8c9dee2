import {indexAreas} from '../../geo/area-index.ts';
import type {Bbox} from '../../geo/line.ts';
import type {AdminArea, BorderLine} from '../../graph/network.ts';
import type {Ledger} from '../ledger.ts';
import {newest, type RawRelation, type TaggedNode} from '../osm/osm-store.ts';
import {areasFromLines, type DrawnArea} from './areas-from-lines.ts';
import type {RawShapes} from './assemble.ts';
import {coastPoints} from './coast.ts';
import {crossedRays} from './crossed-rays.ts';
import {fileLines} from './file-lines.ts';
import {innerPoint} from './inner-point.ts';
import {PROVINCE_LEVEL, type Stretch, UNIT_LEVELS, type Unit, type Witness} from './model.ts';
import {closeEnds, type LooseEnd} from './open-ends.ts';
import {pointKey} from './point-key.ts';
import {type BorderFile, readBorderFile} from './read-geojson.ts';
import {readStretches} from './read-stretches.ts';
import {outlineMembers, readUnits} from './read-units.ts';
import {borderLines} from './sides.ts';

export interface BoundaryInput {
  /** Boundary relations, each once. */
  readonly relations: readonly RawRelation[];
  /** Place nodes, which may say in which units they lie. */
  readonly places: readonly TaggedNode[];
  readonly shapes: RawShapes;
  /** Box of the extract; `null` when there is none, then nothing is closed along it. */
  readonly bbox: Bbox | null;
  /** How near the box a line ends that was cut there, metres. */
  readonly marginM: number;
  /** Ways (rows) on which one travels over land: no gap in a border is closed across them. */
  readonly isRoad: (wayRow: number) => boolean;
  /** Borders given by the user: they take the place of the extract's at the levels they speak of. */
  readonly file?: BorderFile | undefined;
}

export interface Boundaries {
  readonly areas: AdminArea[];
  readonly borders: BorderLine[];
  /** Rows of ways used as borders or for areas. */
  readonly used: ReadonlySet<number>;
}

/** Areas and border lines of an extract, with all that is missing or was closed in the ledger. */
export async function readBoundaries(input: BoundaryInput, ledger: Ledger): Promise<Boundaries> {
  const {relations, shapes} = input;
  const used = new Set<number>();
  const file = input.file ? readBorderFile(input.file) : [];
  const given = new Set(file.map(({level}) => level));
  const read = await readUnits(relations, shapes, given, used);
  const members = outlineMembers(read.relations, shapes);
  const own = readStretches(relations, members, shapes, given, used);
  const added = fileLines(file, read.units.length);
  const units = [...read.units, ...added.units];
  const stretches = [...own, ...added.stretches];
  if (input.file) ledger.add('noted', 'borders-from-file', {count: file.length});

  const drawn = drawAreas(input, units, stretches, ledger);
  noteUnits(units, drawn, ledger);
  const areas = withProvinces(listAreas(units, drawn));
  return {areas, borders: borderLines(stretches, areas, units), used};
}

/** Finds the province of a position among the areas read; `null` where none that has a name holds it. */
export function provinceFinder(
  areas: readonly AdminArea[],
): (lon: number, lat: number) => string | null {
  const provinces = areas.filter(({level, name}) => level === PROVINCE_LEVEL && name !== '');
  const index = indexAreas(provinces.map(({coordinates}) => coordinates));
  return (lon, lat) => provinces[index.areaAt(lon, lat)]?.name ?? null;
}

/** Countries, and the levels that a planner compares. */
const DRAWN_LEVELS = [2, ...UNIT_LEVELS] as const;

/** Areas of units with missing members, and of loose lines, level by level. */
function drawAreas(
  {bbox, marginM, shapes, isRoad, places}: BoundaryInput,
  units: readonly Unit[],
  stretches: readonly Stretch[],
  ledger: Ledger,
): DrawnArea[] {
  if (bbox === null || stretches.length === 0) return [];
  const coast = coastPoints(shapes);
  const witnesses = witnessesOf(places, units, shapes);
  return DRAWN_LEVELS.flatMap((level) => {
    const lines = stretches.filter((stretch) => stretch.level <= level);
    const isWhole = (row: number): boolean =>
      units[row]!.level === level && units[row]!.state === 'whole';
    const isCut = (row: number): boolean =>
      units[row]!.level === level && units[row]!.state !== 'whole';
    const open = lines.some(({units: rows}) => rows.some(isCut) || !rows.some(isWhole));
    const own = lines.some((line) => line.level === level);
    if (!open || (level !== PROVINCE_LEVEL && !own)) return [];
    const ends = closeEnds(lines, {
      bbox,
      marginM,
      isCoast: (point) => coast.has(pointKey(point)),
      crossedByRoad: (rays) => crossedRays(rays, shapes, isRoad),
    });
    noteEnds(ends, level, ledger);
    return areasFromLines({level, stretches: lines, units, ends, witnesses, bbox});
  });
}

const IS_IN = [
  [4, 'is_in:province'],
  [5, 'is_in:prefecture'],
  [6, 'is_in:county'],
] as const;

/** Places that say where they lie, and lower units that name their province. */
function witnessesOf(
  places: readonly TaggedNode[],
  units: readonly Unit[],
  {nodes}: RawShapes,
): Witness[] {
  const found: Witness[] = [];
  for (const {id, tags} of newest(places)) {
    const row = nodes.row(id);
    if (row < 0) continue;
    const [lon, lat] = [nodes.lonE7[row]! / 1e7, nodes.latE7[row]! / 1e7];
    for (const [level, key] of IS_IN) {
      const name = tags.get(key);
      if (name) found.push({lon, lat, level, name});
    }
  }
  for (const {level, province, area} of units) {
    if (level <= PROVINCE_LEVEL || province === null || area === null) continue;
    const [lon, lat] = innerPoint(area);
    found.push({lon, lat, level: PROVINCE_LEVEL, name: province});
  }
  return found;
}

/** Areas in order: units as they came, then what loose lines enclose. */
function listAreas(units: readonly Unit[], drawn: readonly DrawnArea[]): AdminArea[] {
  const byUnit = new Map(drawn.flatMap((one) => (one.unit === null ? [] : [[one.unit, one]])));
  const areas = units.flatMap(({osmId, level, name, province, area}, row): AdminArea[] => {
    const closed = byUnit.get(row);
    const coordinates = area ?? closed?.area;
    if (!coordinates) return [];
    return [
      {
        osmId,
        level,
        name,
        province,
        coordinates,
        ...(closed?.closedAlongExtract ? {closedAlongExtract: true} : {}),
      },
    ];
  });
  const loose = drawn.filter(({unit}) => unit === null);
  return [...areas, ...DRAWN_LEVELS.flatMap((level) => looseAreas(loose, level))];
}

function looseAreas(drawn: readonly DrawnArea[], level: number): AdminArea[] {
  return drawn
    .filter((one) => one.level === level)
    .map(({name, area, closedAlongExtract}) => ({
      osmId: null,
      level,
      name,
      province: level === PROVINCE_LEVEL && name !== '' ? name : null,
      coordinates: area,
      ...(closedAlongExtract ? {closedAlongExtract: true} : {}),
    }));
}

/** Every area with its province: as tagged, else the area of level 4 that holds its middle. */
function withProvinces(areas: readonly AdminArea[]): AdminArea[] {
  const find = provinceFinder(areas);
  return areas.map((area) => ({
    ...area,
    province:
      area.level < PROVINCE_LEVEL ? null : (area.province ?? find(...innerPoint(area.coordinates))),
  }));
}

function noteEnds(ends: readonly LooseEnd[], level: number, ledger: Ledger): void {
  for (const end of ends) {
    if (end.level !== level) continue;
    const example = `level ${level} at ${end.at.map((degrees) => degrees.toFixed(4)).join(',')}`;
    ledger.add('noted', `border-end-${end.kind}`, {count: 1, example});
  }
}

function noteUnits(units: readonly Unit[], drawn: readonly DrawnArea[], ledger: Ledger): void {
  const closed = new Set(drawn.map(({unit}) => unit));
  units.forEach(({osmId, name, state}, row) => {
    const example = `relation/${osmId} "${name}"`;
    if (closed.has(row)) ledger.add('noted', 'area-closed-along-extract', {count: 1, example});
    else if (state === 'open') ledger.add('noted', 'area-not-closed', {count: 1, example});
    else if (state === 'cut') ledger.add('noted', 'area-incomplete', {count: 1, example});
  });
  const unnamed = drawn.filter(({name}) => name === '').length;
  if (unnamed > 0) ledger.add('noted', 'area-without-name', {count: unnamed});
}

import type {LonLat} from '../../geo/line.ts';
import type {AdminArea} from '../network.ts';
import {badFile} from './bad-file.ts';
import {readColumn} from './columns.ts';
import type {Column, Section} from './layout.ts';

/**
 * Lines and polygons as columns: `<prefix>.firstPoint[i] ..< [i + 1]` are the points of line `i`,
 * `<prefix>.coordinates` holds lon, lat, lon, lat … in degrees, bit for bit.
 */
export function lineSections(prefix: string, lines: readonly (readonly LonLat[])[]): Section[] {
  const points = lines.flat();
  const coordinates = new Float64Array(points.length * 2);
  points.forEach(([lon, lat], i) => {
    coordinates[2 * i] = lon;
    coordinates[2 * i + 1] = lat;
  });
  return [
    {name: `${prefix}.firstPoint`, column: starts(lines)},
    {name: `${prefix}.coordinates`, column: coordinates},
  ];
}

/** Multipolygons: area → polygons by `firstPolygon`, polygon → rings by `firstRing`, ring → points. */
export function areaSections(areas: readonly AdminArea[]): Section[] {
  const polygons = areas.map((area) => area.coordinates);
  return [
    {name: 'areas.firstPolygon', column: starts(polygons)},
    {name: 'areas.firstRing', column: starts(polygons.flat())},
    ...lineSections('areas', polygons.flat(2)),
  ];
}

/** `count` lines as `lineSections` wrote them. */
export function readLines(
  prefix: string,
  count: number,
  columns: ReadonlyMap<string, Column>,
  fileName: string,
): LonLat[][] {
  const coordinates = readColumn(`${prefix}.coordinates`, 'f64', columns, fileName);
  if (!coordinates.every(Number.isFinite)) {
    throw badFile(fileName, `has a point in ${prefix}.coordinates that is not a number.`);
  }
  const points: LonLat[] = [];
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    points.push([coordinates[i]!, coordinates[i + 1]!]);
  }
  return readGroups(`${prefix}.firstPoint`, count, points, columns, fileName);
}

/** Coordinates of `count` areas as `areaSections` wrote them. */
export function readAreas(
  count: number,
  columns: ReadonlyMap<string, Column>,
  fileName: string,
): LonLat[][][][] {
  const inner = (name: string): number =>
    Math.max(0, readColumn(name, 'u32', columns, fileName).length - 1);
  const rings = readLines('areas', inner('areas.firstPoint'), columns, fileName);
  const polygonCount = inner('areas.firstRing');
  const polygons = readGroups('areas.firstRing', polygonCount, rings, columns, fileName);
  return readGroups('areas.firstPolygon', count, polygons, columns, fileName);
}

/** Faults unless `first` is `count + 1` indexes that rise from 0 to `end`. */
export function checkStarts(
  name: string,
  first: Uint32Array,
  count: number,
  end: number,
  fileName: string,
): void {
  let rises = first.length === count + 1 && first[0] === 0 && first[count] === end;
  for (let i = 0; rises && i < count; i++) rises = first[i]! <= first[i + 1]!;
  if (!rises) throw badFile(fileName, `has a section ${name} that does not fit its table.`);
}

function readGroups<T>(
  name: string,
  count: number,
  items: readonly T[],
  columns: ReadonlyMap<string, Column>,
  fileName: string,
): T[][] {
  const first = readColumn(name, 'u32', columns, fileName);
  checkStarts(name, first, count, items.length, fileName);
  return Array.from({length: count}, (_, i) => items.slice(first[i]!, first[i + 1]!));
}

function starts(groups: readonly (readonly unknown[])[]): Uint32Array {
  const first = new Uint32Array(groups.length + 1);
  groups.forEach((group, i) => {
    first[i + 1] = first[i]! + group.length;
  });
  return first;
}

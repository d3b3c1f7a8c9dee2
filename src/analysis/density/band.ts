import type {BorderIndex} from '../../geo/border-index.ts';
import {bboxOf, type LonLat, lineLengthM, pointAlong} from '../../geo/line.ts';
import {localPlane} from '../../geo/local-plane.ts';
import type {LevelUnits} from './units-at-level.ts';

/** Cells that the ground of a unit is measured with: their share in the band is good to 1–2 %. */
const CELLS = 4_000;
/** Roads are looked at this often along their course, metres. */
const STEP_M = 250;

/** Share (0–1) of a unit's ground within the band. */
export function bandShareOfGround(
  units: LevelUnits,
  row: number,
  borders: BorderIndex,
  bandM: number,
): number {
  const {coordinates, areaKm2} = units.units[row]!;
  const box = bboxOf(coordinates.flatMap((polygon) => polygon[0] ?? []));
  if (box === null || areaKm2 === 0) return 0;
  const [west, south, east, north] = box;
  const plane = localPlane((west + east) / 2, (south + north) / 2);
  const cellM = Math.sqrt((areaKm2 * 1e6) / CELLS);
  let [inside, near] = [0, 0];
  for (let y = plane.y(south) + cellM / 2; y < plane.y(north); y += cellM) {
    for (let x = plane.x(west) + cellM / 2; x < plane.x(east); x += cellM) {
      const [lon, lat] = [plane.lon(x), plane.lat(y)];
      if (units.at(lon, lat) !== row) continue;
      inside++;
      if (borders.near(lon, lat, bandM)) near++;
    }
  }
  return inside === 0 ? 0 : near / inside;
}

/** Share of a line's length within the band, by unit row: what of the whole length lies there. */
export function bandSharesOfLine(
  units: LevelUnits,
  line: readonly LonLat[],
  borders: BorderIndex,
  bandM: number,
): Map<number, number> {
  const totalM = lineLengthM(line);
  const middle = pointAlong(line, totalM / 2);
  if (!borders.near(middle[0], middle[1], bandM + totalM / 2)) return new Map();
  const steps = Math.max(1, Math.ceil(totalM / STEP_M));
  const shares = new Map<number, number>();
  for (let i = 0; i < steps; i++) {
    const [lon, lat] = pointAlong(line, ((i + 0.5) / steps) * totalM);
    if (!borders.near(lon, lat, bandM)) continue;
    const unit = units.at(lon, lat);
    shares.set(unit, (shares.get(unit) ?? 0) + 1 / steps);
  }
  return shares;
}

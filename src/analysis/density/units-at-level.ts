import {type AreaIndex, indexAreas} from '../../geo/area-index.ts';
import type {LonLat} from '../../geo/line.ts';
import {areaKm2, type MultiPolygonLonLat} from '../../geo/turf.ts';
import type {AdminArea, Network} from '../../graph/network.ts';
import {sharesOf, UNIT_KINDS, unitFinder} from '../../graph/units.ts';
import {ADMIN_LEVEL} from '../dead-ends/options.ts';
import {unitLabel} from '../unit-labels.ts';

/** A unit of one level with all its areas. */
export interface LevelUnit {
  readonly label: string;
  /** As the data has it, empty for none. */
  readonly name: string;
  readonly province: string | null;
  readonly coordinates: MultiPolygonLonLat;
  readonly areaKm2: number;
  readonly cut: boolean;
}

export interface LevelUnits {
  readonly units: readonly LevelUnit[];
  /** Row of the unit that holds a position, −1 = none. */
  readonly at: (lon: number, lat: number) => number;
  /** Rows and shares of a line's length; −1 = in none. */
  readonly shares: (line: readonly LonLat[]) => Map<number, number>;
}

/** The units of any admin level; areas of one name and province are one unit, unnamed ones each their own. */
export function unitsAtLevel(network: Network, adminLevel: number): LevelUnits {
  const areas = network.areas.filter(({level}) => level === adminLevel);
  const sets = new Map<string, AdminArea[]>();
  areas.forEach((area, i) => {
    const key = area.name === '' ? `#${i}` : `${area.name}\n${area.province ?? ''}`;
    const set = sets.get(key);
    if (set) set.push(area);
    else sets.set(key, [area]);
  });
  const units = [...sets.values()].map((set): LevelUnit => {
    const coordinates = set.flatMap((area) => area.coordinates);
    return {
      label: labelOf(network, set[0]!, adminLevel),
      name: set[0]!.name,
      province: set[0]!.province,
      coordinates,
      areaKm2: areaKm2(coordinates),
      cut: set.some((area) => area.closedAlongExtract === true),
    };
  });
  const index: AreaIndex = indexAreas(units.map(({coordinates}) => coordinates));
  const at = (lon: number, lat: number): number => index.areaAt(lon, lat);
  return {units, at, shares: (line) => sharesOf(line, index, at)};
}

/** The nth area without a name is the nth unit without a name of the finder. */
function labelOf(network: Network, area: AdminArea, adminLevel: number): string {
  if (area.name !== '') return area.name;
  const unnamed = network.areas.filter(({level, name}) => level === adminLevel && name === '');
  const nth = unnamed.indexOf(area);
  const kind = UNIT_KINDS.find((one) => ADMIN_LEVEL[one] === adminLevel);
  const rows = [...unitFinder(network).units.entries()].filter(
    ([, unit]) => kind !== undefined && unit.kind === kind && unit.name === '',
  );
  return unitLabel(network, rows[nth]?.[0] ?? 0) ?? `unnamed-${nth + 1}`;
}

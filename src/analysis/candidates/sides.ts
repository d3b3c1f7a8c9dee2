import type {BorderIndex} from '../../geo/border-index.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {UNIT_KINDS, unitFinder} from '../../graph/units.ts';
import {ADMIN_LEVEL, type BorderLevel, levelOf} from '../dead-ends/options.ts';
import {unitLabel} from '../unit-labels.ts';
import type {RoadPoints} from './points.ts';

/** The border that lies between two points. */
export interface Between {
  readonly level: BorderLevel;
  /** Names of the units on the two sides, in order of the points; `null` where the data has none. */
  readonly units: readonly [string | null, string | null];
}

/**
 * Tells whether two points lie on different sides of a border of the level or higher. Areas decide
 * where both points lie in one of that level: different units, however the borders run between. Where
 * areas are missing at a level, its lines do: an odd number of crossings of the straight line.
 */
export interface Sides {
  /** `false` is certain, `true` may still be `null` for `between`. Cheap. */
  readonly mayDiffer: (p: number, q: number) => boolean;
  readonly between: (p: number, q: number) => Between | null;
}

/** Levels above the counties, highest first, down to the asked one. */
function levelsDownTo(level: BorderLevel): BorderLevel[] {
  return UNIT_KINDS.slice(0, UNIT_KINDS.indexOf(level) + 1);
}

export function sidesOf(
  network: Network,
  points: RoadPoints,
  borderLines: readonly BorderLine[],
  borders: BorderIndex,
  level: BorderLevel,
): Sides {
  const finder = unitFinder(network);
  const levels = levelsDownTo(level);
  const unitOf = levels.map((kind) =>
    Uint16Array.from({length: points.count}, (_, p) =>
      finder.at(kind, points.lon[p]!, points.lat[p]!),
    ),
  );
  const nameOf = (unit: number): string | null => unitLabel(network, unit);

  /** The level at which areas part the points, `null` = none does, and the levels areas are silent on. */
  const byAreas = (p: number, q: number): BorderLevel | null => {
    for (let i = 0; i < levels.length; i++) {
      const [a, b] = [unitOf[i]![p]!, unitOf[i]![q]!];
      if (a !== 0 && b !== 0 && a !== b) return levels[i]!;
    }
    return null;
  };
  const sameFinest = (p: number, q: number): boolean => {
    const finest = unitOf[levels.length - 1]!;
    return finest[p] !== 0 && finest[p] === finest[q];
  };
  const byLines = (p: number, q: number): Between | null => {
    const crossed = borders.crossings(
      [points.lon[p]!, points.lat[p]!],
      [points.lon[q]!, points.lat[q]!],
    );
    for (const at of levels) {
      const lines = crossed
        .map(({line}) => borderLines[line]!)
        .filter((line) => levelOf(line) === at);
      if (lines.length % 2 === 0) continue;
      return {level: at, units: namesOf(lines[0]!, at)};
    }
    return null;
  };
  return {
    mayDiffer: (p, q) => byAreas(p, q) !== null || !sameFinest(p, q),
    between: (p, q) => {
      const at = byAreas(p, q);
      if (at === null) return sameFinest(p, q) ? null : byLines(p, q);
      const units = unitOf[levels.indexOf(at)]!;
      return {level: at, units: [nameOf(units[p]!), nameOf(units[q]!)]};
    },
  };
}

/** Names on the two sides of a line; which hand is whose is not known from the crossing alone. */
function namesOf(line: BorderLine, level: BorderLevel): Between['units'] {
  const key = String(ADMIN_LEVEL[level]);
  const names = [line.left?.[key], line.right?.[key]].filter((name) => name !== undefined);
  const [a, b] = names.length === 2 ? names.sort() : line.sides;
  return [a ?? null, b ?? null];
}

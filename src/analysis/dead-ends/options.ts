import {UserError} from '../../errors.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {type EdgeClass, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {DeadEndRow} from '../rows.ts';

export type BorderLevel = DeadEndRow['level'];

/** What is looked for. */
export interface DeadEndOptions {
  /** Day the network stands for, `yyyymmdd`; not given = as the data stands. */
  readonly asOf?: number | undefined;
  /** Lowest rank of border that counts: `prefecture` looks at prefecture and province borders. */
  readonly level: BorderLevel;
  /** Lowest road class of the studied graph, links with their class. Default `secondary`. */
  readonly minClass?: EdgeClass | undefined;
  /** How near to the border a tip must lie, metres along the ground. Default 5 000, ours. */
  readonly bufferM?: number | undefined;
}

/** Defaults: our proposals (METHODS.md §D.3 knows no standard), each may be overridden. */
export const DEAD_END_DEFAULTS = {minClass: 'secondary', bufferM: 5000} as const;

/** OSM `admin_level` of the three kinds of border in China: 4 省, 5 地级, 6 县级. */
export const ADMIN_LEVEL: Readonly<Record<BorderLevel, number>> = {
  province: 4,
  prefecture: 5,
  county: 6,
};

/** The rule's name for the level of a border line; whatever is above a province counts as one. */
export function levelOf(border: BorderLine): BorderLevel {
  if (border.level <= ADMIN_LEVEL.province) return 'province';
  return border.level === ADMIN_LEVEL.prefecture ? 'prefecture' : 'county';
}

/**
 * The border lines of a level or higher, highest first. Throws `E_NETWORK` when there are none:
 * without borders no road can end at one.
 */
export function bordersOf(network: Network, level: BorderLevel): BorderLine[] {
  const found = network.borders
    .filter((border) => border.level <= ADMIN_LEVEL[level] && border.line.length >= 2)
    .sort((a, b) => a.level - b.level);
  if (found.length === 0) {
    const known = [...new Set(network.borders.map((border) => border.level))].sort((a, b) => a - b);
    throw new UserError(
      'E_NETWORK',
      `The network has no border line of admin_level ${ADMIN_LEVEL[level]} (${level}) or higher; ${
        known.length === 0 ? 'it has no border lines at all' : `it has level ${known.join(', ')}`
      }.`,
      {
        hint: 'Import an extract that holds the boundary=administrative ways of the region, or ask for another --level.',
      },
    );
  }
  return found;
}

/** Rank of the studied class. Throws `E_USAGE` for a railway or a ferry: only roads have dead ends here. */
export function studiedRank(minClass: EdgeClass): number {
  const rank = ROAD_RANK[minClass];
  if (rank > ROAD_RANK.track) {
    throw new UserError(
      'E_USAGE',
      `Dead ends are sought on roads, and ${minClass} is not a road.`,
      {
        hint: 'Give a road class such as motorway, trunk, primary or secondary.',
      },
    );
  }
  return rank;
}

/** The buffer, metres. Throws `E_USAGE` when it is no distance. */
export function bufferOf(bufferM: number | undefined): number {
  const buffer = bufferM ?? DEAD_END_DEFAULTS.bufferM;
  if (!Number.isFinite(buffer) || buffer <= 0) {
    throw new UserError(
      'E_USAGE',
      `The border buffer must be a number of metres above 0, got ${buffer}.`,
      {
        hint: `Leave it out for ${DEAD_END_DEFAULTS.bufferM} m.`,
      },
    );
  }
  return buffer;
}

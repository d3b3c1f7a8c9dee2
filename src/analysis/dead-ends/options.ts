import {UserError} from '../../errors.ts';
import type {CompiledNetwork} from '../../graph/compile.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {type EdgeClass, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {PlannedRoad} from '../../scenario/planned-legs.ts';
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
  /** R3: how far apart two ends, or an end and a road, may lie, metres, by level of the border. */
  readonly gapM?: Partial<Readonly<Record<BorderLevel, number>>> | undefined;
  /** R3 and R5: how many times longer than the gap today's way must be. */
  readonly detourRatio?: number | undefined;
  /** R1: how long a stretch that is not open may be, metres. 100 km is the official figure. */
  readonly officialGapM?: number | undefined;
  /** R4: by how many steps grade, lanes or class must fall, and within how many metres. */
  readonly gradeSteps?: number | undefined;
  readonly gradeWithinM?: number | undefined;
  /** R7: network over straight distance, and time over that of the straight line at top speed. */
  readonly unitDetour?: number | undefined;
  readonly unitTime?: number | undefined;
  /** How near to either end a settlement is told, metres. */
  readonly settlementM?: number | undefined;
  /** Planned roads of a registry, with their state on the day asked for. */
  readonly planned?: readonly PlannedRoad[] | undefined;
  /** Also list ends that the data makes: cut by the extract, not joined, closed by a barrier. */
  readonly all?: boolean | undefined;
  /** The network's open roads, when somebody has compiled them already. */
  readonly road?: CompiledNetwork | undefined;
}

/**
 * Defaults: our proposals (METHODS.md §D.3 knows no standard), each may be overridden; only the
 * 100 km of R1 are official.
 */
export const DEAD_END_DEFAULTS = {
  minClass: 'secondary',
  bufferM: 5000,
  gapM: {province: 20_000, prefecture: 10_000, county: 5000},
  detourRatio: 3,
  officialGapM: 100_000,
  gradeSteps: 2,
  gradeWithinM: 5000,
  unitDetour: 2,
  unitTime: 5,
  settlementM: 10_000,
} as const;

/** Every figure that has a say, defaults filled in. */
export type Thresholds = Readonly<{
  [K in Exclude<keyof typeof DEAD_END_DEFAULTS, 'minClass' | 'gapM'>]: number;
}> & {
  readonly minClass: EdgeClass;
  readonly gapM: Readonly<Record<BorderLevel, number>>;
};

/** Fills in the defaults. Throws `E_USAGE` for a figure that cannot be one. */
export function thresholdsOf(options: DeadEndOptions): Thresholds {
  const positive = (
    key: Exclude<keyof Thresholds, 'minClass' | 'gapM' | 'bufferM'>,
    least: number,
  ): number => {
    const value = options[key] ?? DEAD_END_DEFAULTS[key];
    if (Number.isFinite(value) && value >= least) return value;
    throw noFigure(key, value, least);
  };
  const gapM = {...DEAD_END_DEFAULTS.gapM, ...options.gapM};
  for (const value of Object.values(gapM)) {
    if (!Number.isFinite(value) || value <= 0) throw noFigure('gapM', value, 0);
  }
  return {
    minClass: options.minClass ?? DEAD_END_DEFAULTS.minClass,
    bufferM: bufferOf(options.bufferM),
    gapM,
    detourRatio: positive('detourRatio', 1),
    officialGapM: positive('officialGapM', 0),
    gradeSteps: positive('gradeSteps', 1),
    gradeWithinM: positive('gradeWithinM', 0),
    unitDetour: positive('unitDetour', 1),
    unitTime: positive('unitTime', 1),
    settlementM: positive('settlementM', 0),
  };
}

function noFigure(key: string, value: number, least: number): UserError {
  return new UserError('E_USAGE', `${key} must be a number of at least ${least}, got ${value}.`, {
    hint: 'Leave it out for the default of docs/dead-ends.md.',
  });
}

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

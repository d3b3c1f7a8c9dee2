import {lineLengthM} from '../../geo/line.ts';
import type {Network} from '../../graph/network.ts';
import type {DeadEndLevel, DeadEndRow} from '../rows.ts';
import {levelOf} from './options.ts';

const LEVELS = ['province', 'prefecture', 'county'] as const;

type BorderLevel = (typeof LEVELS)[number];

/** The lowest level of which the network has a border line; `null` = it has none at all. */
export function lowestLevel(network: Network): BorderLevel | null {
  const kmOf = borderM(network);
  return LEVELS.findLast((level) => (kmOf.get(level) ?? 0) > 0) ?? null;
}

/** Every level, whether its lines are in the data, how long they are, and how many dead ends stand at it. */
export function deadEndLevels(network: Network, rows: readonly DeadEndRow[]): DeadEndLevel[] {
  const lengthM = borderM(network);
  return LEVELS.map((level) => {
    const borderLengthM = lengthM.get(level) ?? 0;
    return {
      level,
      judged: borderLengthM > 0,
      borderLengthM: Math.round(borderLengthM),
      found: rows.filter((row) => row.level === level).length,
    };
  });
}

function borderM(network: Network): ReadonlyMap<BorderLevel, number> {
  const sums = new Map<BorderLevel, number>();
  for (const border of network.borders) {
    if (border.line.length < 2) continue;
    const level = levelOf(border);
    sums.set(level, (sums.get(level) ?? 0) + lineLengthM(border.line));
  }
  return sums;
}

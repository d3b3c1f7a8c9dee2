import {greatCircleM} from '../../geo/distance.ts';
import {type LonLat, lineLengthM} from '../../geo/line.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import {ADMIN_LEVEL, type BorderLevel, levelOf} from '../dead-ends/options.ts';
import {unitLabel} from '../unit-labels.ts';
import {unitsBesidePoint} from '../units-beside.ts';

/** All pieces of border between the same two units. */
export interface BorderGroup {
  readonly level: BorderLevel;
  readonly sides: readonly [string | null, string | null];
  /** Rows of the unit finder, 0 = not known; in order of `sides`. */
  readonly units: readonly [number, number];
  /** Pieces joined end to end. */
  readonly lines: readonly (readonly LonLat[])[];
}

/** How many places along a piece are asked. */
const SAMPLES = 9;

/** Border lines by what lies on their two hands. */
export interface GroupedBorders {
  readonly groups: readonly BorderGroup[];
  /** Pieces with one and the same unit on either hand: they part nothing. */
  readonly inner: readonly BorderLine[];
}

/**
 * The border lines of a level and above by the units on their two sides: names the line carries, else the areas
 * beside it. Pieces of which neither is known are one group as far as they hang together.
 */
export function borderGroups(network: Network, lines: readonly BorderLine[]): GroupedBorders {
  const groups = new Map<
    string,
    {group: Omit<BorderGroup, 'lines'>; lines: (readonly LonLat[])[]}
  >();
  const loose: BorderLine[] = [];
  const inner: BorderLine[] = [];
  for (const border of lines) {
    const level = levelOf(border);
    const units = unitsBeside(network, border, level);
    const sides = units.map(
      (unit, i) => unitLabel(network, unit) ?? namesOf(border, level)[i] ?? null,
    );
    if (sides[0] === null && sides[1] === null) {
      loose.push(border);
      continue;
    }
    if (sides[0] === sides[1]) {
      inner.push(border);
      continue;
    }
    const turned = (sides[1] ?? '\uffff') < (sides[0] ?? '\uffff');
    const [a, b] = turned ? [1, 0] : [0, 1];
    const pair = [sides[a]!, sides[b]!] as const;
    const key = `${level}\n${pair.join('\n')}`;
    const known = groups.get(key) ?? {
      group: {level, sides: pair, units: [units[a]!, units[b]!] as const},
      lines: [],
    };
    known.lines.push(border.line);
    groups.set(key, known);
  }
  const known = [...groups.values()].map(({group, lines: pieces}) => ({
    ...group,
    lines: joined(pieces),
  }));
  return {groups: [...known, ...looseGroups(loose)], inner};
}

/** Each line of which no side is known for itself. */
function looseGroups(loose: readonly BorderLine[]): BorderGroup[] {
  return (['province', 'prefecture', 'county'] as const).flatMap((level) => {
    const own = loose.filter((border) => levelOf(border) === level).map(({line}) => line);
    return joined(own).map(
      (line): BorderGroup => ({level, sides: [null, null], units: [0, 0], lines: [line]}),
    );
  });
}

function namesOf(border: BorderLine, level: BorderLevel): (string | undefined)[] {
  const key = String(ADMIN_LEVEL[level]);
  const {left, right} = border;
  if (left?.[key] !== undefined || right?.[key] !== undefined) return [left?.[key], right?.[key]];
  return [...border.sides];
}

/** The units on the left and right hand of a piece: those found at most places along it. */
function unitsBeside(network: Network, border: BorderLine, level: BorderLevel): [number, number] {
  const totalM = lineLengthM(border.line);
  const votes = [new Map<number, number>(), new Map<number, number>()] as const;
  for (let i = 0; i < SAMPLES; i++) {
    const alongM = ((i + 0.5) / SAMPLES) * totalM;
    unitsBesidePoint(network, border.line, level, alongM)?.forEach((unit, hand) => {
      const count = votes[hand]!;
      count.set(unit, (count.get(unit) ?? 0) + 1);
    });
  }
  const most = (count: ReadonlyMap<number, number>): number =>
    [...count].sort((p, q) => q[1] - p[1] || p[0] - q[0])[0]?.[0] ?? 0;
  return [most(votes[0]), most(votes[1])];
}

/** Lines joined where exactly two of them end at one point; in a settled order and sense. */
export function joined(pieces: readonly (readonly LonLat[])[]): LonLat[][] {
  const key = ([lon, lat]: LonLat): string => `${lon} ${lat}`;
  const open = pieces.filter((line) => line.length >= 2).map((line) => [...line]);
  const ends = new Map<string, number>();
  for (const line of open) {
    for (const end of [line[0]!, line[line.length - 1]!]) {
      ends.set(key(end), (ends.get(key(end)) ?? 0) + 1);
    }
  }
  const done: LonLat[][] = [];
  while (open.length > 0) {
    let line = open.pop()!;
    for (let grew = true; grew; ) {
      grew = false;
      for (let i = 0; i < open.length && !grew; i++) {
        const together = joinTwo(line, open[i]!, (end) => ends.get(key(end)) === 2);
        if (together === null) continue;
        line = together;
        open.splice(i, 1);
        grew = true;
      }
    }
    done.push(line);
  }
  return done.map(settled).sort((a, b) => a[0]![0] - b[0]![0] || a[0]![1] - b[0]![1]);
}

function joinTwo(
  a: readonly LonLat[],
  b: readonly LonLat[],
  mayJoin: (end: LonLat) => boolean,
): LonLat[] | null {
  const same = (p: LonLat, q: LonLat): boolean => p[0] === q[0] && p[1] === q[1] && mayJoin(p);
  const [a0, a1, b0, b1] = [a[0]!, a[a.length - 1]!, b[0]!, b[b.length - 1]!];
  if (same(a1, b0)) return [...a, ...b.slice(1)];
  if (same(a1, b1)) return [...a, ...[...b].reverse().slice(1)];
  if (same(a0, b1)) return [...b, ...a.slice(1)];
  if (same(a0, b0)) return [...[...b].reverse(), ...a.slice(1)];
  return null;
}

/** From its western end. */
function settled(line: LonLat[]): LonLat[] {
  const [a, b] = [line[0]!, line[line.length - 1]!];
  return a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? line : line.reverse();
}

/** Metres between two positions. */
export function metres(a: LonLat, b: LonLat): number {
  return greatCircleM(a[0], a[1], b[0], b[1]);
}

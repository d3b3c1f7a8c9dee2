import {type Crossing, findCrossings} from './crossings.ts';
import {type Insertion, insertPoints} from './insert-points.ts';
import {chooseInterchanges} from './interchanges.ts';
import {joinComponents, type Tip} from './join-components.ts';
import {type EndJoint, joinEnds} from './join-ends.ts';
import {endAt, groupOf, isMotorway, isRail, type Line, type LineKind} from './line.ts';
import {addMeeting, type Meetings, meetAtPoints, type NodedLines} from './meet-at-points.ts';
import {openEnds} from './open-ends.ts';
import {pointCrossings} from './point-crossings.ts';
import type {PositionTable} from './position-table.ts';

/** How linework becomes a network; all of it is stated in the ledger. */
export interface NodingRules {
  /** An end meets what lies within this, metres; 0 = only what it touches. */
  readonly roadToleranceM: number;
  readonly railToleranceM: number;
  /** Whether roads other than motorways meet where they cross on the level. */
  readonly crossings: boolean;
  /**
   * A motorway meets roads that it crosses at places at least this far apart; 0 = never. `null` = 4
   * where the lines hold motorways and no ramps (`motorway_link`), else 0.
   */
  readonly motorwayJoinKm: number | null;
}

export const DEFAULT_RULES: NodingRules = {
  roadToleranceM: 120,
  railToleranceM: 80,
  crossings: true,
  motorwayJoinKm: null,
};

const ASSUMED_MOTORWAY_JOIN_KM = 4;

export interface Noding extends NodedLines {
  /** Joints of ends. */
  readonly joints: readonly EndJoint[];
  /** Positions where roads that cross were joined on the level, and as interchanges. */
  readonly levelCrossings: readonly number[];
  readonly interchanges: readonly number[];
  /** The rule that was used for motorways, km. */
  readonly motorwayJoinKm: number;
}

/**
 * Joins lines to a network: ends, then crossings, then ends whose component could still meet another,
 * until nothing is left to join; then points drawn at the same position. Lines change in place, and
 * short ones are added (see `joinComponents`). Lines must be in an order of their own (by id) for the
 * same result whatever the order of the file. Roads and railways never meet, nor do railways of
 * different kinds.
 */
export function nodeLines(lines: Line[], positions: PositionTable, rules: NodingRules): Noding {
  const joints: EndJoint[] = [];
  const motorwayJoinKm = rules.motorwayJoinKm ?? assumedJoinKm(lines);
  const tips = new Map<string, Tip>();
  addTips(tips, lines, positions);
  const meetings: Meetings = new Map();
  const level = new Set<number>();
  for (;;) {
    for (const joint of joinGroups(lines, positions, rules)) {
      joints.push(joint);
      addMeeting(meetings, joint.position, joint.line, joint.target);
    }
    const crossings =
      rules.crossings || motorwayJoinKm > 0
        ? joinOnLevel(lines, positions, rules.crossings, level)
        : [];
    const chosen = chooseInterchanges(
      [...crossings, ...pointCrossings(lines, positions)],
      lines,
      positions,
      motorwayJoinKm,
    );
    const pairs = chosen.map(({a, b}) => [a.line, b.line] as const);
    // Ends that joints have made are asked too, so that noding again adds nothing.
    addTips(tips, lines, positions);
    const more = joinComponents(
      lines,
      positions,
      [...tips.values()],
      toleranceOf(rules),
      pairs,
      meetings,
    );
    for (const joint of more) joints.push(joint);
    if (more.length > 0) continue;
    setPoints(chosen, lines);
    for (const {position, a, b} of chosen) addMeeting(meetings, position, a.line, b.line);
    return {
      ...meetAtPoints(lines, positions, meetings),
      joints,
      levelCrossings: [...level],
      interchanges: [...new Set(chosen.map(({position}) => position))],
      motorwayJoinKm,
    };
  }
}

/** All crossings, with those on the level joined and added to `level` if that is asked for. */
function joinOnLevel(
  lines: readonly Line[],
  positions: PositionTable,
  isAsked: boolean,
  level: Set<number>,
): Crossing[] {
  const crossings = findCrossings(lines, positions);
  const onLevel = isAsked ? crossings.filter(({rule}) => rule === 'level') : [];
  if (onLevel.length === 0) return crossings;
  for (const {position} of onLevel) level.add(position);
  setPoints(onLevel, lines);
  return findCrossings(lines, positions);
}

function toleranceOf({roadToleranceM, railToleranceM}: NodingRules): (kind: LineKind) => number {
  return (kind) => (isRail(kind) ? railToleranceM : roadToleranceM);
}

function joinGroups(
  lines: readonly Line[],
  positions: PositionTable,
  rules: NodingRules,
): EndJoint[] {
  const joints: EndJoint[] = [];
  for (const rows of byGroup(lines).values()) {
    const members = rows.map((row) => lines[row]!);
    const toleranceM = toleranceOf(rules)(members[0]!.kind);
    for (const joint of joinEnds(members, positions, toleranceM)) {
      joints.push({...joint, line: rows[joint.line]!, target: rows[joint.target]!});
    }
  }
  return joints;
}

/**
 * Adds all ends of lines, one for each position of a group; `open` are those that meet nothing yet. What
 * is known from an earlier round (above all: from the lines as drawn) stays.
 */
function addTips(tips: Map<string, Tip>, lines: readonly Line[], positions: PositionTable): void {
  for (const [group, rows] of byGroup(lines)) {
    const members = rows.map((row) => lines[row]!);
    const open = new Set(openEnds(members, positions).map(({code}) => code));
    for (let code = 0; code < members.length * 2; code++) {
      const position = endAt(members, code);
      const key = `${group} ${position}`;
      if (tips.has(key)) continue;
      tips.set(key, {line: rows[code >> 1]!, position, open: open.has(code)});
    }
  }
}

/** Rows of the lines of each group. */
function byGroup(lines: readonly Line[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  lines.forEach(({kind}, row) => {
    const group = groupOf(kind);
    const list = groups.get(group);
    if (list) list.push(row);
    else groups.set(group, [row]);
  });
  return groups;
}

function assumedJoinKm(lines: readonly Line[]): number {
  const ramps = lines.some(({kind}) => kind.class === 'motorway_link');
  return !ramps && lines.some(({kind}) => isMotorway(kind)) ? ASSUMED_MOTORWAY_JOIN_KM : 0;
}

function setPoints(crossings: readonly Crossing[], lines: readonly Line[]): void {
  const insertions = new Map<number, Insertion[]>();
  for (const {position, a, b} of crossings) {
    for (const {line, segment, t} of [a, b]) {
      const list = insertions.get(line);
      if (list) list.push({segment, t, position});
      else insertions.set(line, [{segment, t, position}]);
    }
  }
  for (const [line, list] of insertions) insertPoints(lines[line]!, list);
}

import {type BorderIndex, indexBorders} from '../../geo/border-index.ts';
import type {Network} from '../../graph/network.ts';
import {unitFinder} from '../../graph/units.ts';
import {EDGE_CLASSES, type EdgeClass} from '../../graph/vocabulary.ts';
import type {Corridor, CorridorGraph} from '../corridors/corridor-graph.ts';
import type {BorderLevel} from '../dead-ends/options.ts';
import type {BorderGroup} from './border-lines.ts';
import {leastCut} from './flow.ts';
import type {Connectivity} from './rows.ts';

/** The corridors of a class and better. */
export interface ClassCorridors {
  readonly roadClass: EdgeClass;
  readonly graph: CorridorGraph;
  /** The unit in which each junction lies, by row of the unit finder; 0 = in none. */
  readonly unitsAt: (level: BorderLevel) => readonly number[];
}

/** Corridors of a class; where their junctions lie is found once a level, as every line of it asks. */
export function classCorridors(
  network: Network,
  roadClass: EdgeClass,
  graph: CorridorGraph,
): ClassCorridors {
  const {at} = unitFinder(network);
  const known = new Map<BorderLevel, number[]>();
  return {
    roadClass,
    graph,
    unitsAt: (level) => {
      const units = known.get(level) ?? graph.at.map(([lon, lat]) => at(level, lon, lat));
      known.set(level, units);
      return units;
    },
  };
}

/**
 * How many corridors must be closed so that the inland roads of the two units are no longer joined without
 * leaving the two: unit capacities, one for a corridor with all its carriageways. The inland of a unit is the
 * junctions farther from the line than the control line, in the unit's part with most road.
 */
export function connectivityOf(
  network: Network,
  {roadClass, graph, unitsAt}: ClassCorridors,
  group: BorderGroup,
  inlandM: number,
): Connectivity {
  const none = (reason: Connectivity['reason']): Connectivity => ({
    class: roadClass,
    corridors: null,
    reason,
    severing: [],
  });
  if (group.units[0] === 0 || group.units[1] === 0) return none('no-areas');
  const sideOf = unitsAt(group.level).map((unit) => group.units.indexOf(unit));
  const own = graph.corridors.filter(({a, b}) => sideOf[a] !== -1 && sideOf[b] !== -1);
  const border = indexBorders(group.lines);
  const inland = [0, 1].map((side) => inlandOf(graph, own, sideOf, side, border, inlandM));
  if (inland.some((set) => set.size === 0)) return none('no-road-inland');
  // Junction 0 is the inland of the first unit, 1 that of the second.
  const rows = new Map<number, number>();
  const rowOf = (junction: number): number => {
    if (inland[0]!.has(junction)) return 0;
    if (inland[1]!.has(junction)) return 1;
    const known = rows.get(junction) ?? rows.size + 2;
    rows.set(junction, known);
    return known;
  };
  const ends = own.map(({a, b}) => [rowOf(a), rowOf(b)] as const);
  const cut = leastCut({nodeCount: rows.size + 2, ends}, 0, 1);
  return {
    class: roadClass,
    corridors: cut.count,
    reason: null,
    severing: cut.alone.map((link) => {
      const {edges, lengthM, line} = own[link]!;
      const edge = edges[0]!;
      return {
        class: EDGE_CLASSES[network.edges.class[edge]!]!,
        ref: network.strings[network.edges.ref[edge]!]!,
        name: network.strings[network.edges.name[edge]!]!,
        km: Math.round(lengthM) / 1000,
        line,
      };
    }),
  };
}

/** Junctions of a side farther from the line than the control line, in its part with most road. */
function inlandOf(
  graph: CorridorGraph,
  own: readonly Corridor[],
  sideOf: readonly number[],
  side: number,
  border: BorderIndex,
  inlandM: number,
): Set<number> {
  let most = {km: -1, junctions: [] as readonly number[]};
  for (const part of partsOf(neighboursOn(side, own, sideOf))) if (part.km > most.km) most = part;
  return new Set(
    most.junctions.filter((junction) => {
      const [lon, lat] = graph.at[junction]!;
      return !border.near(lon, lat, inlandM);
    }),
  );
}

type Neighbours = ReadonlyMap<number, readonly {readonly to: number; readonly lengthM: number}[]>;

/** Junctions of a side with those that a corridor within the side leads to. */
function neighboursOn(
  side: number,
  own: readonly Corridor[],
  sideOf: readonly number[],
): Neighbours {
  const next = new Map<number, {to: number; lengthM: number}[]>();
  for (const {a, b, lengthM} of own) {
    // An end of a road over the line is a part of its own when no other road leaves it.
    for (const end of [a, b]) if (sideOf[end] === side && !next.has(end)) next.set(end, []);
    if (sideOf[a] !== side || sideOf[b] !== side) continue;
    next.get(a)!.push({to: b, lengthM});
    next.get(b)!.push({to: a, lengthM});
  }
  return next;
}

/** What hangs together, with its km of road: every corridor is met from both ends. */
function partsOf(next: Neighbours): {km: number; junctions: readonly number[]}[] {
  const seen = new Set<number>();
  return [...next.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const junctions = [start];
    let km = 0;
    // The list grows while it is gone through.
    for (const junction of junctions) {
      for (const {to, lengthM} of next.get(junction)!) {
        km += lengthM / 2000;
        if (seen.has(to)) continue;
        seen.add(to);
        junctions.push(to);
      }
    }
    return [{km, junctions}];
  });
}

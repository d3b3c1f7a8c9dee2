import type {LonLat} from '../../geo/line.ts';
import {simplifyLine} from '../../geo/simplify.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {arrivals, type StopCosts} from '../../graph/search/links/closure.ts';
import {legsTo} from '../../graph/search/links/legs.ts';
import {snapWays} from '../../graph/search/links/snap-ways.ts';
import type {Snap} from '../../graph/snap.ts';
import {piecesLengthM, piecesLine} from '../../graph/trip-shape.ts';
import type {ResolvedProject} from '../../scenario/resolve-project.ts';
import type {JoinedProject} from '../join-project.ts';
import type {NewRoute, RouteLeg} from '../rows.ts';
import type {Study, StudyPlace} from '../study.ts';
import {viaLegs} from '../via.ts';

/** For drawing only. */
const DRAWING_TOLERANCE_M = 150;

/** A stop as a leg ends there. */
interface RouteStop {
  readonly name: string;
  readonly snap: Snap;
  readonly project: ResolvedProject;
  /** Row among the project's stops. */
  readonly row: number;
}

/** A place or a stop. */
interface RouteEnd {
  readonly name: string;
  readonly snap: Snap | null;
}

interface DrawnLeg {
  readonly leg: RouteLeg;
  readonly line: readonly LonLat[];
}

/**
 * Tells the way from a place to another through a project alone, or through several whose stops follow
 * each other in the costs: roads with their refs, rides with the stops. Legs that are quicker on today's trains than by road are said to be by rail, without their course.
 */
export function newRoutes(
  study: Study,
  joined: readonly JoinedProject[],
  costs: StopCosts,
  places: readonly StudyPlace[],
): (from: number, to: number) => NewRoute | null {
  const stops = joined.flatMap(servedStops);
  const arrived = arrivals(costs);
  const ways = snapWays(study.engine(), study.road, 'time');
  const drive = (a: RouteEnd, b: RouteEnd, ms: number): DrawnLeg => {
    const path = a.snap && b.snap && ways(a.snap, b.snap);
    const base = {from: a.name, to: b.name, timeS: ms / 1000};
    if (path && path.cost === ms) {
      return {
        leg: {
          ...base,
          by: 'road',
          distanceM: Math.round(piecesLengthM(study.road, path.pieces)),
          via: viaLegs(study.road, path.pieces),
        },
        line: piecesLine(study.road, path.pieces),
      };
    }
    const ends = [a.snap, b.snap].flatMap((s): LonLat[] => (s ? [[s.lon, s.lat]] : []));
    return {leg: {...base, by: 'rail', distanceM: null, via: []}, line: ends};
  };
  const ride = (from: RouteStop, to: RouteStop): DrawnLeg => {
    const ms = costs.ride.cost[stops.indexOf(from) * stops.length + stops.indexOf(to)]!;
    const [low, high] = from.row < to.row ? [from.row, to.row] : [to.row, from.row];
    const metres = from.project.legLengthM.slice(low, high).reduce((sum, m) => sum + m, 0);
    const line = lineBetween(
      from.project.line,
      from.project.stops[low]!,
      from.project.stops[high]!,
    );
    return {
      leg: {
        by: 'project',
        from: from.name,
        to: to.name,
        timeS: ms / 1000,
        distanceM: Math.round(metres),
        via: [],
      },
      line: from.row < to.row ? line : line.toReversed(),
    };
  };
  return (from, to) => {
    const last = bestLast(costs, arrived.cost, from, to, stops.length, places.length);
    if (last === null) return null;
    const between = legsTo(costs, arrived, from, last);
    const first = stops[between[0]!.from]!;
    const end = stops[last]!;
    const q = stops.length;
    const drawn: DrawnLeg[] = [
      drive(places[from]!, first, costs.toStop.cost[from * q + between[0]!.from]!),
      ...between.map(({by, from: a, to: b}) =>
        by === 'ride'
          ? ride(stops[a]!, stops[b]!)
          : drive(stops[a]!, stops[b]!, costs.drive.cost[a * q + b]!),
      ),
      drive(end, places[to]!, costs.fromStop.cost[last * places.length + to]!),
    ].filter(({leg}) => leg.by === 'project' || leg.timeS > 0);
    return {
      legs: drawn.map(({leg}) => leg),
      geometry: simplifyLine(
        drawn.flatMap(({line}) => line),
        DRAWING_TOLERANCE_M,
      ),
    };
  };
}

/** Stops that join the network, in the order of the project's service. */
function servedStops({project, service, serviceStop}: JoinedProject): RouteStop[] {
  return service.stops.map((snap, i) => {
    const row = serviceStop[i]!;
    return {name: project.stops[row]!.name, snap, project, row};
  });
}

/** The stop after which a trip is only on today's network; the first of equals. */
function bestLast(
  costs: StopCosts,
  arrived: Uint32Array,
  from: number,
  to: number,
  stopCount: number,
  placeCount: number,
): number | null {
  let [best, at] = [UNREACHED, -1];
  for (let j = 0; j < stopCount; j++) {
    const cost = arrived[from * stopCount + j]! + costs.fromStop.cost[j * placeCount + to]!;
    if (cost < best) [best, at] = [cost, j];
  }
  return at < 0 ? null : at;
}

/** The part of a drawn line between two of its stops, each at the line's nearest drawn point. */
function lineBetween(
  line: readonly LonLat[],
  a: {readonly lon: number; readonly lat: number},
  b: {readonly lon: number; readonly lat: number},
): LonLat[] {
  const nearest = ({lon, lat}: {lon: number; lat: number}, start: number): number => {
    let [best, at] = [Infinity, start];
    for (let i = start; i < line.length; i++) {
      const gap = Math.hypot(
        (line[i]![0] - lon) * Math.cos((lat * Math.PI) / 180),
        line[i]![1] - lat,
      );
      if (gap < best) [best, at] = [gap, i];
    }
    return at;
  };
  const first = nearest(a, 0);
  const end = nearest(b, first);
  return [[a.lon, a.lat], ...line.slice(first, end + 1), [b.lon, b.lat]];
}

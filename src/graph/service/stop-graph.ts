import {NodeHeap} from '../search/heap.ts';
import type {RailProfile} from './rail-profile.ts';
import {runningTimeS, type Stretch} from './running-time.ts';
import type {TrainGraph} from './train-graph.ts';

/** A run from one stop to the next without a stop between. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly runS: number;
  readonly lengthM: number;
}

interface Step {
  readonly to: number;
  readonly lengthM: number;
  readonly kph: number;
  readonly ms: number;
}

/** A run between a station and a cut end of a track. */
export interface RunToCut {
  readonly hub: number;
  /** Row of `TrainGraph.cuts`. */
  readonly cut: number;
  readonly runS: number;
}

/**
 * The line graph of trains that stop at every one of some stations: which of them follow each other
 * on the tracks, and the running time from standing to standing. A train goes the way that is
 * quickest at line speed, and past no station where it would stop.
 */
export function stopGraph(
  graph: TrainGraph,
  served: readonly number[],
  profile: RailProfile,
): readonly Run[] {
  const search = stopSearch(graph, served);
  return served.flatMap((from) => {
    const starts = graph.platforms[from]!.map(({node}) => node);
    return search(from, starts)
      .map(({hub, way}): Run => {
        const lengthM = way.reduce((sum, stretch) => sum + stretch.lengthM, 0);
        return {from, to: hub, runS: runningTimeS(way, profile), lengthM};
      })
      .sort((a, b) => a.to - b.to);
  });
}

/**
 * The stations next to each cut end. At line speed all the way, as nobody knows where beyond the cut the
 * train stops: no train is sooner.
 */
export function runsToCuts(graph: TrainGraph, served: readonly number[]): readonly RunToCut[] {
  const search = stopSearch(graph, served);
  return graph.cuts.flatMap((node, cut) =>
    search(NO_HUB, [node]).map(({hub, way}): RunToCut => {
      const runS = way.reduce((sum, {lengthM, kph}) => sum + (lengthM * 3.6) / kph, 0);
      return {hub, cut, runS};
    }),
  );
}

const NO_HUB = -1;

function stopSearch(graph: TrainGraph, served: readonly number[]): NextStops {
  const stationAt = new Map<number, number[]>();
  for (const hub of served) {
    for (const {node} of graph.platforms[hub]!) {
      stationAt.set(node, [...(stationAt.get(node) ?? []), hub]);
    }
  }
  return nextStops(stepsOf(graph), (node) => stationAt.get(node) ?? []);
}

type NextStops = (
  from: number,
  starts: readonly number[],
) => readonly {readonly hub: number; readonly way: readonly Stretch[]}[];

/** Searches the tracks from a station, not on past others; the quickest way to each that is met. */
function nextStops(
  steps: readonly (readonly Step[])[],
  stationsAt: (node: number) => readonly number[],
): NextStops {
  const cost = new Float64Array(steps.length).fill(Infinity);
  const before = new Int32Array(steps.length).fill(-1);
  const by = new Array<Step | null>(steps.length).fill(null);
  const heap = new NodeHeap(steps.length);
  const wayTo = (node: number): Step[] => {
    const way: Step[] = [];
    for (let at = node; by[at]; at = before[at]!) way.push(by[at]!);
    return way.reverse();
  };
  return (from, starts) => {
    const touched: number[] = [];
    const reach = (node: number, ms: number, over: number, step: Step | null): void => {
      if (ms >= cost[node]!) return;
      if (cost[node] === Infinity) touched.push(node);
      cost[node] = ms;
      before[node] = over;
      by[node] = step;
      heap.pushOrLower(node, ms);
    };
    for (const node of starts) reach(node, 0, -1, null);
    const found = new Map<number, Step[]>();
    while (heap.length > 0) {
      const u = heap.pop();
      const others = stationsAt(u).filter((hub) => hub !== from);
      for (const hub of others) if (!found.has(hub)) found.set(hub, wayTo(u));
      if (others.length > 0) continue;
      for (const step of steps[u]!) reach(step.to, cost[u]! + step.ms, u, step);
    }
    for (const node of touched) cost[node] = Infinity;
    return [...found].map(([hub, way]) => ({hub, way}));
  };
}

function stepsOf({nodeCount, pieces}: TrainGraph): readonly (readonly Step[])[] {
  const steps: Step[][] = Array.from({length: nodeCount}, () => []);
  for (const {from, to, lengthM, kph} of pieces) {
    const ms = Math.round((lengthM * 3600) / kph);
    steps[from]!.push({to, lengthM, kph, ms});
    steps[to]!.push({to: from, lengthM, kph, ms});
  }
  return steps;
}

import {type OneToAll, oneToAllOnCore} from '../core/one-to-all.ts';
import {type Seed, UNREACHED} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {costMatrix} from '../sweep/cost-matrix.ts';
import type {SweepKernel} from '../sweep/kernel.ts';
import {arrivals, type CostTable, least, minPlus, type StopCosts} from './closure.ts';
import type {Terminal} from './terminal.ts';

/** A planned service: its stops and the cost of riding from stop i to stop j, `null` = not served. */
export interface EngineService {
  readonly stops: readonly Terminal[];
  readonly ride: readonly (readonly (number | null)[])[];
}

/** Places with some services added to the network, nothing rebuilt. */
export interface EngineWhatIf {
  /** places × places, today and with the services. */
  readonly before: CostTable;
  readonly after: CostTable;
  /** For the legs of single trips, see `legsTo`. Stops of all services in their order. */
  readonly stopCosts: StopCosts;
  /** places × stops: least cost to have come there by a service. */
  readonly arrived: CostTable;
  /** Costs from a place to every node within a bound, the services included. */
  readonly treeFrom: (place: number, maxCost?: number) => Uint32Array;
}

/** What a network costs today, however that was found. */
export interface CostsToday {
  /** Between all places and then stops, in rows. */
  readonly cost: Uint32Array;
  readonly search: OneToAll;
}

export interface EngineWhatIfOptions {
  readonly kernel?: SweepKernel;
  /** Given to share its memory. */
  readonly search?: OneToAll;
  /** Costs of today between all places and then stops, in rows; not given = by the engine. */
  readonly today?: Uint32Array;
}

/** The network with services added, on an engine. */
export function engineWhatIf(
  engine: SearchEngine,
  places: readonly Terminal[],
  services: readonly EngineService[],
  options: EngineWhatIfOptions = {},
): EngineWhatIf {
  const all = [...places, ...services.flatMap((service) => service.stops)];
  const cost =
    options.today ??
    costMatrix(
      engine,
      all.map((terminal) => terminal.out),
      all.map((terminal) => terminal.in),
      options.kernel ? {kernel: options.kernel} : {},
    ).cost;
  const search = options.search ?? oneToAllOnCore(engine.core);
  return servicesOn(places, services, {cost, search});
}

/**
 * The network with services added (DESIGN.md §5): one matrix between places and stops, closure over
 * the stops, and t¹(s,t) = min(t⁰(s,t), min over j of arrived(s,j) + t⁰(j,t)). The same whole numbers
 * as a network rebuilt with the services in it.
 */
export function servicesOn(
  places: readonly Terminal[],
  services: readonly EngineService[],
  {cost, search}: CostsToday,
): EngineWhatIf {
  const stops = services.flatMap((service) => service.stops);
  const n = places.length + stops.length;
  const part = (
    firstRow: number,
    rows: number,
    firstColumn: number,
    columns: number,
  ): CostTable => {
    const found = new Uint32Array(rows * columns);
    for (let i = 0; i < rows; i++) {
      const start = (firstRow + i) * n + firstColumn;
      found.set(cost.subarray(start, start + columns), i * columns);
    }
    return {rows, columns, cost: found};
  };
  const [p, q] = [places.length, stops.length];
  const before = part(0, p, 0, p);
  const stopCosts: StopCosts = {
    toStop: part(0, p, p, q),
    fromStop: part(p, q, 0, p),
    drive: part(p, q, p, q),
    ride: rides(services, q),
  };
  const arrived = arrivals(stopCosts);
  return {
    before,
    after: least(before, minPlus(arrived, stopCosts.fromStop)),
    stopCosts,
    arrived,
    treeFrom: (place, maxCost) => {
      const joined = stops.flatMap((stop, j): Seed[] => {
        const there = arrived.cost[place * q + j]!;
        return there === UNREACHED
          ? []
          : stop.out.map(({node, cost}) => ({node, cost: cost + there}));
      });
      const seeds = [...places[place]!.out, ...joined];
      return search(seeds, maxCost === undefined ? {} : {maxCost});
    },
  };
}

function rides(services: readonly EngineService[], stopCount: number): CostTable {
  const cost = new Uint32Array(stopCount * stopCount).fill(UNREACHED);
  let first = 0;
  for (const {stops, ride} of services) {
    for (let i = 0; i < stops.length; i++) {
      for (let j = 0; j < stops.length; j++) {
        const known = ride[i]?.[j] ?? null;
        if (known !== null) cost[(first + i) * stopCount + first + j] = known;
      }
    }
    first += stops.length;
  }
  return {rows: stopCount, columns: stopCount, cost};
}

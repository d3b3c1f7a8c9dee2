import type {CostTable} from '../../graph/search/links/closure.ts';
import type {Point} from '../../graph/search/links/snap-times.ts';
import type {PlannedService} from '../../graph/search/what-if.ts';
import {benefitPersonS, type TimeChange} from '../benefit.ts';
import type {Baseline} from './baseline.ts';
import {pick, withService} from './project-set.ts';
import {rideTable} from './project-tables.ts';

/** Projects over one table of points, ready to be valued in any set. */
export interface SetBasis {
  /** Times today between places (first) and all stops. */
  readonly times: CostTable;
  readonly placeCount: number;
  /** By project: rows of its stops in the table, and its rides. */
  readonly projects: readonly {readonly stops: readonly number[]; readonly ride: CostTable}[];
  readonly weight: Float64Array;
}

/** Looks up all times that valuing sets of the services needs. */
export function setBasis(
  baseline: Baseline,
  places: readonly Point[],
  services: readonly PlannedService[],
  weight: Float64Array,
): SetBasis {
  const points: Point[] = [...places];
  const projects = services.map((service) => {
    const first = points.push(...service.stops) - service.stops.length;
    return {stops: service.stops.map((_, i) => first + i), ride: rideTable(service)};
  });
  return {times: baseline.times(points, points), placeCount: places.length, projects, weight};
}

/** Person-seconds that a set of projects saves together; the order of the set does not matter. */
export function setValue(basis: SetBasis, set: readonly number[]): number {
  return benefitPersonS(setChange(basis, set), basis.weight);
}

/** Times between the places today, and once a set of projects is built. */
export function setChange(basis: SetBasis, set: readonly number[]): TimeChange {
  const {times, placeCount, projects} = basis;
  const places = [...Array(placeCount).keys()];
  // The stops of the projects that come last stand first: what is done with is cut off at the end.
  const turned = set.toReversed();
  const rows = [...places, ...turned.flatMap((k) => projects[k]!.stops)];
  let now = pick(times, rows, rows);
  for (const k of set) {
    const count = projects[k]!.stops.length;
    const first = now.rows - count;
    const own = [...Array(count).keys()].map((i) => first + i);
    now = withService(now, own, projects[k]!.ride, first);
  }
  return {before: pick(times, places, places), after: now};
}

/**
 * Values of all sets of up to some 15 projects, by the bits of the set; `NaN` for a set that holds two
 * projects of one family (variants: never both are built). Depth first, so that every set costs one
 * closure over the stops of its last project.
 */
export function allSetValues(basis: SetBasis, family: readonly number[]): Float64Array {
  const {times, placeCount, projects, weight} = basis;
  const n = projects.length;
  const places = [...Array(placeCount).keys()];
  const before = pick(times, places, places);
  const rows = [...places, ...projects.toReversed().flatMap(({stops}) => stops)];
  const values = new Float64Array(2 ** n).fill(Number.NaN);
  const visit = (k: number, now: CostTable, set: number, families: ReadonlySet<number>): void => {
    if (k === n) {
      values[set] = benefitPersonS({before, after: now}, weight);
      return;
    }
    const count = projects[k]!.stops.length;
    const first = now.rows - count;
    const kept = [...Array(first).keys()];
    visit(k + 1, pick(now, kept, kept), set, families);
    if (families.has(family[k]!)) return;
    const own = [...Array(count).keys()].map((i) => first + i);
    visit(
      k + 1,
      withService(now, own, projects[k]!.ride, first),
      set | (1 << k),
      new Set([...families, family[k]!]),
    );
  };
  visit(0, pick(times, rows, rows), 0, new Set());
  return values;
}

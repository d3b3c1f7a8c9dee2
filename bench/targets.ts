import type {Measured} from './ours.ts';

/** A promise about one measured line, for the network of about a million nodes. */
export interface Target {
  /** `what` of the line. */
  readonly what: string;
  readonly unit: Measured['unit'];
  /** The line's value may be up to this. */
  readonly limit: number;
}

/** Cells of the network the promises speak of (about 10⁶ nodes). */
export const TARGET_CELLS = 125;

/** A promise is broken when it is missed by more than this factor: runs differ by 5–20 %. */
export const SLACK = 1.3;

/** All that is promised; D is a plain 4-ary heap Dijkstra one-to-all in the same process. */
export const TARGETS: readonly Target[] = [
  {what: 'one-to-all, bucket queue', unit: 'D', limit: 0.55},
  {what: 'one-to-all, core and recovery', unit: 'D', limit: 0.2},
  {what: 'sweep over all nodes, per tree of 16', unit: 'D', limit: 0.06},
  {what: 'engine, building', unit: 'D', limit: 100},
  {what: 'engine, memory', unit: 'bytes/arc', limit: 120},
  {what: 'stored network, opening', unit: 'ms', limit: 1_000},
  {what: 'point to point, cost', unit: 'µs', limit: 100},
  {what: 'matrix 100 × 100', unit: 'D', limit: 0.08},
  {what: 'matrix 1000 × 1000', unit: 'D', limit: 0.8},
  {what: '10,000 links both ways on 100 cities', unit: 'D', limit: 2},
  {what: '10,000 links both ways on 500 cities', unit: 'D', limit: 8},
  {what: 'project of 10 stops', unit: 'D', limit: 1},
];

import {bboxOf, type LonLat} from '../../geo/line.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {shiftOfLines} from '../crs/network-shift.ts';
import type {Shift} from '../crs/shift-test.ts';
import type {Ledger} from '../ledger.ts';
import type {DrawnLine} from './linework.ts';
import {wayIdOf} from './stable-id.ts';

/** Farther than BD-09 displaces. */
const REACH_DEG = 0.05;

type Built = Pick<Network, 'nodes' | 'edges'>;

/**
 * Holds the roads and tracks of each file against the edges of extracts, where there are any near, else
 * against those of the files before it, and notes a file that looks displaced as GCJ-02 or BD-09 would be.
 */
export function noteShifts(
  files: readonly {readonly name: string; readonly lines: readonly DrawnLine[]}[],
  built: Built,
  ledger: Ledger,
): void {
  const extracts = linesOfExtracts(
    files.flatMap(({lines}) => lines),
    built,
  );
  const before: (readonly LonLat[])[] = [];
  for (const {name, lines} of files) {
    const ways = lines.filter(({tags}) => tags.has('highway') || tags.has('railway'));
    const drawn = ways.map(({line}) => line);
    const shift = shiftOfLines(drawn, extracts) ?? shiftOfLines(drawn, before);
    if (shift) {
      ledger.add('noted', `looks-like-${shift.crs}`, {
        ways: ways.length,
        example: `${name} ${shiftSentence(shift)}`,
      });
    }
    for (const line of drawn) before.push(line);
  }
}

/** Edges that are not drawn, as far as they lie where drawn lines do. */
function linesOfExtracts(lines: readonly DrawnLine[], built: Built): LonLat[][] {
  const {edges} = built;
  const isDrawn = new Set(lines.map(({id}) => wayIdOf(id)));
  const [west, south, east, north] = bboxOf(lines.flatMap(({line}) => line)) ?? [1, 1, 0, 0];
  const found: LonLat[][] = [];
  for (let e = 0; e < edges.count; e++) {
    if (isDrawn.has(edges.wayId[edges.firstWay[e]!]!)) continue;
    const line = edgeLine(built, e);
    const isNear = line.some(
      ([lon, lat]) =>
        lon > west - REACH_DEG &&
        lon < east + REACH_DEG &&
        lat > south - REACH_DEG &&
        lat < north + REACH_DEG,
    );
    if (isNear) found.push(line);
  }
  return found;
}

/** What to tell and to do, after the name of the file. */
export function shiftSentence({crs, shiftM, beforeM, afterM}: Shift): string {
  const name = crs === 'gcj02' ? 'GCJ-02' : 'BD-09';
  return `looks displaced by ${Math.round(shiftM)} m like ${name} (median distance to the network ${Math.round(beforeM)} m, undone ${Math.round(afterM)} m): pass --crs ${crs}`;
}

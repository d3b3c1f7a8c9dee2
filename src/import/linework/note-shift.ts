import type {LonLat} from '../../geo/line.ts';
import {shiftOfLines} from '../crs/network-shift.ts';
import type {Shift} from '../crs/shift-test.ts';
import type {Ledger} from '../ledger.ts';
import type {DrawnLine} from './linework.ts';

/**
 * Holds the roads and tracks of each file against those of the files before it, and notes a file that
 * looks displaced as GCJ-02 or BD-09 would be.
 */
export function noteShifts(
  files: readonly {readonly name: string; readonly lines: readonly DrawnLine[]}[],
  ledger: Ledger,
): void {
  const known: (readonly LonLat[])[] = [];
  for (const {name, lines} of files) {
    const ways = lines.filter(({tags}) => tags.has('highway') || tags.has('railway'));
    const drawn = ways.map(({line}) => line);
    const shift = known.length === 0 ? null : shiftOfLines(drawn, known);
    if (shift) {
      ledger.add('noted', `looks-like-${shift.crs}`, {
        ways: ways.length,
        example: `${name} ${shiftSentence(shift)}`,
      });
    }
    known.push(...drawn);
  }
}

/** What to tell and to do, after the name of the file. */
export function shiftSentence({crs, shiftM, beforeM, afterM}: Shift): string {
  const name = crs === 'gcj02' ? 'GCJ-02' : 'BD-09';
  return `looks displaced by ${Math.round(shiftM)} m like ${name} (median distance to the network ${Math.round(beforeM)} m, undone ${Math.round(afterM)} m): pass --crs ${crs}`;
}
